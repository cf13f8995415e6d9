using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Sequence;
using RecoveryBot.Coaching.Session;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Safety;

/// <summary>
/// Signs that may be an emergency: come out now, one check question, and what a yes, a clear no and silence mean
/// (SAFE-34, SAFE-25 to SAFE-27, SAFE-33a).
/// </summary>
internal static class StrongSignFlow
{
    public static void AskRed(Turn turn, RedTopic topic) => Ask(turn, new SafetyCheck.Red(topic));

    public static void AskDvt(Turn turn) => Ask(turn, new SafetyCheck.Dvt());

    public static void Press(Turn turn, SafetyCheck check, string verb)
    {
        switch (check, verb)
        {
            case (SafetyCheck.NotASymptom flag, "chk-not"):
                turn.State = turn.State with { Check = flag with { Asked = true, Step = turn.NextStep } };
                turn.Answer(CheckFlow.CardOf(turn, check), DeliveryClass.Safety);
                break;
            case (SafetyCheck.NotASymptom flag, "chk-no"):
                TakeBack(turn, flag);
                break;
            case (SafetyCheck.NotASymptom, _):
                turn.State = turn.State with { Check = null };
                turn.Answer(new Card(Catalogue.MsgEmergency()), DeliveryClass.Safety);
                break;
            case (SafetyCheck.FollowUp, "chk-no"):
                turn.State = turn.State with { Check = null };
                Open.Answer(turn, SymptomLines.GoodToHear());
                break;
            case (_, "chk-yes"):
                SymptomFlow.RedFlag(turn, dvt: check is SafetyCheck.Dvt, eye: false);
                break;
            case (SafetyCheck.Red or SafetyCheck.Dvt, "chk-no"):
                ClearNo(turn, check);
                break;
            default:
                Talk.StepOver(turn);
                break;
        }
    }

    /// <summary>Five minutes after a clear no: asked again, once no other question is open (SAFE-26).</summary>
    public static void AskAgain(Turn turn)
    {
        if (turn.State.Check is not null)
        {
            turn.State = turn.State with { AskAgainAt = turn.Now + TwoMinutes(turn) };
            return;
        }

        turn.State = turn.State with { AskAgainAt = null };
        CheckFlow.Put(turn, new SafetyCheck.FollowUp { WakeAt = turn.Now + TwoMinutes(turn) });
        turn.Say(CheckFlow.CardOf(turn, turn.State.Check!), DeliveryClass.Safety, sound: true);
    }

    /// <summary>Nobody answered (SAFE-34).</summary>
    public static void Silence(Turn turn, SafetyCheck check)
    {
        switch (check)
        {
            case SafetyCheck.FollowUp when turn.State.Session?.Begun is null:
                // Outside sessions there is no clock: the question stays open, and no session starts before its answer.
                turn.State = turn.State with { Check = check with { WakeAt = null } };
                break;
            case SafetyCheck.FollowUp:
                Unheard(turn, new SafetyCheck.Red(RedTopic.Unwell, Told: true));
                break;
            case SafetyCheck.Red red:
                Unheard(turn, red with { Told = true, WakeAt = null });
                break;
            case SafetyCheck.Dvt dvt:
                Unheard(turn, dvt with { Told = true, WakeAt = null });
                break;
        }
    }

    /// <summary>
    /// In a pose: come out now, one question, and silence for 2 minutes speaks (SAFE-34). Elsewhere the question alone.
    /// </summary>
    private static void Ask(Turn turn, SafetyCheck check)
    {
        turn.WithdrawsSessionMessages = true;
        // Silence after the end signal: the legs may still be up (SEQ-24).
        if (turn.State.Session is SessionState.Unanswered unanswered)
            SessionFlow.Stay(turn, unanswered.Run, new Stage.ComingOut(PoseId.V, 1), turn.Now, turn.NextStep);
        if (turn.State.Session is not SessionState.Live live)
        {
            CheckFlow.Put(turn, check);
            turn.Answer(CheckFlow.CardOf(turn, check), DeliveryClass.Safety);
            return;
        }

        var run = live.Stage is Stage.Holding { Pose: PoseId.V } ? SessionFlow.LegsDown(turn, live.Run) : live.Run;
        run = run with { Report = run.Report with { SomethingElse = true } };
        SessionFlow.Note(turn, run);
        // The pose ends here; nothing counts down while the question is open.
        SessionFlow.Stay(turn, run, new Stage.StandingStill(live.Stage.Pose), turn.Now, turn.NextStep);
        CheckFlow.Put(turn, check with { WakeAt = turn.Now + TwoMinutes(turn) });
        var text = check is SafetyCheck.Red ? Catalogue.MsgAskRed()
            : live.Stage.Pose == PoseId.V ? SessionLines.NextWayIn(PoseCards.OutOf(turn, run, PoseId.V), SymptomLines.AskDvt())
            : SymptomLines.AskDvt();
        turn.Say(CheckFlow.CardOf(turn, check) with { Text = text }, DeliveryClass.Safety, sound: true);
    }

