namespace RecoveryBot.Coaching.Reminders.Reading;

/// <summary>Days of the week in words.</summary>
internal static class DayWords
{
    private static readonly string[][] Names =
    [
        ["mon", "monday", "mondays", "mo"], ["tue", "tues", "tuesday", "tuesdays", "tu"], ["wed", "weds", "wednesday", "wednesdays", "we"],
        ["thu", "thur", "thurs", "thursday", "thursdays", "th"], ["fri", "friday", "fridays", "fr"], ["sat", "saturday", "saturdays", "sa"],
        ["sun", "sunday", "sundays", "su"],
    ];

    /// <summary>0 for Monday to 6 for Sunday; <see langword="null"/>: no day.</summary>
    public static int? IndexOf(string word) => Array.FindIndex(Names, names => names.Contains(word)) is >= 0 and var day ? day : null;

    public static Weekdays? Several(string word) => word switch
    {
        "weekday" or "weekdays" or "workday" or "workdays" => Weekdays.Workdays,
        "weekend" or "weekends" => Weekdays.Weekend,
        "daily" or "everyday" or "nightly" => Weekdays.All,
        _ => null,
    };

    /// <summary>From one day to another, over the end of the week if need be.</summary>
    public static Weekdays Range(int from, int to)
    {
        var days = Weekdays.None;
        for (var day = from; ; day = (day + 1) % 7)
        {
            days |= (Weekdays)(1 << day);
            if (day == to)
                return days;
        }
    }
}
