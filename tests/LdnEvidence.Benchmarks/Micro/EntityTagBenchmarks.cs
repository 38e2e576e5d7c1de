using BenchmarkDotNet.Attributes;
using LdnEvidence.Api.Http;
using LdnEvidence.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace LdnEvidence.Benchmarks.Micro;

/// <summary>What each answer does before anything is read.</summary>
public class EntityTagBenchmarks
{
    private static readonly Release Latest = new(1, DateTimeOffset.UnixEpoch, new string('0', 64));

    private readonly HttpRequest _request = new DefaultHttpContext().Request;
    private EntityTagHeaderValue? _tag;

    [GlobalSetup]
    public void Setup()
    {
        _request.Path = "/api/v1/claims";
        _request.QueryString = new QueryString("?condition=crohns-disease&evidenceLevel=pilot-trial");
        _tag = EntityTags.Of(Latest, _request);
        _request.Headers.IfNoneMatch = _tag.ToString();
    }

    [Benchmark]
    public object Of() => EntityTags.Of(Latest, _request);

    [Benchmark]
    public bool IsHeld() => EntityTags.IsHeld(_request, _tag!);
}