    private static TimeSpan TwoMinutes(Turn turn) =>
        new Pace(turn.State.Session?.Begun?.TimeScale ?? turn.State.TimeScale).Waits(TimeSpan.FromMinutes(2));

    /// <summary>The advice is given and the session ends; silence alone never blocks (SAFE-34).</summary>
    private static void Unheard(Turn turn, SafetyCheck open)
    {
        if (turn.State.Session is { Begun: { } run })
            SessionFlow.Close(turn, run, unreported: false);
        CheckFlow.Put(turn, open);
        turn.Say(CheckFlow.CardOf(turn, open) with { Text = SymptomLines.Unheard(Catalogue.MsgEmergency()) }, DeliveryClass.Safety, sound: true);
    }

    /// <summary>It was not a symptom, confirmed in other words: the red flag leaves the fold (SAFE-33a).</summary>
    private static void TakeBack(Turn turn, SafetyCheck.NotASymptom flag)
    {
        turn.Record(new DoseEvent.RedFlagTakenBack(turn.Now, turn.Today, flag.FlagAt, turn.State.Last?.Run.Number));
        turn.State = turn.State with { Check = null, NoSessionOn = turn.Today };
        ScreeningFlow.ReopenForSign(turn);
        turn.Answer(new Card(SymptomLines.TakenBack()), DeliveryClass.Safety);
    }

    private static void ClearNo(Turn turn, SafetyCheck check)
    {
        turn.State = turn.State with { Check = null };
        if (check is SafetyCheck.Red { Told: true } or SafetyCheck.Dvt { Told: true })
        {
            // A late clear no: full screening before anything else (SAFE-34).
            ScreeningFlow.ReopenForSign(turn);
            turn.Answer(new Card(SymptomLines.NotedScreening()), DeliveryClass.Safety);
            return;
        }

        if (turn.State is { Dialogue: Dialogue.Screening { ListingSigns: true } screening })
        {
            ScreeningFlow.GoOn(turn, screening);
            return;
        }

        if (turn.State is { Session: SessionState.Precheck { Question: PrecheckQuestion.Signs } precheck })
        {
            PrecheckFlow.GoOn(turn, precheck);
            return;
        }

        var topic = (check as SafetyCheck.Red)?.Topic ?? RedTopic.Other;
        var text = Consequence(turn, topic);
        if (turn.State.Settlings.Count == 0 && turn.State.Session is SessionState.Live { Stage: Stage.StandingStill } live)
            GoBack(turn, live, check, topic, text);
        else
            Open.Answer(turn, text);
    }

    /// <summary>What a clear no leaves behind: eyes, acid, a full head (SAFE-25, SAFE-26).</summary>
    private static Line Consequence(Turn turn, RedTopic topic)
    {
        switch (topic)
        {
            case RedTopic.Eyes:
                ScreeningFlow.NoteYes(turn, "SCR-4b");
                return SymptomLines.EyesAfterNo();
            case RedTopic.Acid:
                ScreeningFlow.NoteYes(turn, "SCR-9b");
                return SymptomLines.AcidAfterNo();
            case RedTopic.Head:
                turn.State = turn.State with { NoSessionOn = turn.Today };
                return SymptomLines.HeadAfterNo();
            case RedTopic.Unwell:
                return SymptomLines.UnwellAfterNo();
            default:
                return turn.State.Session?.Begun is null ? SymptomLines.GoodToHear() : SymptomLines.AfterNo();
        }
    }

    private static void GoBack(Turn turn, SessionState.Live live, SafetyCheck check, RedTopic topic, Line text)
    {
        var run = live.Run;
        if (check is SafetyCheck.Dvt && !live.LegsMayBeUp)
        {
            // A sore calf and nothing more, before the legs were up (SAFE-27, SAFE-29).
            SymptomFlow.LeavePreparation(turn, run, live.Stage, SymptomLines.AfterNo());
            return;
        }

        if (live.LegsMayBeUp)
        {
            SessionFlow.Begin(turn, run, PoseId.X, text);
        }
        else
        {
            SessionFlow.Close(turn, run, unreported: false);
            var way = PoseCards.OutOf(turn, run, live.Stage.Pose);
            turn.Say(SessionLines.NextWayIn(text, way), DeliveryClass.Safety);
            Talk.AfterSession(turn, way);
        }

        if (topic is RedTopic.Unwell or RedTopic.Acid)
        {
            turn.State = turn.State with { AskAgainAt = turn.Now + run.Pace.Lasts(5) };
        }
    }
}
