using RecoveryBot.Coaching;

namespace RecoveryBot.Channels;

/// <summary>What one user did on one platform, translated for the coach.</summary>
/// <param name="Platform">Name of the chat channel.</param>
/// <param name="ExternalUserId">The platform's id of the user.</param>
/// <param name="ChatId">Where the answers go.</param>
/// <param name="UpdateId">The platform's id of the update; the same one twice is applied once.</param>
public sealed record IncomingUpdate(
    string Platform, string ExternalUserId, string ChatId, string UpdateId, CoachInput Input)
{
    /// <summary>
    /// The press to be answered, in the channel's own words; the first message that answers this update carries it back
    /// (<see cref="Outgoing.Callback"/>). <see langword="null"/>: nothing but messages is expected.
    /// </summary>
    public string? Callback { get; init; }

    /// <summary>The language of the user's app as an IETF tag; <see langword="null"/>: not told.</summary>
    public string? AppLanguage { get; init; }

    /// <summary>
    /// The raw update and why it could not be translated; then <see cref="Input"/> is whatever words could be saved, it is
    /// not decided on, and the whole is kept as a dead letter. <see langword="null"/>: it could.
    /// </summary>
    public string? Fault { get; init; }

    /// <summary>
    /// The user shut the chat or opened it again: nothing to decide on, <see cref="Input"/> is not looked at.
    /// <see langword="null"/>: something was said.
    /// </summary>
    public ChatStanding? Standing { get; init; }
}

/// <summary>Whether a chat takes messages.</summary>
public enum ChatStanding
{
    Open,
    Blocked,
}
