namespace RecoveryBot.Discord.Types;

/// <summary>A Discord account, a person's or a bot's.</summary>
public sealed record User
{
    public required Snowflake Id { get; init; }

    public string Username { get; init; } = "";

    /// <summary>The name people see; <see langword="null"/>: none was chosen.</summary>
    public string? GlobalName { get; init; }

    public bool Bot { get; init; }
}

/// <summary>A person in a server.</summary>
public sealed record GuildMember
{
    public User? User { get; init; }
}
