using RecoveryBot.Coaching.Measuring;
using RecoveryBot.Coaching.Reminders;
using RecoveryBot.Coaching.Safety;
using RecoveryBot.Coaching.Sequence;
using RecoveryBot.Coaching.Session;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching;

/// <summary>Finds the part of the state that a button belongs to; what belongs to none is over.</summary>
internal static class Presses
{
    /// <summary>
    /// A button that no message of this user has carried: nothing is said to it, and nothing changes. To somebody who is
    /// not known, or not any more, it is an old one.
    /// </summary>
    public static bool IsForged(UserState state, ButtonId button) => state.Consent is not null
        && !IsPart(button.Verb, "sym") && (button.Step > state.Step || button.Session > state.SessionNumber);

    public static void Press(Turn turn, ButtonId button)
    {
        var state = turn.State;
        var verb = button.Verb;
        if (IsPart(verb, "sym"))
        {
            // Never stale: from any message of this or the last session it counts like the typed word (design 3.3); so it
            // does from a message of which nothing is known any more, rather a question too many.
            if (button.Session >= state.SessionNumber - 1)
                SymptomFlow.Press(turn, verb);
            else
                Talk.StepOver(turn);
        }
        else if (state.Check is { } check && IsPart(verb, "chk") && button.Step >= check.Step)
            CheckFlow.Press(turn, check, verb);
        else if (state.Check is SafetyCheck.LegsNumb asked && verb == CheckFlow.LegsNumbYes && button.Step >= asked.Step)
            CheckFlow.Press(turn, asked, "chk-yes");
        else if (IsPart(verb, "set") && SettlingFlow.Asked(turn, button.Step) is { } settling)
            SettlingFlow.Press(turn, settling, verb);
        else if (state.Session is SessionState.Unanswered unanswered)
            LegsDown(turn, unanswered, verb == "ses-down" && button.Step >= unanswered.Step);
        else if (Waits(state))
            Open.Say(turn, TalkLines.FirstCheck());
        else if (state.Consent is null && verb == Talk.EraseYes)
            // Pressed twice, or given again after a crash: nobody becomes known by it.
            Talk.Erase(turn, wayOut: null);
        else if (Talk.MustAgreeAgain(turn) && !IsPart(verb, "con"))
        {
            if (!LateYes(turn, verb))
                Talk.AskAgain(turn, Afterwards.Nothing);
        }
        else if (verb == "rst-go")
            RestFlow.Begin(turn);
        else if (verb == "ret-keep")
            RetentionFlow.Kept(turn);
        else if (IsPart(verb, "rep") && state is { Session: null, Last: { Unreported: true } last } && last.Run.Number == button.Session)
            ReportFlow.Reopened(turn, last.Run, verb);
        else if (IsPart(verb, "ses", "rep", "pre", "rst"))
            InSession(turn, button);
        else if (verb == "prg-table")
            ProgressFlow.Table(turn);
        else if (verb == "prg-block")
            BlockFlow.Say(turn);
        else if (IsPart(verb, "nud") && IsKind(verb))
            NudgeAnswers.Press(turn, verb, button.Step);
        else if (RemindFlow.IsOffered(verb) && state.Session is null && state.Dialogue is null)
            RemindFlow.Choose(turn, verb);
        else if (IsPart(verb, "edu") && state.Session is not SessionState.Live)
            LearnFlow.Press(turn, verb);
        else if (state is { Dialogue: null, Session: null, Settlings: [], Consent: not null } && IsPart(verb, "mea"))
            MeasureFlow.Press(turn, new Dialogue.Measuring(), verb);
        else if (IsPart(verb, "pic") && state.Session is not SessionState.Live)
            DrawingsFlow.Press(turn, verb);
        else if (state.Dialogue is { } dialogue && button.Step >= dialogue.Step)
            Dialogues.Press(turn, dialogue, verb);
        else if (!LateYes(turn, verb))
            Talk.StepOver(turn);
    }

    /// <summary>SEQ-24: the next sign of life after silence is asked; anything but a yes gets the way back.</summary>
    public static void LegsDown(Turn turn, SessionState.Unanswered unanswered, bool yes)
    {
        if (!unanswered.Asked)
        {
            turn.State = turn.State with { Session = unanswered with { Asked = true, Step = turn.NextStep } };
            turn.Say(LegsDownCard(), DeliveryClass.Safety, sound: true);
        }
        else if (yes)
        {
            ReportFlow.Late(turn, unanswered.Run, Afterwards.Nothing);
        }
        else
        {
            SessionFlow.Stay(turn, unanswered.Run, new Stage.ComingOut(PoseId.V, 1), turn.Now, turn.NextStep);
            var cue = PoseCards.OutOf(turn, unanswered.Run, PoseId.V);
            turn.Say(PoseCards.WayOut(unanswered.Run, SessionLines.ComeOutSlowly(cue)), DeliveryClass.Safety, sound: true);
        }
    }

    public static Card LegsDownCard() => new(SessionLines.LegsDownQuestion(),
        new Button("ses-down", SessionLines.LegsDownYes(), ButtonTone.Primary),
        new Button("ses-up", SessionLines.LegsDownNo(), ButtonTone.Alarm));

    private static bool IsPart(string verb, params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
        {
            if (verb.Length > part.Length && verb[part.Length] == '-' && verb.StartsWith(part, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>A nudge's button ends in the number of its kind.</summary>
    private static bool IsKind(string verb) => verb.Length > 6 && verb[^2] == '-' && verb[^1] is >= '1' and <= '5';

    /// <summary>A safety question is open, and nothing goes on before its answer; but a way out of a pose never waits.</summary>
    private static bool Waits(UserState state) => state.Check is { } check && !Open.IsOffered(check)
        && state.Session is not SessionState.Live { Stage: not Stage.SettingUp };

    private static void InSession(Turn turn, ButtonId button)
    {
        if (turn.State.Session is { } session && button.Step >= session.Step)
            Session(turn, session, button.Verb);
        else if (!LateYes(turn, button.Verb))
            Talk.StepOver(turn);
    }

    /// <summary>A yes to a health question that was left, or has closed, counts all the same (INV-14).</summary>
    private static bool LateYes(Turn turn, string verb) => turn.State.Consent is not null
        && (PrecheckFlow.LateYes(turn, verb) || (IsPart(verb, "scr") && ScreeningFlow.LateYes(turn, verb)));

    private static void Session(Turn turn, SessionState session, string verb)
    {
        switch (session, verb)
        {
            case (SessionState.Live live, "ses-continue"):
                turn.Answer(PoseCards.CardOf(turn, live), DeliveryClass.Session);
                break;
            case (SessionState.Live live, "ses-end"): StopFlow.Stop(turn, live); break;
            case (SessionState.Live live, _): SessionFlow.Press(turn, live, verb); break;
            case (SessionState.Reporting report, _): ReportFlow.Press(turn, report, verb); break;
            case (SessionState.AskingMinutes asking, _): StartFlow.Press(turn, asking, verb); break;
            case (SessionState.Planned planned, _): StartFlow.Press(turn, planned, verb); break;
            case (SessionState.Resting, "rst-done"): RestFlow.End(turn, timesUp: false); break;
            case (SessionState.Precheck precheck, _): PrecheckFlow.Press(turn, precheck, verb); break;
            default: Talk.StepOver(turn); break;
        }
    }
}
