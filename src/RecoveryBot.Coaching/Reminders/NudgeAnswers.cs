using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Session;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Reminders;

/// <summary>What comes back on a nudge, pressed or typed.</summary>
internal static class NudgeAnswers
{
    /// <param name="verb">What the button does and the number of the kind: <c>nud-go-1</c>.</param>
    /// <param name="step">Ordinal of the message it stands on.</param>
    public static void Press(Turn turn, string verb, int step)
    {
        var kind = (ReminderKind)(verb[^1] - '0');
        var answer = verb[..^2];
        var reminder = turn.State.Reminders.Of(kind);
        var newest = reminder?.Newest is { } nudge && step >= nudge.Step && turn.Today <= nudge.Key.Day ? nudge : null;
        if (answer == "nud-go" && turn.State.Session is null)
            StartNow(turn, kind, reminder, newest);
        else if (turn.State.Session is not null || reminder is null)
            Talk.StepOver(turn);
        else
            Answer(turn, reminder, newest, answer, step);
    }

    /// <summary>The words of the newest nudge's buttons, while nothing else is open; false: they are none.</summary>
    public static bool Typed(Turn turn, string text)
    {
        var newest = turn.State.Reminders.All.Where(r => r.Newest is not null).MaxBy(r => r.Newest!.At);
        if (newest?.Newest is not { Answered: false } nudge || turn.Today > nudge.Key.Day || Open.Card(turn) is not null)
            return false;
        if (TypedLabel.In(turn, NudgeFlow.CardOf(turn, newest), text) is not { } verb)
            return false;
        Press(turn, verb, turn.State.Step);
        return true;
    }

    /// <summary>The longest plan that still ends half an hour before bed, where "Start now" was said in the evening (TIME-2).</summary>
    /// <param name="wished">Minutes that the person wants.</param>
    /// <returns>The same where no bedtime stands against it; 0: too late for legs-up.</returns>
    public static int MinutesBeforeBed(Turn turn, int wished)
    {
        if (turn.Zone is not { } zone
            || turn.State.Reminders.Of(ReminderKind.Evening) is not { Wish: ReminderWish.BeforeBed evening, Newest: { Started: true } nudge }
            || nudge.Key.Day != turn.Today)
            return wished;
        var bedtime = Evening.BedtimeOf(NodaTime.LocalDate.FromDateOnly(nudge.Key.Day), NodaTime.LocalTime.FromTimeOnly(evening.Bedtime));
        var offer = Evening.OfferAt(
            LocalClock.Local(turn.Now, zone), bedtime, wished, DoseRules.PlannedHold(turn.Dose, turn.Today),
            turn.Dose.ExtendedRise || turn.Fitness.ExtendedRise, turn.Dose.Preference, turn.Dose.WithoutS);
        return offer is EveningOffer.Session { Plan: var plan } ? plan.Total : 0;
    }

    private static void StartNow(Turn turn, ReminderKind kind, Reminder? reminder, Nudge? newest)
    {
        if (reminder is not null && newest is not null)
        {
            NudgeFlow.Keep(turn, Answered(turn, reminder, newest with { Started = true }));
            if (kind == ReminderKind.Evening && turn.MayHold && MinutesBeforeBed(turn, turn.State.Settings.SessionMinutes ?? 60) == 0)
            {
                RestFlow.LieDown(turn);
                return;
            }
        }

        StartFlow.Begin(turn, null);
    }

