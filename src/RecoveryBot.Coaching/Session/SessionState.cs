using System.Text.Json.Serialization;
using RecoveryBot.Coaching.Sequence;

namespace RecoveryBot.Coaching.Session;

/// <summary>
/// Where one session stands (SEQ-20). Closed: these are all the phases there are; the cases before the first pose stand
/// with their flows.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(AskingMinutes), "minutes")]
[JsonDerivedType(typeof(Planned), "planned")]
[JsonDerivedType(typeof(Live), "live")]
[JsonDerivedType(typeof(Reporting), "reporting")]
[JsonDerivedType(typeof(Unanswered), "unanswered")]
public abstract partial record SessionState
{
    private SessionState() { }

    /// <summary>First message of the present step: presses on older ones are over.</summary>
    public int Step { get; init; }

    /// <summary>When the present step began.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>When time alone moves the session on; <see langword="null"/>: never.</summary>
    [JsonIgnore]
    public abstract DateTimeOffset? WakeAt { get; }

    /// <summary>"How much time do you have today?"</summary>
    public sealed record AskingMinutes(DateTimeOffset CheckedAt) : SessionState
    {
        public override DateTimeOffset? WakeAt => Since + WaitsBeforeFirstPose;
    }

    /// <summary>Today's plan is on the screen.</summary>
    public sealed record Planned(DateTimeOffset CheckedAt, Plan Plan) : SessionState
    {
        public override DateTimeOffset? WakeAt => Since + WaitsBeforeFirstPose;
    }

    /// <summary>A pose is on, from its way in to its way out.</summary>
    public sealed record Live(Run Run, Stage Stage) : SessionState
    {
        public override DateTimeOffset? WakeAt => Timing.WakeAt(this);
    }

    /// <summary>The report is asked, by taps (SEQ-25).</summary>
    public sealed record Reporting(Run Run, ReportQuestion Question, Afterwards Then) : SessionState
    {
        public override DateTimeOffset? WakeAt => Since + Run.Pace.Waits(TimeSpan.FromMinutes(60));
    }

    /// <summary>Nobody answered the end signal: the next sign of life is asked "Are your legs down?" (SEQ-24).</summary>
    /// <param name="Asked">It has been.</param>
    public sealed record Unanswered(Run Run, bool Asked = false) : SessionState
    {
        public override DateTimeOffset? WakeAt => Since + TimeSpan.FromHours(3);
    }

    /// <summary>A session that waits for an answer before its first pose closes silently after this (SEQ-29).</summary>
    private static readonly TimeSpan WaitsBeforeFirstPose = TimeSpan.FromMinutes(30);
}

/// <summary>The questions of the report, in their order (SEQ-25).</summary>
public enum ReportQuestion
{
    Minutes,
    OtherMinutes,
    Symptoms,
    TinglingOnset,
    TinglingSettled,
    LightheadedMoment,
    LightheadedSettled,
    PainStrength,
    PainSharp,
    SomethingElse,
}
