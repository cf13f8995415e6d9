using System.Collections.Immutable;

namespace RecoveryBot.Discord.Gateway;

/// <summary>
/// How soon a shard may identify again. Beyond 1000 a day over all shards Discord ends every session and resets the token, so
/// the pause doubles with each identify of the last hour up to 10 minutes, whatever happened in between and however often the
/// process was started: fewer than 300 a day come out of that. A hard stop stands behind it.
/// </summary>
/// <param name="Times">Of the last 24 h, oldest first.</param>
/// <param name="PerDay">This shard's part of <see cref="AllShardsPerDay"/>; at least 1.</param>
/// <param name="NotBefore">Where Discord says that none remains; <see langword="null"/>: it does not.</param>
internal sealed record IdentifyBudget(ImmutableArray<DateTimeOffset> Times, int PerDay, DateTimeOffset? NotBefore = null)
{
    /// <summary>The hard stop, all shards together. Discord's is 1000; the rest is for other programs with this token.</summary>
    public const int AllShardsPerDay = 900;

    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    public static IdentifyBudget For(Shard shard, IEnumerable<DateTimeOffset> times, DateTimeOffset? notBefore) =>
        new([.. times.Order()], Math.Max(1, AllShardsPerDay / shard.Count), notBefore);

    /// <param name="chance">0–1; spreads many bots.</param>
    public TimeSpan Wait(DateTimeOffset now, double chance)
    {
        var day = Recent(now, Day).ToList();
        var hour = Recent(now, TimeSpan.FromHours(1)).Count();
        var earliest = NotBefore ?? now;
        if (hour > 0)
            earliest = Later(earliest, day[^1] + (Pause(hour) * (0.5 + (chance / 2))));
        if (day.Count >= PerDay)
            earliest = Later(earliest, day[^PerDay] + Day);
        return earliest > now ? earliest - now : TimeSpan.Zero;
    }

    public IdentifyBudget Spend(DateTimeOffset now) => this with { Times = [.. Recent(now, Day), now] };

    private static TimeSpan Pause(int identifies) =>
        TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, identifies)));

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    /// <summary>A time in the future, from a clock that was set back, counts as now.</summary>
    private IEnumerable<DateTimeOffset> Recent(DateTimeOffset now, TimeSpan span) =>
        Times.Where(at => now - at < span).Select(at => at < now ? at : now);
}
