using RecoveryBot.Coaching.Reminders.Reading;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Reminders;

/// <summary>What is written about a reminder: taken whole, or refused with an example; then nothing has changed.</summary>
internal static class WishFlow
{
    /// <param name="draft">What has been told before; <see langword="null"/>: nothing.</param>
    /// <param name="atOnce">It stands behind the command, so it must mean something.</param>
    /// <returns>False: it tells nothing of a reminder.</returns>
    public static bool Read(Turn turn, string text, ReminderDraft? draft, bool atOnce)
    {
        var reading = WishReader.Read(text);
        var kind = reading.Kind ?? draft?.Kind;
        if (reading.Verb != WishVerb.Set && reading is { Unknown: null, IsImpossible: false } or { Verb: WishVerb.Pause })
        {
            Do(turn, reading, kind);
            return true;
        }

        if (!reading.TellsSomething && reading is { IsImpossible: false } && (!atOnce || reading.Unknown is null))
            return draft is not null && Refuse(turn, draft, reading);
        var told = draft is not null && draft.Kind == (kind ?? draft.Kind) ? draft : new ReminderDraft(kind ?? ReminderKind.Fixed);
        if (reading.Unknown is not null || reading.IsImpossible || reading.Times.Count > (told.Kind == ReminderKind.Desk ? 2 : 1))
            return Refuse(turn, told, reading);
        var next = told with
        {
            Days = reading.Days != Weekdays.None ? reading.Days : told.Days,
            EveryOtherDay = reading.EveryOtherDay || told.EveryOtherDay,
        };
        if (Timed(next, reading.Times) is not { } timed || Contradicts(turn, timed))
            return Refuse(turn, told, reading);
        RemindFlow.Continue(turn, timed);
        return true;
    }

    private static ReminderDraft? Timed(ReminderDraft draft, IReadOnlyList<TimeFound> times)
    {
        if (times.Count == 0)
            return draft;
        if (draft.Kind == ReminderKind.Desk)
            return times.Count == 2 ? draft with { Times = DeskHours(times[0], times[1]) } : null;
        return times[0].Meanings(draft.Kind == ReminderKind.Evening) is [var only]
            ? draft with { Times = [only], Either = [] }
            : draft with { Times = [], Either = times[0].Meanings(asBedtime: false) };
    }

    /// <summary>"9 to 5" is 09:00–17:00: people sit at a desk by day.</summary>
    private static IReadOnlyList<TimeOnly> DeskHours(TimeFound from, TimeFound to)
    {
        var begins = from.Meanings(asBedtime: false)[0];
        var ends = to.Meanings(asBedtime: false);
        return [begins, ends.FirstOrDefault(end => end > begins, ends[^1])];
    }

    /// <summary>A bedtime inside the desk hours, or desk hours around the bedtime, is a slip.</summary>
    private static bool Contradicts(Turn turn, ReminderDraft draft)
    {
        var book = turn.State.Reminders;
        return (draft.Kind, draft.Times) switch
        {
            (ReminderKind.Evening, [var bed]) => book.Of(ReminderKind.Desk)?.Wish is ReminderWish.DeskDays desk && Lies(bed, desk.From, desk.To),
            (ReminderKind.Desk, [var from, var to]) => from == to
                || (book.Of(ReminderKind.Evening)?.Wish is ReminderWish.BeforeBed evening && Lies(evening.Bedtime, from, to)),
            _ => false,
        };
    }

    /// <summary>Inside hours that may go over midnight, their first minute not counted.</summary>
    public static bool Lies(TimeOnly time, TimeOnly from, TimeOnly to) => time != from && new QuietHours(from, to).Covers(time);

    private static bool Refuse(Turn turn, ReminderDraft draft, WishReading reading)
    {
        var why = reading.IsImpossible ? ReminderLines.NoSuchTime()
            : reading.Unknown is { Length: > 0 and <= 30 } unknown ? ReminderLines.NotRead(unknown)
            : draft.Kind == ReminderKind.Evening && reading.Times.Count == 1 ? ReminderLines.BedAtDesk()
            : draft.Kind == ReminderKind.Desk && reading.Times.Count == 2 ? ReminderLines.DeskInBed() : ReminderLines.NotUnderstood();
        Open.Say(turn, ReminderLines.NothingChanged(why, ExampleOf(draft.Kind)));
        return true;
    }

    private static void Do(Turn turn, WishReading reading, ReminderKind? kind)
    {
        var book = turn.State.Reminders;
        if (kind is { } named && book.Of(named) is null)
        {
            RemindFlow.Show(turn, new Dialogue.Reminding(ReminderQuestion.Menu));
        }
        else if (reading.Verb == WishVerb.Pause)
        {
            var one = kind ?? (book.All is [var only] ? only.Kind : null);
            RemindFlow.Show(turn, one is { } paused
                ? new Dialogue.Reminding(ReminderQuestion.PauseUntil, new ReminderDraft(paused))
                : new Dialogue.Reminding(ReminderQuestion.Menu));
        }
        else if (reading.Verb == WishVerb.SwitchOn)
        {
            Planner.Switch(turn, off: false);
            RemindFlow.Show(turn, new Dialogue.Reminding(ReminderQuestion.Menu));
        }
        else if (kind is { } off)
        {
            RemindFlow.Delete(turn, off);
        }
        else
        {
            RemindFlow.SwitchOff(turn);
        }
    }

    private static Line ExampleOf(ReminderKind kind) => kind switch
    {
        ReminderKind.Evening => ReminderLines.ExampleEvening(),
        ReminderKind.Workout => ReminderLines.ExampleWorkout(),
        ReminderKind.Desk => ReminderLines.ExampleDesk(),
        _ => ReminderLines.ExampleFixed(),
    };
}
