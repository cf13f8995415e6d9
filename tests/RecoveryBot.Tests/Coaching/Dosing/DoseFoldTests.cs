using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Sequence;
using static RecoveryBot.Tests.Coaching.Dosing.DoseRuleTests;
using static RecoveryBot.Tests.Coaching.Dosing.VectorReader;

namespace RecoveryBot.Tests.Coaching.Dosing;

/// <summary>Screenings, clearances, wishes and corrections in the fold (DOSE-3a).</summary>
public sealed class DoseFoldTests
{
    private static readonly Dose Eight = Before("8, 2/12, 3, 15, WALL_EASY");

    [Theory]
    [InlineData(false, 8, 8)]
    [InlineData(false, 12, 8)]
    [InlineData(false, 3, 5)]
    [InlineData(true, 8, 5)]
    [Trait("Rule", "DOSE-2")]
    public void The_start_is_chosen_from_five_to_eight_and_with_a_caution_it_is_five(bool caution, int wish, int target)
    {
        var after = DoseFold.Fold(
            Dose.Start, [Screened(1, caution: caution), new DoseEvent.StartChosen(Evening(1), Day(1), wish)]);

        Assert.Equal(target, after.Target);
    }

    [Fact]
    [Trait("Rule", "DOSE-2")]
    public void A_caution_found_before_the_first_session_starts_it_at_five()
    {
        var after = DoseFold.Fold(
            Dose.Start, [new DoseEvent.StartChosen(Evening(1), Day(1), 8), Screened(2, cap: 10, caution: true)]);

        Assert.Equal((5, 10), (after.Target, after.Cap));
    }

    [Fact]
    [Trait("Rule", "DOSE-2")]
    public void Once_anything_has_happened_the_start_is_no_longer_chosen()
    {
        var chosen = new DoseEvent.StartChosen(Evening(3), Day(3), 8);
        var dizzyInU = new SessionReport
        {
            Day = Day(1),
            Lightheaded = new LightheadedReport(LightheadedMoment.Pose, new SettleTime.Gone(1)),
        };

        Assert.Equal(5, DoseFold.Fold(Dose.Start, [Told(1, Clean(1, 5)), chosen]).Target);
        Assert.Equal(3, DoseFold.Fold(Dose.Start, [Told(1, dizzyInU), chosen]).Target);
    }

    [Theory]
    [InlineData(6, 6, 0)]
    [InlineData(1, 2, 0)]
    [InlineData(8, 8, 2)]
    [InlineData(12, 8, 2)]
    [Trait("Rule", "DOSE-9")]
    public void Less_may_be_asked_for_at_any_time_and_more_never(int wish, int target, int streak)
    {
        var after = DoseFold.Fold(Eight, [new DoseEvent.AskedForLess(Evening(20), Day(20), wish)]);

        Assert.Equal((target, streak), (after.Target, after.Streak));
    }

    [Fact]
    [Trait("Rule", "DOSE-1")]
    public void A_goal_is_kept_in_its_range_and_takes_no_minutes_away()
    {
        var after = DoseFold.Fold(Eight, [new DoseEvent.GoalSet(Evening(20), Day(20), 3)]);

        Assert.Equal((5, 8), (after.Goal, after.Target));
        Assert.Equal(15, DoseFold.Fold(Eight, [new DoseEvent.GoalSet(Evening(20), Day(20), 40)]).Goal);
    }

    [Fact]
    [Trait("Rule", "DOSE-5a")]
    public void The_chair_by_own_wish_is_kept_and_switched_off_it_takes_the_next_step_back_to_the_wall()
    {
        var chair = DoseFold.Fold(Eight, [new DoseEvent.PreferChairSet(Evening(20), Day(20), true)]);
        var grown = Grow(chair, 21, 23);
        var off = DoseFold.Fold(grown, [new DoseEvent.PreferChairSet(Evening(24), Day(24), false)]);
        var back = Grow(off, 24, 26);

        Assert.Equal((Variant.Chair, 8, 0), (chair.Variant, chair.Target, chair.Streak));
        Assert.Equal((Variant.Chair, 9), (grown.Variant, grown.Target));
        Assert.Equal((Variant.Chair, false), (off.Variant, off.PreferChair));
        Assert.Equal((Variant.WallEasy, 9), (back.Variant, back.Target));
    }

