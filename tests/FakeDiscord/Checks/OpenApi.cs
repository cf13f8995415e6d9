using System.Text.Json.Nodes;

namespace FakeDiscord.Checks;

/// <summary>
/// Discord's published description of its API (<c>discord-api.json</c>): what a request may hold. Cut by
/// <see cref="OpenApiCut"/> to the operations that the fake does.
/// </summary>
public sealed class OpenApi
{
    private readonly JsonObject _schemas;

    private OpenApi(JsonObject root)
    {
        Root = root;
        _schemas = root["schemas"]!.AsObject();
        Operations = [.. root["operations"]!.AsObject().Select(entry => new Operation(
            entry.Value!["id"]!.ToString(), entry.Key.Split(' ')[0], entry.Key.Split(' ')[1],
            entry.Value["query"]?.AsObject() ?? [], entry.Value["body"]?.AsObject(),
            entry.Value["answer"]?.AsObject()))];
    }

    public static OpenApi Instance { get; } = Load();

    /// <summary>The data itself, for comparison with where it came from.</summary>
    public JsonObject Root { get; }

    public IReadOnlyList<Operation> Operations { get; }

    /// <summary>What is wrong with a request's body, field by field; empty: nothing.</summary>
    /// <param name="route">As in <c>POST /channels/{channel_id}/messages</c>.</param>
    public IReadOnlyList<string> ProblemsOf(string route, JsonNode? body) =>
        Check(Operations.Single(operation => operation.Route == route).Body!, body).Texts;

    /// <summary>What is wrong with an answer's body.</summary>
    public IReadOnlyList<string> ProblemsOfAnswer(string route, JsonNode? answer) =>
        Check(Operations.Single(operation => operation.Route == route).Answer!, answer).Texts;

    /// <summary>What is wrong with an object of a named schema.</summary>
    public IReadOnlyList<string> ProblemsOfA(string schema, JsonNode? value) =>
        Check(_schemas[schema]!.AsObject(), value).Texts;

    internal Problems Check(JsonObject schema, JsonNode? value)
    {
        var problems = new Problems();
        new SchemaCheck(_schemas).Check(schema, value, "", problems);
        return problems;
    }

    private static OpenApi Load()
    {
        using var json = typeof(OpenApi).Assembly.GetManifestResourceStream("discord-api.json")!;
        return new OpenApi(JsonNode.Parse(json)!.AsObject());
    }
}

/// <summary>One thing that can be asked.</summary>
/// <param name="Id">As Discord names it, e.g. <c>create_message</c>.</param>
/// <param name="Query">Schemas by the name of the query's parameter.</param>
/// <param name="Body"><see langword="null"/>: it takes none.</param>
/// <param name="Answer">The schema of a good answer; <see langword="null"/>: it has no body.</param>
public sealed record Operation(
    string Id, string Method, string Path, JsonObject Query, JsonObject? Body, JsonObject? Answer)
{
    public string Route => $"{Method} {Path}";

    /// <summary>Whether the path's own token is the credential, so that no other is wanted.</summary>
    public bool HasTokenInPath => Path.StartsWith("/interactions/", StringComparison.Ordinal)
        || Path.StartsWith("/webhooks/", StringComparison.Ordinal);

    public bool NeedsBotToken => !HasTokenInPath && Path != "/gateway";
}
