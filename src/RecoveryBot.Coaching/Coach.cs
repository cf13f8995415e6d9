using RecoveryBot.Coaching.Reminders;
using RecoveryBot.Coaching.Safety;
using RecoveryBot.Coaching.Session;

namespace RecoveryBot.Coaching;

/// <summary>The coach: one pure function from what is known and what happened to what is known and said next.</summary>
public static class Coach
{
    /// <summary>Answers one input. Every pair of state and input has an answer; none throws.</summary>
    /// <param name="now">The instant of the decision, UTC.</param>
    public static Decision Decide(UserState state, CoachInput input, DateTimeOffset now)
    {
        if (input is CoachInput.Press forged && Presses.IsForged(state, forged.Button))
            return new Decision { State = state };

        var turn = new Turn(state, input, now);
        if (input is not (CoachInput.TimeUp or CoachInput.ReminderDue or CoachInput.LongSilence))
            Contact(turn);

        switch (input)
        {
            case CoachInput.TimeUp: TimeUp(turn); break;
            case CoachInput.ReminderDue due: NudgeFlow.Due(turn, due.Kind); break;
            case CoachInput.LongSilence: RetentionFlow.Due(turn); break;
            case CoachInput.Opened: Talk.Opened(turn); break;
            case CoachInput.Unreadable: Talk.Unreadable(turn); break;
            case CoachInput.Press press: Presses.Press(turn, press.Button); break;
            case CoachInput.Text text: Texts.Read(turn, text.Words); break;
        }

        if (input is CoachInput.Press or CoachInput.Text)
            MovedFlow.Notice(turn);

        return turn.ToDecision();
    }

    /// <summary>Whatever is due, in the order in which it matters; early, late or twice does no harm (D5).</summary>
    private static void TimeUp(Turn turn)
    {
        var state = turn.State;
        if (state.Consent is { Guest: true } && state.LastContact + Consent.GuestMemory <= turn.Now)
        {
            turn.Erases = true;
            return;
        }

        if (state.Check is { WakeAt: { } silence } && silence <= turn.Now)
            CheckFlow.Tick(turn, state.Check);
        if (turn.State.AskAgainAt <= turn.Now)
            StrongSignFlow.AskAgain(turn);
        foreach (var settling in turn.State.Settlings.Where(s => s.WakeAt <= turn.Now))
            SettlingFlow.Tick(turn, settling);
        // A session waits while a safety question about its pose is open: an earlier answer moves it on.
        if (turn.State.Session is { WakeAt: { } due } session && due <= turn.Now)
            SessionTimeUp(turn, session);
    }

    private static void SessionTimeUp(Turn turn, SessionState session)
    {
        switch (session)
        {
            case SessionState.Live live: SessionFlow.Tick(turn, live); break;
            case SessionState.Resting: RestFlow.End(turn, timesUp: true); break;
            case SessionState.Reporting report: ReportFlow.TimeOut(turn, report); break;
            default:
                // SEQ-29: silently.
                turn.State = turn.State with { Session = null };
                Talk.AfterSession(turn);
                break;
        }
    }

    /// <summary>Any message or press is a sign of life (section 0).</summary>
    private static void Contact(Turn turn)
    {
        turn.State = turn.State with { LastContact = turn.Now, ErasedAt = null };
        if (turn.State.Session is SessionState.Live { Run.SilentSinceHold: true } live)
            turn.State = turn.State with { Session = live with { Run = live.Run with { SilentSinceHold = false } } };
    }
}
