using System.Text.Json;
using System.Text.Json.Serialization;

namespace Clients.Generated.NSwagSystemTextJson;

/// <summary>What NSwag leaves out: System.Text.Json reads an array of names, such as the differences of a claim, only with this converter.</summary>
public partial class LdnClient
{
    static partial void UpdateJsonSerializerSettings(JsonSerializerOptions settings) =>
        settings.Converters.Add(new JsonStringEnumConverter());
}
