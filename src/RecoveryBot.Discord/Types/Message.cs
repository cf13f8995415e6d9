namespace RecoveryBot.Discord.Types;

/// <summary>A message in a channel.</summary>
public sealed record Message
{
    /// <summary>The longest <see cref="Content"/>, in UTF-16 units.</summary>
    public const int MaxContentLength = 2000;

    public required Snowflake Id { get; init; }

    public required Snowflake ChannelId { get; init; }

    /// <summary>The server; <see langword="null"/>: written in a DM.</summary>
    public Snowflake? GuildId { get; init; }

    /// <summary>The sender; <see langword="null"/> in some partial updates.</summary>
    public User? Author { get; init; }

    /// <summary>Set where a webhook and no person wrote it.</summary>
    public Snowflake? WebhookId { get; init; }

    public MessageType Type { get; init; }

    /// <summary>What was written; empty in servers, which need an intent that we do not have, and for bare files.</summary>
    public string? Content { get; init; }

    /// <summary>When its author last changed it; <see langword="null"/>: never.</summary>
    public DateTimeOffset? EditedTimestamp { get; init; }

    /// <summary>Written by a person, as words or as an answer to a message: not by a bot, a webhook or Discord itself.</summary>
    public bool IsFromPerson =>
        Author is { Bot: false } && WebhookId is null && Type is (MessageType.Default or MessageType.Reply);
}

/// <summary>Of Discord's kinds of message those that people write; others keep their number.</summary>
public enum MessageType
{
    Default = 0,
    Reply = 19,
}
