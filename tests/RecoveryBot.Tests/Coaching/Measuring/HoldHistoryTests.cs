using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Measuring;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Coaching.Measuring;

public sealed class HoldHistoryTests
{
    private static readonly DateOnly Today = FourWeeks.Last;

    [Fact]
    [Trait("Rule", "MEAS-9")]
    public void The_diary_of_four_weeks_tells_each_hold_with_what_was_allowed_and_felt()
    {
        var history = HoldHistory.Of(Dose.Start, FourWeeks.Events, Today);

        Assert.Equal(28, history.Days.Count);
        Assert.Equal(Today, history.Days[^1].Day);
        Assert.Equal(FourWeeks.Events.OfType<DoseEvent.Reported>().Count(), history.Sessions.Count());
        Assert.All(history.Sessions, session => Assert.InRange(session.Held, 2, session.Target));
        Assert.Equal([HoldMark.Tingling], history.Days[8].Marks);
        Assert.Equal([HoldMark.Dizzy], history.Days[20].Marks);
        Assert.Equal(DoseFold.Fold(Dose.Start, FourWeeks.Events), history.Now);
    }

    [Fact]
    [Trait("Rule", "DOSE-11")]
    public void The_day_after_slow_tingling_is_a_day_without_a_hold_and_a_missed_day_is_none()
    {
        var history = HoldHistory.Of(Dose.Start, FourWeeks.Events, Today);

        Assert.Equal([9], history.Days.Index().Where(day => day.Item.IsRest).Select(day => day.Index));
        Assert.Empty(history.Days[4].Sessions);
    }

    [Fact]
    public void A_setback_tells_the_hold_before_and_after_it()
    {
        var day = HoldHistory.Of(Dose.Start, FourWeeks.Events, FourWeeks.First.AddDays(12)).LastSetback!;

        Assert.Equal((FourWeeks.First.AddDays(8), HoldMark.Tingling), (day.Day, day.Setback!.Mark));
        Assert.Equal(day.Sessions[0].Target, day.Setback.Before);
        Assert.True(day.Setback.After < day.Setback.Before);
    }

    [Fact]
    public void What_came_before_the_window_sets_where_it_begins()
    {
        var whole = HoldHistory.Of(Dose.Start, FourWeeks.Events, Today);

        var week = HoldHistory.Of(Dose.Start, FourWeeks.Events, Today, days: 7);

        Assert.Equal(whole.Days.TakeLast(7).Select(d => (d.Day, d.Target, d.Held)), week.Days.Select(d => (d.Day, d.Target, d.Held)));
    }

    [Fact]
    [Trait("Rule", "DOSE-3a")]
    public void Events_folded_away_after_35_days_leave_the_four_weeks_as_they_were()
    {
        var (start, kept) = DoseFold.Compact(Dose.Start, [.. FourWeeks.Events], Today.AddDays(10 - 35));

        var before = HoldHistory.Of(Dose.Start, FourWeeks.Events, Today.AddDays(10));
        var after = HoldHistory.Of(start, kept, Today.AddDays(10));

        Assert.NotEqual(FourWeeks.Events.Count, kept.Count);
        Assert.Equal(before.Days.Select(d => (d.Target, d.Held, d.IsRest)), after.Days.Select(d => (d.Target, d.Held, d.IsRest)));
    }

    [Fact]
    public void Before_the_first_session_nothing_was_allowed_or_off()
    {
        var history = HoldHistory.Of(Dose.Start, [FourWeeks.Session(Today.AddDays(-2), 1, 5)], Today);

        Assert.All(history.Days.SkipLast(3), day => Assert.Null(day.Target));
        Assert.All(history.Days.TakeLast(3), day => Assert.Equal(5, day.Target));
        Assert.DoesNotContain(history.Days, day => day.IsRest);
    }

    [Theory]
    [InlineData(true, false, 10)]
    [InlineData(false, false, 5)]
    [InlineData(true, true, 5)]
    public void A_hold_that_was_not_reported_or_not_easy_is_no_comfortable_one(bool complete, bool painful, int longest)
    {
        var long10 = FourWeeks.Session(Today, 2, 10, r => r with { Complete = complete, Pain = painful ? 6 : 0 });

        var history = HoldHistory.Of(Dose.Start, [FourWeeks.Session(Today.AddDays(-1), 1, 5), long10], Today);

        Assert.Equal(longest, history.LongestComfortable!.Held);
    }

    [Fact]
    public void Less_than_a_minute_is_no_longest_hold() =>
        Assert.Null(HoldHistory.Of(Dose.Start, [FourWeeks.Session(Today, 1, 0)], Today).LongestComfortable);

    [Fact]
    [Trait("Rule", "TIME-8")]
    public void A_break_is_no_session_but_its_symptom_is_marked()
    {
        var tingled = FourWeeks.Session(Today, 1, 3, r => r with { IsBreak = true, Tingling = new TinglingReport(2, new SettleTime.Gone(1)) });

        var history = HoldHistory.Of(Dose.Start, [tingled], Today);

        Assert.Empty(history.Sessions);
        Assert.Equal([HoldMark.Tingling], history.Days[^1].Marks);
    }
}
