using System.Text.Json.Serialization;
using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Measuring;
using RecoveryBot.Coaching.Reminders;
using RecoveryBot.Coaching.Safety;
using RecoveryBot.Coaching.Session;

namespace RecoveryBot.Coaching;

/// <summary>
/// All that the coach knows about one user. One document, stored sealed; what is open is at most one of each part,
/// and the timer follows from the parts.
/// </summary>
public sealed record UserState
{
    /// <summary>How long all of it is kept after the last contact, months (design 4).</summary>
    public const int MonthsKept = 12;

    /// <summary>Two letters; English is the only language shipped.</summary>
    public string Language { get; init; } = "en";

    /// <summary>IANA zone id; <see langword="null"/>: not known yet.</summary>
    public string? Zone { get; init; }

    /// <summary>How fast protocol minutes pass in whatever starts from now on; 1 is real time (design 6).</summary>
    public double TimeScale { get; init; } = 1;

    /// <summary>Who runs this coach and how to reach them; the host says it each time, it is not stored. <see langword="null"/>: not told.</summary>
    [JsonIgnore]
    public string? RunBy { get; init; }

    /// <summary>The language of the user's app as an IETF tag; the channel says it each time, it is not stored. <see langword="null"/>: not told.</summary>
    [JsonIgnore]
    public string? AppLanguage { get; init; }

    /// <summary>What the link that led here carried, at most 64 letters, digits, _ or -; it carries no rights.</summary>
    public string? CameBy { get; init; }

    /// <summary><see langword="null"/>: nothing agreed to yet, so nothing but the welcome and safety answers is said.</summary>
    public Consent? Consent { get; init; }

    public Settings Settings { get; init; } = new();

    /// <summary>Answers of the last full screening and the clearances; empty before the first.</summary>
    public ScreeningRecord Screening { get; init; } = new();

    /// <summary>The dose before the first of <see cref="Events"/>; events too old to be corrected are folded into it.</summary>
    public Dose DoseBase { get; init; } = Dose.Start;

    /// <summary>The dated events that today's dose is folded from (DOSE-3a).</summary>
    public IReadOnlyList<DoseEvent> Events { get; init; } = [];

    /// <summary>What was measured, and the four weeks that it belongs to.</summary>
    public MeasureLog Measures { get; init; } = new();

    /// <summary>The session from its pre-check to its report; <see langword="null"/>: none.</summary>
    public SessionState? Session { get; init; }

    /// <summary>The clocks after tingling and lightheadedness, one of each kind; they outlive the session (SAFE-16).</summary>
    public IReadOnlyList<Settling> Settlings { get; init; } = [];

    /// <summary>One open question about a sign of the body (SAFE-28, SAFE-29, SAFE-34, TXT-14).</summary>
    public SafetyCheck? Check { get; init; }

    /// <summary>When the question of SAFE-26 is asked again; <see langword="null"/>: it is not due.</summary>
    public DateTimeOffset? AskAgainAt { get; init; }

    /// <summary>The dialogue outside a session; <see langword="null"/>: none.</summary>
    public Dialogue? Dialogue { get; init; }

    /// <summary>The session before, for late answers (SEQ-26) and old symptom buttons; <see langword="null"/>: none yet.</summary>
    public LastSession? Last { get; init; }

    public ReminderBook Reminders { get; init; } = new();

    /// <summary>Ordinal of the newest message.</summary>
    public int Step { get; init; }

    /// <summary>Ordinal of the present or last session; 0 before the first.</summary>
    public int SessionNumber { get; init; }

    /// <summary>When the user last wrote or pressed; <see langword="null"/>: never.</summary>
    public DateTimeOffset? LastContact { get; init; }

    /// <summary>When everything is erased, as the user has been told after a long silence; <see langword="null"/>: not told (design 4).</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>The last day closed to sessions without any change of the dose (PRE-5, SAFE-25, SAFE-33a, SAFE-36).</summary>
    public DateOnly? NoSessionOn { get; init; }

    /// <summary>When words about wanting to die came last: coaching rests for that day (SAFE-36).</summary>
    public DateOnly? CrisisOn { get; init; }

    /// <summary>When retention looks at the user, if they are not heard of before; <see langword="null"/>: never.</summary>
    [JsonIgnore]
    public DateTimeOffset? RetentionAt => RetentionFlow.DueAt(this);

    /// <summary>When time alone moves something on: the earliest wait of all parts; <see langword="null"/>: never.</summary>
    [JsonIgnore]
    public DateTimeOffset? WakeAt => Earliest(
        Session?.WakeAt,
        Earliest([.. Settlings.Select(settling => settling.WakeAt)]),
        Check?.WakeAt,
        AskAgainAt,
        Consent is { Guest: true } ? LastContact + Consent.GuestMemory : null);

    private static DateTimeOffset? Earliest(params ReadOnlySpan<DateTimeOffset?> waits)
    {
        DateTimeOffset? earliest = null;
        foreach (var wait in waits)
        {
            if (wait is { } at && (earliest is null || at < earliest))
                earliest = at;
        }

        return earliest;
    }
}

/// <summary>What was agreed to.</summary>
/// <param name="Version">Version of the text agreed to.</param>
/// <param name="Guest">Use without saving: full screening each time, holds of at most 5 minutes, erased after 24 hours (SAFE-37).</param>
public sealed record Consent(int Version, DateTimeOffset At, bool Guest)
{
    /// <summary>Grows with what is stored, or why: whoever agreed to an older text is asked again.</summary>
    public const int PresentVersion = 2;

    /// <summary>Another text was agreed to than the one that is true now. Guests agree anew with each visit.</summary>
    [JsonIgnore]
    public bool IsOutdated => Version < PresentVersion && !Guest;

    /// <summary>Longest hold of a guest, minutes (SAFE-37).</summary>
    public const int GuestHold = 5;

    /// <summary>How long a guest's data outlives the last message (SAFE-37).</summary>
    public static readonly TimeSpan GuestMemory = TimeSpan.FromHours(24);
}

/// <summary>How each pose begins and ends.</summary>
public enum Pacing
{
    /// <summary>By taps (the default).</summary>
    Tap,

    /// <summary>Each pose starts 45 s after its card, the whole session runs without a tap.</summary>
    HandsFree,
}

/// <summary>The user's own choices that are no part of the dose.</summary>
public sealed record Settings
{
    public Pacing Pacing { get; init; } = Pacing.Tap;

    /// <summary>Minutes for a session, asked each time if <see langword="null"/>; 7–60.</summary>
    public int? SessionMinutes { get; init; }

    /// <summary>Whether what ends a pose rings.</summary>
    public bool Sounds { get; init; } = true;

    /// <summary>Local hours in which no nudge comes that was not asked for.</summary>
    public QuietHours Quiet { get; init; } = QuietHours.Usual;

    /// <summary>The half fold at the wall takes the forward bend's place: after tingling or pain in it (SAFE-29), or by wish.</summary>
    public bool HalfFold { get; init; }

    /// <summary>A streak is counted in <c>/progress</c>; off unless it was asked for.</summary>
    public bool Streak { get; init; }
}
