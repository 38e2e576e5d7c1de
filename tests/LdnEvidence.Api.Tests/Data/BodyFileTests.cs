using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Publishing;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Data;

/// <summary>Bodies are read back as they were added, each by its place, and the file that holds them is nobody else's.</summary>
public sealed class BodyFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Each_body_is_found_by_its_collection_and_position()
    {
        // More than is buffered at once, and of every length.
        var studies = Enumerable.Range(0, 2_000).Select(length => Bytes(length, seed: 1)).ToList();
        var claims = Enumerable.Range(0, 1_000).Select(length => Bytes(length * 3, seed: 2)).ToList();
        using var bodies = new BodyFile(_folder.Path);
        studies.ForEach(body => bodies.Add(Collection.Studies, body));
        claims.ForEach(body => bodies.Add(Collection.Claims, body));

        bodies.Complete();

        bodies.Read(Collection.Claims, 1000).ShouldBe(claims[999]);
        bodies.Read(Collection.Studies, 1).ShouldBeEmpty();
        new[] { Collection.Claims, Collection.Studies, Collection.Outcomes }.Sum(bodies.Count).ShouldBe(3_000);
        bodies
            .Of([Collection.Claims, Collection.Outcomes, Collection.Studies])
            .Select(read => (read.Collection, read.Position, Convert.ToHexString(read.Body)))
            .ShouldBe([
                .. claims.Select((body, index) => (Collection.Claims, index + 1, Convert.ToHexString(body))),
                .. studies.Select((body, index) => (Collection.Studies, index + 1, Convert.ToHexString(body))),
            ]);
    }

    [Fact]
    public void The_file_has_no_name()
    {
        using var bodies = new BodyFile(_folder.Path);
        bodies.Add(Collection.Claims, Bytes(3_000_000, seed: 1));
        bodies.Complete();

        Directory
            .EnumerateFiles(_folder.Path, "*", new EnumerationOptions { AttributesToSkip = FileAttributes.None })
            .ShouldBeEmpty();
        bodies.Read(Collection.Claims, 1).Length.ShouldBe(3_000_000);
    }

    public void Dispose() => _folder.Dispose();

    private static byte[] Bytes(int length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed + length).NextBytes(bytes);
        return bytes;
    }
}
