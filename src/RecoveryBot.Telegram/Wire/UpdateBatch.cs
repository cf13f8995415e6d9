using System.Text.Json;
using System.Text.Json.Serialization;
using RecoveryBot.Telegram.Types;

namespace RecoveryBot.Telegram.Wire;

/// <summary>The updates of one poll, in order.</summary>
[JsonConverter(typeof(UpdateBatchConverter))]
internal sealed record UpdateBatch(IReadOnlyList<Update> Updates);

/// <summary>Reads each update by itself, so that one of an unexpected shape does not take the others with it.</summary>
internal sealed class UpdateBatchConverter : JsonConverter<UpdateBatch>
{
    public override UpdateBatch Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("Updates come as an array.");
        var updates = new List<Update>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            updates.Add(ReadUpdate(ref reader));
        return new UpdateBatch(updates);
    }

    public override void Write(Utf8JsonWriter writer, UpdateBatch value, JsonSerializerOptions options) =>
        throw new NotSupportedException();

    /// <summary>Reads one update and leaves the reader on its end, whatever is inside.</summary>
    public static Update ReadUpdate(ref Utf8JsonReader reader)
    {
        var attempt = reader;
        try
        {
            var update = JsonSerializer.Deserialize(ref attempt, TelegramJson.Default.Update);
            reader = attempt;
            return update ?? throw new JsonException("An update is never null.");
        }
        catch (JsonException)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return IdOf(document.RootElement) is { } id
                ? new Update { UpdateId = id, Undecodable = document.RootElement.GetRawText() }
                : throw new JsonException("An update without an id.");
        }
    }

    private static long? IdOf(JsonElement update) =>
        update.ValueKind == JsonValueKind.Object
        && update.TryGetProperty("update_id", out var id)
        && id.ValueKind == JsonValueKind.Number
        && id.TryGetInt64(out var value)
            ? value
            : null;
}
