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
[JsonDerivedType(typeof(Resting), "resting")]
public abstract partial record SessionState
{
    private SessionState() { }

    /// <summary>First message of the present step: presses on older ones are over.</summary>
    public int Step { get; init; }

    /// <summary>When the present step began.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>The session's run from its first pose to its report; <see langword="null"/>: no pose has begun.</summary>
    [JsonIgnore]
    public Run? Begun => this switch
    {
        Live live => live.Run,
        Reporting report => report.Run,
        Unanswered unanswered => unanswered.Run,
        _ => null,
    };

    /// <summary>The same state with another run; itself where no pose has begun.</summary>
    public SessionState With(Run run) => this switch
    {
        Live live => live with { Run = run },
        Reporting report => report with { Run = run },
        Unanswered unanswered => unanswered with { Run = run },
        _ => this,
    };

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

        /// <summary>The hold has begun, or the legs may have been put up: the way out and back is due.</summary>
        [JsonIgnore]
        public bool LegsMayBeUp => Run.LegsUpAt is not null || Stage.Pose >= PoseId.V;
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

    /// <summary>A rest runs instead of a session: seated (SAFE-7), or lying before bed.</summary>
    /// <param name="Minutes">How long, in the protocol's minutes.</param>
    /// <param name="LyingDown">C alone, where the evening is too late for legs-up (TIME-2).</param>
    public sealed record Resting(int Minutes, double TimeScale, bool LyingDown = false) : SessionState
    {
        public override DateTimeOffset? WakeAt => Since + new Pace(TimeScale).Lasts(Minutes);
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
