using RecoveryBot.Coaching.Reminders.Reading;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Reminders;

/// <summary>/remind: by taps, in one line, or in plain words (design 3.5).</summary>
internal static class RemindFlow
{
    /// <param name="rest">What was written behind the command; empty: the list.</param>
    public static void Begin(Turn turn, string rest)
    {
        if (turn.State.Consent is { Guest: true })
            Open.Say(turn, ReminderLines.NotForGuests());
        else if (rest.Trim().Length == 0 || !WishFlow.Read(turn, rest, null, atOnce: true))
            Show(turn, new Dialogue.Reminding(ReminderQuestion.Menu));
    }

    /// <summary>Plain words that speak of a reminder; false: they do not.</summary>
    public static bool Intent(Turn turn, string text)
    {
        var reading = WishReader.Read(text);
        if (!reading.SaysRemind || turn.State.Consent is null || (reading.Unknown is not null && !reading.TellsSomething))
            return false;
        Commands.OpenDialogue(turn, "remind", text);
        return true;
    }

    public static void Press(Turn turn, Dialogue.Reminding d, string verb)
    {
        switch (verb, d.Draft)
        {
            case ("rem-back", _): Show(turn, new Dialogue.Reminding(ReminderQuestion.Menu)); break;
            case ("rem-close", _):
                turn.State = turn.State with { Dialogue = null };
                turn.Answer(new Card(ReminderLines.Closed()));
                break;
            case ("rem-on", _):
                Planner.Switch(turn, off: false);
                Show(turn, new Dialogue.Reminding(ReminderQuestion.Menu));
                break;
            case ("rem-early", { Either: [var early, _] } draft): Continue(turn, draft with { Times = [early], Either = [] }); break;
            case ("rem-late", { Either: [_, var late] } draft): Continue(turn, draft with { Times = [late], Either = [] }); break;
            case ("rem-anyway", { } draft): Continue(turn, draft with { EvenInQuietHours = true }); break;
            case ("rem-other", { } draft): Ask(turn, draft with { Times = [] }); break;
            case ("rem-change", { } draft): Ask(turn, new ReminderDraft(draft.Kind)); break;
            case ("rem-pause", { } draft): Show(turn, new Dialogue.Reminding(ReminderQuestion.PauseUntil, draft)); break;
            case ("rem-week", { } draft): PauseUntil(turn, draft.Kind, turn.Today.AddDays(7)); break;
            case ("rem-weeks", { } draft): PauseUntil(turn, draft.Kind, turn.Today.AddDays(14)); break;
            case ("rem-resume", { } draft): Resume(turn, draft.Kind); break;
            case ("rem-delete", { } draft): Delete(turn, draft.Kind); break;
            default: Choose(turn, verb); break;
        }
    }

    /// <summary>Whether a button sets up one of the kinds: under a summary it is of use for ever.</summary>
    public static bool IsOffered(string verb) => KindOf(verb) is not null;

    /// <summary>A kind was chosen: from the menu, or under a summary.</summary>
    public static void Choose(Turn turn, string verb)
    {
        if (KindOf(verb) is not { } chosen)
            Talk.StepOver(turn);
        else if (turn.State.Reminders.Of(chosen) is null)
            Ask(turn, new ReminderDraft(chosen));
        else
            Show(turn, new Dialogue.Reminding(ReminderQuestion.One, new ReminderDraft(chosen)));
    }

    /// <summary>A typed answer; false: it is none.</summary>
    public static bool Text(Turn turn, Dialogue.Reminding d, string words)
    {
        if (d is { Asking: ReminderQuestion.PauseUntil, Draft: { } paused })
        {
            if (DateReader.Read(words, turn.Today) is { } date)
                PauseUntil(turn, paused.Kind, date);
            else
                turn.Say(RemindCards.CardOf(turn, d) with { Text = ReminderLines.BadDate() });
            return true;
        }

        return WishFlow.Read(turn, words, d.Asking == ReminderQuestion.Menu ? null : d.Draft, atOnce: false);
    }

    public static void Ask(Turn turn, ReminderDraft draft) => Show(turn, new Dialogue.Reminding(ReminderQuestion.Details, draft));

    public static void Delete(Turn turn, ReminderKind kind)
    {
        turn.State = turn.State with { Dialogue = null, Reminders = turn.State.Reminders.Without(kind) };
        turn.WithdrawsNudges = true;
        turn.Answer(new Card(ReminderLines.Deleted()));
    }

    /// <summary>All off, and how to switch them on again (/stop outside a session).</summary>
    public static void SwitchOff(Turn turn)
    {
        Planner.Switch(turn, off: true);
        turn.State = turn.State with { Dialogue = null };
        turn.WithdrawsNudges = true;
        Open.Say(turn, ReminderLines.AllOff());
    }

