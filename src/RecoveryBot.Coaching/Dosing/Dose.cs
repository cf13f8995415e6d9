using System.Text.Json.Serialization;
using RecoveryBot.Coaching.Sequence;

namespace RecoveryBot.Coaching.Dosing;

/// <summary>How much the main pose may be held, and what the next step hangs on (4.1). Minutes and days are
/// whole.</summary>
public sealed record Dose
{
    /// <summary>A new user's dose, before any screening.</summary>
    public static Dose Start { get; } = new();

    /// <summary>A red flag stands (DOSE-21). Kept beside the pause, so that lifting one never lifts the
    /// other.</summary>
    public bool RedFlagged { get; init; }

    /// <summary>The last screening blocks.</summary>
    public bool ScreenedOut { get; init; }

    /// <summary>Why the dose is paused; <see langword="null"/>: it is not.</summary>
    public PauseReason? Pause { get; init; }

    /// <summary>Whether a hold is allowed at all: what is hardest to lift shows first.</summary>
    [JsonIgnore]
    public DoseStatus Status => this switch
    {
        { RedFlagged: true } => new DoseStatus.Blocked(BlockReason.RedFlag),
        { ScreenedOut: true } => new DoseStatus.Blocked(BlockReason.Screening),
        { Pause: { } reason } => new DoseStatus.Paused(reason),
        _ => new DoseStatus.Active(),
    };

    [JsonIgnore]
    public bool IsActive => !RedFlagged && !ScreenedOut && Pause is null;

    /// <summary>The hold the rules allow, 2–15 minutes.</summary>
    public int Target { get; init; } = DoseLimits.Start;

    /// <summary>How far the person wants to go, 5–15 minutes; the target is never raised above it.</summary>
    public int Goal { get; init; } = DoseLimits.LongestHold;

    /// <summary>The ceiling of screening, minutes: 15, 10 or 8, or a clinician's number.</summary>
    public int BaseCap { get; init; } = DoseLimits.LongestHold;

    /// <summary>The ceiling today, minutes; lowered by tingling (DOSE-14), never above <see cref="BaseCap"/>.</summary>
    public int Cap { get; init; } = DoseLimits.LongestHold;

    /// <summary>Clean days since the last change of target or variant, or the last symptom.</summary>
    public int Streak { get; init; }

    /// <summary>Clean days in a row since the last symptom.</summary>
    public int CleanRun { get; init; }

    /// <summary>Clean days needed for the next step: 3, or 5 after a symptom.</summary>
    public int Need { get; init; } = DoseLimits.Need;

    public Variant Variant { get; init; } = Variant.WallEasy;

    /// <summary>Screening keeps the variant on the chair.</summary>
    public bool LockChair { get; init; }

    /// <summary>The last screening asked for the chair as the first variant.</summary>
    public bool StartOnChair { get; init; }

    /// <summary>The last screening had a caution: the start is 5 (DOSE-2).</summary>
    public bool AnyCaution { get; init; }

    /// <summary>Two minutes on the side and back support, because of a symptom; screening's own is kept
    /// there.</summary>
    public bool ExtendedRise { get; init; }

    /// <summary>The chair by own wish; the minutes then grow on it (DOSE-5a).</summary>
    public bool PreferChair { get; init; }

    public Preference Preference { get; init; }

    /// <summary>S is left out for this person until they ask for it again (SEQ-16).</summary>
    public bool WithoutS { get; init; }

    /// <summary>Another adult within call, because of a near faint (SAFE-22); screening's own is kept there.</summary>
    public bool Buddy { get; init; }

    /// <summary>Sessions in a row whose planned hold was below the target (DOSE-24).</summary>
    public int MaintenanceRun { get; init; }

    public SymptomDays TinglingDays { get; init; } = SymptomDays.None;

    public SymptomDays LightheadedDays { get; init; } = SymptomDays.None;

    public SymptomDays PainDays { get; init; } = SymptomDays.None;

    /// <summary>The last day on which V ran in a session, or the day before a gap was settled; never moves
    /// back.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>The last day that counted as clean.</summary>
    public DateOnly? LastCleanDay { get; init; }

    /// <summary>The first day a hold is allowed again; <see langword="null"/>: no rest is due (DOSE-11).</summary>
    public DateOnly? RestUntil { get; init; }

    /// <summary>The last day whose remaining holds a symptom closed (DOSE-28).</summary>
    public DateOnly? SymptomDay { get; init; }

    /// <summary>Whether the chair is kept for good, by screening or by wish (DOSE-5, DOSE-5a).</summary>
    [JsonIgnore]
    public bool KeepsChair => LockChair || PreferChair;

    /// <summary>Whether nothing has happened yet that a chosen start could undo (DOSE-2).</summary>
    [JsonIgnore]
    public bool IsUntried => LastDay is null && SymptomDay is null && Need == DoseLimits.Need && IsActive;

    /// <summary>Whether a hold may count on this day: not paused, not resting, not after a symptom (DOSE-22).</summary>
    public bool IsOpenOn(DateOnly day) => IsActive && !(day < RestUntil) && !(day <= SymptomDay);
}
