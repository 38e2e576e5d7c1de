using BenchmarkDotNet.Attributes;
using LdnEvidence.Api.Http;

namespace LdnEvidence.Benchmarks.Micro;

/// <summary>What each page of a list does once or twice.</summary>
public class CursorBenchmarks
{
    private const string List = "/api/v1/claims?condition=crohns-disease&evidenceLevel=pilot-trial";

    private static readonly string Written = new Cursor(1, 80_000).Write(List);

    [Benchmark]
    public string Write() => new Cursor(1, 80_000).Write(List);

    [Benchmark]
    public bool Read() => Cursor.TryRead(Written, List, out _);
}
