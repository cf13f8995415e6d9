using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Storage.Rows;

/// <summary>Someone's identity on one platform.</summary>
public readonly record struct AccountKey(string Platform, string ExternalId);

/// <summary>A user as loaded: what is known, and the version that a commit must find unchanged.</summary>
/// <param name="Id"><see langword="null"/>: not stored yet.</param>
/// <param name="Version">0 before the first commit.</param>
public sealed record UserRow(long? Id, AccountKey Account, string Chat, long Version, UserState State);

/// <summary>A user whose timer is due.</summary>
public sealed record TimerRow(long UserId, AccountKey Account, DateTimeOffset Due);

/// <summary>An update that has been applied.</summary>
public sealed record InboxRow(string Channel, string UpdateId, DateTimeOffset At);

/// <summary>A committed message that is not sent yet.</summary>
/// <param name="UserId"><see langword="null"/>: the goodbye of an erased user, which holds the chat alone.</param>
/// <param name="NewestMessageId">What an edit takes the place of; <see langword="null"/>: nothing.</param>
public sealed record OutboxRow(
    long Id, long? UserId, string Platform, string Chat, ChatMessage Message, int Attempts, string? NewestMessageId);

/// <summary>A message to put into the outbox.</summary>
/// <param name="Step">Ordinal of the message for its user.</param>
public sealed record OutgoingMessage(ChatMessage Message, int Step);

/// <summary>What one commit does to one user.</summary>
/// <param name="User">As loaded; <see cref="UserRow.State"/> is the new state.</param>
/// <param name="Due">The timer's instant; <see langword="null"/>: none.</param>
public sealed record UserChange(UserRow User, DateTimeOffset? Due)
{
    public IReadOnlyList<OutgoingMessage> Messages { get; init; } = [];

    public IReadOnlyList<SessionRecord> Sessions { get; init; } = [];

    public IReadOnlyList<ReportRecord> Reports { get; init; } = [];

    /// <summary>Inputs that no decision could be made for, as text; stored sealed.</summary>
    public IReadOnlyList<string> DeadLetters { get; init; } = [];

    /// <summary>Messages of the classes session and cosmetic committed before leave the outbox unsent.</summary>
    public bool WithdrawsSessionMessages { get; init; }

    /// <summary>Every row of the user goes; the messages stay without the user's id.</summary>
    public bool Erases { get; init; }
}

/// <summary>How the attempt for one outbox row ended.</summary>
/// <param name="NotBefore"><see langword="null"/>: done, the row goes; else when the chat is tried again.</param>
public sealed record DeliveryResult(OutboxRow Row, string? MessageId, DateTimeOffset? NotBefore);
