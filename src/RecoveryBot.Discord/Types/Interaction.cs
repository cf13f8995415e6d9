namespace RecoveryBot.Discord.Types;

/// <summary>A person used a command, a button, a select or a form. To be answered within 3 s of its <see cref="Id"/>.</summary>
public sealed record Interaction
{
    /// <summary>Its <see cref="Snowflake.Timestamp"/> is where the 3 seconds start.</summary>
    public required Snowflake Id { get; init; }

    public required Snowflake ApplicationId { get; init; }

    public required InteractionType Type { get; init; }

    public required InteractionToken Token { get; init; }

    public InteractionData? Data { get; init; }

    /// <summary>The server; <see langword="null"/>: in a DM.</summary>
    public Snowflake? GuildId { get; init; }

    public Snowflake? ChannelId { get; init; }

    /// <summary>Who did it, in a server.</summary>
    public GuildMember? Member { get; init; }

    /// <summary>Who did it, in a DM.</summary>
    public User? User { get; init; }

    /// <summary>The message that holds the component; <see langword="null"/> for commands.</summary>
    public Message? Message { get; init; }

    /// <summary>The person's language, one of Discord's 32 (<c>en-GB</c>, <c>de</c>): a hint, not a setting.</summary>
    public string? Locale { get; init; }

    /// <summary>Where it happened; <see langword="null"/>: not said.</summary>
    public InteractionContext? Context { get; init; }

    /// <summary>Who did it, wherever it was; <see langword="null"/> only if Discord did not say.</summary>
    public User? Person => Member?.User ?? User;
}

/// <summary>Kinds of interaction; others keep their number.</summary>
public enum InteractionType
{
    Ping = 1,
    Command = 2,
    Component = 3,
    Autocomplete = 4,
    ModalSubmit = 5,
}

/// <summary>Where an interaction happens and where a command may appear.</summary>
public enum InteractionContext
{
    Guild = 0,

    /// <summary>The DM with the bot.</summary>
    BotDm = 1,

    /// <summary>A DM or group without the bot: only the interaction token can write there, at most 5 follow-ups.</summary>
    PrivateChannel = 2,
}
