namespace RecoveryBot.Coaching.Measuring;

/// <summary>First value, last value and their difference (MEAS-3).</summary>
/// <param name="Since">The day of the first value; of nights the first day of their week.</param>
public sealed record MeasureChange(Measure What, decimal First, DateOnly Since, decimal Last)
{
    /// <summary>The day of the last value; of nights the first day of their week.</summary>
    public DateOnly Until { get; init; }

    public decimal Difference => Last - First;

    /// <summary>At or above the threshold; below it is said "no clear change".</summary>
    public bool IsClear => Math.Abs(Difference) >= MeasureSpec.Of(What).Clear;

    /// <returns><see langword="null"/>: there are not two values to compare.</returns>
    public static MeasureChange? Of(MeasureLog log, Measure what)
    {
        if (what == Measure.SleepLatency)
        {
            var weeks = SleepWeeks.Of(log).Where(week => week.Median is not null).ToList();
            return weeks.Count < 2 ? null
                : new MeasureChange(what, weeks[0].Median!.Value, weeks[0].From, weeks[^1].Median!.Value) { Until = weeks[^1].From };
        }

        var values = log.OfBlock(what).ToList();
        return values.Count < 2 ? null : new MeasureChange(what, values[0].Value, values[0].Day, values[^1].Value) { Until = values[^1].Day };
    }
}

/// <summary>One week of nights, counted from the first night of the four weeks.</summary>
/// <param name="Median">The week's value; <see langword="null"/>: too few nights (MEAS-6).</param>
public sealed record SleepWeek(DateOnly From, int Nights, decimal? Median);

/// <summary>Nights taken together in weeks.</summary>
public static class SleepWeeks
{
    /// <summary>Fewer nights make no weekly value (MEAS-6).</summary>
    public const int FewestNights = 4;

    public static IReadOnlyList<SleepWeek> Of(MeasureLog log)
    {
        var nights = log.OfBlock(Measure.SleepLatency).ToList();
        if (nights.Count == 0)
            return [];
        var first = nights[0].Day;
        return [.. nights.GroupBy(night => (night.Day.DayNumber - first.DayNumber) / 7).OrderBy(week => week.Key).Select(week =>
            new SleepWeek(first.AddDays(7 * week.Key), week.Count(), week.Count() < FewestNights ? null : Median([.. week.Select(n => n.Value).Order()])))];
    }

    private static decimal Median(decimal[] values) => values.Length % 2 == 1
        ? values[values.Length / 2]
        : (values[(values.Length / 2) - 1] + values[values.Length / 2]) / 2;
}
