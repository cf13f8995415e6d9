using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FakeDiscord;

/// <summary>Reads a node whether it was parsed or built here, where the number types differ.</summary>
internal static class JsonReading
{
    public static string? Text(this JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;

    public static long? Number(this JsonNode? node) => node?.GetValueKind() == JsonValueKind.Number
        && long.TryParse(node.ToJsonString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number : null;

    public static bool IsTrue(this JsonNode? node) => node?.GetValueKind() == JsonValueKind.True;

    public static ulong? Id(this JsonNode? node) =>
        ulong.TryParse(node.Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>The objects of an array; none where there is no array.</summary>
    public static IEnumerable<JsonObject> Items(this JsonNode? node) => (node as JsonArray ?? []).OfType<JsonObject>();

    public static JsonNode AsId(this ulong id) => id.ToString(CultureInfo.InvariantCulture);

    public static string AsTimestamp(this DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", CultureInfo.InvariantCulture);

    /// <summary>A copy without what is null, all the way down.</summary>
    public static JsonNode WithoutNulls(this JsonNode node) => node switch
    {
        JsonObject fields => new JsonObject(fields.Where(field => field.Value is not null)
            .Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value!.WithoutNulls()))),
        JsonArray items => new JsonArray([.. items.Select(item => item?.WithoutNulls())]),
        _ => node.DeepClone(),
    };
}
