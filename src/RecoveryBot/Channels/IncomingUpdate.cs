using RecoveryBot.Coaching;

namespace RecoveryBot.Channels;

/// <summary>What one user did on one platform, translated for the coach.</summary>
/// <param name="Platform">Name of the chat channel.</param>
/// <param name="ExternalUserId">The platform's id of the user.</param>
/// <param name="ChatId">Where the answers go.</param>
/// <param name="UpdateId">The platform's id of the update; the same one twice is applied once.</param>
public sealed record IncomingUpdate(
    string Platform, string ExternalUserId, string ChatId, string UpdateId, CoachInput Input);
