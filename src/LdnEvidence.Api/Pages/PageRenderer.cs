using System.Text;
using LdnEvidence.Api.Pages.Frame;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace LdnEvidence.Api.Pages;

/// <summary>Renders a component as HTML, without any service of interactive components: a page is finished when it is sent.</summary>
internal static class PageRenderer
{
    public const string MediaType = "text/html";

    public const string ContentType = $"{MediaType}; charset=utf-8";

    /// <summary>What an address from the root stands after. Nothing else on a page reads so: text has its quotation marks escaped, in JSON-LD too.</summary>
    private static readonly string[] BeforeAddresses =
    [
        " href=\"",
        " src=\"",
        " action=\"",
        "\"@id\":\"",
        "\"inDefinedTermSet\":\"",
    ];

    /// <summary>Sends a page; status and further headers are set.</summary>
    public static async Task Write(
        HttpContext http,
        Reading reading,
        Type component,
        IEnumerable<(string Name, object? Value)> parameters
    )
    {
        var body = await Render(http, reading, component, parameters);
        http.Response.ContentType = ContentType;
        http.Response.ContentLength = body.Length;
        await http.Response.BodyWriter.WriteAsync(body, http.RequestAborted);
    }

    /// <summary>The bytes of a page.</summary>
    public static async Task<byte[]> Render(
        HttpContext http,
        Reading reading,
        Type component,
        IEnumerable<(string Name, object? Value)> parameters
    )
    {
        var services = http.RequestServices;
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var page = await renderer.RenderComponentAsync<Root>(
                ParameterView.FromDictionary(
                    new Dictionary<string, object?>(StringComparer.Ordinal)
                    {
                        [nameof(Root.Reading)] = reading,
                        [nameof(Root.Page)] = component,
                        [nameof(Root.Parameters)] = parameters.ToDictionary(
                            parameter => parameter.Name,
                            parameter => parameter.Value!,
                            StringComparer.Ordinal
                        ),
                    }
                )
            );
            return page.ToHtmlString();
        });
        return Encoding.UTF8.GetBytes(Below(html, http.Request.PathBase));
    }

    /// <summary>Components write addresses from the service's root; here the path below which it stands is put before all of them.</summary>
    private static string Below(string html, PathString basePath) =>
        basePath.HasValue
            ? BeforeAddresses.Aggregate(
                html,
                (page, before) =>
                    page.Replace($"{before}/", $"{before}{basePath.ToUriComponent()}/", StringComparison.Ordinal)
            )
            : html;
}