    [Theory]
    [InlineData(5, Variant.WallEasy, false, Variant.Wall)]
    [InlineData(4, Variant.WallEasy, false, Variant.WallEasy)]
    [InlineData(9, Variant.Chair, false, Variant.Chair)]
    [InlineData(9, Variant.WallEasy, true, Variant.WallEasy)]
    [Trait("Rule", "POSE-V2")]
    public void Close_to_the_wall_only_after_five_clean_days_and_not_from_the_chair(
        int run, Variant before, bool locked, Variant after)
    {
        var dose = Eight with { CleanRun = run, Variant = before, LockChair = locked };

        var wished = DoseFold.Fold(dose, [new DoseEvent.WallWished(Evening(20), Day(20), true)]);

        Assert.Equal(after, wished.Variant);
        Assert.NotEqual(
            Variant.Wall, DoseFold.Fold(wished, [new DoseEvent.WallWished(Evening(21), Day(21), false)]).Variant);
    }

    [Fact]
    [Trait("Rule", "SEQ-16")]
    [Trait("Rule", "FIT-8")]
    public void Preferences_are_remembered()
    {
        var after = DoseFold.Fold(Eight,
        [
            new DoseEvent.WithoutSSet(Evening(20), Day(20), true),
            new DoseEvent.PreferenceSet(Evening(20), Day(20), Preference.Hold),
        ]);

        Assert.Equal(Eight with { WithoutS = true, Preference = Preference.Hold }, after);
    }

    [Fact]
    [Trait("Rule", "DOSE-23")]
    public void A_lower_ceiling_applies_at_once_and_a_higher_one_after_twenty_clean_days()
    {
        var twelve = Before("12, 2/18, 3, 15, WALL_EASY");

        var lowered = DoseFold.Fold(twelve, [Screened(20, cap: 8, caution: true)]);
        var raised = DoseFold.Fold(lowered, [Screened(21)]);

        Assert.Equal((8, 8, 8), (lowered.Target, lowered.Cap, lowered.BaseCap));
        Assert.Equal((8, 8, 15), (raised.Target, raised.Cap, raised.BaseCap));
        Assert.Equal([8, 15], new[] { 21, 22 }.Select(until => Grow(raised, 21, until).Cap));
    }

    [Fact]
    [Trait("Rule", "DOSE-23")]
    public void The_chair_of_screening_comes_once_as_a_start_and_stays_as_a_lock()
    {
        var start = new DoseEvent.Screened(Evening(1), Day(1), true, 10, false, true, StartOnChair: true);
        var later = start with { At = Evening(29), Day = Day(29) };
        var locked = later with { LockChair = true };

        var first = DoseFold.Fold(Dose.Start, [start]);
        var again = DoseFold.Fold(first with { Variant = Variant.WallEasy }, [later]);

        Assert.Equal(Variant.Chair, first.Variant);
        Assert.Equal(Variant.WallEasy, again.Variant);
        Assert.True(DoseFold.Fold(again, [locked]) is { Variant: Variant.Chair, KeepsChair: true });
    }

