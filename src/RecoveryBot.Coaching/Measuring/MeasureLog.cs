namespace RecoveryBot.Coaching.Measuring;

/// <summary>What was measured, as far as the coach compares it, and the four weeks that it belongs to.</summary>
public sealed record MeasureLog
{
    /// <summary>Values older than this are in the history only; three months of nights are looked back on (MEAS-11).</summary>
    private const int DaysKept = 100;

    /// <summary>How long before the first session a value is still the baseline, days (MEAS-1).</summary>
    private const int BaselineDays = 7;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Measurement> Values { get; init; } = [];

    /// <summary>Number of the newest value; 0: none yet.</summary>
    public int LastNumber { get; init; }

    /// <summary>Where the tape lies, cm above the floor (MEAS-4); <see langword="null"/>: not told.</summary>
    public decimal? AnkleHeight { get; init; }

    /// <summary>Day 1 of the present four weeks: the day of their first session (TIME-5); <see langword="null"/>: none yet.</summary>
    public DateOnly? BlockFrom { get; init; }

    /// <summary>The end of these four weeks has been told, and what comes next was asked (TIME-5).</summary>
    public bool EndTold { get; init; }

    /// <summary>When talking to a clinician about sleep was suggested last (MEAS-11).</summary>
    public DateOnly? SleepAdvisedOn { get; init; }

    /// <summary>Days of a block (TIME-5).</summary>
    public const int BlockDays = 28;

    /// <summary>Whether the four weeks are full: day 28 or later.</summary>
    public static bool IsLastDay(DateOnly? blockFrom, DateOnly today) => today >= blockFrom?.AddDays(BlockDays - 1);

    /// <summary>A session begins: day 1, unless the four weeks run already.</summary>
    /// <param name="anew">So long ago that the four weeks begin anew.</param>
    public MeasureLog Begun(DateOnly today, bool anew) => BlockFrom is null || anew ? this with { BlockFrom = today, EndTold = false } : this;

    /// <summary>The values of the present four weeks, the days before them included.</summary>
    public IEnumerable<Measurement> OfBlock(Measure what) => Values.Where(v => v.What == what && IsOfBlock(v));

    /// <summary>The log with a value more, and the value as it is to be kept: a second one of a day replaces the first.</summary>
    public (MeasureLog Log, Measurement Kept) With(Measurement value)
    {
        var before = Values.FirstOrDefault(v => v.What == value.What && v.Day == value.Day);
        var kept = value with { Number = before?.Number ?? LastNumber + 1 };
        var values = Values.Where(v => v != before).Append(kept).ToList();
        return (this with
        {
            LastNumber = Math.Max(LastNumber, kept.Number),
            Values = [.. values.Where(v => value.Day.DayNumber - v.Day.DayNumber < DaysKept || IsFirstOfBlock(v, values))],
        }, kept);
    }

    private bool IsOfBlock(Measurement value) => !(value.Day < BlockFrom?.AddDays(-BaselineDays));

    private bool IsFirstOfBlock(Measurement value, List<Measurement> all) =>
        IsOfBlock(value) && all.First(v => v.What == value.What && IsOfBlock(v)) == value;
}
