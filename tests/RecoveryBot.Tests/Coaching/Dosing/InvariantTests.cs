using FsCheck.Fluent;
using RecoveryBot.Coaching.Dosing;
using static RecoveryBot.Tests.Coaching.Dosing.Histories;

namespace RecoveryBot.Tests.Coaching.Dosing;

/// <summary>The invariants of section 4.7, each over 10,000 random histories.</summary>
public sealed class InvariantTests
{
    [Fact]
    [Trait("Rule", "INV-1")]
    [Trait("Rule", "DOSE-1")]
    public void An_active_target_lies_between_two_and_its_ceilings() => CheckEachStep((_, _, after) =>
        !after.IsActive || (after.Target >= 2 && after.Target <= after.Cap && after.Cap <= after.BaseCap
            && after.BaseCap <= 15));

    [Fact]
    [Trait("Rule", "INV-2")]
    [Trait("Rule", "DOSE-22")]
    [Trait("Rule", "DOSE-28")]
    public void What_may_be_held_is_the_target_or_nothing() => CheckEachStep((e, _, after) =>
    {
        var closed = !after.IsActive || e.Day < after.RestUntil || after.SymptomDay == e.Day;
        return DoseRules.PlannedHold(after, e.Day) == (closed ? 0 : after.Target)
            && !(e is DoseEvent.Reported { Report.HasDoseSymptom: true } && !closed);
    });

    [Fact]
    [Trait("Rule", "INV-3")]
    public void After_tingling_the_next_hold_ends_before_it() => CheckEachStep((e, before, after) =>
        e is not DoseEvent.Reported { Report: { RedFlag: false, Tingling: { } tingling } } || !after.IsActive
        || (after.Target < before.Target && !(after.Target >= tingling.Onset)));

    [Fact]
    [Trait("Rule", "INV-4")]
    public void After_lightheadedness_or_pain_the_next_hold_is_shorter() => CheckEachStep((e, before, after) =>
        e is not DoseEvent.Reported { Report.HasDoseSymptom: true } || !after.IsActive
        || after.Target < before.Target);

    [Fact]
    [Trait("Rule", "INV-5")]
    [Trait("Rule", "DOSE-18")]
    [Trait("Rule", "DOSE-20")]
    [Trait("Rule", "DOSE-23")]
    public void The_target_rises_by_a_clean_session_alone_and_by_one() => CheckEachStep((e, before, after) => e switch
    {
        DoseEvent.Reported { Report: { HasDoseSymptom: false, RedFlag: false } } =>
            after.Target == before.Target
            || (after.Target == before.Target + 1 && after.Target <= before.Goal && before.IsOpenOn(e.Day)),
        DoseEvent.StartChosen when before.IsUntried => after.Target is >= 2 and <= 8,
        _ => after.Target <= before.Target,
    });

    [Fact]
    [Trait("Rule", "INV-6")]
    [Trait("Rule", "DOSE-5")]
    public void Between_two_rises_lie_three_clean_days_and_after_a_symptom_five()
    {
        Check(InOrder, events =>
        {
            var dose = Dose.Start;
            var clean = new HashSet<DateOnly>();
            var need = 3;
            foreach (var step in DoseFold.InOrder(events))
            {
                var before = dose;
                dose = step.Apply(before);
                if (dose.LastCleanDay is { } day && dose.LastCleanDay != before.LastCleanDay)
                    clean.Add(day);
                if (step.Event is DoseEvent.Reported or DoseEvent.RedFlag && dose.Need == 5 && dose.CleanRun == 0)
                    (need, _) = (5, Reset(clean));
                if (dose.Target <= before.Target || step.Event is DoseEvent.StartChosen)
                    continue;
                if (clean.Count < need)
                    return false;
                (need, _) = (3, Reset(clean));
            }

            return true;
        });

        static bool Reset(HashSet<DateOnly> days)
        {
            days.Clear();
            return true;
        }
    }

    [Fact]
    [Trait("Rule", "INV-7")]
    [Trait("Rule", "DOSE-4")]
    public void Any_number_of_sessions_on_a_day_raises_the_streak_by_one_at_most()
    {
        Check(from dose in Doses from reports in Gen.ArrayOf(Report, 6) select (dose, reports), given =>
        {
            var day = (given.dose.LastDay ?? VectorReader.Day(1)).AddDays(1);
            var after = given.reports.Aggregate(
                given.dose, (dose, report) => DoseRules.Update(dose, report with { Day = day }));
            return after.Streak <= given.dose.Streak + 1 && after.CleanRun <= given.dose.CleanRun + 1
                && after.Target <= given.dose.Target + 1;
        });
    }

    [Fact]
    [Trait("Rule", "INV-8")]
    [Trait("Rule", "DOSE-21")]
    public void A_red_flag_always_blocks_and_only_its_clearance_lifts_it() => CheckEachStep((e, before, after) =>
    {
        var blocked = new DoseStatus.Blocked(BlockReason.RedFlag);
        return e switch
        {
            DoseEvent.RedFlag or DoseEvent.Reported { Report.RedFlag: true } => after.Status == blocked,
            DoseEvent.Resumed { AfterRedFlag: true } => !after.RedFlagged,
            _ => before.Status != blocked || after.Status == blocked,
        };
    });

