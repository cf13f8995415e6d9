using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Measuring;
using RecoveryBot.Coaching.Reminders;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Storage.Rows;

/// <summary>Someone's identity on one platform.</summary>
public readonly record struct AccountKey(string Platform, string ExternalId);

/// <summary>A user as loaded: what is known, and the version that a commit must find unchanged.</summary>
/// <param name="Id"><see langword="null"/>: not stored yet.</param>
/// <param name="Version">0 before the first commit.</param>
public sealed record UserRow(long? Id, AccountKey Account, string Chat, long Version, UserState State)
{
    /// <summary>
    /// Why the stored state cannot be read; then <see cref="State"/> is empty and is never written, so that a restore
    /// finds the row as it was. <see langword="null"/>: it can.
    /// </summary>
    public string? Damage { get; init; }
}

/// <summary>A user whose timer is due.</summary>
public sealed record TimerRow(long UserId, AccountKey Account, DateTimeOffset Due);

/// <summary>A reminder that is due.</summary>
public sealed record DueReminder(long UserId, AccountKey Account, ReminderKind Kind, DateTimeOffset Due);

/// <summary>When a reminder is looked at next.</summary>
public sealed record ReminderRow(ReminderKind Kind, DateTimeOffset Due);

/// <summary>An update that has been applied.</summary>
public sealed record InboxRow(string Channel, string UpdateId, DateTimeOffset At);

/// <summary>A small value that belongs to a platform and to no user, such as the offset of its updates.</summary>
public sealed record PlatformValue(string Key, string Value);

/// <summary>A committed message that is not sent yet.</summary>
/// <param name="UserId"><see langword="null"/>: the goodbye of an erased user, which holds the chat alone.</param>
/// <param name="Step">Ordinal of the message for its user; 0: none.</param>
public sealed record OutboxRow(long Id, long? UserId, string Platform, string Chat, ChatMessage Message, int Step)
{
    public DateTimeOffset Created { get; init; }

    /// <summary>Failed attempts so far.</summary>
    public int Attempts { get; init; }

    /// <summary>The press that this answers, as the chat channel named it; <see langword="null"/>: none.</summary>
    public string? Callback { get; init; }

    /// <summary>The platform's id of the newest message of the coach in the chat; <see langword="null"/>: none.</summary>
    public string? NewestMessageId { get; init; }

    /// <summary>The <see cref="Step"/> of that newest message.</summary>
    public int NewestStep { get; init; }
}

/// <summary>A message to put into the outbox.</summary>
/// <param name="Step">Ordinal of the message for its user; 0: none.</param>
/// <param name="Callback">The press that it answers, as the chat channel named it; <see langword="null"/>: none.</param>
public sealed record OutgoingMessage(ChatMessage Message, int Step, string? Callback = null)
{
    /// <summary>The nudge that it is: it goes out only if its key is new; <see langword="null"/>: it is none.</summary>
    public NudgeRecord? Nudge { get; init; }
}

/// <summary>What one commit does to one user.</summary>
/// <param name="User">As loaded; <see cref="UserRow.State"/> is the new state.</param>
/// <param name="Due">The timer's instant; <see langword="null"/>: none.</param>
public sealed record UserChange(UserRow User, DateTimeOffset? Due)
{
    /// <summary>When retention looks at the user; <see langword="null"/>: never.</summary>
    public DateTimeOffset? Retention { get; init; }

    /// <summary>The user wrote or pressed, so a chat that was blocked is open again.</summary>
    public bool Heard { get; init; }

    /// <summary>The user has shut the chat: what waits for it goes, and it takes nothing until they are heard again.</summary>
    public bool Blocked { get; init; }

    public IReadOnlyList<OutgoingMessage> Messages { get; init; } = [];

    public IReadOnlyList<SessionRecord> Sessions { get; init; } = [];

    public IReadOnlyList<ReportRecord> Reports { get; init; } = [];

    public IReadOnlyList<Measurement> Measurements { get; init; } = [];

    /// <summary>Inputs that no decision could be made for, as text; stored sealed.</summary>
    public IReadOnlyList<string> DeadLetters { get; init; } = [];

    /// <summary>All reminders of the user that have a due instant.</summary>
    public IReadOnlyList<ReminderRow> Reminders { get; init; } = [];

    /// <summary>Their rows are not as stored.</summary>
    public bool RemindersChanged { get; init; }

    /// <summary>Nudges committed before leave the outbox unsent.</summary>
    public bool WithdrawsNudges { get; init; }

    /// <summary>Messages of the classes session and cosmetic committed before leave the outbox unsent.</summary>
    public bool WithdrawsSessionMessages { get; init; }

    /// <summary>Every row of the user goes; the messages stay without the user's id.</summary>
    public bool Erases { get; init; }
}

/// <summary>How the attempt for one outbox row ended. Closed.</summary>
public abstract record DeliveryResult(OutboxRow Row)
{
    /// <summary>It is shown; the row goes.</summary>
    /// <param name="MessageId">The platform's id for later edits; <see langword="null"/>: it has none.</param>
    public sealed record Done(OutboxRow Row, string? MessageId) : DeliveryResult(Row);

    /// <summary>It will never be shown; the row goes.</summary>
    public sealed record GivenUp(OutboxRow Row) : DeliveryResult(Row);

    /// <summary>The chat is tried again, all of it.</summary>
    public sealed record Postponed(OutboxRow Row, DateTimeOffset NotBefore) : DeliveryResult(Row);

    /// <summary>The chat takes nothing until the user writes again; what waits for it goes.</summary>
    public sealed record Blocked(OutboxRow Row, DateTimeOffset At) : DeliveryResult(Row);

    /// <summary>The chat has a new id, which the row and all that follows go to.</summary>
    public sealed record Moved(OutboxRow Row, string Chat) : DeliveryResult(Row);
}