    [Theory]
    [InlineData(PauseReason.TinglingRepeated, false)]
    [InlineData(PauseReason.LightheadedRepeated, true)]
    [InlineData(PauseReason.LightheadedUnresolved, true)]
    [Trait("Rule", "DOSE-20")]
    public void Clearance_starts_again_low_and_on_the_chair(PauseReason pause, bool extendedRise)
    {
        var paused = Eight with
        {
            Pause = pause,
            TinglingDays = new SymptomDays([Day(19)]),
            RestUntil = Day(30),
            Streak = 2,
        };

        var resumed = new DoseEvent.Resumed(Evening(22), Day(22), false);

        var after = DoseFold.Fold(paused, [resumed]);

        Assert.True(after is { IsActive: true, Target: 5, Need: 5, Streak: 0, CleanRun: 0, Variant: Variant.Chair });
        Assert.Equal((SymptomDays.None, null, extendedRise), (after.TinglingDays, after.RestUntil, after.ExtendedRise));
        Assert.Equal(3, DoseFold.Fold(paused with { Target = 3 }, [resumed]).Target);
        Assert.Equal(15, after.Cap);
    }

    [Fact]
    [Trait("Rule", "DOSE-20")]
    [Trait("Rule", "INV-8")]
    [Trait("Rule", "SAFE-33")]
    public void A_red_flag_needs_a_clearance_that_covers_it()
    {
        var blocked = DoseFold.Fold(Eight, [new DoseEvent.RedFlag(Evening(20), Day(20))]);

        var other = DoseFold.Fold(blocked, [Screened(25), new DoseEvent.Resumed(Evening(25), Day(25), false)]);
        var covered = DoseFold.Fold(blocked, [Screened(25), new DoseEvent.Resumed(Evening(25), Day(25), true)]);

        Assert.Equal(new DoseStatus.Blocked(BlockReason.RedFlag), other.Status);
        Assert.True(covered is { IsActive: true, BaseCap: 10, Cap: 10, ExtendedRise: true, Target: 5 });
    }

    [Fact]
    [Trait("Rule", "DOSE-20a")]
    public void A_block_of_screening_lifts_by_a_new_screening_and_the_dose_goes_on_by_its_gap()
    {
        var blocked = DoseFold.Fold(Eight, [Screened(20, allows: false)]);
        var lifted = DoseFold.Fold(blocked, [Screened(29), new DoseEvent.Began(Evening(29), Day(29))]);

        Assert.Equal(new DoseStatus.Blocked(BlockReason.Screening), blocked.Status);
        Assert.Equal(0, DoseRules.PlannedHold(blocked, Day(21)));
        Assert.True(lifted is { IsActive: true, Target: 6, Variant: Variant.WallEasy });
    }

    [Fact]
    [Trait("Rule", "DOSE-20a")]
    [Trait("Rule", "DOSE-3a")]
    public void A_screening_lifts_neither_a_pause_nor_a_red_flag()
    {
        var still = new DoseEvent.StillFelt(Evening(20), Day(20), false);

        var paused = DoseFold.Fold(Eight, [still, Screened(21, allows: false), Screened(22)]);
        var flagged = DoseFold.Fold(Eight, [new DoseEvent.RedFlag(Evening(20), Day(20)), Screened(21)]);

        Assert.Equal(new DoseStatus.Paused(PauseReason.TinglingUnresolved), paused.Status);
        Assert.Equal(new DoseStatus.Blocked(BlockReason.RedFlag), flagged.Status);
    }

    [Theory]
    [InlineData(false, PauseReason.TinglingUnresolved)]
    [InlineData(true, PauseReason.LightheadedUnresolved)]
    [Trait("Rule", "PRE-4")]
    [Trait("Rule", "DOSE-3a")]
    public void A_symptom_still_felt_pauses_and_no_corrected_report_undoes_that(bool lightheaded, PauseReason reason)
    {
        var slow = Clean(19, 8) with { Tingling = new TinglingReport(6, new SettleTime.StillThere()) };
        var quick = slow with { Tingling = Tingling(6, 2) };
        List<DoseEvent> events = [Told(19, slow), new DoseEvent.StillFelt(Evening(20), Day(20), lightheaded)];

        var corrected = DoseFold.Fold(Eight, [.. events, Told(19, quick, hours: 40)]);

        Assert.Equal(new DoseStatus.Paused(reason), corrected.Status);
        Assert.Null(corrected.RestUntil);
    }

