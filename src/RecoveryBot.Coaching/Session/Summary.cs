using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Measuring;
using RecoveryBot.Coaching.Reminders;
using RecoveryBot.Coaching.Sequence;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Session;

/// <summary>What was held, the next target and why.</summary>
internal static class Summary
{
    /// <summary>From this day after the last screening on the next one is offered early (SAFE-3a). Our own number.</summary>
    private const int RescreenOffer = 22;

    /// <summary>Nobody is asked again after so many summaries without an answer. Our own number.</summary>
    private const int MostOffers = 3;

    /// <param name="before">The dose before the last answer; what was pressed earlier is in it already.</param>
    public static void Say(Turn turn, Run run, Dose before)
    {
        if (run.Plan.IsBreak && !run.Report.HasDoseSymptom)
        {
            turn.Say(SessionLines.BreakEnd());
            return;
        }

        var summary = SessionLines.Summary(Praise(run), Next(turn, run, before));
        if (!MayOffer(turn, run))
        {
            turn.Say(new Card(summary) { IsSummary = true });
            return;
        }

        var book = turn.State.Reminders;
        turn.State = turn.State with
        {
            Reminders = book with { Offers = book.Offers + 1 },
            Dialogue = new Dialogue.ReminderOffer { Step = turn.NextStep },
        };
        turn.Say(OfferCard() with { Text = ReminderLines.Offer(summary), IsSummary = true });
    }

    /// <summary>One question about a reminder, while none is set (design 3.3).</summary>
    public static Card OfferCard() => new(ReminderLines.OfferAlone(),
        new Button("rem-evening", ReminderWords.KindName(ReminderKind.Evening)),
        new Button("rem-workout", ReminderWords.KindName(ReminderKind.Workout)), new Button("rem-none", ReminderLines.NoThanks()));

    public static void PressOffer(Turn turn, string verb)
    {
        turn.State = turn.State with { Dialogue = null };
        if (verb == "rem-none")
        {
            turn.State = turn.State with { Reminders = turn.State.Reminders with { OfferDeclined = true } };
            turn.Answer(new Card(ReminderLines.OfferDeclined()));
        }
        else
        {
            RemindFlow.Choose(turn, verb);
        }
    }

    /// <summary>Not after a symptom, not while something else is open, and not for ever.</summary>
    private static bool MayOffer(Turn turn, Run run) => turn.State is { Dialogue: null, Settlings: [], Check: null, Consent: { Guest: false } }
        && turn.State.Reminders is { All: [], OfferDeclined: false, Offers: < MostOffers }
        && turn.Dose.IsActive && !run.Report.HasDoseSymptom && !BlockFlow.IsDue(turn);

    private static Line Praise(Run run)
    {
        var report = run.Report;
        if (report.HasDoseSymptom)
            return SessionLines.ThankSymptom();
        if (report.Held is not { } held || held == 0)
            return SessionLines.HeldNone();
        return report is { SomethingElse: false, OtherPose: OtherPoseSymptom.None }
            ? SessionLines.HeldClean(held) : SessionLines.HeldSome(held);
    }

    private static Line Next(Turn turn, Run run, Dose before)
    {
        var dose = turn.Dose;
        var lines = new List<Line>();
        if (dose.ScreenedOut)
        {
            lines.Add(Safety.ScreeningFlow.BlockedMessage(turn.Fitness));
        }
        else if (dose.Pause is not null || dose.RedFlagged)
        {
            lines.Add(dose.Pause == PauseReason.TinglingRepeated
                ? Catalogue.MsgTingleRepeat(dose.TinglingDays.Days.Count) : Catalogue.MsgPaused());
        }
        else if (run.Report.HasDoseSymptom)
        {
            lines.Add(run.Report.Lightheaded is null ? SessionLines.TogetherLess(dose.Target) : SessionLines.NextHold(dose.Target));
            if (run.Report.Tingling?.Onset is { } onset)
                lines.Add(SessionLines.WhyTingling(onset));
            if (turn.Today < dose.RestUntil)
                lines.Add(SessionLines.WhyNoHoldTomorrow());
            if (run.Report.Tingling is not null && dose.Cap < dose.BaseCap)
                lines.Add(SessionLines.CapNow(dose.Cap));
            if (run.Report.Tingling is { Onset: not null, Settled: not SettleTime.StillThere })
                lines.Add(SessionLines.TinglingUsually());
            if (run.Report.Lightheaded is not null)
                lines.Add(Catalogue.MsgLightNext());
            if (dose.Variant == Variant.Chair && run.Variant != Variant.Chair)
                lines.Add(Catalogue.MsgChair());
        }
        else
        {
            lines.Add(WithoutSymptom(run, before, dose));
            if (run.Report.Held > run.Plan.V)
                lines.Add(run.Report.Held > DoseLimits.LongestHold ? SessionLines.LimitIs15() : SessionLines.KeepToTimer());
            if (turn.Today.DayNumber - turn.State.Screening.AskedOn?.DayNumber >= RescreenOffer)
                lines.Add(SessionLines.RescreenSoon());
            if (dose.MaintenanceRun >= DoseLimits.MaintenanceMention)
                lines.Add(SessionLines.Maintenance(
                    Fitting.NeededFor(dose.Target, run.ExtendedRise, dose.Preference, dose.WithoutS)));
        }

        return new Line("Units", "Lines", [new LineList(lines)]);
    }

    private static Line WithoutSymptom(Run run, Dose before, Dose dose)
    {
        if (dose.Target > before.Target)
            return Catalogue.MsgUp(dose.Target);
        if (dose.Variant != before.Variant)
            return Catalogue.MsgVariantUp(dose.Target);
        if (dose.CleanRun == before.CleanRun)
            return SessionLines.ShortNothingLost(dose.Target);
        var left = dose.Need - dose.Streak;
        if (dose.Variant == Variant.Chair && !dose.KeepsChair && left > 0)
            return SessionLines.StayChair(dose.Target, left);
        return left > 0 && dose.Target < Math.Min(dose.Cap, dose.Goal)
            ? SessionLines.StayFor(dose.Target, left, dose.Target + 1)
            : SessionLines.StayCeiling(dose.Target);
    }
}
