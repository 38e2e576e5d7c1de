using BenchmarkDotNet.Attributes;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Http;
using Microsoft.AspNetCore.Http;

namespace LdnEvidence.Benchmarks.Micro;

/// <summary>A page of stored documents, set side by side and written.</summary>
public class PageBenchmarks
{
    private const int DocumentLength = 2_200;

    private readonly DefaultHttpContext _context = new();
    private Page<ClaimResponse>? _page;

    [Params(20, 100)]
    public int Documents { get; set; }

    [GlobalSetup]
    public void Setup() =>
        _page = new Page<ClaimResponse>(
            [.. Enumerable.Range(0, Documents).Select(_ => new byte[DocumentLength])],
            Documents * 5,
            "/api/v1/claims?release=1&cursor=AAAAAQAAABQAAAAAAAAAAA",
            "/api/v1/claims?release=1",
            1
        );

    [Benchmark]
    public async Task Write()
    {
        _context.Response.Body = Stream.Null;
        await _page!.ExecuteAsync(_context);
    }
}