    [Fact]
    [Trait("Rule", "SAFE-33a")]
    [Trait("Rule", "DOSE-3a")]
    public void A_red_flag_taken_back_leaves_the_fold_but_closes_the_day()
    {
        var flag = new DoseEvent.RedFlag(Evening(20).AddMinutes(3), Day(20));
        var session = Told(20, Clean(20, 8) with { RedFlag = true });
        var back = new DoseEvent.RedFlagTakenBack(flag.At.AddMinutes(1), Day(20), flag.At, 20);

        var after = DoseFold.Fold(Eight, [flag, session, back]);

        Assert.True(after is { IsActive: true, Target: 9, CleanRun: 13 });
        Assert.Equal((0, 9), (DoseRules.PlannedHold(after, Day(20)), DoseRules.PlannedHold(after, Day(21))));
    }

    [Fact]
    [Trait("Rule", "SAFE-33a")]
    public void Taking_back_one_red_flag_leaves_another()
    {
        var first = new DoseEvent.RedFlag(Evening(20), Day(20));
        var second = new DoseEvent.RedFlag(Evening(20).AddMinutes(9), Day(20));

        var back = new DoseEvent.RedFlagTakenBack(Evening(20).AddMinutes(10), Day(20), first.At, null);

        var after = DoseFold.Fold(Eight, [first, second, back]);

        Assert.True(after.RedFlagged);
    }

    [Fact]
    [Trait("Rule", "DOSE-3a")]
    [Trait("Rule", "SEQ-26")]
    public void A_hold_that_turns_out_not_to_have_run_still_leaves_its_day()
    {
        var after = DoseFold.Fold(
            Eight, [Told(20, Clean(20, 8)), Told(20, Clean(20, 8) with { VRan = false, Held = null }, hours: 2)]);

        Assert.Equal((Day(20), 12, 8), (after.LastDay, after.CleanRun, after.Target));
    }

    [Fact]
    [Trait("Rule", "DOSE-3a")]
    public void A_clean_session_after_a_symptom_of_the_same_day_earns_nothing_even_if_told_first()
    {
        var tingledInE = new SessionReport { Day = Day(20), OtherPose = OtherPoseSymptom.AfterV };
        var clean = new DoseEvent.Reported(Evening(20).AddHours(2), Day(20), 2, Evening(20).AddHours(3), Clean(20, 8));
        var early = new DoseEvent.Reported(Evening(20), Day(20), 1, Evening(21), tingledInE);

        Assert.Equal(13, DoseFold.Fold(Eight, [clean]).CleanRun);
        Assert.Equal(12, DoseFold.Fold(Eight, [clean, early]).CleanRun);
    }

    [Fact]
    [Trait("Rule", "DOSE-3a")]
    public void A_gap_is_counted_again_when_a_session_in_it_is_told_late()
    {
        var began = new DoseEvent.Began(Evening(30), Day(30));

        Assert.Equal(6, DoseFold.Fold(Eight, [began]).Target);
        Assert.Equal(9, DoseFold.Fold(Eight, [began, Told(27, Clean(27, 8), hours: 80)]).Target);
    }

    internal static DoseEvent.Reported Told(int day, SessionReport report, double hours = 0) =>
        new(Evening(day), Day(day), day, Evening(day).AddHours(hours), report);

    internal static DoseEvent.Screened Screened(int day, bool allows = true, int cap = 15, bool caution = false) =>
        new(Evening(day), Day(day), allows, cap, false, caution, false);

    private static Dose Grow(Dose dose, int from, int to) => Enumerable.Range(from, to - from + 1)
        .Aggregate(dose, (grown, day) => DoseRules.Update(grown, Clean(day, grown.Target)));
}
