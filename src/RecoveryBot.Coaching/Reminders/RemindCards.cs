using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Reminders;

/// <summary>How /remind looks: the list, one reminder, and the question that is open.</summary>
internal static class RemindCards
{
    /// <summary>Of these four there is one each; a workout of today is told by /workout.</summary>
    private static readonly IReadOnlyList<ReminderKind> Kinds =
        [ReminderKind.Evening, ReminderKind.Workout, ReminderKind.Fixed, ReminderKind.Desk];

    private static Button Back { get; } = new("rem-back", ReminderLines.Back());

    public static Card CardOf(Turn turn, Dialogue.Reminding d) => (d.Asking, d.Draft) switch
    {
        (ReminderQuestion.Details, { } draft) => new Card(QuestionOf(draft), Back) { ExpectsWords = true },
        (ReminderQuestion.MorningOrEvening, { Either: [var early, var late] }) => new Card(ReminderLines.WhichHalf(),
            new Button("rem-early", ReminderLines.AtTime(Clock.Text(early))), new Button("rem-late", ReminderLines.AtTime(Clock.Text(late)))),
        (ReminderQuestion.InQuietHours, { } draft) => new Card(
            ReminderLines.InQuietHours(Clock.Text(draft.Times[0]), Clock.Text(turn.State.Settings.Quiet.From), Clock.Text(turn.State.Settings.Quiet.To)),
            new Button("rem-anyway", ReminderLines.AllTheSame()), new Button("rem-other", ReminderLines.AnotherTime())),
        (ReminderQuestion.PauseUntil, { }) => new Card(
            ReminderLines.AskPause(), new Button("rem-week", ReminderLines.OneWeek()), new Button("rem-weeks", ReminderLines.TwoWeeks()), Back)
        {
            ExpectsWords = true,
        },
        (ReminderQuestion.One, { Kind: var kind }) when turn.State.Reminders.Of(kind) is { } one => new Card(ReminderLines.One(ListOf(turn, one)),
            new Button("rem-change", ReminderLines.Change()),
            one.PausedUntil > turn.Today ? new Button("rem-resume", ReminderLines.Resume()) : new Button("rem-pause", ReminderLines.Pause()),
            new Button("rem-delete", ReminderLines.Delete()), Back),
        _ => Menu(turn),
    };

    private static string VerbOf(ReminderKind kind) => kind switch
    {
        ReminderKind.Evening => "rem-evening",
        ReminderKind.Workout => "rem-workout",
        ReminderKind.Desk => "rem-desk",
        _ => "rem-fixed",
    };

    private static Card Menu(Turn turn)
    {
        var book = turn.State.Reminders;
        var buttons = Kinds.Select(kind => new Button(VerbOf(kind), book.Of(kind) is null ? ReminderWords.KindName(kind) : ReminderWords.ChangeOf(kind))).ToList();
        if (book is { Off: true, All.Count: > 0 })
            buttons.Insert(0, new Button("rem-on", ReminderLines.SwitchOn()));
        var listed = book.All.Where(reminder => reminder.Wish is not ReminderWish.ThisWorkout || reminder.DueAt is not null).ToList();
        buttons.Add(new Button("rem-close", listed.Count == 0 ? SessionLines.NotNow() : ReminderLines.Close()));
        if (listed.Count == 0)
            return new Card(ReminderLines.AskWhen(), buttons);
        var list = new LineList([.. listed.Select(reminder => ListOf(turn, reminder))]);
        if (book.Off)
            return new Card(ReminderLines.ListOff(list), buttons);
        var told = ReminderLines.List(turn.State.Zone ?? "", list);
        return new Card(listed.Count(reminder => NudgeRules.IsDaily(reminder.Kind)) > 1 ? ReminderLines.ListShared(told) : told, buttons);
    }

    private static Line ListOf(Turn turn, Reminder reminder)
    {
        var what = Describe(reminder.Wish);
        return reminder.PausedUntil > turn.Today ? ReminderLines.ItemPaused(what, reminder.PausedUntil.Value)
            : turn.Zone is not null && Planner.NextHeard(turn, reminder) is { } at ? ReminderLines.Item(what, Clock.NextTime(turn, at))
            : reminder.DueAt is not null && !turn.State.Reminders.Off && NudgeRules.IsBlocked(turn) ? ReminderLines.ItemQuiet(what)
            : ReminderLines.ItemOff(what);
    }

    public static Line Describe(ReminderWish wish) => wish switch
    {
        ReminderWish.BeforeBed evening => ReminderLines.DescribeEvening(Clock.Text(evening.Bedtime)),
        ReminderWish.WorkoutDays workout => ReminderLines.DescribeWorkout(ReminderWords.DaysOf(workout.Days), Clock.Text(workout.End)),
        ReminderWish.FixedTime at => ReminderLines.DescribeFixed(ReminderWords.DaysOf(at.Days), Clock.Text(at.Time)),
        ReminderWish.DeskDays desk => ReminderLines.DescribeDesk(ReminderWords.DaysOf(desk.Days), Clock.Text(desk.From), Clock.Text(desk.To)),
        ReminderWish.WeekReview review => BlockLines.DescribeReview(ReminderWords.DaysOf(review.Day), Clock.Text(ReminderWish.WeekReview.Time)),
        _ => ReminderLines.DescribeThisWorkout(),
    };

    private static Line QuestionOf(ReminderDraft draft) => draft.Kind switch
    {
        ReminderKind.Evening => ReminderLines.AskBedtime(),
        ReminderKind.Workout => draft.Days == Weekdays.None ? ReminderLines.AskWorkout() : ReminderLines.AskWorkoutEnd(),
        ReminderKind.Desk => draft.Times.Count == 0 ? ReminderLines.AskDesk() : ReminderLines.AskDeskDays(),
        _ => ReminderLines.AskFixed(),
    };
}
