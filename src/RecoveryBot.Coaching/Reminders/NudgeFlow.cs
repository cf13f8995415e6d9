using RecoveryBot.Coaching.Measuring;
using RecoveryBot.Coaching.Session;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Reminders;

/// <summary>A reminder is due: one message, or none, and the next due instant.</summary>
internal static class NudgeFlow
{
    /// <summary>Nudges in a row without an answer before "fewer, another time, or stop?" (design 3.5).</summary>
    private const int IgnoredBeforeAsking = 3;

    /// <summary>Nudges every other day, after that question, before it is off (design 3.5).</summary>
    private const int IgnoredBeforeOff = 4;

    /// <summary>"In 20 min".</summary>
    public static readonly TimeSpan Snooze = TimeSpan.FromMinutes(20);

    /// <summary>Early, late or twice is harmless: what is not due is arranged anew, by the rules of today's time zones.</summary>
    public static void Due(Turn turn, ReminderKind kind)
    {
        var book = turn.State.Reminders;
        if (book.Off || book.Of(kind) is not { DueAt: { } due } reminder)
            return;
        if (due > turn.Now)
        {
            if (!reminder.Snoozed && reminder.Wish is not ReminderWish.ThisWorkout)
                Keep(turn, Planner.Arranged(turn, reminder, turn.Now - Schedule.Useful));
            return;
        }

        if (book.SaidInstead && !NudgeRules.IsBlocked(turn) && !NudgeRules.IsResting(turn))
            turn.State = turn.State with { Reminders = book with { SaidInstead = false } };
        if (TimeOf(turn, reminder, due) is { } time)
            Settle(turn, reminder, time);
        else
            Keep(turn, Planner.Arranged(turn, reminder, turn.Now));
    }

    /// <summary>The card of the newest nudge, for its typed words.</summary>
    public static Card CardOf(Turn turn, Reminder reminder) => reminder.Newest is { Asks: true }
        ? FewerCard(reminder.Kind)
        : new Card(TextOf(turn, reminder), ButtonsOf(turn, reminder, reminder.Newest!.UsefulUntil));

    public static IReadOnlyList<Button> ButtonsOf(Turn turn, Reminder reminder, DateTimeOffset usefulUntil)
    {
        if (reminder.Kind == ReminderKind.Desk)
            return [Of("nud-walk", reminder.Kind, ReminderLines.WalkNow(), ButtonTone.Primary), Of("nud-no", reminder.Kind, ReminderLines.NotToday())];
        var later = turn.Now + Snooze;
        var fits = turn.Zone is not null && later <= usefulUntil && !NudgeRules.IsQuiet(turn, reminder, later);
        var go = Of("nud-go", reminder.Kind, ReminderLines.StartNow(), ButtonTone.Primary);
        var no = Of("nud-no", reminder.Kind, ReminderLines.NotToday());
        return fits ? [go, Of("nud-later", reminder.Kind, ReminderLines.In20(Clock.Text(turn, later))), no] : [go, no];
    }

    public static Button Of(string verb, ReminderKind kind, Line label, ButtonTone tone = ButtonTone.Plain) =>
        new($"{verb}-{(int)kind}", label, tone);

    public static void Keep(Turn turn, Reminder reminder) =>
        turn.State = turn.State with { Reminders = turn.State.Reminders.With(reminder) };

    /// <summary>The latest time that has come; earlier ones are missed for good.</summary>
    private static Occurrence? TimeOf(Turn turn, Reminder reminder, DateTimeOffset due)
    {
        if (reminder is { Snoozed: true, Newest: { } put })
            return new Occurrence(due, put.Key, put.UsefulUntil);
        if (reminder.Wish is ReminderWish.ThisWorkout workout)
            return new Occurrence(due, new NudgeKey(turn.DayOf(workout.EndedAt), 1), due + Schedule.Useful);

        Occurrence? last = null;
        var passed = reminder;
        while (Planner.Next(turn, passed, From(turn)) is { } time && time.At <= turn.Now)
            (last, passed) = (time, passed with { Settled = time.Key });
        return last;
    }

    /// <summary>Older ones are no use to anybody, however long the program was down.</summary>
    private static DateTimeOffset From(Turn turn) => turn.Now.AddDays(-2);

