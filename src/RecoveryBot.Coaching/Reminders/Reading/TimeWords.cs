namespace RecoveryBot.Coaching.Reminders.Reading;

/// <summary>A clock time as it was written: perhaps without telling which half of the day.</summary>
/// <param name="Hour">0–24, or anything else that was written in its place.</param>
/// <param name="IsSettled">It can be read in one way only.</param>
public readonly record struct TimeFound(int Hour, int Minute, bool IsSettled)
{
    public bool IsPossible => Hour is >= 0 and <= 24 && Minute is >= 0 and < 60 && !(Hour == 24 && Minute > 0);

    /// <summary>The times that it can mean, the earlier first.</summary>
    /// <param name="asBedtime">People go to bed at night: "half past ten" needs no "in the evening".</param>
    public IReadOnlyList<TimeOnly> Meanings(bool asBedtime)
    {
        var early = new TimeOnly(Hour % 24, Minute);
        var late = new TimeOnly((Hour + 12) % 24, Minute);
        if (IsSettled || Hour is 0 or > 12)
            return [early];
        if (asBedtime && Hour is not (5 or 6))
            return Hour is >= 7 ? [late] : [early];
        return Hour == 12 ? [early, late] : early < late ? [early, late] : [late, early];
    }
}

/// <summary>Which part of the day words speak of.</summary>
internal enum DayPart
{
    None,
    Morning,
    Afternoon,
    Evening,
    Night,
}

internal static class TimeWords
{
    private static readonly string[] Hours =
        ["twelve", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"];

    private static readonly Dictionary<string, int> Minutes = new()
    {
        ["five"] = 5, ["ten"] = 10, ["fifteen"] = 15, ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40, ["fifty"] = 50, ["quarter"] = 15, ["half"] = 30,
    };

    public static DayPart PartOf(string word) => word switch
    {
        "morning" or "mornings" => DayPart.Morning,
        "afternoon" or "afternoons" => DayPart.Afternoon,
        "evening" or "evenings" => DayPart.Evening,
        "night" or "nights" or "nightly" => DayPart.Night,
        _ => DayPart.None,
    };

    /// <summary>"noon" and "midnight".</summary>
    public static TimeFound? Named(string word) => word switch
    {
        "noon" or "midday" => new TimeFound(12, 0, true),
        "midnight" => new TimeFound(0, 0, true),
        _ => null,
    };

    /// <summary>An hour as a word; <see langword="null"/>: it is none.</summary>
    public static int? HourOf(string word) => Array.IndexOf(Hours, word) is >= 0 and var hour ? hour == 0 ? 12 : hour : null;

    /// <summary>Minutes as a word; <see langword="null"/>: it is none.</summary>
    public static int? MinutesOf(string word) => Minutes.TryGetValue(word, out var minutes) ? minutes : null;

    /// <summary>The hour with its half of the day.</summary>
    public static TimeFound With(this TimeFound time, DayPart part) => (part, time.Hour) switch
    {
        _ when time.IsSettled || time.Hour is 0 or > 12 || part == DayPart.None => time,
        (DayPart.Morning, 12) => time with { Hour = 0, IsSettled = true },
        (DayPart.Morning, _) or (DayPart.Night, < 5) => time with { IsSettled = true },
        (DayPart.Afternoon, 12) => time with { IsSettled = true },
        (DayPart.Evening or DayPart.Night, 12) => time with { Hour = 0, IsSettled = true },
        (DayPart.Evening, < 4) => time,
        _ => time with { Hour = time.Hour + 12, IsSettled = true },
    };

    public static TimeFound WithHalf(this TimeFound time, string half) => time.Hour is < 1 or > 12
        ? time with { IsSettled = true }
        : time with { Hour = time.Hour % 12 + (half == "pm" ? 12 : 0), IsSettled = true };
}
