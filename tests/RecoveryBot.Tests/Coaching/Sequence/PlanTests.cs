using FsCheck;
using FsCheck.Fluent;
using RecoveryBot.Coaching.Sequence;

namespace RecoveryBot.Tests.Coaching.Sequence;

public sealed class PlanTests
{
    private static readonly Arbitrary<(int Total, int Hold, bool Extended, Preference Prefer, bool WithoutS)> Wishes =
        (from total in Gen.Choose(0, 90)
         from hold in Gen.Choose(2, 15)
         from extended in Gen.Elements(false, true)
         from prefer in Gen.Elements(Preference.Balanced, Preference.Hold)
         from withoutS in Gen.Elements(false, false, true)
         select (total, hold, extended, prefer, withoutS)).ToArbitrary();

    [Fact]
    [Trait("Rule", "FIT-INV-1")]
    public void A_plan_spends_exactly_the_minutes_at_hand() => ForEveryPlan((wish, plan) =>
        plan.U + plan.S + plan.V + plan.X + plan.E + plan.C + plan.Spare == wish.Total);

    [Fact]
    [Trait("Rule", "FIT-INV-2")]
    [Trait("Rule", "INV-2")]
    public void The_hold_is_never_above_the_target_nor_below_two() => ForEveryPlan((wish, plan) =>
        plan.V >= 2 && plan.V <= wish.Hold && plan.Target == wish.Hold);

    [Fact]
    [Trait("Rule", "FIT-INV-3")]
    [Trait("Rule", "INV-13")]
    [Trait("Rule", "SEQ-9")]
    public void Every_pose_keeps_its_range_and_the_way_back_is_always_in() => ForEveryPlan((wish, plan) =>
        plan.X == (wish.Extended ? 2 : 1) && plan.E is 1 or 2 && plan.C is >= 3 and <= 5
        && plan.U is >= 0 and <= 2 && plan.S is 0 or (>= 3 and <= 5));

    [Fact]
    [Trait("Rule", "FIT-INV-4")]
    [Trait("Rule", "SEQ-8")]
    public void S_is_left_out_before_U() => ForEveryPlan((_, plan) => plan.S == 0 || plan.U > 0);

    [Fact]
    [Trait("Rule", "FIT-INV-5")]
    public void No_long_hold_without_preparation_planned_or_lived() => ForEveryPlan((_, plan) =>
    {
        var lived = Fitting.AsLived(plan, TimeSpan.Zero);
        return (plan.U > 0 || plan.V <= 6) && lived is { U: 0, V: <= 6 } && lived.Total == plan.Total
            && lived.S == plan.S;
    });

    [Fact]
    [Trait("Rule", "FIT-INV-6")]
    public void With_the_hold_preferred_it_never_falls_as_time_grows() => ForEveryPlan((wish, _) =>
        Fitting.Fit(wish.Total + 1, wish.Hold, wish.Extended, Preference.Hold, wish.WithoutS)!.V
        >= Fitting.Fit(wish.Total, wish.Hold, wish.Extended, Preference.Hold, wish.WithoutS)!.V);

    [Fact]
    [Trait("Rule", "FIT-INV-7")]
    public void Minutes_are_spare_only_when_every_pose_is_at_its_longest() => ForEveryPlan((wish, plan) =>
        plan.Spare == 0
        || (plan.V == wish.Hold && plan.C == 5 && plan.E == 2 && plan.U is 0 or 2 && plan.S is 0 or 5));

    [Fact]
    [Trait("Rule", "SEQ-1")]
    public void The_poses_that_are_in_run_in_their_order_with_the_exit_pause_after_the_hold() =>
        ForEveryPlan((_, plan) =>
        {
            var order = string.Concat(plan.Order);
            return order is "VXEC" or "UVXEC" or "USVXEC";
        });

    [Fact]
    [Trait("Rule", "SEQ-2")]
    public void The_table_of_poses_is_the_protocols()
    {
        var table = Poses.InOrder.Select(p => $"{p.Id} {p.Role} {p.English} {p.Sanskrit} {p.Shortest}-{p.Longest}");

        Assert.Equal(
            [
                "U Preparation Standing forward bend Uttanasana 1-2",
                "S Preparation Reclining bound angle Supta Baddha Konasana 3-5",
                "V Main Legs up the wall Viparita Karani 2-15",
                "X Transition Exit pause on the side  1-2",
                "E Counter Easy pose Sukhasana 1-2",
                "C Counter Corpse pose Savasana 3-5",
            ],
            table);
        Assert.All(Enum.GetValues<PoseId>(), id => Assert.Equal(id, Poses.Of(id).Id));
    }

    [Fact]
    [Trait("Rule", "SEQ-3")]
    public void The_ranges_of_the_table_add_up_to_19_to_30_minutes_with_the_exit_pause()
    {
        Assert.Equal(19, new Plan(1, 3, 10, 1, 1, 3, 0, 10).Total);
        Assert.Equal(30, Fitting.Fit(30, 15, extendedRise: false, Preference.Balanced, withoutS: false)!.PoseMinutes);
    }

    [Theory]
    [InlineData(17, false)]
    [InlineData(18, true)]
    [InlineData(22, true)]
    [InlineData(23, false)]
    [Trait("Rule", "SEQ-3")]
    public void About_twenty_minutes_is_said_only_of_18_to_22(int total, bool about)
    {
        var plan = Fitting.Fit(total, 15, extendedRise: false, Preference.Hold, withoutS: true)!;

        Assert.Equal(about, plan.IsAboutTwenty);
    }

    [Fact]
    [Trait("Rule", "SEQ-3")]
    public void Spare_minutes_do_not_make_a_session_longer()
    {
        var plan = Fitting.Fit(30, 5, extendedRise: false, Preference.Balanced, withoutS: false)!;

        Assert.Equal((30, 20, true), (plan.Total, plan.PoseMinutes, plan.IsAboutTwenty));
    }

    [Fact]
    [Trait("Rule", "SEQ-4")]
    public void A_hold_below_ten_is_a_complete_session()
    {
        var plan = Fitting.Fit(20, 5, extendedRise: false, Preference.Balanced, withoutS: false)!;

        Assert.Equal((5, false), (plan.V, plan.IsMaintenance));
    }

    [Theory]
    [InlineData(20, 3, 23)]
    [InlineData(15, 2, 17)]
    [InlineData(9, 1, 10)]
    [Trait("Rule", "FIT-10")]
    public void The_told_end_adds_a_minute_for_each_of_U_S_and_V(int total, int allowance, int told)
    {
        var plan = Fitting.Fit(total, 8, extendedRise: false, Preference.Balanced, withoutS: false)!;

        Assert.Equal((allowance, told), (plan.Allowance, plan.ToldMinutes));
    }

    [Fact]
    [Trait("Rule", "FIT-12")]
    public void Nineteen_minutes_bring_S_in_and_take_two_from_a_long_hold()
    {
        Assert.Equal([12, 10], new[] { 18, 19 }.Select(total =>
            Fitting.Fit(total, 12, extendedRise: false, Preference.Balanced, withoutS: false)!.V));
    }

    private static void ForEveryPlan(
        Func<(int Total, int Hold, bool Extended, Preference Prefer, bool WithoutS), Plan, bool> holds) =>
        Prop.ForAll(Wishes, wish =>
                Fitting.Fit(wish.Total, wish.Hold, wish.Extended, wish.Prefer, wish.WithoutS) is not { } plan
                || holds(wish, plan))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(10_000));
}
