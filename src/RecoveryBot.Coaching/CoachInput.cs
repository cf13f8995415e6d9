using RecoveryBot.Coaching.Reminders;

namespace RecoveryBot.Coaching;

/// <summary>What happened to one user. Closed: these are all the things that move the coach.</summary>
public abstract record CoachInput
{
    private CoachInput() { }

    /// <summary>The user wrote <paramref name="Words"/>: a command, an answer, a symptom or anything else.</summary>
    /// <param name="Words">As typed, up to any length.</param>
    /// <param name="SentAt">When it was written, where the platform tells; <see langword="null"/>: now.</param>
    public sealed record Text(string Words, DateTimeOffset? SentAt = null) : CoachInput;

    /// <summary>The user pressed a button of any message, new or old.</summary>
    /// <param name="Button">Which one; its ordinals say from which message.</param>
    /// <param name="PressedAt">When it was pressed, where the platform tells; <see langword="null"/>: unknown.</param>
    public sealed record Press(ButtonId Button, DateTimeOffset? PressedAt = null) : CoachInput
    {
        /// <summary>The platform does not tell when, and it may have waited: the minute of a symptom is asked (design 3.3).</summary>
        public bool MayBeLate { get; init; }
    }

    /// <summary>The user opened a channel that shows itself (the terminal): greet, or show the present step again.</summary>
    public sealed record Opened : CoachInput;

    /// <summary>The user sent what the coach cannot read: a sticker, a voice message, a picture.</summary>
    public sealed record Unreadable : CoachInput;

    /// <summary>The wake loop found the user's timer due. Early or twice is harmless (D5).</summary>
    public sealed record TimeUp : CoachInput;

    /// <summary>The sweep found a reminder due. Early or twice is harmless (D5).</summary>
    public sealed record ReminderDue(ReminderKind Kind) : CoachInput;

    /// <summary>The sweep found that the user has not been heard of for long. Early or twice is harmless.</summary>
    public sealed record LongSilence : CoachInput;
}
