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
            turn.Answer(CardOf((SessionState.Resting)turn.State.Session!), DeliveryClass.Session);
        }
    }

    public static Card CardOf(SessionState.Resting rest) => new(
        SessionLines.SeatedRestCard(rest.WakeAt!.Value, rest.Minutes),
        new Button("rst-done", SessionLines.RestDone()), PoseCards.Dizzy, PoseCards.TingleOrPain)
    { Countdown = rest.WakeAt };

    /// <summary>The minutes are over, or the person has had enough.</summary>
    public static void End(Turn turn, bool timesUp)
    {
        turn.State = turn.State with { Session = null };
        if (timesUp)
            turn.Say(SessionLines.RestOver(), DeliveryClass.Session, sound: true);
        else
            turn.Answer(new Card(SessionLines.RestOver()));
    }

    /// <summary>Not after an urgent sign, and not under 18 (SAFE-7).</summary>
    private static bool IsAllowed(Turn turn) => !turn.Dose.RedFlagged
        && turn.Fitness.Outcome < Outcome.UrgentToday
        && !turn.Fitness.Blocking.Contains("SCR-18");
}
