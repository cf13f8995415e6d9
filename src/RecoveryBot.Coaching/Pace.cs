namespace RecoveryBot.Coaching;

/// <summary>
/// The one place where the protocol's time becomes the clock's: at scale 60 a minute of any pose, check or pause
/// passes in a second (design 6). Minutes told and stored are always the protocol's.
/// </summary>
public readonly record struct Pace(double Scale)
{
    /// <summary>However fast time runs, a person gets this long to answer.</summary>
    public static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(20);

    /// <summary>Clock time of a pose, check or pause.</summary>
    public TimeSpan Lasts(TimeSpan protocol) => protocol / Scale;

    /// <summary>Clock time of a pose, check or pause of whole minutes.</summary>
    public TimeSpan Lasts(int minutes) => Lasts(TimeSpan.FromMinutes(minutes));

    /// <summary>Clock time that a person's answer is waited for: scaled, but never under 20 s unless the protocol's wait is.</summary>
    public TimeSpan Waits(TimeSpan protocol)
    {
        var scaled = protocol / Scale;
        return scaled >= ShortestWait ? scaled : protocol < ShortestWait ? protocol : ShortestWait;
    }

    /// <summary>Protocol time that has passed on the clock.</summary>
    public TimeSpan Passed(DateTimeOffset since, DateTimeOffset now) => now <= since ? TimeSpan.Zero : (now - since) * Scale;

    /// <summary>Whole minutes held: rounded down (section 0).</summary>
    public int Held(DateTimeOffset since, DateTimeOffset now) => (int)Math.Floor(Passed(since, now).TotalMinutes + 1e-9);

    /// <summary>Minutes to settle: rounded up, at least 1 (SAFE-16a).</summary>
    public int Settled(DateTimeOffset since, DateTimeOffset now) =>
        Math.Max(1, (int)Math.Ceiling(Passed(since, now).TotalMinutes - 1e-9));
}
