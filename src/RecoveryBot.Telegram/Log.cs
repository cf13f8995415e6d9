using Microsoft.Extensions.Logging;

namespace RecoveryBot.Telegram;

/// <summary>Everything the client logs: never a token, and nothing that people wrote.</summary>
internal static partial class Log
{
    [LoggerMessage(100, LogLevel.Warning, "Another process polls Telegram with this bot's token; trying again in {Seconds:0} s.")]
    public static partial void PolledElsewhere(this ILogger log, double seconds);

    [LoggerMessage(101, LogLevel.Warning, "Telegram asks to wait {Seconds:0} s before the next poll.")]
    public static partial void ToldToWait(this ILogger log, double seconds);

    [LoggerMessage(102, LogLevel.Warning, "Telegram cannot be polled; trying again in {Seconds:0.0} s.")]
    public static partial void PollFailed(this ILogger log, Exception failure, double seconds);

    [LoggerMessage(103, LogLevel.Error, "Updates from Telegram could not be stored; they come again in {Seconds:0.0} s.")]
    public static partial void CommitFailed(this ILogger log, Exception failure, double seconds);

    [LoggerMessage(104, LogLevel.Debug, "The last updates could not be confirmed; they come again and are skipped.")]
    public static partial void NotConfirmed(this ILogger log, Exception failure);

    [LoggerMessage(105, LogLevel.Warning, "A posted update was refused: the webhook's secret is missing or wrong.")]
    public static partial void WrongSecret(this ILogger log);

    [LoggerMessage(106, LogLevel.Warning, "A posted update was refused: {Reason}.")]
    public static partial void Refused(this ILogger log, string reason);
}