    private static void Answer(Turn turn, Reminder reminder, Nudge? newest, string answer, int step)
    {
        switch (answer)
        {
            case "nud-later" when newest is not null: PutOff(turn, reminder, newest); break;
            case "nud-no" when newest is not null: NotToday(turn, reminder, newest); break;
            case "nud-walk" when newest is not null:
                NudgeFlow.Keep(turn, Answered(turn, reminder, newest));
                turn.Answer(new Card(ReminderLines.WalkSaid()));
                break;
            case "nud-fewer" when IsAsked(reminder, step):
                var fewer = Answered(turn, reminder, reminder.Newest!) with { Persistence = Persistence.EveryOtherDay };
                Tell(turn, Planner.Arranged(turn, fewer, turn.Now), ReminderLines.FewerSaid);
                break;
            case "nud-time" when IsAsked(reminder, step):
                NudgeFlow.Keep(turn, Answered(turn, reminder, reminder.Newest!));
                RemindFlow.Ask(turn, new ReminderDraft(reminder.Kind));
                break;
            case "nud-off": RemindFlow.Delete(turn, reminder.Kind); break;
            case "nud-later" or "nud-no" or "nud-walk" when reminder.Newest is { Asks: false } yesterdays && step >= yesterdays.Step:
                NudgeFlow.Keep(turn, Answered(turn, reminder, yesterdays));
                turn.Answer(new Card(Planner.NextHeard(turn, reminder) is { } next
                    ? ReminderLines.EarlierDay(Clock.NextTime(turn, next)) : ReminderLines.EarlierDayOnly()));
                break;
            default: Talk.StepOver(turn); break;
        }
    }

    /// <summary>Moves the same row; a second press on the same message moves nothing more.</summary>
    private static void PutOff(Turn turn, Reminder reminder, Nudge newest)
    {
        // The time that the button names, while it is not too near.
        var named = newest.At + NudgeFlow.Snooze;
        var later = named - turn.Now >= NudgeFlow.Snooze / 2 ? named : turn.Now + NudgeFlow.Snooze;
        if (!reminder.Snoozed)
        {
            if (later > newest.UsefulUntil || NudgeRules.IsQuiet(turn, reminder, later))
            {
                turn.Say(new Card(ReminderLines.TooLateToPutOff(), NudgeFlow.ButtonsOf(turn, reminder, newest.UsefulUntil).ToArray()));
                return;
            }

            reminder = Answered(turn, reminder, newest with { Snoozes = newest.Snoozes + 1 }) with { Snoozed = true, DueAt = later };
            NudgeFlow.Keep(turn, reminder);
        }

        turn.Answer(new Card(
            ReminderLines.PutOff(Clock.Text(turn, reminder.DueAt!.Value)),
            NudgeFlow.Of("nud-go", reminder.Kind, ReminderLines.StartNow(), ButtonTone.Primary),
            NudgeFlow.Of("nud-no", reminder.Kind, ReminderLines.NotToday())));
    }

    private static void NotToday(Turn turn, Reminder reminder, Nudge newest)
    {
        var day = newest.Key.Day;
        var settled = Answered(turn, reminder, newest) with { Settled = new NudgeKey(day, 2), DueAt = null };
        if (reminder.Kind != ReminderKind.Desk)
            turn.State = turn.State with { Reminders = turn.State.Reminders with { NotTodayOn = day } };
        turn.WithdrawsNudges = true;
        var arranged = Planner.Arranged(turn, settled, turn.Now);
        NudgeFlow.Keep(turn, arranged);
        turn.Answer(new Card(Planner.NextHeard(turn, arranged) is { } next ? ReminderLines.NotTodaySaid(Clock.NextTime(turn, next)) : ReminderLines.NotTodaySaidOnly()));
    }

    /// <summary>An answer ends what silence had begun: daily again.</summary>
    private static Reminder Answered(Turn turn, Reminder reminder, Nudge newest)
    {
        var answered = reminder with
        {
            Newest = newest with { Answered = true },
            Ignored = 0,
            Persistence = reminder.Persistence == Persistence.EveryOtherDay ? Persistence.EveryOtherDay : Persistence.Full,
        };
        return reminder.Persistence == Persistence.Asked && !reminder.Snoozed ? Planner.Arranged(turn, answered, turn.Now) : answered;
    }

    private static bool IsAsked(Reminder reminder, int step) =>
        reminder is { Persistence: Persistence.Asked, Newest: { Asks: true } asked } && step >= asked.Step;

    private static void Tell(Turn turn, Reminder reminder, Func<Line, Line> line)
    {
        NudgeFlow.Keep(turn, reminder);
        turn.Answer(new Card(reminder.DueAt is { } next ? line(Clock.NextTime(turn, next)) : ReminderLines.NotTodaySaidOnly()));
    }
}
