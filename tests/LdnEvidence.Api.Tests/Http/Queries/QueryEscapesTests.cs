using LdnEvidence.Api.Http.Queries;
using Microsoft.AspNetCore.Http;

namespace LdnEvidence.Api.Tests.Http.Queries;

/// <summary>A client library repairs most of these before it sends them, so they are given to the check itself.</summary>
public sealed class QueryEscapesTests
{
    [Theory]
    [InlineData("", null)]
    [InlineData("?", null)]
    [InlineData("?q=pain&limit=5", null)]
    [InlineData("?q=caf%C3%A9%20%F0%9F%98%80", null)]
    [InlineData("?q=50%25", null)]
    [InlineData("?q=50%", "q")]
    [InlineData("?q=50%2", "q")]
    [InlineData("?limit=1&q=pain%zz", "q")]
    [InlineData("?q=%+1", "q")]
    [InlineData("?q=caf%E9", "q")]
    [InlineData("?q=%C3&limit=%A9", "q")]
    [InlineData("?q=%ED%A0%80", "q")]
    [InlineData("?q=%C3a%A9", "q")]
    [InlineData("?50%=x", "50%")]
    public void A_percent_sign_begins_an_escape_of_text_or_is_a_fault_of_its_parameter(string query, string? parameter)
    {
        var context = new DefaultHttpContext();
        context.Request.QueryString = new QueryString(query);

        QueryEscapes.Fault(context.Request)?.Parameter.ShouldBe(parameter);
        (QueryEscapes.Fault(context.Request) is null).ShouldBe(parameter is null);
    }
}
