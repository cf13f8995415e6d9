using RecoveryBot.Coaching.Sequence;

namespace RecoveryBot.Tests.Coaching.Sequence;

public sealed class FittingTests
{
    [Theory]
    [InlineData("FV-1", 6, 5, false, Preference.Balanced, null, false)]
    [InlineData("FV-2", 7, 5, false, Preference.Balanced, "0 0 2 1 1 3 0", false)]
    [InlineData("FV-3", 8, 5, false, Preference.Balanced, "0 0 3 1 1 3 0", false)]
    [InlineData("FV-4", 10, 2, false, Preference.Balanced, "1 0 2 1 1 5 0", true)]
    [InlineData("FV-5", 10, 3, false, Preference.Balanced, "1 0 3 1 1 4 0", true)]
    [InlineData("FV-6", 10, 5, false, Preference.Balanced, "0 0 5 1 1 3 0", true)]
    [InlineData("FV-7", 10, 8, false, Preference.Balanced, "0 0 5 1 1 3 0", false)]
    [InlineData("FV-8", 10, 15, false, Preference.Balanced, "0 0 5 1 1 3 0", false)]
    [InlineData("FV-9", 10, 5, true, Preference.Balanced, "0 0 4 2 1 3 0", false)]
    [InlineData("FV-10", 12, 10, false, Preference.Balanced, "1 0 6 1 1 3 0", false)]
    [InlineData("FV-11", 15, 5, false, Preference.Balanced, "1 3 5 1 1 4 0", true)]
    [InlineData("FV-12", 15, 6, false, Preference.Balanced, "1 3 6 1 1 3 0", true)]
    [InlineData("FV-13", 15, 7, false, Preference.Balanced, "1 0 7 1 1 5 0", true)]
    [InlineData("FV-14", 15, 8, false, Preference.Balanced, "1 0 8 1 1 4 0", true)]
    [InlineData("FV-15", 15, 10, false, Preference.Balanced, "1 0 9 1 1 3 0", false)]
    [InlineData("FV-16", 15, 15, false, Preference.Balanced, "1 0 9 1 1 3 0", false)]
    [InlineData("FV-17", 15, 8, true, Preference.Balanced, "1 0 8 2 1 3 0", true)]
    [InlineData("FV-18", 18, 12, false, Preference.Balanced, "1 0 12 1 1 3 0", true)]
    [InlineData("FV-19", 19, 12, false, Preference.Balanced, "1 3 10 1 1 3 0", false)]
    [InlineData("FV-20", 20, 5, false, Preference.Balanced, "2 5 5 1 2 5 0", true)]
    [InlineData("FV-21", 20, 8, false, Preference.Balanced, "1 4 8 1 1 5 0", true)]
    [InlineData("FV-22", 20, 10, false, Preference.Balanced, "1 3 10 1 1 4 0", true)]
    [InlineData("FV-23", 20, 10, true, Preference.Balanced, "1 3 10 2 1 3 0", true)]
    [InlineData("FV-24", 20, 12, false, Preference.Balanced, "1 3 11 1 1 3 0", false)]
    [InlineData("FV-25", 20, 12, false, Preference.Hold, "1 0 12 1 1 5 0", true)]
    [InlineData("FV-26", 20, 15, false, Preference.Balanced, "1 3 11 1 1 3 0", false)]
    [InlineData("FV-27", 20, 15, false, Preference.Hold, "1 0 14 1 1 3 0", false)]
    [InlineData("FV-28", 24, 15, false, Preference.Balanced, "1 3 15 1 1 3 0", true)]
    [InlineData("FV-29", 25, 12, false, Preference.Balanced, "1 5 12 1 1 5 0", true)]
    [InlineData("FV-30", 30, 5, false, Preference.Balanced, "2 5 5 1 2 5 10", true)]
    [InlineData("FV-31", 30, 8, false, Preference.Balanced, "2 5 8 1 2 5 7", true)]
    [InlineData("FV-32", 30, 10, false, Preference.Balanced, "2 5 10 1 2 5 5", true)]
    [InlineData("FV-33", 30, 12, false, Preference.Balanced, "2 5 12 1 2 5 3", true)]
    [InlineData("FV-34", 30, 15, false, Preference.Balanced, "2 5 15 1 2 5 0", true)]
    [InlineData("FV-35", 30, 15, true, Preference.Balanced, "2 5 15 2 1 5 0", true)]
    [InlineData("FV-36", 45, 15, false, Preference.Balanced, "2 5 15 1 2 5 15", true)]
    [Trait("Rule", "FIT-1")]
    [Trait("Rule", "FIT-2")]
    [Trait("Rule", "FIT-3")]
    [Trait("Rule", "FIT-4")]
    [Trait("Rule", "FIT-5")]
    [Trait("Rule", "FIT-6")]
    [Trait("Rule", "FIT-7")]
    [Trait("Rule", "FIT-11")]
    [Trait("Rule", "FIT-12")]
    [Trait("Rule", "SEQ-7")]
    [Trait("Rule", "SEQ-8")]
    public void Fits_as_the_table_says(
        string id, int total, int hold, bool extendedRise, Preference prefer, string? minutes, bool fullTarget)
    {
        var plan = Fitting.Fit(total, hold, extendedRise, prefer, withoutS: false);

        Assert.StartsWith("FV-", id, StringComparison.Ordinal);
        Assert.Equal(minutes, plan is null ? null : $"{Minutes(plan)} {plan.Spare}");
        Assert.Equal(fullTarget, plan is { IsMaintenance: false });
    }

