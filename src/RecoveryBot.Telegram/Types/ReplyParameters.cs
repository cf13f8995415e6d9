namespace RecoveryBot.Telegram.Types;

/// <summary>Which message of the same chat is answered.</summary>
/// <param name="AllowSendingWithoutReply">Send all the same when that message is gone.</param>
public sealed record ReplyParameters(long MessageId, bool AllowSendingWithoutReply = false);
