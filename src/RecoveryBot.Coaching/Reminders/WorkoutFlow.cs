using RecoveryBot.Coaching.Session;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Reminders;

/// <summary>/workout: a workout has just ended. Now, in 15 or in 60 minutes, and one nudge at most (TIME-1, SAFE-12).</summary>
internal static class WorkoutFlow
{
    /// <summary>First walk or stand about until the breath is calm, at least this long (SAFE-12).</summary>
    private static readonly TimeSpan CoolDown = TimeSpan.FromMinutes(5);

    public static void Begin(Turn turn)
    {
        if (turn.State.Consent is { Guest: true })
        {
            Open.Say(turn, ReminderLines.WorkoutAsGuest());
            return;
        }

        if (NudgeRules.IsDoneOn(turn.State, turn.Today))
        {
            Open.Say(turn, ReminderLines.WorkoutAfterSession());
            return;
        }

        if (turn.State.Screening.AskedOn is not null && !turn.MayHold && turn.State is { Session: null, Check: null, Settlings: [] })
        {
            turn.Say(RestFlow.WithOffer(turn, PoseGate.WhyNoHold(turn)));
            return;
        }

        // Told twice, it is the same workout: the five minutes do not begin anew.
        var before = turn.State.Dialogue as Dialogue.AfterWorkout;
        var ended = before?.EndedAt ?? (turn.State.Reminders.Of(ReminderKind.AfterWorkout)?.Wish as ReminderWish.ThisWorkout)?.EndedAt;
        var since = ended is { } at && turn.Now - at < Schedule.Useful ? at : turn.Now;
        Show(turn, since);
    }

    public static Card CardOf(Turn turn, Dialogue.AfterWorkout d) => new(
        turn.Now - d.EndedAt < CoolDown ? ReminderLines.WorkoutDone() : ReminderLines.WorkoutAsk(),
        new Button("wkt-now", ReminderLines.Now()), new Button("wkt-15", ReminderLines.In15()), new Button("wkt-60", ReminderLines.In60()),
        new Button("wkt-no", ReminderLines.NotToday()));

    public static void Press(Turn turn, Dialogue.AfterWorkout d, string verb)
    {
        switch (verb)
        {
            case "wkt-now" when turn.Now - d.EndedAt < CoolDown:
                Refuse(turn, d);
                break;
            case "wkt-now":
                turn.State = turn.State with { Dialogue = null };
                Remember(turn, d, null);
                StartFlow.Begin(turn, null);
                break;
            case "wkt-15": Later(turn, d, TimeSpan.FromMinutes(15)); break;
            case "wkt-60": Later(turn, d, TimeSpan.FromMinutes(60)); break;
            case "wkt-no":
                turn.State = turn.State with { Dialogue = null };
                Remember(turn, d, null);
                turn.Answer(new Card(ReminderLines.WorkoutNotToday()));
                break;
            default: Talk.StepOver(turn); break;
        }
    }

    private static void Show(Turn turn, DateTimeOffset ended)
    {
        var shown = new Dialogue.AfterWorkout(ended) { Step = turn.NextStep };
        turn.State = turn.State with { Dialogue = shown };
        turn.Answer(CardOf(turn, shown));
    }

    private static void Refuse(Turn turn, Dialogue.AfterWorkout d)
    {
        var wait = ReminderLines.WalkFirst(Clock.Wait(d.EndedAt + CoolDown - turn.Now));
        turn.State = turn.State with { Dialogue = d with { Step = turn.NextStep } };
        turn.Answer(CardOf(turn, d) with { Text = wait });
    }

    private static void Later(Turn turn, Dialogue.AfterWorkout d, TimeSpan wait)
    {
        turn.State = turn.State with { Dialogue = null };
        var at = turn.Now + wait;
        Remember(turn, d, at);
        turn.Answer(new Card(turn.Zone is null
            ? ReminderLines.WorkoutLater(Clock.Wait(wait)) : ReminderLines.WorkoutLaterAt(Clock.Text(turn, at), Clock.Wait(wait))));
    }

    /// <summary>One nudge at most for a workout: the one of the workout days is not for this day any more.</summary>
    private static void Remember(Turn turn, Dialogue.AfterWorkout d, DateTimeOffset? due)
    {
        var book = turn.State.Reminders;
        book = due is null
            ? book.Without(ReminderKind.AfterWorkout)
            : book.With(new Reminder(new ReminderWish.ThisWorkout(d.EndedAt), turn.Now) { DueAt = due });
        turn.State = turn.State with { Reminders = book };
        if (book.Of(ReminderKind.Workout) is { } days && !book.Off)
            NudgeFlow.Keep(turn, Planner.Arranged(turn, days with { Settled = new NudgeKey(turn.Today, 1) }, turn.Now));
    }
}
