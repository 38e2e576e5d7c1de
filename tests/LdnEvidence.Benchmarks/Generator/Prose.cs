using System.Text;

namespace LdnEvidence.Benchmarks.Generator;

/// <summary>Sentences of the length that curators write, drawn from a fixed vocabulary. They say nothing, and say so.</summary>
internal static class Prose
{
    private static readonly string[] Vocabulary =
    [
        .. (
            "group arm score week baseline placebo dose change interval trend follow-up visit scale diary sample entry range count mean "
            + "median estimate signal response record report survey cohort period phase schedule tablet capsule measure reading index "
            + "ratio margin figure table chart listing register panel session round series ward centre site reviewer reader observer "
            + "small large early late short long daily weekly partial complete planned unplanned blinded open paired single repeated "
            + "adjusted crude stable mild moderate transient persistent similar different lower higher shorter longer "
            + "rose fell held varied returned ended began stayed differed matched followed reached passed missed "
            + "before after during between within across against beside among under over near"
        ).Split(' '),
    ];

    private static readonly string[] Openings =
    [
        "In this made-up record the",
        "The invented text says that the",
        "For the exercise the",
        "The example gives that the",
        "By way of filling, the",
    ];

    /// <summary>A sentence of about this many words.</summary>
    public static string Sentence(ref Draw draw, int words)
    {
        var text = new StringBuilder(draw.Of(Openings));
        var length = words - 3 + draw.Below(7);
        for (var i = 0; i < length; i++)
        {
            text.Append(' ').Append(Vocabulary[draw.Skewed(Vocabulary.Length)]);
        }

        return text.Append('.').ToString();
    }

    /// <summary>What a claim says: which record it is of, the common words that fell to it, and its rare word.</summary>
    public static string Statement(Scale scale, SyntheticClaim claim, ref Draw draw)
    {
        var text = new StringBuilder("In ")
            .Append(Words.Condition(claim.Conditions[0]))
            .Append(" disorder, an invented one, low-dose naltrexone is said to bear on ")
            .Append(Words.Rare(scale.RareWordOf(claim.Number)));
        for (var word = 0; word < Words.CommonCount; word++)
        {
            if (draw.Below(3) == 0)
            {
                text.Append(' ').Append(Words.Common(word));
            }
        }

        return text.Append('.').ToString();
    }
}
