using NodaTime;
using RecoveryBot.Coaching.Reminders;

namespace RecoveryBot.Coaching.Wording;

/// <summary>Chooses the line for a kind or a day.</summary>
internal static class ReminderWords
{
    public static Line KindName(ReminderKind kind) => kind switch
    {
        ReminderKind.Evening => ReminderLines.KindEvening(),
        ReminderKind.Workout => ReminderLines.KindWorkout(),
        ReminderKind.Desk => ReminderLines.KindDesk(),
        _ => ReminderLines.KindFixed(),
    };

    public static Line ChangeOf(ReminderKind kind) => kind switch
    {
        ReminderKind.Evening => ReminderLines.ChangeEvening(),
        ReminderKind.Workout => ReminderLines.ChangeWorkout(),
        ReminderKind.Desk => ReminderLines.ChangeDesk(),
        _ => ReminderLines.ChangeFixed(),
    };

    public static Line WeekdayName(IsoDayOfWeek day) => day switch
    {
        IsoDayOfWeek.Monday => ReminderLines.Monday(),
        IsoDayOfWeek.Tuesday => ReminderLines.Tuesday(),
        IsoDayOfWeek.Wednesday => ReminderLines.Wednesday(),
        IsoDayOfWeek.Thursday => ReminderLines.Thursday(),
        IsoDayOfWeek.Friday => ReminderLines.Friday(),
        IsoDayOfWeek.Saturday => ReminderLines.Saturday(),
        _ => ReminderLines.Sunday(),
    };

    /// <summary>Days in words: a line, or the days one by one.</summary>
    public static LineList DaysOf(Weekdays days) => new(days switch
    {
        Weekdays.All => [ReminderLines.EveryDay()],
        Weekdays.Workdays => [ReminderLines.OnWeekdays()],
        Weekdays.Weekend => [ReminderLines.OnWeekends()],
        _ => [.. Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None && days.Has(day)).Select(WeekdayName)],
    }, ", ");
}
