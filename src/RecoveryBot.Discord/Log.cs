using Microsoft.Extensions.Logging;

namespace RecoveryBot.Discord;

/// <summary>Everything the client logs: never a token, and nothing that people wrote.</summary>
internal static partial class Log
{
    [LoggerMessage(200, LogLevel.Warning, "The gateway cannot be started; trying again in {Seconds:0.0} s.")]
    public static partial void GatewayUnknown(this ILogger log, Exception failure, double seconds);

    [LoggerMessage(201, LogLevel.Information, "Shard {Shard} is live.")]
    public static partial void Live(this ILogger log, string shard);

    [LoggerMessage(202, LogLevel.Information, "Shard {Shard} connects in {Seconds:0.0} s.")]
    public static partial void Reconnecting(this ILogger log, string shard, double seconds);

    [LoggerMessage(203, LogLevel.Warning, "Shard {Shard} does not connect again before {Seconds:0} s have passed.")]
    public static partial void LongPause(this ILogger log, string shard, double seconds);

    [LoggerMessage(204, LogLevel.Warning, "Shard {Shard} cannot connect: {Why}")]
    public static partial void NotConnected(this ILogger log, string shard, string why);

    [LoggerMessage(205, LogLevel.Information, "Shard {Shard} was cut: {Why}")]
    public static partial void Cut(this ILogger log, string shard, string why);

    [LoggerMessage(206, LogLevel.Information, "Shard {Shard} was closed with {Code}.")]
    public static partial void Closed(this ILogger log, string shard, int? code);

    [LoggerMessage(207, LogLevel.Warning, "Shard {Shard} had no answer to a heartbeat; it connects anew.")]
    public static partial void Silent(this ILogger log, string shard);

    [LoggerMessage(208, LogLevel.Error, "Discord closed shard {Shard} with {Code}: something that this program sent was wrong.")]
    public static partial void OurBug(this ILogger log, string shard, int? code);

    [LoggerMessage(209, LogLevel.Warning, "Shard {Shard} cannot resume its session; what people did meanwhile is lost.")]
    public static partial void SessionLost(this ILogger log, string shard);

    [LoggerMessage(210, LogLevel.Warning, "A gateway frame of {Bytes} bytes on shard {Shard} could not be read; it is skipped.")]
    public static partial void FrameSkipped(this ILogger log, string shard, long bytes);

    [LoggerMessage(211, LogLevel.Error, "Dispatches from Discord could not be stored; tried again in {Seconds:0.0} s.")]
    public static partial void CommitFailed(this ILogger log, Exception failure, double seconds);

    [LoggerMessage(212, LogLevel.Error, "The identifies of shard {Shard} could not be stored, so it does not identify.")]
    public static partial void IdentifiesNotKept(this ILogger log, Exception failure, string shard);

    [LoggerMessage(213, LogLevel.Warning, "Discord allows no further identify for {Seconds:0} s.")]
    public static partial void IdentifiesSpent(this ILogger log, double seconds);

    [LoggerMessage(220, LogLevel.Warning, "{Count} calls in ten minutes were refused by Discord; at 10,000 it shuts out this address.")]
    public static partial void ManyInvalidRequests(this ILogger log, int count);

    [LoggerMessage(221, LogLevel.Error, "{Count} calls in ten minutes were refused by Discord; nothing is sent until there are fewer.")]
    public static partial void TooManyInvalidRequests(this ILogger log, int count);
}
