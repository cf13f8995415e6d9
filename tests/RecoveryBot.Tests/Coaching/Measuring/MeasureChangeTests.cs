using RecoveryBot.Coaching.Measuring;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Coaching.Measuring;

public sealed class MeasureChangeTests
{
    private static readonly DateOnly First = FourWeeks.First;

    /// <summary>The protocol's table: what is measured, a difference, and whether it is clear.</summary>
    [Theory]
    [Trait("Rule", "MEAS-3")]
    [InlineData("MEAS-4", Measure.AnkleLeft, 0.4, false)]
    [InlineData("MEAS-4", Measure.AnkleRight, 0.5, true)]
    [InlineData("MEAS-5", Measure.HeavyLegs, 1, false)]
    [InlineData("MEAS-5", Measure.HeavyLegs, 2, true)]
    [InlineData("MEAS-6", Measure.SleepLatency, 9.5, false)]
    [InlineData("MEAS-6", Measure.SleepLatency, 10, true)]
    [InlineData("MEAS-7", Measure.SeatedReach, 1.9, false)]
    [InlineData("MEAS-7", Measure.SeatedReach, 2, true)]
    [InlineData("MEAS-8", Measure.ChairReachLeft, 1.9, false)]
    [InlineData("MEAS-8", Measure.ChairReachRight, 2, true)]
    public void A_change_is_clear_from_its_threshold_on_in_both_directions(string rule, Measure what, double difference, bool clear)
    {
        Assert.Equal(rule, MeasureSpec.Of(what).Rule);
        Assert.Equal(clear, new MeasureChange(what, 20, First, 20 + (decimal)difference).IsClear);
        Assert.Equal(clear, new MeasureChange(what, 20, First, 20 - (decimal)difference).IsClear);
    }

    [Fact]
    [Trait("Rule", "MEAS-1")]
    public void First_is_the_baseline_of_the_week_before_the_first_session_and_not_an_older_one()
    {
        var log = Log(Measure.SeatedReach, (-20, 9), (-7, 1), (0, 2), (14, 5)) with { BlockFrom = First };

        var change = MeasureChange.Of(log, Measure.SeatedReach)!;

        Assert.Equal((1, First.AddDays(-7), 5, 4), (change.First, change.Since, change.Last, change.Difference));
    }

    [Fact]
    public void One_value_is_compared_with_nothing_and_a_second_one_of_the_day_replaces_it()
    {
        var log = Log(Measure.HeavyLegs, (0, 6), (0, 5));

        Assert.Null(MeasureChange.Of(log, Measure.HeavyLegs));
        Assert.Equal([(1, 5m)], log.Values.Select(v => (v.Number, v.Value)));
        Assert.Equal(1, log.LastNumber);
    }

