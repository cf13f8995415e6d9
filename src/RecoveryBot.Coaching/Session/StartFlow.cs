using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Measuring;
using RecoveryBot.Coaching.Reminders;
using RecoveryBot.Coaching.Safety;
using RecoveryBot.Coaching.Sequence;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Session;

/// <summary>From "start a session" to the accepted plan: everything that has to come first does.</summary>
internal static class StartFlow
{
    /// <summary>What comes before the number in the verb of a choice.</summary>
    private const string ChosenMinutes = "ses-min.";

    /// <param name="minutes">Minutes said with the command; <see langword="null"/>: asked for.</param>
    public static void Begin(Turn turn, int? minutes)
    {
        var then = new Afterwards(true, minutes);
        if (turn.State.Dialogue is not (null or Dialogue.Welcome or Dialogue.Screening or Dialogue.Erasing { AfterWayBack: true }))
            turn.State = turn.State with { Dialogue = null };
        var hindrance = PoseGate.First(turn);
        if (hindrance == Hindrance.BlockEnd)
        {
            if (BlockFlow.ComesFirst(turn, then))
                return;
            hindrance = PoseGate.OfHealth(turn);
        }

        switch (hindrance)
        {
            case Hindrance.NotAgreed: Talk.Welcome(turn, then); break;
            case Hindrance.SafetyQuestion: Open.Say(turn, TalkLines.FirstCheck()); break;
            case Hindrance.OpenSession: AlreadyOn(turn); break;
            case Hindrance.Unreported: ReportFlow.Late(turn, turn.State.Last!.Run, then); break;
            case Hindrance.Asking: ScreeningFlow.GoOnWith(turn, (Dialogue.Screening)turn.State.Dialogue!, then); break;
            case Hindrance.ScreeningDue: ScreeningFlow.Begin(turn, then); break;
            case Hindrance.None when DoneToday(turn): OfferBreak(turn); break;
            case Hindrance.None: PrecheckFlow.Begin(turn, minutes, isBreak: false); break;
            default: turn.Say(PoseGate.Refusal(turn, hindrance)); break;
        }
    }

    /// <summary>The pre-check is passed: the plan, or first the minutes.</summary>
    public static void Checked(Turn turn, int? minutes, bool isBreak)
    {
        if (isBreak)
        {
            var plan = Fitting.Break(DoseRules.PlannedHold(turn.Dose, turn.Today), ExtendedRise(turn));
            ShowPlan(turn, plan!, turn.Now);
            return;
        }

        var missed = DoseRules.MissedDays(turn.Dose, turn.Today);
        turn.Record(new DoseEvent.Began(turn.Now, turn.Today));
        if (missed >= 4)
            turn.Say(Catalogue.MsgGap(missed, turn.Dose.Target));
        if ((minutes ?? turn.State.Settings.SessionMinutes) is { } known)
        {
            PlanFor(turn, known, turn.Now);
            return;
        }

        turn.State = turn.State with
        {
            Session = new SessionState.AskingMinutes(turn.Now) { Since = turn.Now, Step = turn.NextStep },
        };
        turn.Answer(MinutesCard());
    }

    public static Card CardOf(Turn turn, SessionState session) => session switch
    {
        SessionState.AskingMinutes => MinutesCard(),
        SessionState.Planned planned => PlanCard(turn, planned.Plan),
        _ => throw new ArgumentOutOfRangeException(nameof(session)),
    };

    public static void Press(Turn turn, SessionState.AskingMinutes asking, string verb)
    {
        switch (verb)
        {
            case "ses-15": PlanFor(turn, 15, asking.CheckedAt); break;
            case "ses-20": PlanFor(turn, 20, asking.CheckedAt); break;
            case "ses-30": PlanFor(turn, 30, asking.CheckedAt); break;
            case "ses-rest":
                turn.State = turn.State with { Session = null };
                RestFlow.Begin(turn);
                break;
            case "ses-other":
                turn.State = turn.State with { Session = asking with { Since = turn.Now, Step = turn.NextStep } };
                turn.Answer(new Card(SessionLines.AskOtherMinutes()) { ExpectsNumber = true });
                break;
            case var _ when MinuteChoices.In(verb, ChosenMinutes) is { } minutes: Minutes(turn, asking, minutes); break;
            default: Talk.StepOver(turn); break;
        }
    }

    public static void Minutes(Turn turn, SessionState.AskingMinutes asking, int minutes) =>
        PlanFor(turn, Math.Min(minutes, 60), asking.CheckedAt);

    public static void Press(Turn turn, SessionState.Planned planned, string verb)
    {
        switch (verb)
        {
            case "ses-go": SessionFlow.Start(turn, planned.Plan, planned.CheckedAt); break;
            case "ses-less" when !planned.Plan.IsBreak: PlanFor(turn, Math.Max(7, planned.Plan.Total - 5), planned.CheckedAt); break;
            case "ses-more" when !planned.Plan.IsBreak: PlanFor(turn, Math.Min(60, planned.Plan.Total + 5), planned.CheckedAt); break;
            case "ses-not-now":
                turn.State = turn.State with { Session = null };
                turn.Answer(new Card(SessionLines.NotNowSaid()));
                break;
            default: Talk.StepOver(turn); break;
        }
    }

    private static bool DoneToday(Turn turn) => turn.State.Events
        .Any(e => e is DoseEvent.Reported { Report: { VRan: true, IsBreak: false } } && e.Day == turn.Today);

    private static bool ExtendedRise(Turn turn) => turn.Dose.ExtendedRise || turn.Fitness.ExtendedRise;

