namespace RecoveryBot.Coaching.Reminders;

/// <summary>Somebody who is there at night for days on end may live in another zone by now: asked once (design 3.5).</summary>
internal static class MovedFlow
{
    /// <summary>Our own numbers.</summary>
    private const int DaysInARow = 3;

    private static readonly TimeOnly NightFrom = new(1, 0);
    private static readonly TimeOnly NightTo = new(5, 0);

    /// <summary>To be called after the answer to whatever the user did.</summary>
    public static void Notice(Turn turn)
    {
        var book = turn.State.Reminders;
        if (turn.Zone is not { } zone || book.OddHours.Asked || book.All.Count == 0 || book.Off || turn.Erases)
            return;
        var local = LocalClock.Local(turn.Now, zone);
        var time = local.TimeOfDay.ToTimeOnly();
        var date = local.Date.ToDateOnly();
        if (time < NightFrom || time >= NightTo || IsAsExpected(book, time))
            return;
        var odd = book.OddHours;
        if (odd.Last != date)
            odd = new OddHours(date, odd.Last?.AddDays(1) == date ? odd.Days + 1 : 1);
        var asks = odd.Days >= DaysInARow && turn.State is { Session: null, Check: null, Settlings: [], Dialogue: null };
        turn.State = turn.State with { Reminders = book with { OddHours = odd with { Asked = asks } } };
        if (asks)
            PlaceFlow.AskMoved(turn, turn.State.Zone!);
    }

    /// <summary>Who wants to be reminded around that hour is up then.</summary>
    private static bool IsAsExpected(ReminderBook book, TimeOnly time) => book.All.Any(reminder => reminder.Wish switch
    {
        ReminderWish.BeforeBed evening => new QuietHours(evening.Bedtime.AddHours(-3), evening.Bedtime.AddHours(1)).Covers(time),
        ReminderWish.FixedTime at => new QuietHours(at.Time.AddHours(-2), at.Time.AddHours(2)).Covers(time),
        ReminderWish.WorkoutDays workout => new QuietHours(workout.End.AddHours(-2), workout.End.AddHours(2)).Covers(time),
        ReminderWish.DeskDays desk => new QuietHours(desk.From, desk.To).Covers(time),
        _ => false,
    });
}
