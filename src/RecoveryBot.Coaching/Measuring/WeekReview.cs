using RecoveryBot.Coaching.Reminders;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Measuring;

/// <summary>The last seven days in a few sentences, on the day that was chosen in /settings; off unless it was.</summary>
internal static class WeekReview
{
    private const int Days = 7;

    /// <summary>Nobody is told of a week without a session.</summary>
    public static bool HasAnything(Turn turn) => Of(turn).History.Sessions.Any();

    public static Card Card(Turn turn)
    {
        var week = Of(turn);
        return new Card(BlockLines.Week(BlockWords.Sessions(week), BlockWords.Felt(week), turn.Dose.Target));
    }

    /// <param name="day"><see cref="Weekdays.None"/>: no review.</param>
    public static void Set(Turn turn, Weekdays day)
    {
        var book = turn.State.Reminders;
        if (day == Weekdays.None)
        {
            turn.State = turn.State with { Reminders = book.Without(ReminderKind.Review) };
            return;
        }

        var review = new Reminder(new ReminderWish.WeekReview(day), turn.Now) { Settled = book.Of(ReminderKind.Review)?.Settled };
        turn.State = turn.State with
        {
            // Reminders that were switched off stay off; with none of them there is nothing to stay off.
            Reminders = book.With(Planner.Arranged(turn, review, turn.Now)) with { Off = book.Off && book.All.Any(other => other.Kind != ReminderKind.Review) },
        };
    }

    private static BlockRecord Of(Turn turn) => BlockRecord.Of(turn.State, turn.Today.AddDays(1 - Days), turn.Today);
}
