using System.Text;
using LdnEvidence.Api.Http.Links;
using Microsoft.AspNetCore.Http;

namespace LdnEvidence.Api.Tests.Http.Links;

public sealed class BodyLinksTests
{
    [Theory]
    [InlineData("""{"links":{"self":"/a","html":"/b?c=d"}}""", """{"links":{"self":"/ldn/a","html":"/ldn/b?c=d"}}""")]
    [InlineData(
        """{"items":[{"links":{"self":"/a"},"x":"/y"}],"next":"/n"}""",
        """{"items":[{"links":{"self":"/ldn/a"},"x":"/y"}],"next":"/ldn/n"}"""
    )]
    [InlineData("""{"study":{"link":"/a"},"next":null}""", """{"study":{"link":"/ldn/a"},"next":null}""")]
    [InlineData(
        """{"@id":"/a","sameAs":"https://other.example/a"}""",
        """{"@id":"/ldn/a","sameAs":"https://other.example/a"}"""
    )]
    [InlineData(
        """{"note":"a \"links\":{\"self\":\"/a\"}","next":"x"}""",
        """{"note":"a \"links\":{\"self\":\"/a\"}","next":"x"}"""
    )]
    [InlineData(
        """{"links":{"self":"https://other.example"},"text":"/a"}""",
        """{"links":{"self":"https://other.example"},"text":"/a"}"""
    )]
    [InlineData("{\"link\":\"/a\"}\n{\"link\":\"/b\"}\n", "{\"link\":\"/ldn/a\"}\n{\"link\":\"/ldn/b\"}\n")]
    [InlineData("", "")]
    public void Links_alone_get_the_path(string json, string expected) =>
        Encoding.UTF8.GetString(BodyLinks.Below(Encoding.UTF8.GetBytes(json), "/ldn").Span).ShouldBe(expected);

    [Fact]
    public void At_the_root_a_body_is_not_even_copied()
    {
        var body = Encoding.UTF8.GetBytes("""{"link":"/a"}""");

        BodyLinks.Below(body, PathString.Empty).Equals(body).ShouldBeTrue();
    }
}
