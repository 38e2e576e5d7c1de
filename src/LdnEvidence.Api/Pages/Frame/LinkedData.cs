using System.Buffers;
using System.Text;
using LdnEvidence.Api.Formats;

namespace LdnEvidence.Api.Pages.Frame;

/// <summary>JSON-LD inside a page: what the API serves as jsonld, with &lt; escaped so that nothing in it can end the element it stands in.</summary>
internal static class LinkedData
{
    private static readonly Format JsonLd = FormatRegistry.All.Single(format => format.Name == "jsonld");

    public static string Of<TRecord>(ReadOnlyMemory<byte> document)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = JsonLd.Open(typeof(TRecord), Arity.One, output);
        writer.Begin();
        writer.Write(document);
        writer.End();
        return Encoding.UTF8.GetString(output.WrittenSpan).Replace("<", "\\u003c", StringComparison.Ordinal);
    }
}
