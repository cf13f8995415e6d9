using RecoveryBot.Coaching.Measuring;
using RecoveryBot.Coaching.Reminders;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching;

/// <summary>The whole result of one input: plain data, committed whole, and only then spoken.</summary>
public sealed record Decision
{
    /// <summary>The user's next state; ignored when <see cref="Erases"/>.</summary>
    public required UserState State { get; init; }

    /// <summary>What is said, in order.</summary>
    public IReadOnlyList<Reply> Replies { get; init; } = [];

    /// <summary>Sessions that began, moved on or ended: rows to write, one a session number, the last one wins.</summary>
    public IReadOnlyList<SessionRecord> Sessions { get; init; } = [];

    /// <summary>Reports told or corrected: rows to write, one a session number, the last one wins.</summary>
    public IReadOnlyList<ReportRecord> Reports { get; init; } = [];

    /// <summary>Values measured or told again: rows to write, one a number, the last one wins.</summary>
    public IReadOnlyList<Measurement> Measurements { get; init; } = [];

    /// <summary>
    /// A symptom or a stop is in, or the legs come down: unsent messages of the classes session and cosmetic for this user
    /// must not leave the outbox any more (design 3.3).
    /// </summary>
    public bool WithdrawsSessionMessages { get; init; }

    /// <summary>Nudges that are not sent yet must not leave the outbox any more: a session has begun, or they are not wanted.</summary>
    public bool WithdrawsNudges { get; init; }

    /// <summary>Everything about the user is erased with this commit; the replies go out by the chat address alone.</summary>
    public bool Erases { get; init; }
}

/// <summary>Delivery order (design 4): what must be heard first has the lowest value.</summary>
public enum DeliveryClass
{
    Safety = 0,
    Session = 1,
    Reply = 2,
    Nudge = 3,
    Cosmetic = 4,

    /// <summary>Carries a file; like a nudge it is never repeated, so that nothing about a person is sent twice.</summary>
    File = 5,
}

/// <summary>Whether a reply is a message of its own or takes the place of the newest one.</summary>
public enum Placement
{
    New,
    Edit,
}

/// <summary>How a button looks where the platform can tell.</summary>
public enum ButtonTone
{
    Plain,
    Primary,
    Alarm,
}

/// <summary>One button: what it does and how it reads.</summary>
public sealed record Button(string Verb, Line Label, ButtonTone Tone = ButtonTone.Plain);

/// <summary>Too many answers for buttons: a platform that has lists offers them, elsewhere they are typed.</summary>
/// <param name="Items">At most 25, each pressed like a button.</param>
/// <param name="InsteadOf">The verb of the button that asks for such an answer and is not needed beside a list; <see langword="null"/>: none.</param>
public sealed record Choices(Line Name, IReadOnlyList<Button> Items, string? InsteadOf = null);

/// <summary>One thing to say, before it is put into words.</summary>
public sealed record Reply(Line Text)
{
    public IReadOnlyList<Button> Buttons { get; init; } = [];

    public Placement Placement { get; init; }

    public bool Sound { get; init; }

    public DeliveryClass Class { get; init; } = DeliveryClass.Reply;

    /// <summary>The answer is a number typed by the user; then it has no numbered buttons in plain mode.</summary>
    public bool ExpectsNumber { get; init; }

    /// <summary>The answer is words typed by the user, such as a place or a time of day.</summary>
    public bool ExpectsWords { get; init; }

    /// <summary>Answers that platforms with lists offer as well; <see langword="null"/>: none.</summary>
    public Choices? Choices { get; init; }

    /// <summary>What came of a session; a platform may set it apart.</summary>
    public bool IsSummary { get; init; }

    /// <summary>End of the pose that runs; <see langword="null"/>: nothing is counting down.</summary>
    public DateTimeOffset? Countdown { get; init; }

    /// <summary>Which drawing goes with it, one of <see cref="PosePictures.All"/>; <see langword="null"/>: none. Every message is complete without it.</summary>
    public string? Picture { get; init; }

    /// <summary>What is drawn beside it as a chart; <see langword="null"/>: nothing. Every message is complete without it.</summary>
    public HoldHistory? Chart { get; init; }

    /// <summary>The file that goes with it, in the class <see cref="DeliveryClass.File"/>; <see langword="null"/>: none.</summary>
    public ChatFile? File { get; init; }
    /// <summary>The nudge that this is: it goes out only if its key is new; <see langword="null"/>: it is none.</summary>
    public NudgeRecord? Nudge { get; init; }

    /// <summary>Not sent any more after this; <see langword="null"/>: however late it is.</summary>
    public DateTimeOffset? UsefulUntil { get; init; }

    /// <summary>Ordinal of the session the buttons belong to.</summary>
    public int Session { get; init; }

    /// <summary>Ordinal of this message for this user; a newer message has a higher one.</summary>
    public int Step { get; init; }
}
