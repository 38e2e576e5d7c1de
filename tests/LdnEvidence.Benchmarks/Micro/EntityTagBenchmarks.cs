using BenchmarkDotNet.Attributes;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Domain;
using Microsoft.AspNetCore.Http;

namespace LdnEvidence.Benchmarks.Micro;

/// <summary>What each answer does before anything is read.</summary>
public class EntityTagBenchmarks
{
    private static readonly Release Latest = new(1, DateTimeOffset.UnixEpoch, new string('0', 64));

    private readonly HttpRequest _request = new DefaultHttpContext().Request;
    private readonly Representation _representation = new();
    private string _tag = string.Empty;

    [GlobalSetup]
    public void Setup()
    {
        _request.Path = "/api/v1/claims";
        _request.QueryString = new QueryString("?condition=crohns-disease&evidenceLevel=pilot-trial");
        _tag = EntityTags.Of(Latest, _request, _representation);
        _request.Headers.IfNoneMatch = _tag;
    }

    [Benchmark]
    public string Of() => EntityTags.Of(Latest, _request, _representation);

    [Benchmark]
    public bool IsHeld() => EntityTags.IsHeld(_request, _tag);
}
