using NodaTime;

namespace RecoveryBot.Demo;

/// <summary>
/// The made-up weeks: most evenings a session, some off, two with tingling, one of them so slow to settle that a day of rest
/// follows; measured each week, nights counted in the first and the last one.
/// </summary>
internal sealed class DemoWeeks(DemoPerson person, DateTimeZone zone)
{
    private const int Week = 7;
    private const int Block = 4 * Week;

    private static readonly string[] Left = ["23.4", "23.3", "23.1", "23.0", "22.7"];
    private static readonly string[] Right = ["23.1", "23.2", "23.0", "23.0", "22.9"];
    private static readonly string[] Heavy = ["6", "6", "5", "4", "3"];
    private static readonly string[] Reach = ["-6", "-5.5", "-5.5", "-5", "-4.5"];
    private static readonly string[] FirstNights = ["35", "20", "30", "25", "40"];
    private static readonly string[] LastNights = ["20", "25", "30", "20", "25"];

    /// <summary>Lives the days, the last of them included.</summary>
    public async Task LiveAsync(DateOnly first, int weeks)
    {
        await person.WaitUntilAsync(At(first, new LocalTime(19, 15))).ConfigureAwait(false);
        await person.AgreeAsync().ConfigureAwait(false);
        for (var day = 0; day < weeks * Week; day++)
            await LiveDayAsync(first.AddDays(day), day % Block).ConfigureAwait(false);
    }

    private async Task LiveDayAsync(DateOnly date, int day)
    {
        var nights = day < Week ? FirstNights : day >= Block - Week ? LastNights : [];
        if (day % Week is > 0 and var night && night <= nights.Length)
        {
            await person.WaitUntilAsync(At(date, new LocalTime(7, 30))).ConfigureAwait(false);
            await person.MeasureAsync("Falling asleep", nights[night - 1]).ConfigureAwait(false);
        }

        await person.WaitUntilAsync(At(date, new LocalTime(19, 30))).ConfigureAwait(false);
        var practises = day is not (5 or 12 or 19 or Block - 1);
        if (day % Week == 0 || day == Block - 1)
            await MeasureAsync(day == Block - 1 ? 4 : day / Week).ConfigureAwait(false);
        if (practises)
            await person.PractiseAsync(Tingling(day)).ConfigureAwait(false);
    }

    private static DemoTingling? Tingling(int day) => day switch
    {
        8 => new DemoTingling(5, 3, "my feet are tingling"),
        17 => new DemoTingling(5, 13, "pins and needles in both feet"),
        _ => null,
    };

    private async Task MeasureAsync(int week)
    {
        string[] height = week == 0 ? ["9"] : [];
        await person.MeasureAsync(["Ankles", Left[week], Right[week], .. height, week == 2 ? "Heat" : "Nothing special"]).ConfigureAwait(false);
        await person.MeasureAsync("Heavy legs", Heavy[week], "Nothing special").ConfigureAwait(false);
        await person.MeasureAsync("Seated reach", Reach[week]).ConfigureAwait(false);
    }

    private DateTimeOffset At(DateOnly date, LocalTime time) =>
        zone.AtLeniently(new LocalDate(date.Year, date.Month, date.Day) + time).ToDateTimeOffset().ToUniversalTime();
}
