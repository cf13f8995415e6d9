namespace RecoveryBot.Discord.Gateway;

/// <summary>What is known of a shard when the process starts.</summary>
/// <param name="Position">As it was last committed; <see langword="null"/>: none, so a new session is made.</param>
/// <param name="Identifies">As they were last kept; empty: none.</param>
public sealed record GatewayMemory(GatewayPosition? Position, IReadOnlyList<DateTimeOffset> Identifies)
{
    /// <summary>A first start.</summary>
    public static GatewayMemory Empty { get; } = new(null, []);
}
