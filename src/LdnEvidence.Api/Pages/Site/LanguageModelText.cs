using System.Text;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Contracts.Reports;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Caching;

namespace LdnEvidence.Api.Pages.Site;

/// <summary>What a program that reads text should know before it repeats anything from here, in the form of llmstxt.org.</summary>
internal static class LanguageModelText
{
    public const string MediaType = "text/markdown";

    /// <summary>Sends llms.txt.</summary>
    public static WholeAnswer Handle(HttpRequest request)
    {
        var site = RequestTarget.SiteOf(request);
        var api = $"{site}{Address.Api}";
        return new WholeAnswer(
            Encoding.UTF8.GetBytes(
                $"""
                # LDN Evidence

                > What one practitioner's web page claims about low-dose naltrexone (LDN), how strong the evidence is that it cites, and whether the cited study says so. A read-only HTTP API with JSON, and the same as pages.

                {ServiceResponse.DisclaimerText}

                ## How to repeat a claim

                - Say that it is a claim of the page, never that it is so. `display.text` is a sentence that may be shown as it is; show `display.caveat` with it, and say nothing that `display.mustNotSay` lists.
                - Give `evidenceLevel` and `fidelity.toSource.label` together: a claim can rest on a pilot trial that reports the opposite (`contradicted`).
                - Where `levelIsMeaningful` is false, give no level: the claim is on no effect, and its level is no evidence.
                - Where `correction` is not null, give it.
                - Where a list has `absences`, say what was looked for and not found.
                - Cite the page of the claim (`links.html`) with the number of the release, from the header `Catalogue-Release`.

                ## How to ask

                - No key is needed. A list has `items`, `total` and `next`; follow `next` until it is null.
                - Every error is a problem with a `type` that explains it.

                ## API

                - [What there is]({api}): version, release, licences and links
                - [OpenAPI document]({site}{Address.OpenApi}): every address, parameter and answer
                - [Claims]({api}/{Address.Claims}): filters such as `condition`, `evidenceLevel`, `fidelity`; `q` searches
                - [Conditions]({api}/{Address.Conditions}), [mechanisms]({api}/{Address.Mechanisms}), [outcomes]({api}/{Address.Outcomes}) and [studies]({api}/{Address.Studies}): the records that claims name
                - [Evidence levels]({api}/{Address.EvidenceLevels}): what each level means, and the table that gives it
                - [Coverage]({api}/{Address.Coverage}): conditions by parts of health, with what is missing
                - [Search]({api}/{Address.Search}?q=crohn): all kinds of record at once
                - [Releases]({api}/{Address.Releases}): a release never changes; `release=` on any address keeps an answer as it was
                - [Problems]({site}/problems): what each error means and how to mend it

                ## Pages

                - [Evidence map]({site}/): what has trials behind it, what has stories, and where a source says otherwise
                - [Claims]({site}/search): search with filters
                - [API documentation]({site}/swagger): Swagger UI

                """
            ),
            $"{MediaType}; charset=utf-8"
        );
    }
}
