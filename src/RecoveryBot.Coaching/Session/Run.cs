using System.Text.Json.Serialization;
using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Sequence;

namespace RecoveryBot.Coaching.Session;

/// <summary>What stays true from the start of a session to its report.</summary>
public sealed record Run
{
    /// <summary>Ordinal of the session.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>When the pre-check was passed (SEQ-21).</summary>
    public required DateTimeOffset CheckedAt { get; init; }

    /// <summary>Today's minutes; changed only when the forward bend is skipped (FIT-13).</summary>
    public required Plan Plan { get; init; }

    public required Variant Variant { get; init; }

    public required Pacing Pacing { get; init; }

    public double TimeScale { get; init; } = 1;

    /// <summary>When the hold began; <see langword="null"/>: the legs have not been up.</summary>
    public DateTimeOffset? LegsUpAt { get; init; }

    /// <summary>The clock started without an answer: the minutes are asked, not assumed (SEQ-27).</summary>
    public bool ClockStartedItself { get; init; }

    /// <summary>Whole minutes that the timer saw; <see langword="null"/>: V has not ended.</summary>
    public int? TimerHeld { get; init; }

    /// <summary>What has been pressed, written or told so far.</summary>
    public required SessionReport Report { get; init; }

    /// <summary>The way back was refused once already (SEQ-10).</summary>
    public bool AskedToSkipCounter { get; init; }

    /// <summary>Nothing came from the person since the hold ended (SEQ-24, SEQ-24a).</summary>
    public bool SilentSinceHold { get; init; }

    /// <summary>Two minutes on the side and back support, from screening, the dose or a symptom of this session.</summary>
    public bool ExtendedRise { get; init; }

    [JsonIgnore]
    public Pace Pace => new(TimeScale);
}
