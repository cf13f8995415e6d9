using System.Text.Json.Serialization;
using RecoveryBot.Coaching.Sequence;

namespace RecoveryBot.Coaching.Session;

/// <summary>What happens in the pose that is on. Closed: these are all the stages there are.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(SettingUp), "setting-up")]
[JsonDerivedType(typeof(Holding), "holding")]
[JsonDerivedType(typeof(ComingOut), "coming-out")]
[JsonDerivedType(typeof(StandingStill), "standing-still")]
public abstract record Stage
{
    private Stage() { }

    public abstract PoseId Pose { get; init; }

    /// <summary>The way in is shown; it starts by a tap, or by itself (SEQ-26, SEQ-27).</summary>
    /// <param name="AskingSkip">"Skip it?" is asked, with what it does to the hold (FIT-13).</param>
    public sealed record SettingUp(PoseId Pose, bool AskingSkip = false) : Stage;

    /// <summary>The pose runs until its minutes are over.</summary>
    /// <param name="Checks">Check-ins of the main pose so far (SEQ-23).</param>
    public sealed record Holding(PoseId Pose, int Checks = 0) : Stage;

    /// <summary>The legs are coming down: the end signal repeats until there is an answer (SEQ-24, SEQ-24a).</summary>
    /// <param name="Signals">Signals given so far, 1–3.</param>
    /// <param name="TimesUp">The timer ended the hold; false: the person or a symptom did.</param>
    public sealed record ComingOut(PoseId Pose, int Signals, bool TimesUp = false) : Stage;

    /// <summary>A symptom is settling or asked about, and the pose timers stand still (SAFE-13, SAFE-21a, SAFE-34).</summary>
    /// <param name="HeldSince">When the pose began that may go on after the question; <see langword="null"/>: it had not.</param>
    public sealed record StandingStill(PoseId Pose, DateTimeOffset? HeldSince = null) : Stage;
}
