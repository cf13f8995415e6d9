using RecoveryBot.Coaching.Safety;
using RecoveryBot.Coaching.Session;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching;

/// <summary>What is open for the user right now: its card can always be shown again.</summary>
internal static class Open
{
    /// <summary>The card of the most urgent open question; <see langword="null"/>: nothing is open.</summary>
    public static Card? Card(Turn turn)
    {
        var state = turn.State;
        return state.Check is { } check && !IsOffered(check) ? CheckFlow.CardOf(check)
            : SettlingFlow.Newest(turn) is { } settling ? SettlingFlow.CardOf(settling)
            : state.Dialogue is { } dialogue ? Dialogues.CardOf(turn, dialogue)
            : state.Session switch
            {
                SessionState.Live live => PoseCards.CardOf(turn, live),
                SessionState.Reporting report => ReportFlow.CardOf(report),
                SessionState.Unanswered => Presses.LegsDownCard(),
                SessionState.Resting rest => RestFlow.CardOf(rest),
                SessionState.Precheck precheck => PrecheckFlow.CardOf(turn, precheck),
                { } planning => StartFlow.CardOf(turn, planning),
                null => null,
            };
    }

    /// <summary>A longer text is told in two messages; the last one carries the buttons.</summary>
    private const int LongestMessage = 400;

    /// <summary>Says a line and shows what is open under it, so that the newest message always carries its buttons.</summary>
    public static void Say(Turn turn, Line? line)
    {
        if (Card(turn) is not { } card)
        {
            if (line is not null)
                turn.Say(line);
            return;
        }

        var together = line is null ? card : card with { Text = SessionLines.NextWayIn(line, card.Text) };
        if (line is not null && turn.Words.Text(together.Text).Length > LongestMessage)
        {
            turn.Say(line, Kind(turn));
            together = card;
        }

        turn.Say(together, Kind(turn));
    }

    /// <summary>Ends a question with a line; what is still open follows, so that it is not lost from view.</summary>
    public static void Answer(Turn turn, Line line)
    {
        if (Card(turn) is null)
            turn.Answer(new Card(line), DeliveryClass.Safety);
        else
            Say(turn, line);
    }

    /// <summary>Shows what is open, if anything is.</summary>
    public static void Continue(Turn turn) => Say(turn, null);

    /// <summary>"Not a symptom" is an offer under the emergency message, no question that holds anything up.</summary>
    public static bool IsOffered(SafetyCheck check) => check is SafetyCheck.NotASymptom { Asked: false };

    private static DeliveryClass Kind(Turn turn) =>
        turn.State.Session is SessionState.Live ? DeliveryClass.Session : DeliveryClass.Reply;
}
