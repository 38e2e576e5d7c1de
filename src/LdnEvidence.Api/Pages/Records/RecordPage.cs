using LdnEvidence.Api.Pages.Frame;
using Microsoft.AspNetCore.Components;

namespace LdnEvidence.Api.Pages.Records;

/// <summary>What the pages of conditions, mechanisms, outcomes and studies have in common.</summary>
/// <typeparam name="TRecord">The record as the API serves it.</typeparam>
public abstract class RecordPage<TRecord> : ComponentBase
{
    [CascadingParameter]
    public Reading Reading { get; set; } = null!;

    [Parameter, EditorRequired]
    public TRecord Record { get; set; } = default!;

    /// <summary>The claims that name the record.</summary>
    [Parameter, EditorRequired]
    public ClaimsShown Claims { get; set; } = null!;

    /// <summary>The record as JSON-LD.</summary>
    [Parameter, EditorRequired]
    public string LinkedData { get; set; } = null!;
}
