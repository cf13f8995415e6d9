using System.Globalization;
using NodaTime;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Reminders;

/// <summary>Local times and waits as they are told: always with the day and how long until then.</summary>
internal static class Clock
{
    public static string Text(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string Text(Turn turn, DateTimeOffset instant) => Text(instant, turn.Zone!);

    public static string Text(DateTimeOffset instant, DateTimeZone zone) => Text(LocalClock.TimeOf(instant, zone));

    /// <summary>"today 21:30, in 5 hours".</summary>
    public static Line NextTime(Turn turn, DateTimeOffset at)
    {
        var zone = turn.Zone!;
        var days = Period.DaysBetween(LocalClock.Local(turn.Now, zone).Date, LocalClock.Local(at, zone).Date);
        var time = Text(at, zone);
        var when = days switch
        {
            0 => ReminderLines.TodayAt(time),
            1 => ReminderLines.TomorrowAt(time),
            < 7 => ReminderLines.WeekdayAt(Weekday(at, zone), time),
            _ => ReminderLines.DateAt(LocalClock.Local(at, zone).Date.ToDateOnly(), time),
        };
        return ReminderLines.InSoLong(when, Wait(at - turn.Now));
    }

    public static Line Weekday(DateTimeOffset at, DateTimeZone zone) => ReminderWords.WeekdayName(LocalClock.Local(at, zone).DayOfWeek);

    /// <summary>How long until then, in the two units that matter.</summary>
    public static Line Wait(TimeSpan wait)
    {
        var minutes = (int)Math.Max(1, Math.Ceiling(wait.TotalMinutes));
        return minutes switch
        {
            < 60 => ReminderLines.InMinutes(minutes),
            < 24 * 60 when minutes % 60 == 0 => ReminderLines.InHours(minutes / 60),
            < 24 * 60 => ReminderLines.InHoursAndMinutes(minutes / 60, minutes % 60),
            _ => ReminderLines.InDays((int)Math.Round(minutes / 1440.0)),
        };
    }
}
