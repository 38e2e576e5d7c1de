using System.Globalization;
using LdnEvidence.Benchmarks.Driver;

namespace LdnEvidence.Benchmarks.Rows;

/// <summary>Numbers as the table shows them.</summary>
internal static class Show
{
    /// <summary>A server that had this much of its core was held up by nothing else.</summary>
    private const double Saturated = 0.9;

    public static string Rate(double requests) => Text($"{requests:N0}/s");

    public static string Speed(double bytes) => Text($"{bytes / 1e6:N0} MB/s");

    public static string Ratio(double ratio) => Text($"{ratio:F2}");

    public static string Latency(Medians medians) => Text($"{medians.P50:F2} / {medians.P99:F2} ms");

    public static string Processor(Medians subject, Medians reference) =>
        Text($"{subject.Processor:F0} / {reference.Processor:F0} µs ({reference.Processor / subject.Processor:F2})");

    /// <summary>What makes a comparison doubtful; empty where nothing does.</summary>
    public static string Doubts(Medians subject, Medians reference, bool isSteady) =>
        (isSteady ? string.Empty : ", still rising")
        + (
            Math.Min(subject.Share, reference.Share) < Saturated
                ? Text($", of their core the servers had {subject.Share:P0} and {reference.Share:P0}")
                : string.Empty
        );

    public static string Megabytes(long bytes) => Text($"{bytes / 1e6:F0} MB");

    public static string Seconds(double seconds) => Text($"{seconds:F2} s");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
