using RecoveryBot.Coaching.Measuring;
using RecoveryBot.Coaching.Safety;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Session;

/// <summary>What stands between a person and a pose, in the order in which it is dealt with.</summary>
internal enum Hindrance
{
    /// <summary>Nothing: a session may begin.</summary>
    None,

    /// <summary>Nothing is agreed to yet.</summary>
    NotAgreed,

    /// <summary>A question about a sign of the body is open, or a symptom has not settled.</summary>
    SafetyQuestion,

    /// <summary>A session is on, from its pre-check to its report.</summary>
    OpenSession,

    /// <summary>The report of the last session is missing (SEQ-26).</summary>
    Unreported,

    /// <summary>Coaching rests for this day (SAFE-36).</summary>
    Crisis,

    /// <summary>This day is closed to sessions.</summary>
    ClosedDay,

    /// <summary>A clinician's yes has to come first (DOSE-20, SAFE-33).</summary>
    Paused,

    /// <summary>The health questions are being asked.</summary>
    Asking,

    /// <summary>Four weeks are over, and the person has a choice (TIME-5).</summary>
    BlockEnd,

    /// <summary>The health questions are due (SAFE-3).</summary>
    ScreeningDue,

    /// <summary>An answer stands against it, or the dose allows no hold today.</summary>
    NoHold,
}

/// <summary>
/// The one way to a pose: what has to be so before a session is planned, and before a pose is shown outside one (P7).
/// </summary>
internal static class PoseGate
{
    public static Hindrance First(Turn turn) => turn.State switch
    {
        { Consent: null } => Hindrance.NotAgreed,
        { Check: { } check } when !Open.IsOffered(check) => Hindrance.SafetyQuestion,
        { Settlings.Count: > 0 } => Hindrance.SafetyQuestion,
        { Session: not null } => Hindrance.OpenSession,
        { Last.Unreported: true } => Hindrance.Unreported,
        { CrisisOn: { } day } when day == turn.Today => Hindrance.Crisis,
        { NoSessionOn: { } day } when day == turn.Today => Hindrance.ClosedDay,
        _ when !turn.Dose.IsActive && (turn.Dose.RedFlagged || turn.Dose.Pause is not null) => Hindrance.Paused,
        { Dialogue: Dialogue.Screening } => Hindrance.Asking,
        _ when BlockFlow.IsOver(turn) => Hindrance.BlockEnd,
        _ => OfHealth(turn),
    };

    /// <summary>The last of them, which come after the end of four weeks.</summary>
    public static Hindrance OfHealth(Turn turn) =>
        Screening.IsDue(turn.State.Screening, turn.Dose, turn.Today) ? Hindrance.ScreeningDue
        : turn.MayHold ? Hindrance.None : Hindrance.NoHold;

    /// <summary>Why there is no pose today, for those of them that no answer of now removes.</summary>
    public static Card Refusal(Turn turn, Hindrance hindrance) => hindrance switch
    {
        Hindrance.Crisis => new Card(SymptomLines.CrisisAfter()),
        Hindrance.ClosedDay => RestFlow.WithOffer(turn, SessionLines.NotTodayAnyMore()),
        Hindrance.Paused => RestFlow.WithOffer(turn, turn.Dose.RedFlagged ? SessionLines.BlockedUntilCleared() : Catalogue.MsgPaused()),
        Hindrance.NoHold => RestFlow.WithOffer(turn, WhyNoHold(turn)),
        _ => throw new ArgumentOutOfRangeException(nameof(hindrance)),
    };

    public static Line WhyNoHold(Turn turn) =>
        turn.Fitness.Outcome >= Outcome.Block ? ScreeningFlow.BlockedMessage(turn.Fitness)
        : turn.Today < turn.Dose.RestUntil && turn.Dose.SymptomDay != turn.Today ? Catalogue.MsgRestday()
        : SessionLines.AfterSymptomToday();
}
