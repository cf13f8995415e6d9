namespace RecoveryBot.Discord.Gateway;

/// <summary>One gateway connection's share: server <c>(guild_id >> 22) % Count</c>; DMs all come to the first.</summary>
/// <param name="Id">From 0.</param>
/// <param name="Count">All shards together, at least 1.</param>
public readonly record struct Shard(int Id, int Count)
{
    /// <summary>Names the shard in stores and logs: <c>0/1</c>. Sessions do not outlive a changed count, so it is in the name.</summary>
    public override string ToString() => FormattableString.Invariant($"{Id}/{Count}");
}