    private static void OfferBreak(Turn turn)
    {
        var today = turn.State.Events
            .Where(e => e.Day == turn.Today && e is DoseEvent.Reported { Report.IsBreak: true })
            .Select(e => ((DoseEvent.Reported)e).Session).Distinct()
            .Select(n => turn.State.Events.First(e => e is DoseEvent.Reported r && r.Session == n).At).ToList();
        var next = Breaks.Next(today, turn.Now);
        if (next is null)
        {
            turn.Say(SessionLines.NoMoreBreaks());
        }
        else if (next > turn.Now)
        {
            turn.Say(SessionLines.BreakLater(next.Value));
        }
        else
        {
            turn.State = turn.State with { Dialogue = new Dialogue.BreakOffer { Step = turn.NextStep } };
            turn.Say(Talk.CardOf(turn, turn.State.Dialogue!));
        }
    }

    private static void AlreadyOn(Turn turn)
    {
        if (turn.State.Session is SessionState.Live live)
        {
            var card = PoseCards.CardOf(turn, live);
            turn.Say(card with
            {
                Text = SessionLines.NextWayIn(SessionLines.StillRunning(), card.Text),
                Buttons = [.. card.Buttons, new Button("ses-continue", SessionLines.Continue()), new Button("ses-end", SessionLines.EndThatOne())],
            });
        }
        else
        {
            Open.Say(turn, null);
        }
    }

    private static void PlanFor(Turn turn, int minutes, DateTimeOffset checkedAt)
    {
        if (NudgeAnswers.MinutesBeforeBed(turn, minutes) is > 0 and var before && before < minutes)
            minutes = before;
        var hold = DoseRules.PlannedHold(turn.Dose, turn.Today);
        if (turn.State.Consent is { Guest: true })
            hold = Math.Min(hold, Consent.GuestHold);
        var plan = Fitting.Fit(minutes, hold, ExtendedRise(turn), turn.Dose.Preference, turn.Dose.WithoutS);
        if (plan is not null)
        {
            ShowPlan(turn, plan, checkedAt);
            return;
        }

        turn.State = turn.State with
        {
            Session = new SessionState.AskingMinutes(checkedAt) { Since = turn.Now, Step = turn.NextStep },
        };
        var card = MinutesCard();
        turn.Answer(card with
        {
            Text = SessionLines.TooShort(ExtendedRise(turn) ? 8 : 7),
            Buttons = [.. card.Buttons, new Button("ses-rest", SessionLines.SeatedRest())],
        });
    }

    private static void ShowPlan(Turn turn, Plan plan, DateTimeOffset checkedAt)
    {
        turn.State = turn.State with
        {
            Session = new SessionState.Planned(checkedAt, plan) { Since = turn.Now, Step = turn.NextStep },
        };
        turn.Answer(PlanCard(turn, plan));
    }

    private static Card MinutesCard() => new(SessionLines.AskMinutes(),
        new Button("ses-15", SessionLines.Fifteen()), new Button("ses-20", SessionLines.Twenty()),
        new Button("ses-30", SessionLines.Thirty()), new Button("ses-other", SessionLines.AnotherNumber()))
    {
        Choices = MinuteChoices.Of(ChosenMinutes, SessionLines.AnotherNumber(), MinuteChoices.OfSession.Except([15, 20, 30]), insteadOf: "ses-other"),
    };

    private static Card PlanCard(Turn turn, Plan plan)
    {
        // Hands-free counts the 45 s before each pose into the told end (design 3.3), by tap a minute each (FIT-10).
        var end = turn.Now + new Pace(turn.State.TimeScale).Lasts(plan.PoseMinutes + plan.Allowance);
        Button[] choices = plan.IsBreak
            ? [new("ses-go", SessionLines.Start(), ButtonTone.Primary), new("ses-not-now", SessionLines.NotNow())]
            : [new("ses-go", SessionLines.Start(), ButtonTone.Primary), new("ses-less", SessionLines.LessTime()),
               new("ses-more", SessionLines.MoreTime()), new("ses-not-now", SessionLines.NotNow())];
        if (plan.IsBreak)
            return new Card(SessionLines.PlanBreak(plan.V, end), choices);

        var run = new Run
        {
            Number = 0,
            StartedAt = turn.Now,
            Day = turn.Today,
            CheckedAt = turn.Now,
            Plan = plan,
            Pacing = default,
            Variant = turn.Variant,
            Report = new SessionReport { Day = turn.Today },
        };
        var poses = new LineList(
            [.. plan.Order.Select(p => SessionLines.PlanItem(PoseCards.NameOf(turn, run, p), plan[p]))], " · ");
        return new Card(SessionLines.Plan(plan.PoseMinutes, end, poses, Notes(turn, run)), choices);
    }

    private static Line Notes(Turn turn, Run run)
    {
        var plan = run.Plan;
        var need = SessionLines.NextWayIn(Needs(turn, run), SessionLines.AfterTraining());
        var missing = new List<Line>();
        if (plan.U == 0)
            missing.Add(PoseCards.NameOf(turn, run, PoseId.U));
        if (plan.S == 0 && !turn.Dose.WithoutS)
            missing.Add(SessionLines.NameS());
        if (plan.IsMaintenance)
            return SessionLines.PlanNotes(Catalogue.MsgShort(plan.Total, plan.V), need);
        if (missing.Count > 0)
            return SessionLines.PlanNotes(SessionLines.LeftOut(new LineList(missing, ", ")), need);
        return plan.Spare > 0 ? SessionLines.PlanNotes(SessionLines.SparePart(plan.Spare), need) : need;
    }

    private static Line Needs(Turn turn, Run run) =>
        turn.Fitness.Bed ? SessionLines.PlanBed()
        : run.Variant == Variant.Chair ? SessionLines.PlanChair() : SessionLines.PlanPlain();
}
