using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FakeDiscord.Checks;

/// <summary>
/// Makes <c>discord-api.json</c> from Discord's own document (<c>specs/openapi.json</c> of discord/discord-api-spec, MIT):
/// the operations below, the schemas they reach, without prose.
/// </summary>
public static class OpenApiCut
{
    private const string SchemaPrefix = "#/components/schemas/";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Kept =
    [
        "GET /gateway", "GET /gateway/bot", "GET /users/@me", "GET /users/{user_id}", "POST /users/@me/channels",
        "GET /applications/@me",
        "GET /applications/{application_id}/commands", "PUT /applications/{application_id}/commands",
        "POST /applications/{application_id}/commands",
        "GET /applications/{application_id}/commands/{command_id}",
        "DELETE /applications/{application_id}/commands/{command_id}",
        "GET /channels/{channel_id}", "POST /channels/{channel_id}/typing",
        "GET /channels/{channel_id}/messages", "POST /channels/{channel_id}/messages",
        "GET /channels/{channel_id}/messages/{message_id}", "PATCH /channels/{channel_id}/messages/{message_id}",
        "DELETE /channels/{channel_id}/messages/{message_id}",
        "POST /interactions/{interaction_id}/{interaction_token}/callback",
        "POST /webhooks/{webhook_id}/{webhook_token}",
        "GET /webhooks/{webhook_id}/{webhook_token}/messages/@original",
        "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original",
        "DELETE /webhooks/{webhook_id}/{webhook_token}/messages/@original",
        "GET /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}",
        "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}",
        "DELETE /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}",
    ];

    public static JsonObject Of(JsonObject published)
    {
        var schemas = published["components"]!["schemas"]!.AsObject();
        var operations = new JsonObject();
        foreach (var route in Kept)
            operations[route] = Operation(published["paths"]!, route);
        var reached = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        Reach(operations, schemas, reached);
        return new JsonObject
        {
            ["source"] = published["info"]!["x-origin"]?.ToString() ?? "discord/discord-api-spec, specs/openapi.json",
            ["licence"] = published["info"]!["license"]!["identifier"]!.ToString(),
            ["operations"] = operations,
            ["schemas"] = new JsonObject(reached),
        };
    }

    /// <summary>One operation or schema to a line, so that the next version's differences can be read.</summary>
    public static string Write(JsonObject cut)
    {
        var text = new StringBuilder("{\n");
        text.Append(" \"source\": ").Append(cut["source"]!.ToJsonString(Readable)).Append(",\n");
        text.Append(" \"licence\": ").Append(cut["licence"]!.ToJsonString(Readable)).Append(",\n");
        foreach (var part in new[] { "operations", "schemas" })
        {
            text.Append(" \"").Append(part).Append("\": {\n");
            text.AppendJoin(",\n", cut[part]!.AsObject().Select(
                entry => $"  \"{entry.Key}\": {entry.Value!.ToJsonString(Readable)}"));
            text.Append(part == "schemas" ? "\n }\n" : "\n },\n");
        }

        return text.Append("}\n").ToString();
    }

    private static JsonObject Operation(JsonNode paths, string route)
    {
        var (method, path) = (route.Split(' ')[0], route.Split(' ')[1]);
        var operation = paths[path]![method.ToLowerInvariant()]!;
        var cut = new JsonObject { ["id"] = operation["operationId"]!.ToString() };
        var query = operation["parameters"]?.AsArray().Where(parameter => parameter!["in"]!.ToString() == "query").ToList() ?? [];
        if (query.Count > 0)
            cut["query"] = new JsonObject(query.Select(parameter =>
                KeyValuePair.Create(parameter!["name"]!.ToString(), Bare(parameter["schema"]!))));
        if (operation["requestBody"]?["content"]?["application/json"]?["schema"] is { } body)
            cut["body"] = Bare(body);
        if (operation["responses"]?["200"]?["content"]?["application/json"]?["schema"] is { } answer)
            cut["answer"] = Bare(answer);
        return cut;
    }

    private static JsonNode? Bare(JsonNode node) => node switch
    {
        JsonObject fields => new JsonObject(fields.Where(field => !IsProse(field.Key, field.Value)).Select(field =>
            KeyValuePair.Create(field.Key, field.Key == "$ref"
                ? field.Value!.ToString()[SchemaPrefix.Length..]
                : field.Value is null ? null : Bare(field.Value)))),
        JsonArray items => new JsonArray([.. items.Select(item => item is null ? null : Bare(item))]),
        _ => node.DeepClone(),
    };

    /// <summary>A property may be called <c>title</c> as well; then its value is a schema, no text.</summary>
    private static bool IsProse(string name, JsonNode? value) =>
        name.StartsWith("x-", StringComparison.Ordinal)
        || (name is "title" or "description" && value?.GetValueKind() == JsonValueKind.String);

    private static void Reach(JsonNode? node, JsonObject schemas, SortedDictionary<string, JsonNode?> reached)
    {
        switch (node)
        {
            case JsonObject fields:
                foreach (var (name, value) in fields)
                {
                    if (name == "$ref" && value?.GetValueKind() == JsonValueKind.String)
                    {
                        if (reached.TryAdd(value.ToString(), null))
                            Reach(reached[value.ToString()] = Bare(schemas[value.ToString()]!), schemas, reached);
                    }
                    else
                    {
                        Reach(value, schemas, reached);
                    }
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                    Reach(item, schemas, reached);
                break;
        }
    }
}
