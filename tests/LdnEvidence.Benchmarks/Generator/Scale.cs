using System.Globalization;

namespace LdnEvidence.Benchmarks.Generator;

/// <summary>How large a generated catalogue is, and the names of its records, which are known without reading it.</summary>
internal sealed record Scale(string Name, int Claims, int Studies, int Conditions)
{
    /// <summary>Sizes of the groups of claims that share a rare word: fifteen claims make five words.</summary>
    private static readonly int[] WordOfPlace = [0, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4];

    private const int WordsInGroup = 5;

    public static Scale M { get; } = new("M", 100_000, 20_000, 1_000);

    public static Scale L { get; } = new("L", 1_000_000, 100_000, 2_000);

    public int Mechanisms => Math.Min(50, Claims / 20);

    public int Outcomes => Math.Min(100, Claims / 10);

    public int RareWords => (Claims + WordOfPlace.Length - 1) / WordOfPlace.Length * WordsInGroup;

    /// <summary>A catalogue of any size, in the proportions of M.</summary>
    public static Scale Of(int claims) =>
        new(
            claims.ToString(CultureInfo.InvariantCulture),
            claims,
            Math.Max(8, claims / 5),
            Math.Clamp(claims / 100, 5, 2_000)
        );

    public static string ClaimId(int claim) => Number("claim-", claim, "D6");

    public static string StudyId(int study) => Number("study-", study, "D6");

    public static string ConditionId(int condition) => Number("condition-", condition, "D4");

    public static string MechanismId(int mechanism) => Number("mechanism-", mechanism, "D2");

    public static string OutcomeId(int outcome) => Number("outcome-", outcome, "D2");

    /// <summary>The rare word of a claim. Claims that share one are far apart.</summary>
    public int RareWordOf(int claim)
    {
        // 7919 is prime and divides no scale, so each claim has a place of its own.
        var place = (int)(claim * 7919L % Claims);
        return (place / WordOfPlace.Length * WordsInGroup) + WordOfPlace[place % WordOfPlace.Length];
    }

    private static string Number(string prefix, int number, string format) =>
        prefix + number.ToString(format, CultureInfo.InvariantCulture);
}
