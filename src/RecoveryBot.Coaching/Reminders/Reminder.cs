namespace RecoveryBot.Coaching.Reminders;

/// <summary>One wish to be reminded and where it stands.</summary>
/// <param name="Since">When it was asked for or switched on again: nothing is due before.</param>
public sealed record Reminder(ReminderWish Wish, DateTimeOffset Since)
{
    /// <summary>When it is looked at next; <see langword="null"/>: not again by itself.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>"In 20 min": <see cref="DueAt"/> stands for <see cref="Newest"/> once more.</summary>
    public bool Snoozed { get; init; }

    /// <summary>The newest nudge; <see langword="null"/>: none yet.</summary>
    public Nudge? Newest { get; init; }

    /// <summary>The last one that is settled, sent or not: later ones only.</summary>
    public NudgeKey? Settled { get; init; }

    /// <summary>The first day with nudges again; <see langword="null"/>: not paused.</summary>
    public DateOnly? PausedUntil { get; init; }

    /// <summary>Asked for in spite of the quiet hours.</summary>
    public bool EvenInQuietHours { get; init; }

    /// <summary>Nudges in a row without an answer.</summary>
    public int Ignored { get; init; }

    public Persistence Persistence { get; init; }

    [System.Text.Json.Serialization.JsonIgnore]
    public ReminderKind Kind => Wish.Kind;
}

/// <summary>How much a reminder still asks for, after nobody answered (design 3.5).</summary>
public enum Persistence
{
    /// <summary>As wished.</summary>
    Full,

    /// <summary>"Fewer, another time, or stop?" was asked: every other day until there is an answer.</summary>
    Asked,

    /// <summary>Every other day by the person's own choice.</summary>
    EveryOtherDay,

    /// <summary>Nobody answered: off, and the person was told.</summary>
    GivenUp,
}

/// <summary>Which nudge of a reminder.</summary>
/// <param name="Day">The user's day (from 04:00) that it was meant for.</param>
/// <param name="Number">1; for desk days 1 or 2.</param>
public sealed record NudgeKey(DateOnly Day, int Number)
{
    public bool IsAfter(NudgeKey? other) => other is null || Day > other.Day || (Day == other.Day && Number > other.Number);
}

/// <summary>A nudge that was sent.</summary>
/// <param name="Step">Ordinal of its message.</param>
/// <param name="UsefulUntil">Latest start: no snooze goes beyond it.</param>
public sealed record Nudge(NudgeKey Key, DateTimeOffset At, int Step, DateTimeOffset UsefulUntil)
{
    /// <summary>How often it was put off.</summary>
    public int Snoozes { get; init; }

    /// <summary>By a button, the typed word or a session.</summary>
    public bool Answered { get; init; }

    /// <summary>"Start now" was the answer.</summary>
    public bool Started { get; init; }

    /// <summary>It was the question "fewer, another time, or stop?".</summary>
    public bool Asks { get; init; }
}

/// <summary>The unique key of a sent nudge with its kind: it is written with the message, and once only (P4).</summary>
/// <param name="Snoozes">0: the first time; else how often it had been put off before.</param>
public sealed record NudgeRecord(ReminderKind Kind, NudgeKey Key, int Snoozes);
