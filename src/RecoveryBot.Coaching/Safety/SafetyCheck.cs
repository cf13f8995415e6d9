using System.Text.Json.Serialization;
using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Safety.Recognition;

namespace RecoveryBot.Coaching.Safety;

/// <summary>What an ambiguous sign was about: it decides what a clear no leads to (SAFE-25, SAFE-26).</summary>
public enum RedTopic
{
    Other,
    Eyes,
    Head,
    Acid,
    Unwell,
}

/// <summary>
/// One open question about a sign of the body. While one is open nothing starts; closed: these are all there are.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Red), "red")]
[JsonDerivedType(typeof(Dvt), "dvt")]
[JsonDerivedType(typeof(NotASymptom), "not-a-symptom")]
[JsonDerivedType(typeof(Pain), "pain")]
[JsonDerivedType(typeof(AlsoLegsUp), "also-legs-up")]
[JsonDerivedType(typeof(Cramp), "cramp")]
[JsonDerivedType(typeof(FollowUp), "follow-up")]
[JsonDerivedType(typeof(When), "when")]
[JsonDerivedType(typeof(Onset), "onset")]
[JsonDerivedType(typeof(HowLong), "how-long")]
[JsonDerivedType(typeof(LegsNumb), "legs-numb")]
[JsonDerivedType(typeof(HappeningNow), "happening-now")]
public abstract record SafetyCheck
{
    private SafetyCheck() { }

    /// <summary>First message of the question: presses on older ones are over.</summary>
    public int Step { get; init; }

    /// <summary>When silence decides; <see langword="null"/>: no clock, the question stays open (SAFE-34).</summary>
    public DateTimeOffset? WakeAt { get; init; }

    /// <summary>The check question of SAFE-34. <paramref name="Told"/>: silence has sent the emergency message already.</summary>
    public sealed record Red(RedTopic Topic, bool Told = false) : SafetyCheck;

    /// <summary>The check question about one calf or leg (SAFE-34, ASK-DVT).</summary>
    public sealed record Dvt(bool Told = false) : SafetyCheck;

    /// <summary>"Not a symptom" under the emergency message: asked once in other words (SAFE-33a).</summary>
    /// <param name="Asked">It has been pressed; before that it is an offer that holds nothing up.</param>
    public sealed record NotASymptom(DateTimeOffset FlagAt, bool Asked = false) : SafetyCheck;

    /// <summary>The tap question after a pain press, or tingling or pain outside the main pose (SAFE-28, SAFE-29).</summary>
    public sealed record Pain(bool WithTingling) : SafetyCheck;

    /// <summary>"Was it there with your legs up?" It counts as if it was until a clear no (SAFE-29, DOSE-10a).</summary>
    /// <param name="Before">The report as it stood before: a clear no puts it back.</param>
    public sealed record AlsoLegsUp(bool Tingling, SessionReport Before) : SafetyCheck;

    /// <summary>"Has the cramp let go?" Two minutes, then it counts as pain (SAFE-27).</summary>
    public sealed record Cramp : SafetyCheck;

    /// <summary>The question of SAFE-26 again, five minutes after it.</summary>
    public sealed record FollowUp : SafetyCheck;

    /// <summary>"Now, or in your last session?" (TXT-14).</summary>
    public sealed record When(Sign Sign, bool Sharp, bool Gone, int? Minute) : SafetyCheck;

    /// <summary>"From which minute?" for a symptom told afterwards.</summary>
    public sealed record Onset(Sign Sign, int Session) : SafetyCheck;

    /// <summary>"Gone after how long?" for a symptom told afterwards. <paramref name="Minute"/>: onset, or not known.</summary>
    public sealed record HowLong(Sign Sign, int Session, int? Minute) : SafetyCheck;

    /// <summary>SCR-12a, asked when tingling is told and no session takes it (TXT-13).</summary>
    public sealed record LegsNumb : SafetyCheck;

    /// <summary>A question about a symptom was answered: "Is it happening now?" (TXT-6).</summary>
    public sealed record HappeningNow(Sign Sign) : SafetyCheck;
}
