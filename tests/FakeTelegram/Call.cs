using System.Text.Json.Nodes;

namespace FakeTelegram;

/// <summary>One request of the bot and what it got.</summary>
/// <param name="Method">As the Bot API spells it, however it was asked for.</param>
public sealed record Call(
    string Method, JsonObject Parameters, IReadOnlyDictionary<string, UploadedFile> Files, DateTimeOffset At)
{
    /// <summary>The HTTP status; 0: none was sent.</summary>
    public int Status { get; set; }

    /// <summary>The answer's JSON; <see langword="null"/>: none, or not JSON.</summary>
    public JsonNode? Answer { get; set; }

    public long? ChatId => Parameters["chat_id"] is JsonValue value && value.TryGetValue<long>(out var id) ? id : null;

    public string? Text => Has("text") ? Parameters["text"]!.ToString() : null;

    public bool Has(string parameter) => Parameters[parameter] is not null;

    public long Number(string parameter) => Parameters[parameter]!.GetValue<long>();

    public JsonObject ToJson() => new()
    {
        ["method"] = Method,
        ["parameters"] = Parameters.DeepClone(),
        ["files"] = new JsonArray([.. Files.Select(file => (JsonNode)$"{file.Key}: {file.Value.Name}")]),
        ["at"] = At,
        ["status"] = Status,
        ["answer"] = Answer?.DeepClone(),
    };
}

/// <summary>A part of a multipart request that is a file.</summary>
public sealed record UploadedFile(string Name, ReadOnlyMemory<byte> Content);
