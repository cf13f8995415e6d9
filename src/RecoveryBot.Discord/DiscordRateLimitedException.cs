namespace RecoveryBot.Discord;

/// <summary>
/// A call was certainly not done, because it is not its turn: Discord said so (429), or would have. Nothing queues inside the
/// client for longer than a quarter of a second, since a message may be withdrawn meanwhile.
/// </summary>
public sealed class DiscordRateLimitedException(string route, TimeSpan wait, bool isForAll)
    : Exception(FormattableString.Invariant($"{route}: not before {wait.TotalSeconds:0.###} s"))
{
    /// <summary>Method and route template, without ids.</summary>
    public string Route { get; } = route;

    /// <summary>When to try again: more than zero, at most a day.</summary>
    public TimeSpan Wait { get; } = wait;

    /// <summary>Whether every call has to wait, not this channel's alone.</summary>
    public bool IsForAll { get; } = isForAll;
}
