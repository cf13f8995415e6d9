using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Sequence;
using static RecoveryBot.Tests.Coaching.Dosing.VectorReader;

namespace RecoveryBot.Tests.Coaching.Dosing;

/// <summary>Single rules about reports, beside the tables.</summary>
public sealed class DoseRuleTests
{
    private static readonly Dose Eight = Before("8, 1/1, 3, 15, WALL_EASY");

    [Theory]
    [InlineData(12, 10, 11)]
    [InlineData(9, 10, 9)]
    [InlineData(12, 11, 12)]
    [Trait("Rule", "DOSE-8a")]
    public void Where_person_and_timer_disagree_the_smaller_number_counts(int told, int timer, int held) =>
        Assert.Equal(held, DoseRules.HeldBy(told, timer));

    [Theory]
    [InlineData("15, 2/10, 3, 15, WALL_EASY")]
    [InlineData("10, 2/10, 3, 10, WALL_EASY")]
    [InlineData("10, 2/10, 3, 15, WALL_EASY; goal 10")]
    [Trait("Rule", "DOSE-6")]
    public void At_a_ceiling_the_streak_keeps_counting_and_nothing_else_changes(string before)
    {
        var dose = Before(before);

        var after = DoseRules.Update(dose, Clean(20, dose.Target));

        Assert.Equal(dose with { Streak = 3, CleanRun = 11, LastDay = Day(20), LastCleanDay = Day(20) }, after);
    }

    [Fact]
    [Trait("Rule", "DOSE-7")]
    public void Held_less_without_a_symptom_loses_nothing() =>
        Assert.Equal(Eight with { LastDay = Day(20) }, DoseRules.Update(Eight, Clean(20, 8) with { Held = 7 }));

    [Theory]
    [InlineData(6, 6, 3)]
    [InlineData(1, 6, 2)]
    [InlineData(null, 6, 3)]
    [InlineData(12, 6, 5)]
    [Trait("Rule", "DOSE-10")]
    public void An_onset_not_known_is_two_minutes_before_the_end(int? held, int planned, int next)
    {
        var after = DoseRules.Update(Eight, Clean(20, planned) with { Held = held, Tingling = Tingling(null, 2) });

        Assert.Equal(next, after.Target);
    }

    [Fact]
    [Trait("Rule", "DOSE-10a")]
    public void A_symptom_pressed_counts_before_any_report()
    {
        var pressed = new SessionReport
        {
            Day = Day(20),
            VRan = true,
            PlannedHold = 8,
            Held = 6,
            Tingling = new TinglingReport(6, new SettleTime.NotTold()),
        };

        var after = DoseRules.Update(Eight, pressed);

        Assert.Equal((4, Day(22), true), (after.Target, after.RestUntil, after.IsActive));
    }

    [Theory]
    [InlineData(10, 5, null)]
    [InlineData(11, 4, 22)]
    [InlineData(30, 4, 22)]
    [Trait("Rule", "DOSE-11")]
    public void Slow_to_settle_costs_two_minutes_and_a_day(int settled, int next, int? restUntil)
    {
        var after = DoseRules.Update(Eight, Clean(20, 8) with { Tingling = Tingling(6, settled) });

        Assert.Equal((next, true), (after.Target, after.IsActive));
        Assert.Equal(restUntil is { } day ? Day(day) : null, after.RestUntil);
    }

