namespace RecoveryBot.Coaching.Measuring;

/// <summary>What values prompt to ask or to advise (MEAS-10 to MEAS-12). No number here is a finding.</summary>
public static class MeasureSigns
{
    /// <summary>One ankle against the other, relative to the first values, cm (MEAS-10).</summary>
    public const decimal OneSided = 1.5m;

    /// <summary>A night in which falling asleep took longer counts, minutes (MEAS-11).</summary>
    public const decimal LongNight = 30;

    private const int LongNightsAWeek = 3;
    private const int LongWeeks = 13;

    /// <summary>Days between two values that count as a week apart; a day early or late is one all the same.</summary>
    private const int WeekApart = 6;

    /// <summary>MEAS-10: one ankle has grown against the other.</summary>
    /// <returns>The one that grew; <see langword="null"/>: neither, or not known of both.</returns>
    public static Measure? GrownAnkle(MeasureLog log)
    {
        var (left, right) = (log.OfBlock(Measure.AnkleLeft).ToList(), log.OfBlock(Measure.AnkleRight).ToList());
        if (left.Count < 2 || right.Count < 2 || left[^1].Day != right[^1].Day)
            return null;
        var apart = left[^1].Value - left[0].Value - (right[^1].Value - right[0].Value);
        return apart >= OneSided ? Measure.AnkleLeft : apart <= -OneSided ? Measure.AnkleRight : null;
    }

    /// <summary>MEAS-12: both ankles clearly larger than a week before, and then than the week before that.</summary>
    public static bool BothAnklesGrow(MeasureLog log) => Grows(log, Measure.AnkleLeft) && Grows(log, Measure.AnkleRight);

    /// <summary>MEAS-10 or MEAS-12: there is something to ask or to advise.</summary>
    public static bool OfAnkles(MeasureLog log) => GrownAnkle(log) is not null || BothAnklesGrow(log);

    /// <summary>MEAS-11: three long nights in each week of three months.</summary>
    public static bool SleepIsLong(MeasureLog log, DateOnly today)
    {
        var nights = log.Values.Where(v => v.What == Measure.SleepLatency && v.Value > LongNight)
            .GroupBy(v => (today.DayNumber - v.Day.DayNumber) / 7).ToDictionary(week => week.Key, week => week.Count());
        return Enumerable.Range(0, LongWeeks).All(week => nights.GetValueOrDefault(week) >= LongNightsAWeek);
    }

    private static bool Grows(MeasureLog log, Measure ankle)
    {
        var weekly = new List<Measurement>();
        foreach (var value in log.OfBlock(ankle).Reverse())
        {
            if (weekly.Count == 0 || weekly[^1].Day.DayNumber - value.Day.DayNumber >= WeekApart)
                weekly.Add(value);
        }

        var clear = MeasureSpec.Of(ankle).Clear;
        return weekly.Count >= 3 && weekly[0].Value - weekly[1].Value >= clear && weekly[1].Value - weekly[2].Value >= clear;
    }
}
