using System.Text.Json.Serialization;

namespace RecoveryBot.Coaching.Dosing;

/// <summary>What is known of one session or break: told or pressed (4.1). Recorded at the first press, replaced as
/// more is known; a symptom pressed stays in it even if the answers leave it out (DOSE-10a).</summary>
public sealed record SessionReport
{
    /// <summary>The day it happened, not the day it was told.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>A leg-up break (TIME-8): its symptoms count, nothing else does.</summary>
    public bool IsBreak { get; init; }

    /// <summary>Whether the legs were up; after a clock that started by itself only once it was told
    /// (SEQ-27).</summary>
    public bool VRan { get; init; }

    /// <summary>Whole minutes with the legs up, rounded down; <see langword="null"/>: not told.</summary>
    public int? Held { get; init; }

    /// <summary>The hold of the plan as lived (FIT-13), minutes.</summary>
    public int PlannedHold { get; init; }

    /// <summary>Whether all questions were answered in time: before the next session, within 36 hours
    /// (SEQ-26).</summary>
    public bool Complete { get; init; }

    /// <summary>Tingling or numbness of the main pose; <see langword="null"/>: none.</summary>
    public TinglingReport? Tingling { get; init; }

    /// <summary>In any pose or on rising; <see langword="null"/>: none.</summary>
    public LightheadedReport? Lightheaded { get; init; }

    /// <summary>Strongest pain of the main pose, 0–10; a cramp gone in 2 minutes is none (SAFE-27).</summary>
    public int Pain { get; init; }

    public bool PainSharp { get; init; }

    /// <summary>Tingling or pain that began in another pose (SAFE-29).</summary>
    public OtherPoseSymptom OtherPose { get; init; }

    /// <summary>Another symptom (SAFE-25, SAFE-26): closes the day (DOSE-28), changes no number.</summary>
    public bool SomethingElse { get; init; }

    public bool RedFlag { get; init; }

    /// <summary>Left without X, E or C by own second word (SEQ-10): never clean.</summary>
    public bool CounterSkipped { get; init; }

    [JsonIgnore]
    public bool HasPain => Pain >= DoseLimits.PainThreshold || PainSharp;

    /// <summary>Whether a symptom changes the dose (section 0, "dose event"), red flags apart.</summary>
    [JsonIgnore]
    public bool HasDoseSymptom => Tingling is not null || Lightheaded is not null || HasPain;

    /// <summary>Whether there is no further hold this day (DOSE-28); U and S leave it in place (SAFE-29).</summary>
    [JsonIgnore]
    public bool ClosesTheDay => HasDoseSymptom || RedFlag || SomethingElse || OtherPose == OtherPoseSymptom.AfterV;
}

/// <param name="Onset">Minute it began, counted from legs up, rounded down; noticed only on coming out, or in a later
/// pose without a clear no (SAFE-29): the minutes held. <see langword="null"/>: not known, two before the end.</param>
public sealed record TinglingReport(int? Onset, SettleTime Settled);

/// <param name="NearFaint">"About to pass out" (SAFE-22). Fainting is a red flag.</param>
public sealed record LightheadedReport(LightheadedMoment Moment, SettleTime Settled, bool NearFaint = false);

public enum LightheadedMoment
{
    Pose,
    Rise,
}

/// <summary>Tingling or pain that did not begin in the main pose: not clean, but no dose event (SAFE-29).</summary>
public enum OtherPoseSymptom
{
    None,

    /// <summary>In U or S; this day's hold stays in place.</summary>
    BeforeV,

    /// <summary>In X, E or C, after a clear no to "was it there with your legs up?".</summary>
    AfterV,
}

/// <summary>How long a symptom took to go. Closed: these are all the cases there are.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Gone), "gone")]
[JsonDerivedType(typeof(StillThere), "still")]
[JsonDerivedType(typeof(NotTold), "untold")]
public abstract record SettleTime
{
    private SettleTime() { }

    /// <summary>Gone after so many minutes from the press, rounded up (SAFE-16a).</summary>
    public sealed record Gone(int Minutes) : SettleTime;

    /// <summary>Told to be there still: tingling at 30 minutes, lightheadedness at 10 (there silence too).</summary>
    public sealed record StillThere : SettleTime;

    /// <summary>Pressed or written, and never told when it went: slow for tingling (DOSE-10a).</summary>
    public sealed record NotTold : SettleTime;

    /// <summary>Whether it is known to have taken longer than so many minutes.</summary>
    internal bool TookOver(int minutes) => this is StillThere || this is Gone gone && gone.Minutes > minutes;
}
