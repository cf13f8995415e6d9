namespace RecoveryBot.Discord.Gateway;

/// <summary>When a connection's next heartbeat is due.</summary>
/// <param name="Acknowledged">Whether the last one was answered; if not by the next, the connection is dead.</param>
internal sealed record Heartbeat(TimeSpan Interval, DateTimeOffset DueAt, bool Acknowledged)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <param name="asked">The server's interval; kept to 1 s–5 min, so that a broken number neither floods nor deafens.</param>
    /// <param name="chance">0–1: the first comes after that part of the interval.</param>
    public static Heartbeat First(TimeSpan asked, double chance, DateTimeOffset now)
    {
        var interval = asked < Shortest ? Shortest : asked > Longest ? Longest : asked;
        return new Heartbeat(interval, now + (interval * chance), Acknowledged: true);
    }

    public Heartbeat Next(DateTimeOffset now) => this with { DueAt = now + Interval, Acknowledged = false };
}
