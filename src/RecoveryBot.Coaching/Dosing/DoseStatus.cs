using System.Text.Json.Serialization;

namespace RecoveryBot.Coaching.Dosing;

/// <summary>Whether a hold is allowed at all (4.1). Closed: these are all the cases there are.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Active), "active")]
[JsonDerivedType(typeof(Paused), "paused")]
[JsonDerivedType(typeof(Blocked), "blocked")]
public abstract record DoseStatus
{
    private DoseStatus() { }

    public sealed record Active : DoseStatus;

    /// <summary>No hold until a clinician has cleared it and the questions were asked again (DOSE-20).</summary>
    public sealed record Paused(PauseReason Reason) : DoseStatus;

    /// <summary>No hold; what lifts it depends on the reason (DOSE-20, DOSE-20a, SAFE-33a).</summary>
    public sealed record Blocked(BlockReason Reason) : DoseStatus;
}

/// <summary>Why a pause began; the first one found stays.</summary>
public enum PauseReason
{
    /// <summary>Tingling still there after 30 minutes (DOSE-12), or at the next session (PRE-4).</summary>
    TinglingUnresolved,

    /// <summary>Tingling so early that no shorter hold is left (DOSE-13).</summary>
    TinglingEarly,

    /// <summary>Third day with tingling in the window (DOSE-14a).</summary>
    TinglingRepeated,

    /// <summary>Lightheaded for more than 10 minutes (DOSE-15), or still at the next session (PRE-4).</summary>
    LightheadedUnresolved,

    /// <summary>Second day with lightheadedness in the window (DOSE-15).</summary>
    LightheadedRepeated,

    /// <summary>Lightheaded or in pain at the shortest hold (DOSE-15, DOSE-16).</summary>
    AtFloor,

    /// <summary>Third day with pain in the window (DOSE-16).</summary>
    PainRepeated,
}

/// <summary>Why the dose is blocked.</summary>
public enum BlockReason
{
    /// <summary>A red flag (DOSE-21).</summary>
    RedFlag,

    /// <summary>An answer of the screening.</summary>
    Screening,
}
