namespace RecoveryBot.Discord.Types;

/// <summary>A place for messages; of a DM it is always the same one.</summary>
public sealed record Channel
{
    public required Snowflake Id { get; init; }
}