    private static void Settle(Turn turn, Reminder reminder, Occurrence time)
    {
        var verdict = NudgeRules.Judge(turn, reminder, time);
        var settled = reminder with { Settled = time.Key };
        if (verdict == NudgeRules.Verdict.Nudge)
            settled = Nudge(turn, settled, time);
        else if (verdict == NudgeRules.Verdict.Instead)
            settled = SayInstead(turn, settled, time);
        if (reminder.Wish is ReminderWish.ThisWorkout)
            Keep(turn, settled with { DueAt = null, Snoozed = false });
        else
            Keep(turn, Planner.Arranged(turn, settled, turn.Now));
    }

    private static Reminder Nudge(Turn turn, Reminder reminder, Occurrence time)
    {
        if (reminder.Kind == ReminderKind.Review)
        {
            // It asks for nothing, so nobody ignores it.
            var told = Send(turn, reminder, time, WeekReview.Card(turn));
            return told with { Newest = told.Newest! with { Answered = true } };
        }

        var isAgain = reminder.Snoozed;
        var ignored = IsIgnored(turn, reminder) && !isAgain ? reminder.Ignored + 1 : isAgain ? reminder.Ignored : 0;
        reminder = reminder with { Ignored = ignored };
        if (reminder.Persistence == Persistence.Asked && ignored > IgnoredBeforeOff)
        {
            Send(turn, reminder, time, new Card(ReminderLines.GivenUp()));
            return reminder with { Persistence = Persistence.GivenUp, Newest = null };
        }

        if (reminder.Persistence != Persistence.Asked && ignored >= IgnoredBeforeAsking)
        {
            var asked = Send(turn, reminder, time, FewerCard(reminder.Kind));
            return asked with { Persistence = Persistence.Asked, Ignored = 0, Newest = asked.Newest! with { Asks = true } };
        }

        return Send(turn, reminder, time, new Card(TextOf(turn, reminder), ButtonsOf(turn, reminder, time.UsefulUntil)));
    }

    private static Reminder Send(Turn turn, Reminder reminder, Occurrence time, Card card)
    {
        var snoozes = reminder is { Snoozed: true, Newest: { } put } ? put.Snoozes : 0;
        var nudge = new Nudge(time.Key, turn.Now, turn.NextStep, time.UsefulUntil) { Snoozes = snoozes };
        turn.Nudge(card, new NudgeRecord(reminder.Kind, time.Key, snoozes), time.UsefulUntil);
        var book = turn.State.Reminders;
        turn.State = turn.State with
        {
            Reminders = book with
            {
                NudgedAt = turn.Now,
                NudgedOn = NudgeRules.IsDaily(reminder.Kind) ? time.Key.Day : book.NudgedOn,
            },
        };
        return reminder with { Newest = nudge };
    }

    /// <summary>Kindly, once in a pause or a rest; no leg-up pose is offered (TIME-11, DOSE-22).</summary>
    private static Reminder SayInstead(Turn turn, Reminder reminder, Occurrence time)
    {
        var card = NudgeRules.IsBlocked(turn) ? RestFlow.WithOffer(turn, ReminderLines.InsteadRest()) : new Card(ReminderLines.InsteadWalk());
        var said = Send(turn, reminder, time, card);
        turn.State = turn.State with { Reminders = turn.State.Reminders with { SaidInstead = true } };
        // It asked for nothing, so nobody ignores it.
        return said with { Newest = said.Newest! with { Answered = true } };
    }

    private static bool IsIgnored(Turn turn, Reminder reminder) => reminder.Kind != ReminderKind.AfterWorkout
        && reminder.Newest is { Answered: false } newest
        && (reminder.Kind == ReminderKind.Desk || !NudgeRules.IsDoneOn(turn.State, newest.Key.Day));

    /// <summary>The same words each time: they become a part of winding down (TIME-10).</summary>
    private static Line TextOf(Turn turn, Reminder reminder) => reminder.Wish switch
    {
        ReminderWish.BeforeBed evening => ReminderLines.NudgeEvening(Clock.Text(evening.Bedtime)),
        ReminderWish.FixedTime => ReminderLines.NudgeFixed(),
        ReminderWish.DeskDays => ReminderLines.NudgeDesk(),
        _ => ReminderLines.NudgeWorkout(),
    };

    private static Card FewerCard(ReminderKind kind) => new(ReminderLines.AskFewer(),
        Of("nud-fewer", kind, ReminderLines.EveryOtherDay()), Of("nud-time", kind, ReminderLines.AnotherTime()),
        Of("nud-off", kind, ReminderLines.StopThem()));
}
