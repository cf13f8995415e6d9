using Microsoft.Extensions.Logging;

namespace RecoveryBot;

/// <summary>Everything the host logs: states and ids, never what a user wrote or felt.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "A commit of {Count} updates failed; each is tried alone.")]
    public static partial void BatchFailed(this ILogger log, Exception failure, int count);

    [LoggerMessage(2, LogLevel.Error, "The coach failed on {Count} updates of a user on {Platform}; kept as sealed dead letters.")]
    public static partial void DeadLetter(this ILogger log, string platform, int count);

    [LoggerMessage(3, LogLevel.Error, "Due timers could not be fired; tried again each second.")]
    public static partial void TimersFailed(this ILogger log, Exception failure);

    [LoggerMessage(4, LogLevel.Error, "The outbox could not be read or written; tried again each second.")]
    public static partial void OutboxFailed(this ILogger log, Exception failure);

    [LoggerMessage(5, LogLevel.Error, "The channel {Platform} failed on message {Id}; tried again later.")]
    public static partial void ChannelThrew(this ILogger log, Exception failure, string platform, long id);

    [LoggerMessage(6, LogLevel.Warning, "Message {Id} on {Platform} is given up: {Reason}.")]
    public static partial void GivenUp(this ILogger log, string platform, long id, string reason);

    [LoggerMessage(7, LogLevel.Error, "The stored state of user {Id} on {Platform} cannot be read; it is left as it is, and the user is told. Restore a backup.")]
    public static partial void UserDamaged(this ILogger log, string platform, long id);

    [LoggerMessage(8, LogLevel.Error, "Message {Id} on {Platform} cannot be read; kept as a dead letter.")]
    public static partial void MessageDamaged(this ILogger log, string platform, long id);

    [LoggerMessage(9, LogLevel.Information, "User {Id} on {Platform} has blocked the chat; silent until they write again.")]
    public static partial void ChatBlocked(this ILogger log, string platform, long? id);

    [LoggerMessage(10, LogLevel.Error, "Somebody is erased, but {Fault}")]
    public static partial void ErasureIncomplete(this ILogger log, string fault);

    [LoggerMessage(11, LogLevel.Error, "What is old could not be forgotten; tried again in an hour.")]
    public static partial void RetentionFailed(this ILogger log, Exception failure);

    [LoggerMessage(12, LogLevel.Warning, "An update could not be stored and is not acknowledged. {Reason}")]
    public static partial void NotStored(this ILogger log, string reason);

    [LoggerMessage(13, LogLevel.Information, "A stranger on {Platform} is told their id: {Account}.")]
    public static partial void StrangerTold(this ILogger log, string platform, string account);

    [LoggerMessage(14, LogLevel.Error, "Telegram refused the markup of a message; it is sent plain. {Reason}")]
    public static partial void MarkupRefused(this ILogger log, string reason);

    [LoggerMessage(15, LogLevel.Debug, "A press on Telegram could not be answered.")]
    public static partial void PressNotAnswered(this ILogger log, Exception failure);

    [LoggerMessage(16, LogLevel.Warning, "{Platform}'s menu could not be set ({Reason}); tried again at the next start.")]
    public static partial void SetUpFailed(this ILogger log, string platform, string reason);

    [LoggerMessage(17, LogLevel.Error, "Update {Id} of Telegram cannot be read, not even whose it is; it is left out.")]
    public static partial void NobodysUpdate(this ILogger log, long id);

    [LoggerMessage(18, LogLevel.Debug, "A group on Telegram could not be told the way to the private chat.")]
    public static partial void GroupNotTold(this ILogger log, Exception failure);

    [LoggerMessage(19, LogLevel.Warning, "The webhook could not be registered at Telegram; tried again in {Seconds:0} s.")]
    public static partial void WebhookNotRegistered(this ILogger log, Exception failure, double seconds);

    [LoggerMessage(24, LogLevel.Error, "Due reminders could not be looked at; tried again in some seconds.")]
    public static partial void RemindersFailed(this ILogger log, Exception failure);

    [LoggerMessage(25, LogLevel.Information, "The rules of the time zones are {Rules} now; every reminder is looked at.")]
    public static partial void ZoneRulesChanged(this ILogger log, string rules);

    [LoggerMessage(20, LogLevel.Warning, "Telegram does not tell the bot's name.")]
    public static partial void NameNotTold(this ILogger log, Exception failure);

    [LoggerMessage(21, LogLevel.Warning, "{Platform} did not take the attachment {Name}; the message went without it. {Reason}")]
    public static partial void PictureRefused(this ILogger log, string platform, string name, string reason);

    [LoggerMessage(22, LogLevel.Debug, "An interaction on Discord could not be answered.")]
    public static partial void InteractionNotAnswered(this ILogger log, Exception failure);

    [LoggerMessage(23, LogLevel.Error, "A dispatch {Name} of Discord cannot be read, not even whose it is; it is left out.")]
    public static partial void NobodysDispatch(this ILogger log, string name);

    [LoggerMessage(30, LogLevel.Warning, "A message on Discord was refused as it was formed; it went as bare words. {Reason}")]
    public static partial void FormRefused(this ILogger log, string reason);

    [LoggerMessage(31, LogLevel.Debug, "A placeholder on Discord could not be taken away; tried again later. {Reason}")]
    public static partial void PromiseNotTakenBack(this ILogger log, string reason);

    [LoggerMessage(32, LogLevel.Warning, "The placeholders on Discord could not be stored. {Reason}")]
    public static partial void PromisesNotKept(this ILogger log, string reason);

    [LoggerMessage(40, LogLevel.Warning, "rsvg-convert is not installed (Debian: librsvg2-bin): charts are told in words.")]
    public static partial void NoChartTool(this ILogger log);

    [LoggerMessage(41, LogLevel.Warning, "A chart was not drawn and went in words: {Reason}.")]
    public static partial void ChartNotDrawn(this ILogger log, string reason);

    [LoggerMessage(42, LogLevel.Warning, "Telegram did not take a file; the user is told so. {Reason}")]
    public static partial void FileRefused(this ILogger log, string reason);
}
