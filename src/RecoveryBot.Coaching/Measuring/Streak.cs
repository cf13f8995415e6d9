namespace RecoveryBot.Coaching.Measuring;

/// <summary>Days of practice that hang together, for those who switched it on. Our own: a day off does not end it.</summary>
public static class Streak
{
    /// <summary>Below this there is nothing to show.</summary>
    public const int Shortest = 2;

    /// <summary>Days with a session, back from today, with at most one free day between two of them; days of rest and a
    /// day that is not over yet never count against it.</summary>
    public static int Of(HoldHistory history)
    {
        var (days, free) = (0, 0);
        foreach (var day in history.Days.Reverse())
        {
            if (day.Sessions.Count > 0)
                (days, free) = (days + 1, 0);
            else if (!day.IsRest && day != history.Days[^1] && ++free > 1)
                break;
        }

        return days;
    }
}
