using System.Text;
using LdnEvidence.Api.Pages.Frame;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace LdnEvidence.Api.Pages;

/// <summary>Renders a component as HTML, without any service of interactive components: a page is finished when it is sent.</summary>
internal static class PageRenderer
{
    public const string MediaType = "text/html";

    private const string ContentType = $"{MediaType}; charset=utf-8";

    public static async Task Write(
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
        var body = Encoding.UTF8.GetBytes(html);
        http.Response.ContentType = ContentType;
        http.Response.ContentLength = body.Length;
        await http.Response.BodyWriter.WriteAsync(body, http.RequestAborted);
    }
}