    /// <summary>Everything that the draft still needs is asked, one thing at a time; then it is set and echoed.</summary>
    public static void Continue(Turn turn, ReminderDraft draft)
    {
        if (draft.Either.Count == 2)
            Show(turn, new Dialogue.Reminding(ReminderQuestion.MorningOrEvening, draft));
        else if (draft.Times.Count == 0 || (draft.Kind is ReminderKind.Workout or ReminderKind.Desk && draft.Days == Weekdays.None))
            Ask(turn, draft);
        else if (turn.Zone is null)
            PlaceFlow.Ask(turn, draft);
        else if (!draft.EvenInQuietHours && FallsIntoQuietHours(turn, draft))
            Show(turn, new Dialogue.Reminding(ReminderQuestion.InQuietHours, draft));
        else
            Set(turn, draft);
    }

    private static void Set(Turn turn, ReminderDraft draft)
    {
        var wish = WishOf(draft);
        var before = turn.State.Reminders.Of(wish.Kind)?.Wish;
        var set = Planner.Set(turn, wish, draft.EvenInQuietHours);
        if (draft.EveryOtherDay)
            NudgeFlow.Keep(turn, set = Planner.Arranged(turn, set with { Persistence = Persistence.EveryOtherDay }, turn.Now));
        turn.State = turn.State with { Dialogue = null };
        turn.WithdrawsNudges = true;
        var lines = new List<Line> { ReminderLines.SetTo(RemindCards.Describe(wish), Clock.NextTime(turn, set.DueAt!.Value)) };
        if (before is not null && before != wish)
            lines.Add(ReminderLines.InPlaceOf(RemindCards.Describe(before)));
        if (wish is ReminderWish.BeforeBed && turn.State.Settings.Quiet.Covers(LocalClock.TimeOf(set.DueAt.Value, turn.Zone!)))
            lines.Add(ReminderLines.EveningInQuietHours(Clock.Text(turn.State.Settings.Quiet.From), Clock.Text(turn.State.Settings.Quiet.To)));
        turn.Answer(new Card(new Line("Units", "Lines", [new LineList(lines)])));
    }

    private static void PauseUntil(Turn turn, ReminderKind kind, DateOnly date)
    {
        if (turn.State.Reminders.Of(kind) is not { } reminder)
        {
            Talk.StepOver(turn);
            return;
        }

        NudgeFlow.Keep(turn, Planner.Arranged(turn, reminder with { PausedUntil = date }, turn.Now));
        turn.State = turn.State with { Dialogue = null };
        turn.WithdrawsNudges = true;
        turn.Answer(new Card(ReminderLines.PausedUntil(date)));
    }

    private static void Resume(Turn turn, ReminderKind kind)
    {
        if (turn.State.Reminders.Of(kind) is { } reminder)
            NudgeFlow.Keep(turn, Planner.Arranged(turn, reminder with { PausedUntil = null }, turn.Now));
        Show(turn, new Dialogue.Reminding(ReminderQuestion.One, new ReminderDraft(kind)));
    }

    private static bool FallsIntoQuietHours(Turn turn, ReminderDraft draft)
    {
        var quiet = turn.State.Settings.Quiet;
        return draft.Kind switch
        {
            ReminderKind.Evening => false,
            ReminderKind.Workout => quiet.Covers(draft.Times[0].AddMinutes(Schedule.MinutesAfterWorkout)),
            ReminderKind.Desk => quiet.Covers(draft.Times[0]) || WishFlow.Lies(draft.Times[1], quiet.From, quiet.To),
            _ => quiet.Covers(draft.Times[0]),
        };
    }

    private static ReminderWish WishOf(ReminderDraft draft) => draft.Kind switch
    {
        ReminderKind.Evening => new ReminderWish.BeforeBed(draft.Times[0]),
        ReminderKind.Workout => new ReminderWish.WorkoutDays(draft.Days, draft.Times[0]),
        ReminderKind.Desk => new ReminderWish.DeskDays(draft.Days, draft.Times[0], draft.Times[1]),
        _ => new ReminderWish.FixedTime(draft.Days == Weekdays.None ? Weekdays.All : draft.Days, draft.Times[0]),
    };

    public static void Show(Turn turn, Dialogue.Reminding d)
    {
        var shown = d with { Step = turn.NextStep };
        turn.State = turn.State with { Dialogue = shown };
        turn.Answer(RemindCards.CardOf(turn, shown));
    }

    private static ReminderKind? KindOf(string verb) => verb switch
    {
        "rem-evening" => ReminderKind.Evening,
        "rem-workout" => ReminderKind.Workout,
        "rem-fixed" => ReminderKind.Fixed,
        "rem-desk" => ReminderKind.Desk,
        _ => null,
    };
}