    [Fact]
    [Trait("Rule", "INV-9")]
    [Trait("Rule", "DOSE-14a")]
    [Trait("Rule", "SAFE-17")]
    public void Three_tingling_days_within_fourteen_never_leave_the_dose_active()
    {
        Check(InOrder, events =>
        {
            var dose = Dose.Start;
            var days = new HashSet<DateOnly>();
            foreach (var step in DoseFold.InOrder(events))
            {
                var cleared = step.Event is DoseEvent.Resumed resumed && (resumed.AfterRedFlag || !dose.RedFlagged);
                dose = step.Apply(dose);
                if (cleared)
                    days.Clear();
                if (step.Event is DoseEvent.Reported { Report: { Tingling: not null, RedFlag: false } })
                    days.Add(step.Event.Day);
                if (dose.IsActive && days.Any(d => days.Count(o => o >= d && o < d.AddDays(14)) >= 3))
                    return false;
            }

            return true;
        });
    }

    [Fact]
    [Trait("Rule", "INV-10")]
    [Trait("Rule", "DOSE-8")]
    public void Holding_longer_than_the_target_earns_nothing()
    {
        Check(from dose in Doses from report in Report from more in Gen.Choose(1, 10) select (dose, report, more),
            given =>
            {
                var report = given.report with { Day = (given.dose.LastDay ?? VectorReader.Day(1)).AddDays(1) };
                return DoseRules.Update(given.dose, report with { Held = given.dose.Target + given.more })
                    == DoseRules.Update(given.dose, report with { Held = given.dose.Target });
            });
    }

    [Fact]
    [Trait("Rule", "INV-11")]
    [Trait("Rule", "DOSE-18")]
    public void Missed_days_count_once()
    {
        Check(from dose in Doses from days in Gen.Choose(0, 60) select (dose, days), given =>
        {
            var today = (given.dose.LastDay ?? VectorReader.Day(1)).AddDays(given.days);
            var once = DoseRules.Begin(given.dose, today);
            return DoseRules.Begin(once, today) == once;
        });
    }

    [Fact]
    [Trait("Rule", "INV-12")]
    [Trait("Rule", "DOSE-3a")]
    public void The_order_in_which_things_are_told_makes_no_difference()
    {
        Check(from events in Retold from told in Gen.Shuffle(events) select (events, told), given =>
            DoseFold.Fold(Dose.Start, given.told) == DoseFold.Fold(Dose.Start, given.events));
    }

    [Fact]
    [Trait("Rule", "INV-5")]
    [Trait("Rule", "DOSE-3a")]
    public void A_corrected_report_gives_what_it_would_have_given_in_time()
    {
        // A session once told to have run keeps its day as the last one; all else is as if told in time.
        Check(Retold, events =>
        {
            var standing = events.OfType<DoseEvent.Reported>().GroupBy(r => r.Session)
                .Select(told => told.MaxBy(r => r.Told)!).ToHashSet();
            var inTime = events.Where(e => e is not DoseEvent.Reported r || standing.Contains(r)).ToList();
            var same = events.OfType<DoseEvent.Reported>().All(r =>
                !r.Report.VRan || standing.Single(s => s.Session == r.Session).Report.VRan);
            return !same || DoseFold.Fold(Dose.Start, inTime) == DoseFold.Fold(Dose.Start, events);
        });
    }

    [Fact]
    [Trait("Rule", "DOSE-3a")]
    public void The_last_day_never_moves_back()
    {
        Check(from events in Retold from at in Gen.Choose(0, 200) select (events, at), given =>
        {
            var inTold = given.events.ToList();
            var known = inTold.Take(given.at % (inTold.Count + 1));
            return !(DoseFold.Fold(Dose.Start, known).LastDay > DoseFold.Fold(Dose.Start, inTold).LastDay);
        });
    }

    [Fact]
    [Trait("Rule", "DOSE-3a")]
    public void Events_folded_into_a_new_start_give_the_same_dose()
    {
        Check(from events in Retold from day in Gen.Choose(1, 80) select (events, day), given =>
        {
            var (start, kept) = DoseFold.Compact(Dose.Start, given.events, VectorReader.Day(given.day));
            return DoseFold.Fold(start, kept) == DoseFold.Fold(Dose.Start, given.events)
                && given.events.Where(e => e.Day >= VectorReader.Day(given.day)).All(kept.Contains);
        });
    }

    [Fact]
    [Trait("Rule", "INV-15")]
    public void A_longer_symptom_never_gives_more()
    {
        var settled = from minutes in Gen.Choose(0, 45)
                      select minutes > 40
                          ? (Rank: 41, Settled: (SettleTime)new SettleTime.StillThere())
                          : (Rank: minutes, new SettleTime.Gone(minutes));
        var onset = Gen.Choose(0, 16);
        Check(
            from dose in Doses
            from report in Report
            from one in settled
            from other in settled
            from early in onset
            from late in onset
            select (dose, report, one, other, early, late),
            given =>
            {
                var report = given.report with { Day = (given.dose.LastDay ?? VectorReader.Day(1)).AddDays(1) };
                var (quick, slow) = given.one.Rank <= given.other.Rank
                    ? (given.one.Settled, given.other.Settled)
                    : (given.other.Settled, given.one.Settled);
                var mild = DoseRules.Update(given.dose, With(Math.Max(given.early, given.late), quick));
                var bad = DoseRules.Update(given.dose, With(Math.Min(given.early, given.late), slow));
                return bad.Target <= mild.Target && bad.Cap <= mild.Cap && !(bad.RestUntil < mild.RestUntil)
                    && (mild.IsActive || !bad.IsActive);

                SessionReport With(int minute, SettleTime settle) => report with
                {
                    Tingling = new TinglingReport(minute, settle),
                    Lightheaded = report.Lightheaded is { } light ? light with { Settled = settle } : null,
                };
            });
    }
}
