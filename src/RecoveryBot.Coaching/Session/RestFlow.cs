using RecoveryBot.Coaching.Safety;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Session;

/// <summary>
/// A seated rest on a chair, for whoever may not or cannot raise the legs right now (SAFE-7, PRE-5, FIT-2). It is no
/// session: nothing is counted, and no pose comes after it.
/// </summary>
internal static class RestFlow
{
    /// <summary>Minutes of the rest: the protocol offers 2–5 (SAFE-7).</summary>
    private const int Minutes = 3;

    /// <summary>Minutes of C where it is all that fits (3–5).</summary>
    private const int LyingMinutes = 5;

    /// <summary>A line with the offer under it, where the rest may be offered.</summary>
    public static Card WithOffer(Turn turn, Line line) => IsAllowed(turn)
        ? new Card(line, new Button("rst-go", SessionLines.SeatedRest()))
        : new Card(line);

    public static void Begin(Turn turn)
    {
        var state = turn.State;
        if (state.Consent is null)
        {
            Talk.Welcome(turn, Afterwards.Nothing);
        }
        else if (state.Session is not null || state.Check is not null || state.Settlings.Count > 0)
        {
            Open.Say(turn, null);
        }
        else if (!IsAllowed(turn))
        {
            turn.Say(ScreeningFlow.BlockedMessage(turn.Fitness));
        }
        else
        {
            turn.State = state with
            {
                Dialogue = null,
                Session = new SessionState.Resting(Minutes, state.TimeScale) { Since = turn.Now, Step = turn.NextStep },
            };
            Show(turn, PosePictures.SeatedRest);
        }
    }

    /// <summary>Fewer than 8 minutes are left until half an hour before bed: the corpse pose alone (TIME-2).</summary>
    public static void LieDown(Turn turn)
    {
        turn.State = turn.State with
        {
            Dialogue = null,
            Session = new SessionState.Resting(LyingMinutes, turn.State.TimeScale, LyingDown: true) { Since = turn.Now, Step = turn.NextStep },
        };
        Show(turn, PosePictures.Lying);
    }

    public static Card CardOf(SessionState.Resting rest) => new(
        rest.LyingDown
            ? SessionLines.LyingRestCard(rest.WakeAt!.Value, rest.Minutes, Cues.CHold())
            : SessionLines.SeatedRestCard(rest.WakeAt!.Value, rest.Minutes),
        new Button("rst-done", SessionLines.RestDone()), PoseCards.Dizzy, PoseCards.TingleOrPain)
    { Countdown = rest.WakeAt };

    /// <summary>With its drawing, unless the health questions were not answered to their end: before that nothing shows a pose (P7).</summary>
    private static void Show(Turn turn, string picture) => turn.Say(
        CardOf((SessionState.Resting)turn.State.Session!) with { Picture = turn.State.Screening.AskedOn is null ? null : picture },
        DeliveryClass.Session);

    /// <summary>The minutes are over, or the person has had enough.</summary>
    public static void End(Turn turn, bool timesUp)
    {
        var lying = turn.State.Session is SessionState.Resting { LyingDown: true };
        turn.State = turn.State with { Session = null };
        var over = lying ? SessionLines.LyingRestOver() : SessionLines.RestOver();
        // Before bed people may stay in C and go to bed from there (POSE-C8): no bell.
        if (timesUp)
            turn.Say(over, DeliveryClass.Session, sound: !lying);
        else
            turn.Answer(new Card(over));
    }

    /// <summary>Not after a red flag, not when a doctor shall be seen today, not under 18 (SAFE-7).</summary>
    public static bool IsAllowed(Turn turn) => !turn.Dose.RedFlagged
        && turn.Fitness.Outcome < Outcome.UrgentToday
        && !turn.Fitness.Blocking.Contains("SCR-18");
}
