using System.Text.Json.Nodes;
using FakeDiscord.Checks;

namespace FakeDiscord.Rest;

/// <summary>One request of the bot and what it got.</summary>
/// <param name="Operation">What was asked for.</param>
/// <param name="Ids">The values in the path by their names, e.g. <c>channel_id</c>.</param>
/// <param name="Body">The JSON, of a multipart request its <c>payload_json</c>; <see langword="null"/>: none.</param>
/// <param name="Files">By the part's name, e.g. <c>files[0]</c>.</param>
/// <param name="Authorization">
/// The header as it came; <see langword="null"/>: none, as it has to be with a token in the path.
/// </param>
public sealed record Call(
    Operation Operation, IReadOnlyDictionary<string, string> Ids, IReadOnlyDictionary<string, string> Query, JsonNode? Body,
    IReadOnlyDictionary<string, UploadedFile> Files, string? Authorization, string UserAgent, DateTimeOffset At)
{
    private static readonly string[] MajorIds = ["channel_id", "webhook_id", "webhook_token", "interaction_id"];

    /// <summary>As in <c>POST /channels/{channel_id}/messages</c>.</summary>
    public string Route => Operation.Route;

    /// <summary>The HTTP status; 0: none was sent.</summary>
    public int Status { get; set; }

    /// <summary>The answer's JSON; <see langword="null"/>: none, or not JSON.</summary>
    public JsonNode? Answer { get; set; }

    public ulong? ChannelId => Id("channel_id");

    /// <summary>The text of the message it carries; of a callback, that of its <c>data</c>.</summary>
    public string? Content => ((Body as JsonObject)?["content"] ?? (Body as JsonObject)?["data"]?["content"]).Text();

    public ulong? Id(string name) =>
        Ids.TryGetValue(name, out var text) && ulong.TryParse(text, out var id) ? id : null;

    public bool Asks(string name) => Query.TryGetValue(name, out var value) && value == "true";

    /// <summary>What shares a rate limit's bucket: channel, interaction, or webhook with its token.</summary>
    internal string Major => string.Join('/', MajorIds.Select(name => Ids.GetValueOrDefault(name)));

    public JsonObject ToJson() => new()
    {
        ["route"] = Route,
        ["ids"] = new JsonObject(Ids.Select(id => KeyValuePair.Create(id.Key, (JsonNode?)id.Value))),
        ["query"] = new JsonObject(Query.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
        ["body"] = Body?.DeepClone(),
        ["files"] = new JsonArray([.. Files.Select(file => (JsonNode)$"{file.Key}: {file.Value.Name}")]),
        ["authorized"] = Authorization is not null,
        ["user_agent"] = UserAgent,
        ["at"] = At,
        ["status"] = Status,
        ["answer"] = Answer?.DeepClone(),
    };
}

/// <summary>A part of a multipart request that is a file.</summary>
public sealed record UploadedFile(string Name, string? ContentType, ReadOnlyMemory<byte> Content);
