using System.Text.Json.Serialization;
using RecoveryBot.Telegram.Wire;

namespace RecoveryBot.Telegram.Types;

/// <summary>
/// A message in a chat; also the inaccessible one under an old button, which has its chat and id only.
/// </summary>
public sealed record Message
{
    /// <summary>Counted for each chat by itself.</summary>
    public required long MessageId { get; init; }

    public required Chat Chat { get; init; }

    /// <summary>When it was sent, to the second; the Unix epoch for an inaccessible message.</summary>
    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTimeOffset Date { get; init; }

    /// <summary>The sender; <see langword="null"/> in channels.</summary>
    public User? From { get; init; }

    /// <summary>What was written; <see langword="null"/> for stickers, voice, photos and everything else.</summary>
    public string? Text { get; init; }

    /// <summary>The sizes of a picture, smallest first; any of their ids sends it again.</summary>
    public IReadOnlyList<PhotoSize>? Photo { get; init; }

    public Document? Document { get; init; }

    /// <summary>The group became the supergroup with this id; the old id is dead.</summary>
    public long? MigrateToChatId { get; init; }

    /// <summary>Too old or deleted: only chat and id are known.</summary>
    [JsonIgnore]
    public bool IsInaccessible => Date == DateTimeOffset.UnixEpoch;
}

/// <summary>One size of a picture.</summary>
/// <param name="FileId">Sends the picture again from this bot, without an upload.</param>
public sealed record PhotoSize(string FileId);

/// <summary>A file.</summary>
/// <param name="FileId">Sends the file again from this bot, without an upload.</param>
public sealed record Document(string FileId);
