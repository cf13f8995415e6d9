using System.Text.Json;
using System.Text.Json.Serialization;
using RecoveryBot.Telegram.Wire;

namespace RecoveryBot.Telegram.Types;

/// <summary>
/// One thing that happened in a chat. At most one of the kinds is set; none: a kind that we do not know, or one that
/// could not be read (<see cref="Undecodable"/>). It is confirmed either way.
/// </summary>
public sealed record Update
{
    /// <summary>
    /// Grows by one, but restarts from a random place after a week of silence: order by it, infer nothing from gaps.
    /// </summary>
    public required long UpdateId { get; init; }

    public Message? Message { get; init; }

    /// <summary>A message as its sender changed it; never an answer or a command.</summary>
    public Message? EditedMessage { get; init; }

    public CallbackQuery? CallbackQuery { get; init; }

    /// <summary>The bot was blocked, unblocked, added or removed.</summary>
    public ChatMemberUpdated? MyChatMember { get; init; }

    /// <summary>The JSON as it came where a known kind had an unexpected shape; else <see langword="null"/>.</summary>
    [JsonIgnore]
    public string? Undecodable { get; init; }

    /// <summary>The update, with <see cref="Undecodable"/> where only its id can be read.</summary>
    /// <exception cref="JsonException">The text is not JSON, or has no id.</exception>
    public static Update Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        var update = UpdateBatchConverter.ReadUpdate(ref reader);
        if (reader.Read())
            throw new JsonException("More than one value.");
        return update;
    }
}
