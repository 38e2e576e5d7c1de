using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace LdnEvidence.Api.OpenApi.Schemas;

/// <summary>The XML comments of the program, by member. Swashbuckle reads those of operations and properties itself; this is for the rest.</summary>
internal sealed partial class XmlDocs
{
    private readonly Dictionary<string, XElement> _members;

    public XmlDocs() =>
        _members = Files
            .SelectMany(file => XDocument.Load(file).Descendants("member"))
            .Select(member => (Name: member.Attribute("name")!.Value, member))
            // Code generated into both assemblies is documented in both.
            .DistinctBy(pair => pair.Name)
            .ToDictionary(pair => pair.Name, pair => pair.member, StringComparer.Ordinal);

    public static IReadOnlyList<string> Files { get; } =
    [
        .. new[] { typeof(XmlDocs).Assembly, typeof(Domain.Claim).Assembly }.Select(assembly =>
            Path.ChangeExtension(assembly.Location, ".xml")
        ),
    ];

    public string? Summary(Type type) => Text($"T:{type.FullName}", "summary");

    public string? Summary(FieldInfo field) => Text($"F:{field.DeclaringType!.FullName}.{field.Name}", "summary");

    public string? Summary(PropertyInfo property) => Text(NameOf(property), "summary");

    public string? Example(PropertyInfo property) => Text(NameOf(property), "example");

    private static string NameOf(PropertyInfo property) => $"P:{property.DeclaringType!.FullName}.{property.Name}";

    private string? Text(string member, string tag) =>
        _members.GetValueOrDefault(member)?.Element(tag) is { } element
            ? WhiteSpace().Replace(element.Value, " ").Trim()
            : null;

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
