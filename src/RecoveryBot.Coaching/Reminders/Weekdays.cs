using NodaTime;

namespace RecoveryBot.Coaching.Reminders;

/// <summary>Days of the week, any of them together.</summary>
[Flags]
public enum Weekdays
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    Saturday = 32,
    Sunday = 64,
    Workdays = Monday | Tuesday | Wednesday | Thursday | Friday,
    Weekend = Saturday | Sunday,
    All = Workdays | Weekend,
}

internal static class WeekdaysExtensions
{
    public static bool Has(this Weekdays days, IsoDayOfWeek day) => days.HasFlag(Of(day));

    public static Weekdays Of(IsoDayOfWeek day) => (Weekdays)(1 << ((int)day - 1));
}
