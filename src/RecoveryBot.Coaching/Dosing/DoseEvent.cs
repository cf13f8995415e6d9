using System.Text.Json.Serialization;
using RecoveryBot.Coaching.Sequence;

namespace RecoveryBot.Coaching.Dosing;

/// <summary>Something dated that the dose is folded from (DOSE-3a). Closed: these are all the events there
/// are.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Screened), "screened")]
[JsonDerivedType(typeof(Resumed), "resumed")]
[JsonDerivedType(typeof(StartChosen), "start")]
[JsonDerivedType(typeof(GoalSet), "goal")]
[JsonDerivedType(typeof(AskedForLess), "less")]
[JsonDerivedType(typeof(PreferChairSet), "chair")]
[JsonDerivedType(typeof(WallWished), "wall")]
[JsonDerivedType(typeof(PreferenceSet), "prefer")]
[JsonDerivedType(typeof(WithoutSSet), "withoutS")]
[JsonDerivedType(typeof(Began), "began")]
[JsonDerivedType(typeof(StillFelt), "stillFelt")]
[JsonDerivedType(typeof(Reported), "report")]
[JsonDerivedType(typeof(RedFlag), "redFlag")]
[JsonDerivedType(typeof(RedFlagTakenBack), "takenBack")]
public abstract record DoseEvent
{
    private DoseEvent(DateTimeOffset at, DateOnly day) => (At, Day) = (at, day);

    /// <summary>When it happened, not when it was told; for a report the session's start, each time the same.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The person's local day of it, begun at 04:00.</summary>
    public DateOnly Day { get; init; }

    /// <summary>A full screening came to its end.</summary>
    /// <param name="Allows">OK or CAUTION; false: BLOCK or worse. True also lifts a block of screening
    /// (DOSE-20a).</param>
    /// <param name="BaseCap">The lowest ceiling of its answers and of a clinician's limits, 2–15 minutes.</param>
    /// <param name="StartOnChair">"Start on the chair" is among its modifiers; it counts when it is new.</param>
    public sealed record Screened(
        DateTimeOffset At, DateOnly Day, bool Allows, int BaseCap, bool LockChair, bool AnyCaution, bool StartOnChair)
        : DoseEvent(At, Day);

    /// <summary>A clinician's clearance, once the new full screening allows as well (DOSE-20).</summary>
    /// <param name="AfterRedFlag">It covers a red flag; without that a red flag stays.</param>
    public sealed record Resumed(DateTimeOffset At, DateOnly Day, bool AfterRedFlag) : DoseEvent(At, Day);

    /// <summary>A first target of 5–8 minutes was chosen (DOSE-2); without effect once anything has happened.</summary>
    public sealed record StartChosen(DateTimeOffset At, DateOnly Day, int Minutes) : DoseEvent(At, Day);

    /// <summary>A goal of 5–15 minutes; other wishes are clamped.</summary>
    public sealed record GoalSet(DateTimeOffset At, DateOnly Day, int Minutes) : DoseEvent(At, Day);

    /// <summary>A shorter hold was asked for (DOSE-9); a wish for more changes nothing.</summary>
    public sealed record AskedForLess(DateTimeOffset At, DateOnly Day, int Minutes) : DoseEvent(At, Day);

    /// <summary>The chair by own wish, on or off (DOSE-5a).</summary>
    public sealed record PreferChairSet(DateTimeOffset At, DateOnly Day, bool On) : DoseEvent(At, Day);

    /// <summary>Close to the wall by own wish (POSE-V2), or back to more space.</summary>
    public sealed record WallWished(DateTimeOffset At, DateOnly Day, bool Close) : DoseEvent(At, Day);

    public sealed record PreferenceSet(DateTimeOffset At, DateOnly Day, Preference Preference) : DoseEvent(At, Day);

    /// <summary>S left out, or asked for again (SEQ-16).</summary>
    public sealed record WithoutSSet(DateTimeOffset At, DateOnly Day, bool Without) : DoseEvent(At, Day);

    /// <summary>A session began: days missed before it count now (DOSE-18). Not for breaks.</summary>
    public sealed record Began(DateTimeOffset At, DateOnly Day) : DoseEvent(At, Day);

    /// <summary>A symptom of last time is still there, or came back (PRE-4): a pause of its own.</summary>
    /// <param name="Lightheaded">Dizziness; false: tingling or numbness.</param>
    public sealed record StillFelt(DateTimeOffset At, DateOnly Day, bool Lightheaded) : DoseEvent(At, Day);

    /// <summary>What is known of a session or break; the one told last stands for that session.</summary>
    /// <param name="Session">The same number each time the same session or break is told.</param>
    /// <param name="Told">When it was told or pressed: decides which report of a session stands.</param>
    public sealed record Reported(
        DateTimeOffset At, DateOnly Day, int Session, DateTimeOffset Told, SessionReport Report) : DoseEvent(At, Day);

    /// <summary>A red flag, in a session or out of it (DOSE-21).</summary>
    public sealed record RedFlag(DateTimeOffset At, DateOnly Day) : DoseEvent(At, Day);

    /// <summary>It was not a symptom, confirmed once (SAFE-33a): the red flag leaves the fold; no hold this
    /// day.</summary>
    /// <param name="Flagged">The <see cref="DoseEvent.At"/> of that red flag.</param>
    /// <param name="Session">The session whose report carries it too; <see langword="null"/>: none does.</param>
    public sealed record RedFlagTakenBack(DateTimeOffset At, DateOnly Day, DateTimeOffset Flagged, int? Session)
        : DoseEvent(At, Day);
}