    [Theory]
    [Trait("Rule", "MEAS-6")]
    [InlineData(3, null)]
    [InlineData(4, "25")]
    [InlineData(5, "30")]
    public void A_weeks_value_is_the_median_of_at_least_four_nights(int nights, string? median)
    {
        var log = Log(Measure.SleepLatency, [.. new[] { 10, 40, 20, 30, 90 }.Take(nights).Index().Select(n => (n.Index, (decimal)n.Item))]);

        Assert.Equal(median, SleepWeeks.Of(log)[0].Median?.ToString("0", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [Trait("Rule", "MEAS-10")]
    [InlineData(23.0, 24.4, null)]
    [InlineData(23.0, 24.5, Measure.AnkleRight)]
    [InlineData(24.0, 25.4, null)]
    [InlineData(24.6, 23.1, Measure.AnkleLeft)]
    [InlineData(25.0, 25.0, null)]
    public void One_ankle_grows_when_it_gains_a_centimetre_and_a_half_on_the_other(double left, double right, Measure? grown)
    {
        var log = Ankles((0, 23.0, 23.0), (7, left, right));

        Assert.Equal(grown, MeasureSigns.GrownAnkle(log));
    }

    [Fact]
    [Trait("Rule", "MEAS-10")]
    public void What_grew_is_relative_to_the_first_values_of_both_on_one_day()
    {
        Assert.Null(MeasureSigns.GrownAnkle(Ankles((0, 23.0, 25.0), (7, 23.0, 25.5))));
        Assert.Null(MeasureSigns.GrownAnkle(Log(Measure.AnkleLeft, (0, 23), (7, 26))));
        Assert.Null(MeasureSigns.GrownAnkle(Ankles((0, 23.0, 25.0))));
    }

    [Theory]
    [Trait("Rule", "MEAS-12")]
    [InlineData(true, 0.0, 0.5, 1.0)]
    [InlineData(false, 0.0, 0.4, 1.0)]
    [InlineData(false, 0.0, 0.5, 0.9)]
    [InlineData(false, 0.0, 1.0, 1.0)]
    [InlineData(false, 0.0, 1.0)]
    public void Both_grow_when_each_week_is_clearly_above_the_one_before(bool grow, params double[] weeks)
    {
        var log = Ankles([.. weeks.Index().Select(w => (7 * w.Index, 23 + w.Item, 22 + w.Item))]);

        Assert.Equal(grow, MeasureSigns.BothAnklesGrow(log));
    }

    [Fact]
    [Trait("Rule", "MEAS-12")]
    public void One_that_grows_and_days_that_are_no_weeks_apart_are_not_both()
    {
        Assert.False(MeasureSigns.BothAnklesGrow(Ankles((0, 23, 22), (7, 23.5, 22), (14, 24, 22))));
        Assert.False(MeasureSigns.BothAnklesGrow(Ankles((0, 23, 22), (1, 23.5, 22.5), (2, 24, 23))));
    }

    [Theory]
    [Trait("Rule", "MEAS-11")]
    [InlineData(13, 3, 31, true)]
    [InlineData(12, 3, 31, false)]
    [InlineData(13, 2, 31, false)]
    [InlineData(13, 3, 30, false)]
    public void Long_nights_are_three_a_week_over_three_months(int weeks, int nights, int minutes, bool isLong)
    {
        var today = First.AddDays((7 * 13) - 1);
        var told = Enumerable.Range(0, weeks).SelectMany(week => Enumerable.Range(0, nights).Select(night => today.DayNumber - First.DayNumber - (7 * week) - night));
        var log = Log(Measure.SleepLatency, [.. told.Order().Select(day => (day, (decimal)minutes))]);

        Assert.Equal(isLong, MeasureSigns.SleepIsLong(log, today));
    }

    [Fact]
    public void Old_values_leave_the_log_but_the_first_of_the_block_stays()
    {
        var log = Log(Measure.HeavyLegs, [.. Enumerable.Range(0, 40).Select(week => (7 * week, 5m))]) with { BlockFrom = First };
        var (after, _) = log.With(new Measurement(0, Measure.HeavyLegs, 4, First.AddDays(280), default));

        Assert.InRange(after.Values.Count, 15, 16);
        Assert.Equal(41, after.LastNumber);
        Assert.True(after.Values.Select(v => v.Number).Distinct().Count() == after.Values.Count);
    }

    private static MeasureLog Log(Measure what, params (int Day, decimal Value)[] values) =>
        values.Aggregate(new MeasureLog(), (log, v) => log.With(new Measurement(0, what, v.Value, First.AddDays(v.Day), default)).Log);

    private static MeasureLog Ankles(params (int Day, double Left, double Right)[] values) => values.Aggregate(new MeasureLog(), (log, v) =>
        log.With(new Measurement(0, Measure.AnkleLeft, (decimal)v.Left, First.AddDays(v.Day), default)).Log
            .With(new Measurement(0, Measure.AnkleRight, (decimal)v.Right, First.AddDays(v.Day), default)).Log);
}
