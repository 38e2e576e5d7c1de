using System.Globalization;

namespace LdnEvidence.Domain.Wording;

/// <summary>Studies as the subject of a clause.</summary>
/// <param name="Text">The words.</param>
/// <param name="IsPlural">Whether the verb stands in the plural.</param>
/// <param name="IsRetracted">Whether all of the studies were retracted.</param>
internal sealed record NounPhrase(string Text, bool IsPlural, bool IsRetracted = false)
{
    /// <summary>The form of the verb that goes with it.</summary>
    public string Verb(string plural, string singular) => IsPlural ? plural : singular;
}

/// <summary>Names studies by what the catalogue knows of them.</summary>
internal static class StudyNouns
{
    private static readonly string[] Numbers =
    [
        "no",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ];

    /// <summary>The evidence with its size and with what was given, such as "one small trial of 10 people".</summary>
    public static NounPhrase Of(Evidence evidence)
    {
        var words = evidence.Kind switch
        {
            EvidenceKind.Cells => Count(evidence.Groups, "laboratory study", "laboratory studies"),
            EvidenceKind.Cases => OfCases(evidence),
            EvidenceKind.Uncontrolled => Sized(evidence, "uncontrolled study", "uncontrolled studies"),
            _ => Sized(evidence, "trial", "trials"),
        };
        var isPlural = evidence.Groups > 1 || words.Contains(" reported cases", StringComparison.Ordinal);
        return new NounPhrase(words + Given(evidence), isPlural);
    }

    /// <summary>Cited works whose report is not told as evidence, such as "the review the page cites".</summary>
    public static NounPhrase OfCited(IReadOnlyList<Study> studies)
    {
        var (one, several) =
            studies.Count == 0 ? ("work", "works")
            : studies.All(Evidence.IsLaboratory) ? ("laboratory study", "laboratory studies")
            : studies.All(IsReview) ? ("review", "reviews")
            : !studies.Any(IsReview) ? ("study", "studies")
            : ("work", "works");
        return new NounPhrase(
            $"the {(studies.Count > 1 ? several : one)} the page cites",
            studies.Count > 1,
            studies.Count > 0 && studies.All(study => study.Standing == StudyStanding.Retracted)
        );
    }

    /// <summary>A review of other works.</summary>
    public static bool IsReview(Study study) =>
        study.Setting == StudySetting.Literature || study.Design == StudyDesign.NarrativeReview;

    private static string Sized(Evidence evidence, string one, string several) =>
        evidence.People is { } people
            ? $"{Count(evidence.Groups, Small(evidence, one), Small(evidence, several))} {People(evidence.Groups, people, "people")}"
            : $"{Count(evidence.Groups, one, several)} of unknown size";

    private static string OfCases(Evidence evidence)
    {
        var reports = evidence.Studies.All(study => study.Design == StudyDesign.CaseReport);
        if (evidence.Groups > 1)
        {
            return evidence.People is { } together
                ? $"{Number(evidence.Groups)} reports of treated patients, {Digits(together)} of them together"
                : $"{Number(evidence.Groups)} reports of treated patients";
        }

        return (reports, evidence.People) switch
        {
            (true, null) => "a case report",
            (true, 1) => "one reported case",
            (true, { } cases) => $"{Number(cases)} reported cases",
            (false, null) => "a case series of unknown size",
            (false, { } patients) =>
                $"a {Small(evidence, "case series")} of {Digits(patients)} {(patients == 1 ? "patient" : "patients")}",
        };
    }

    private static string Given(Evidence evidence)
    {
        var given = evidence.Studies.Select(study => study.InterventionMatch).ToList();
        var words = given.Min() switch
        {
            null => "dose or route not known",
            InterventionMatch.Exact when given.TrueForAll(match => match == InterventionMatch.Exact) => "",
            InterventionMatch.Exact => "not all known to be of low-dose naltrexone and nothing besides",
            InterventionMatch.HigherDose => "given in a higher dose",
            InterventionMatch.OtherRoute => "given by another route",
            InterventionMatch.Combined => "given together with other agents",
            InterventionMatch.OtherOpioidAntagonist => "of another opioid antagonist, not naltrexone",
            InterventionMatch.EndogenousOpioid => "of opioids that the body makes, not naltrexone",
            _ => "not of naltrexone",
        };
        return words.Length == 0 ? "" : $" ({words})";
    }

    private static string Small(Evidence evidence, string noun) => evidence.IsSmall ? $"small {noun}" : noun;

    private static string People(int groups, int people, string noun) =>
        groups == 1 ? $"of {Digits(people)} {(people == 1 ? "person" : noun)}" : $"of {Digits(people)} {noun} together";

    private static string Count(int number, string one, string several) =>
        number == 1 ? $"one {one}" : $"{Number(number)} {several}";

    private static string Number(int number) =>
        number >= 0 && number < Numbers.Length ? Numbers[number] : Digits(number);

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
