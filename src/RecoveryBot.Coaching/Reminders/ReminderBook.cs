using System.Text.Json.Serialization;

namespace RecoveryBot.Coaching.Reminders;

/// <summary>All reminders of one user, and what they share.</summary>
public sealed record ReminderBook
{
    /// <summary>At most one of each kind.</summary>
    public IReadOnlyList<Reminder> All { get; init; } = [];

    /// <summary>Switched off together, by /stop; the wishes are kept.</summary>
    public bool Off { get; init; }

    /// <summary>The last day on which a "not today" was said: evening, workout and fixed time are silent for it.</summary>
    public DateOnly? NotTodayOn { get; init; }

    /// <summary>The last day whose one nudge of evening, workout and fixed time has been sent.</summary>
    public DateOnly? NudgedOn { get; init; }

    /// <summary>When the newest nudge of any kind went out; <see langword="null"/>: none yet.</summary>
    public DateTimeOffset? NudgedAt { get; init; }

    /// <summary>After a move to another zone: nothing before this (12 hours between nudges); <see langword="null"/>: no move.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>What is allowed instead was said in the present pause or rest (TIME-11).</summary>
    public bool SaidInstead { get; init; }

    /// <summary>How often a reminder was offered after a session.</summary>
    public int Offers { get; init; }

    /// <summary>No reminder is offered any more.</summary>
    public bool OfferDeclined { get; init; }

    public OddHours OddHours { get; init; } = new();

    /// <summary>What is due when; rows are written from it.</summary>
    [JsonIgnore]
    public IEnumerable<(ReminderKind Kind, DateTimeOffset Due)> Due => Off
        ? []
        : All.Where(reminder => reminder.DueAt is not null).Select(reminder => (reminder.Kind, reminder.DueAt!.Value));

    public Reminder? Of(ReminderKind kind) => All.FirstOrDefault(reminder => reminder.Kind == kind);

    /// <summary>The same with this reminder in the place of the one of its kind.</summary>
    public ReminderBook With(Reminder reminder) => this with
    {
        All = [.. All.Where(other => other.Kind != reminder.Kind).Append(reminder).OrderBy(other => other.Kind)],
    };

    public ReminderBook Without(ReminderKind kind) => this with { All = [.. All.Where(other => other.Kind != kind)] };
}

/// <summary>Hours of the night in which the user was there, which may mean another zone.</summary>
/// <param name="Last">The last local date with such an hour.</param>
/// <param name="Days">How many dates in a row.</param>
/// <param name="Asked">"Have you moved?" was asked for this zone.</param>
public sealed record OddHours(DateOnly? Last = null, int Days = 0, bool Asked = false);
