using System.Text.Json.Serialization;

namespace RecoveryBot.Coaching.Reminders;

/// <summary>
/// The kinds of reminders; of each there is one at most. In this order those go that are due at one instant: the desk last.
/// </summary>
public enum ReminderKind
{
    Evening = 1,
    Workout = 2,
    Fixed = 3,
    AfterWorkout = 4,
    Desk = 5,
    Review = 6,
}

/// <summary>What was asked for, in local terms; the zone is the user's (design 3.5). Closed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(BeforeBed), "evening")]
[JsonDerivedType(typeof(WorkoutDays), "workout")]
[JsonDerivedType(typeof(FixedTime), "fixed")]
[JsonDerivedType(typeof(ThisWorkout), "this-workout")]
[JsonDerivedType(typeof(DeskDays), "desk")]
[JsonDerivedType(typeof(WeekReview), "review")]
public abstract record ReminderWish
{
    private ReminderWish() { }

    [JsonIgnore]
    public abstract ReminderKind Kind { get; }

    /// <summary>Each evening, from the bedtime by TIME-2.</summary>
    public sealed record BeforeBed(TimeOnly Bedtime) : ReminderWish
    {
        public override ReminderKind Kind => ReminderKind.Evening;
    }

    /// <summary>15 minutes after the end of a workout.</summary>
    public sealed record WorkoutDays(Weekdays Days, TimeOnly End) : ReminderWish
    {
        public override ReminderKind Kind => ReminderKind.Workout;
    }

    /// <summary>At a time of the person's own.</summary>
    public sealed record FixedTime(Weekdays Days, TimeOnly Time) : ReminderWish
    {
        public override ReminderKind Kind => ReminderKind.Fixed;
    }

    /// <summary>Once, after the workout of today that /workout told of.</summary>
    public sealed record ThisWorkout(DateTimeOffset EndedAt) : ReminderWish
    {
        public override ReminderKind Kind => ReminderKind.AfterWorkout;
    }

    /// <summary>What the last seven days were, once a week; set in /settings.</summary>
    public sealed record WeekReview(Weekdays Day) : ReminderWish
    {
        /// <summary>Local. Our own choice: the day is nearly over, and the evening's session is still to come.</summary>
        public static readonly TimeOnly Time = new(18, 0);

        public override ReminderKind Kind => ReminderKind.Review;
    }

    /// <summary>Posture breaks while at the desk, at most two a day (TIME-7).</summary>
    /// <param name="To">Not after <paramref name="From"/>: on the next day.</param>
    public sealed record DeskDays(Weekdays Days, TimeOnly From, TimeOnly To) : ReminderWish
    {
        public override ReminderKind Kind => ReminderKind.Desk;
    }
}
