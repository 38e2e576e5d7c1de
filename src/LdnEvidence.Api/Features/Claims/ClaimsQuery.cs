using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Features.Claims;

/// <summary>Which claims to list. Values of one parameter: any of them; different parameters: all of them.</summary>
public record ClaimsQuery : SearchableQuery
{
    /// <summary>Only claims on this condition itself; see includeNarrower. May be given more than once. An id that does not exist is a 404.</summary>
    /// <example>crohns-disease</example>
    public Parameter<Slug>[] Condition { get; init; } = [];

    /// <summary>Whether condition and code also mean the conditions narrower than those they name: pancreatic cancer for cancer, say. False when absent.</summary>
    /// <example>true</example>
    public Parameter<bool>? IncludeNarrower { get; init; }

    /// <summary>Only claims that name a condition, or only those that name none. Both when absent.</summary>
    /// <example>true</example>
    public Parameter<bool>? NamesCondition { get; init; }

    /// <summary>Only claims on this mechanism. May be given more than once. An id that does not exist is a 404.</summary>
    /// <example>natural-killer-cell-activation</example>
    public Parameter<Slug>[] Mechanism { get; init; } = [];

    /// <summary>Only claims on this outcome. May be given more than once. An id that does not exist is a 404.</summary>
    /// <example>cd4-count</example>
    public Parameter<Slug>[] Outcome { get; init; } = [];

    /// <summary>Only claims whose outcome belongs to this part of health. May be given more than once.</summary>
    /// <example>immune-system</example>
    public Parameter<OutcomeDomain>[] Domain { get; init; } = [];

    /// <summary>Only claims that cite this study. May be given more than once. A citation key that does not exist is a 404.</summary>
    /// <example>smith-2007</example>
    public Parameter<Slug>[] Study { get; init; } = [];

    /// <summary>Only claims of this evidence level. May be given more than once.</summary>
    /// <example>pilot-trial</example>
    public Parameter<EvidenceLevel>[] EvidenceLevel { get; init; } = [];

    /// <summary>Only claims of this kind. May be given more than once.</summary>
    /// <example>efficacy</example>
    public Parameter<ClaimKind>[] Kind { get; init; } = [];

    /// <summary>Only claims on an effect, whose level may be shown as evidence, or only those on something else (use, dose, approval). Both when absent.</summary>
    /// <example>true</example>
    public Parameter<bool>? LevelIsMeaningful { get; init; }

    /// <summary>Only claims of this direction. May be given more than once.</summary>
    /// <example>increases</example>
    public Parameter<ClaimDirection>[] Direction { get; init; } = [];

    /// <summary>Only claims whose cited source bears them out to this degree (fidelity.toSource.label). May be given more than once.</summary>
    /// <example>contradicted</example>
    public Parameter<SourceFidelity>[] Fidelity { get; init; } = [];

    /// <summary>Only claims whose sentence says what the document says to this degree (fidelity.toDocument.label). May be given more than once.</summary>
    /// <example>faithful</example>
    public Parameter<DocumentFidelity>[] FidelityToDocument { get; init; } = [];

    /// <summary>Only claims of which the document differs from the cited source in this way (fidelity.toSource.differences). May be given more than once.</summary>
    /// <example>direction-reversed</example>
    public Parameter<Difference>[] Difference { get; init; } = [];

    /// <summary>Only claims whose fidelity to the source was judged on this day or later (fidelity.toSource.checked.on).</summary>
    /// <example>2026-11-23</example>
    public Parameter<DateOnly>? CheckedSince { get; init; }

    /// <summary>Only claims that the document makes sound like this level. May be given more than once.</summary>
    /// <example>pilot-trial</example>
    public Parameter<EvidenceLevel>[] ImpliedLevel { get; init; } = [];

    /// <summary>Only claims that sound stronger than, as strong as or weaker than their level. May be given more than once.</summary>
    /// <example>overstated</example>
    public Parameter<LevelGap>[] LevelGap { get; init; } = [];

    /// <summary>Only claims of which the nearest counted study gave this; exact is naltrexone up to 5 mg a day by mouth and nothing besides. May be given more than once.</summary>
    /// <example>exact</example>
    public Parameter<InterventionMatch>[] InterventionMatch { get; init; } = [];

    internal override bool CodesIncludeNarrower => IncludeNarrower is { Value: true };

    /// <summary>Fields, separated by commas, for which to count how many claims of the list have each value.</summary>
    public Parameter<string>? Facets { get; init; }

    /// <summary>Collections, separated by commas, whose records that the page's claims link to are added in full, each once.</summary>
    public Parameter<string>? Include { get; init; }
}

internal abstract class ClaimsQueryValidator<TQuery> : SearchableQueryValidator<TQuery>
    where TQuery : ClaimsQuery
{
    protected ClaimsQueryValidator()
        : base(typeof(ClaimResponse), ClaimQueries.Sorts.Names)
    {
        RuleFor(query => query.Facets).SeveralOf("a field with counts", ClaimQueries.Facets);
        RuleFor(query => query.Include)
            .SeveralOf("a collection that claims link to", [.. ClaimQueries.Linked.Select(linked => linked.Name)]);
    }
}