    [Fact]
    [Trait("Rule", "DOSE-12")]
    public void Gone_after_more_than_half_an_hour_is_a_pause_all_the_same()
    {
        var after = DoseRules.Update(Eight, Clean(20, 8) with { Tingling = Tingling(6, 31) });

        Assert.Equal(new DoseStatus.Paused(PauseReason.TinglingUnresolved), after.Status);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [Trait("Rule", "DOSE-13")]
    [Trait("Rule", "SAFE-18")]
    public void Tingling_at_two_minutes_or_sooner_pauses_at_once(int onset, bool paused)
    {
        var after = DoseRules.Update(Eight, Clean(20, 8) with { Tingling = Tingling(onset, 1) });

        Assert.Equal(2, after.Target);
        Assert.Equal(
            paused ? new DoseStatus.Paused(PauseReason.TinglingEarly) : new DoseStatus.Active(), after.Status);
    }

    [Theory]
    [InlineData(5, 8)]
    [InlineData(6, 10)]
    [InlineData(10, 10)]
    [InlineData(11, 15)]
    [Trait("Rule", "DOSE-14")]
    [Trait("Rule", "SAFE-19")]
    public void Tingling_sets_a_ceiling_by_its_minute(int onset, int cap)
    {
        var after = DoseRules.Update(Eight with { Target = 14 }, Clean(20, 14) with { Tingling = Tingling(onset, 1) });

        Assert.Equal(cap, after.Cap);
    }

    [Fact]
    [Trait("Rule", "DOSE-14")]
    public void Twenty_clean_days_lift_the_ceiling_to_that_of_screening_and_no_higher()
    {
        var dose = Before("8, 0/19, 5, 8, WALL_EASY; base_cap 10");

        Assert.Equal(10, DoseRules.Update(dose, Clean(20, 8)).Cap);
    }

    [Theory]
    [InlineData(Variant.Wall, null, Variant.WallEasy)]
    [InlineData(Variant.WallEasy, null, Variant.WallEasy)]
    [InlineData(Variant.Chair, null, Variant.Chair)]
    [InlineData(Variant.Wall, 7, Variant.Chair)]
    [InlineData(Variant.Wall, 6, Variant.WallEasy)]
    [Trait("Rule", "DOSE-14a")]
    [Trait("Rule", "DOSE-17")]
    public void Tingling_makes_the_variant_easier(Variant before, int? earlier, Variant after)
    {
        var dose = Eight with { Variant = before, TinglingDays = Days(earlier) };

        Assert.Equal(after, DoseRules.Update(dose, Clean(20, 8) with { Tingling = Tingling(7, 1) }).Variant);
    }

    [Fact]
    [Trait("Rule", "DOSE-17")]
    public void Two_symptoms_on_one_day_count_once()
    {
        var once = DoseRules.Update(Eight, Clean(20, 8) with { Tingling = Tingling(7, 1) });
        var twice = DoseRules.Update(once, Clean(20, 6) with { Tingling = Tingling(6, 1) });

        Assert.Equal([Day(20)], twice.TinglingDays.Days);
        Assert.True(twice.IsActive);
    }

    [Theory]
    [InlineData(7, PauseReason.LightheadedRepeated)]
    [InlineData(6, null)]
    [Trait("Rule", "DOSE-15")]
    [Trait("Rule", "DOSE-17")]
    public void A_second_lightheaded_day_in_the_window_pauses(int earlier, PauseReason? pause)
    {
        var dose = Eight with { LightheadedDays = Days(earlier) };

        var after = DoseRules.Update(dose, Clean(20, 8) with { Lightheaded = Lightheaded(3) });

        Assert.Equal((6, pause, true), (after.Target, after.Pause, after.ExtendedRise));
    }

    [Theory]
    [InlineData(10, null)]
    [InlineData(11, PauseReason.LightheadedUnresolved)]
    [Trait("Rule", "DOSE-15")]
    [Trait("Rule", "SAFE-21")]
    public void Lightheaded_for_more_than_ten_minutes_pauses(int settled, PauseReason? pause) =>
        Assert.Equal(pause, DoseRules.Update(Eight, Clean(20, 8) with { Lightheaded = Lightheaded(settled) }).Pause);

    [Fact]
    [Trait("Rule", "DOSE-15")]
    [Trait("Rule", "SAFE-22")]
    public void A_near_faint_asks_for_somebody_within_call_until_ten_clean_days()
    {
        var nearFaint = Lightheaded(3) with { NearFaint = true };
        var dose = DoseRules.Update(Eight, Clean(20, 8) with { Lightheaded = nearFaint });

        Assert.True(dose.Buddy);
        for (var day = 21; day <= 30; day++)
        {
            Assert.True(dose is { Buddy: true, ExtendedRise: true });
            dose = DoseRules.Update(dose, Clean(day, 15));
        }

        Assert.True(dose is { Buddy: false, ExtendedRise: false, CleanRun: 10 });
    }

    [Theory]
    [InlineData(3, false, 8, Variant.Wall)]
    [InlineData(4, false, 7, Variant.WallEasy)]
    [InlineData(2, true, 7, Variant.WallEasy)]
    [Trait("Rule", "DOSE-16")]
    [Trait("Rule", "SAFE-23")]
    [Trait("Rule", "SAFE-24")]
    public void Pain_of_four_or_sharp_pain_costs_a_minute_and_a_step(int pain, bool sharp, int next, Variant variant)
    {
        var after = DoseRules.Update(
            Eight with { Variant = Variant.Wall }, Clean(20, 8) with { Pain = pain, PainSharp = sharp });

        Assert.Equal((next, variant), (after.Target, after.Variant));
    }

    [Theory]
    [InlineData("8", 7, PauseReason.PainRepeated)]
    [InlineData("8", 6, null)]
    [InlineData("2", null, PauseReason.AtFloor)]
    [Trait("Rule", "DOSE-16")]
    public void A_third_day_of_pain_or_pain_at_the_floor_pauses(string target, int? first, PauseReason? pause)
    {
        var dose = Before($"{target}, 1/1, 3, 15, WALL_EASY") with
        {
            PainDays = first is { } day ? new SymptomDays([Day(day), Day(14)]) : SymptomDays.None,
        };

        var after = DoseRules.Update(dose, Clean(20, 8) with { Pain = 6 });

        Assert.Equal((pause, Variant.Chair), (after.Pause, after.Variant));
    }

    [Fact]
    [Trait("Rule", "DOSE-3")]
    public void Of_several_symptoms_the_lowest_target_wins_and_every_side_effect_applies()
    {
        var after = DoseRules.Update(Eight, Clean(20, 8) with
        {
            Tingling = Tingling(8, 1),
            Lightheaded = Lightheaded(1),
            Pain = 5,
        });

        Assert.Equal((6, 10, true, Variant.Chair), (after.Target, after.Cap, after.ExtendedRise, after.Variant));
        Assert.Equal(
            [Day(20), Day(20), Day(20)],
            after.TinglingDays.Days.Concat(after.LightheadedDays.Days).Concat(after.PainDays.Days));
    }

    [Fact]
    [Trait("Rule", "DOSE-3")]
    public void A_red_flag_comes_before_all_symptoms()
    {
        var after = DoseRules.Update(Eight, Clean(20, 8) with { RedFlag = true, Tingling = Tingling(2, 1) });

        Assert.Equal(new DoseStatus.Blocked(BlockReason.RedFlag), after.Status);
        Assert.Equal((5, 0, 5), (after.Target, after.CleanRun, after.Need));
        Assert.Equal(0, DoseRules.PlannedHold(after, Day(40)));
    }

    [Theory]
    [InlineData(false, true, OtherPoseSymptom.None)]
    [InlineData(true, false, OtherPoseSymptom.None)]
    [InlineData(false, false, OtherPoseSymptom.BeforeV)]
    [InlineData(false, false, OtherPoseSymptom.AfterV)]
    [Trait("Rule", "SEQ-10")]
    [Trait("Rule", "SEQ-26")]
    [Trait("Rule", "SAFE-29")]
    public void Neither_a_skipped_way_back_nor_a_missing_report_nor_a_symptom_elsewhere_is_clean(
        bool skipped, bool unreported, OtherPoseSymptom otherPose)
    {
        var after = DoseRules.Update(Eight, Clean(20, 8) with
        {
            CounterSkipped = skipped,
            Complete = !unreported,
            OtherPose = otherPose,
        });

        Assert.Equal((1, 1, 8, Day(20)), (after.Streak, after.CleanRun, after.Target, after.LastDay));
    }

    [Fact]
    [Trait("Rule", "DOSE-28")]
    [Trait("Rule", "SAFE-26")]
    public void Another_symptom_closes_the_day_and_changes_no_number()
    {
        var after = DoseRules.Update(Eight, Clean(20, 8) with { SomethingElse = true });

        Assert.Equal(8, after.Target);
        Assert.Equal([0, 8], new[] { 20, 21 }.Select(day => DoseRules.PlannedHold(after, Day(day))));
    }

    [Fact]
    [Trait("Rule", "DOSE-19")]
    [Trait("Rule", "TIME-8")]
    public void A_break_earns_nothing_and_leaves_the_last_day()
    {
        var after = DoseRules.Update(Eight, Clean(20, 8) with { IsBreak = true, PlannedHold = 5 });

        Assert.Equal(Eight, after);
        Assert.Equal(5, DoseRules.PlannedBreak(after, Day(20)));
    }

    [Fact]
    [Trait("Rule", "DOSE-19")]
    public void Breaks_are_two_a_day_and_an_hour_apart()
    {
        var noon = Evening(20);

        Assert.Equal(noon, Breaks.Next([], noon));
        Assert.Equal(noon.AddMinutes(60), Breaks.Next([noon], noon.AddMinutes(59)));
        Assert.Equal(noon.AddMinutes(61), Breaks.Next([noon], noon.AddMinutes(61)));
        Assert.Null(Breaks.Next([noon, noon.AddHours(2)], noon.AddHours(5)));
    }

    [Fact]
    [Trait("Rule", "DOSE-24")]
    public void Maintenance_sessions_are_neutral_and_counted_in_a_row()
    {
        var dose = Eight;
        for (var day = 20; day < 25; day++)
            dose = DoseRules.Update(dose, Clean(day, 5));

        Assert.Equal((5, 1, 8), (dose.MaintenanceRun, dose.Streak, dose.Target));
        Assert.Equal(DoseLimits.MaintenanceMention, dose.MaintenanceRun);
        Assert.Equal(0, DoseRules.Update(dose, Clean(25, 8)).MaintenanceRun);
    }

    [Theory]
    [InlineData(5, 3, 6)]
    [InlineData(5, 15, 10)]
    [InlineData(5, 27, 14)]
    [InlineData(5, 30, 15)]
    [InlineData(8, 6, 10)]
    [InlineData(8, 21, 15)]
    [Trait("Rule", "DOSE-25")]
    public void With_daily_clean_sessions_it_grows_as_foretold(int start, int day, int target)
    {
        var dose = Enumerable.Range(1, day).Aggregate(
            Dose.Start with { Target = start }, (dose, d) => DoseRules.Update(dose, Clean(d, dose.Target)));

        Assert.Equal(target, dose.Target);
    }

    [Fact]
    [Trait("Rule", "DOSE-22")]
    public void Before_the_end_of_a_rest_nothing_may_be_held_and_nothing_is_earned()
    {
        var resting = Eight with { RestUntil = Day(22) };

        Assert.Equal([0, 0, 8], new[] { 20, 21, 22 }.Select(day => DoseRules.PlannedHold(resting, Day(day))));
        Assert.Equal(1, DoseRules.Update(resting, Clean(21, 8)).Streak);
        Assert.Equal(2, DoseRules.Update(resting, Clean(22, 8)).Streak);
    }

    internal static SessionReport Clean(int day, int minutes) => new()
    {
        Day = Day(day),
        VRan = true,
        Complete = true,
        Held = minutes,
        PlannedHold = minutes,
    };

    internal static TinglingReport Tingling(int? onset, int settled) => new(onset, new SettleTime.Gone(settled));

    private static LightheadedReport Lightheaded(int settled) =>
        new(LightheadedMoment.Rise, new SettleTime.Gone(settled));

    private static SymptomDays Days(int? day) => day is { } d ? new SymptomDays([Day(d)]) : SymptomDays.None;
}