    [Theory]
    [InlineData("FV-37", 20, 10, false, Preference.Balanced, 0, "3 6 1 1 4", 5, false)]
    [InlineData("FV-38", 15, 8, false, Preference.Balanced, 0, "0 6 1 1 4", 3, false)]
    [InlineData("FV-39", 20, 5, false, Preference.Balanced, 0, "5 5 1 2 5", 2, true)]
    [InlineData("FV-40", 20, 10, false, Preference.Balanced, 20, "3 6 1 1 4", 5, false)]
    [InlineData("FV-41", 20, 10, false, Preference.Balanced, 40, "3 10 1 1 4", 0, true)]
    [InlineData("FV-42", 30, 15, true, Preference.Hold, 0, "5 6 2 1 5", 11, false)]
    [Trait("Rule", "FIT-13")]
    [Trait("Rule", "FIT-INV-5")]
    [Trait("Rule", "DOSE-24")]
    public void Without_the_forward_bend_the_hold_is_short(
        string id, int total, int hold, bool extendedRise, Preference prefer, int seconds, string minutes, int freed,
        bool fullTarget)
    {
        var plan = Fitting.Fit(total, hold, extendedRise, prefer, withoutS: false)!;

        var lived = Fitting.AsLived(plan, TimeSpan.FromSeconds(seconds));

        Assert.StartsWith("FV-", id, StringComparison.Ordinal);
        Assert.Equal(minutes, Minutes(lived with { U = 0 })[2..]);
        Assert.Equal(seconds < 30 ? 0 : plan.U, lived.U);
        Assert.Equal(freed, lived.Spare - plan.Spare);
        Assert.Equal(plan.Total, lived.Total);
        Assert.Equal(fullTarget, !lived.IsMaintenance);
    }

    [Theory]
    [InlineData(29, 6)]
    [InlineData(30, 10)]
    [Trait("Rule", "FIT-13")]
    public void Half_a_minute_of_the_forward_bend_prepares(int seconds, int hold)
    {
        var plan = Fitting.Fit(20, 10, extendedRise: false, Preference.Balanced, withoutS: false)!;

        Assert.Equal(hold, Fitting.AsLived(plan, TimeSpan.FromSeconds(seconds)).V);
    }

    [Theory]
    [InlineData(7, false)]
    [InlineData(8, true)]
    [Trait("Rule", "FIT-2")]
    public void A_minute_less_than_the_shortest_session_has_no_pose_with_the_legs_up(int shortest, bool extendedRise)
    {
        Assert.Null(Fitting.Fit(shortest - 1, 5, extendedRise, Preference.Balanced, withoutS: false));
        Assert.Equal(2, Fitting.Fit(shortest, 5, extendedRise, Preference.Balanced, withoutS: false)!.V);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [Trait("Rule", "DOSE-22")]
    public void A_dose_that_allows_no_hold_has_no_plan_and_no_break(int hold)
    {
        Assert.Null(Fitting.Fit(30, hold, extendedRise: false, Preference.Balanced, withoutS: false));
        Assert.Null(Fitting.Break(hold, extendedRise: false));
    }

    [Fact]
    [Trait("Rule", "FIT-8")]
    [Trait("Rule", "SEQ-16")]
    public void S_left_out_for_a_person_stays_out_whatever_the_time()
    {
        foreach (var total in Enumerable.Range(7, 54))
            Assert.Equal(0, Fitting.Fit(total, 8, extendedRise: false, Preference.Balanced, withoutS: true)!.S);
    }

    [Theory]
    [InlineData(5, false, Preference.Balanced, false, 14)]
    [InlineData(15, false, Preference.Balanced, false, 24)]
    [InlineData(15, true, Preference.Balanced, false, 25)]
    [InlineData(15, false, Preference.Hold, false, 21)]
    [InlineData(15, true, Preference.Hold, false, 22)]
    [InlineData(15, false, Preference.Balanced, true, 21)]
    [Trait("Rule", "FIT-9")]
    public void The_time_needed_for_the_full_hold_is_named(
        int hold, bool extendedRise, Preference prefer, bool withoutS, int minutes)
    {
        Assert.Equal(minutes, Fitting.NeededFor(hold, extendedRise, prefer, withoutS));
    }

    [Fact]
    [Trait("Rule", "FIT-9")]
    public void From_the_time_needed_on_the_full_hold_always_fits()
    {
        foreach (var hold in Enumerable.Range(2, 14))
            foreach (var prefer in Enum.GetValues<Preference>())
                foreach (var (extendedRise, withoutS) in new[] { (false, false), (true, false), (false, true) })
                {
                    var needed = Fitting.NeededFor(hold, extendedRise, prefer, withoutS);
                    foreach (var total in Enumerable.Range(needed, 30))
                        Assert.Equal(hold, Fitting.Fit(total, hold, extendedRise, prefer, withoutS)!.V);
                }
    }

    [Theory]
    [InlineData(15, false, "0 0 5 1 1 0")]
    [InlineData(3, true, "0 0 3 2 1 0")]
    [Trait("Rule", "TIME-8")]
    [Trait("Rule", "DOSE-19")]
    [Trait("Rule", "INV-13")]
    public void A_break_is_a_short_hold_with_its_way_back_and_nothing_else(int hold, bool extendedRise, string minutes)
    {
        var plan = Fitting.Break(hold, extendedRise)!;

        Assert.Equal(minutes, Minutes(plan));
        Assert.True(plan.IsBreak);
        Assert.Equal([PoseId.V, PoseId.X, PoseId.E], plan.Order);
    }

    private static string Minutes(Plan plan) => string.Join(' ', Poses.InOrder.Select(pose => plan[pose.Id]));
}
