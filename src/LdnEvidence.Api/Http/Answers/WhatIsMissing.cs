using System.Buffers;
using System.Text.Json;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Lists;

namespace LdnEvidence.Api.Http.Answers;

/// <summary>What a list of claims on a condition does not show: claims that a filter hides, and evidence that was looked for and not found.</summary>
internal static class WhatIsMissing
{
    /// <summary>
    /// Writes how many of all the claims the filters on strength hide, by level and by fidelity: a <see cref="HeldBackResponse"/>, member by member, since
    /// every page of a filtered list has one.
    /// </summary>
    public static void WriteHeldBack(IBufferWriter<byte> body, Listing listing, PositionSet all, OpenRelease catalogue)
    {
        var index = catalogue.Index(listing.Collection);
        using var json = new Utf8JsonWriter(body, new JsonWriterOptions { SkipValidation = true });
        var hidden = all.Except(listing.Records);
        json.WriteStartObject();
        json.WriteNumber("total"u8, hidden.Count);
        Write("byLevel"u8, index.Column("evidenceLevel"));
        Write("byFidelity"u8, index.Column("fidelity"));
        json.WriteEndObject();

        void Write(ReadOnlySpan<byte> name, ValueColumn column)
        {
            json.WriteStartObject(name);
            foreach (var (number, count) in column.CountEach(hidden).Index())
            {
                if (count > 0)
                {
                    json.WriteNumber(column.Text(number), count);
                }
            }

            json.WriteEndObject();
        }
    }

    /// <summary>What is known to be absent on the conditions that were asked for.</summary>
    public static IReadOnlyList<ConditionAbsence> Absences(Listing listing, OpenRelease catalogue)
    {
        var absences = new List<ConditionAbsence>();
        foreach (var id in listing.Conditions.Distinct(StringComparer.Ordinal))
        {
            foreach (var absence in catalogue.Condition(id).Absences)
            {
                absences.Add(new(id, absence.Statement, absence.LookedAt, absence.By, absence.On));
            }
        }

        return absences;
    }
}
