namespace RecoveryBot.Discord.Types;

/// <summary>The application that the bot belongs to.</summary>
public sealed record Application
{
    public required Snowflake Id { get; init; }

    public string Name { get; init; } = "";
}
