namespace LdnEvidence.Domain.Wording;

/// <summary>The table of phrases by which a text's strength is measured.</summary>
internal static class StrengthPhrases
{
    private static readonly (StatementStrength Strength, string[] Phrases)[] Table =
    [
        (
            StatementStrength.Postulated,
            [
                "is proposed",
                "are proposed",
                "proposed to",
                "is postulated",
                "is hypothesised",
                "is thought",
                "possible mechanism",
            ]
        ),
        (
            StatementStrength.Said,
            [
                "is said",
                "are said",
                "is attributed to",
                "is described as",
                "are described as",
                "is believed",
                "in the experience of",
                "on the clinic's page",
                "the clinic's page says",
                "practitioners say",
                "says so",
                "say so",
                // What is only said to be shown is not shown.
                "said to show",
                "said to have shown",
                "said not to have shown",
                "said to demonstrate",
                "said to have demonstrated",
                "said not to have demonstrated",
            ]
        ),
        (StatementStrength.PartlyReported, ["only in part", "reported in part"]),
        (
            StatementStrength.ReportedInCells,
            [
                "in cells",
                "in animals",
                "in mice",
                "in the laboratory",
                "in a laboratory study",
                "in one laboratory study",
                "in # laboratory studies",
                "in laboratory studies",
            ]
        ),
        (
            StatementStrength.ReportedInOneCase,
            ["in one case", "in a case", "in one reported case", "in a case report", "in one patient", "in a patient"]
        ),
        (
            StatementStrength.ReportedInCases,
            [
                "in # cases",
                "in # reported cases",
                "in # patients",
                "in some patients",
                "in cases",
                "in case reports",
                "in # case reports",
                "in a case series",
                "in one case series",
                "in one small case series",
                "in a small case series",
                "in # case series",
                "in # reports of treated patients",
            ]
        ),
        (
            StatementStrength.ReportedWithoutControlGroup,
            [
                "in one uncontrolled study",
                "in an uncontrolled study",
                "in # uncontrolled studies",
                "in one small uncontrolled study",
                "in a small uncontrolled study",
                "in # small uncontrolled studies",
                "in an uncontrolled trial",
                "in a small study",
                "in a cohort",
            ]
        ),
        (
            StatementStrength.ReportedInOneSmallTrial,
            [
                "in one small trial",
                "in a small trial",
                "in a pilot trial",
                "in one trial of unknown size",
                "a small trial reports",
                "one small trial reports",
            ]
        ),
        (
            StatementStrength.ReportedInSmallTrials,
            [
                "in # small trials",
                "in small trials",
                "in # trials of unknown size",
                "# small trials report",
                "small trials report",
            ]
        ),
        (
            StatementStrength.ReportedInTrials,
            [
                "in one trial",
                "in a trial",
                "in # trials",
                "in trials",
                "in clinical trials",
                "in a clinical trial",
                "in a large trial",
                "a trial reports",
                "trials report",
            ]
        ),
        (
            StatementStrength.Shown,
            [
                "studies show",
                "studies have shown",
                "research shows",
                "research has shown",
                "trials show",
                "trials have shown",
                "data show",
                "evidence shows",
                "shows that",
                "has shown",
                "have shown",
                "was shown",
                "were shown",
                "has been shown",
                "have been shown",
                "is shown",
                "demonstrates",
                "demonstrated",
                "found to",
                "found that",
                "confirms",
                "confirmed",
                // Said in the indicative, an effect is said to be so.
                "reduces",
                "lowers",
                "relieves",
                "improves",
                "raises",
                "prevents",
                "treats",
                "heals",
            ]
        ),
        (
            StatementStrength.Proven,
            [
                "proves",
                "proved",
                "proven",
                "proof",
                "cures",
                "cured",
                "is a cure",
                "is effective",
                "are effective",
                "was effective",
                "works for",
                "works in",
                "works against",
                "guarantees",
                "guaranteed",
                "established",
                "beyond doubt",
            ]
        ),
    ];

    /// <summary>Every phrase with its strength.</summary>
    public static IReadOnlyList<(StatementStrength Strength, string Phrase)> All { get; } =
    [.. Table.SelectMany(row => row.Phrases.Select(phrase => (row.Strength, phrase)))];
}
