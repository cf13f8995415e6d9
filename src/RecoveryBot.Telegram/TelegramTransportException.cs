using System.Net;

namespace RecoveryBot.Telegram;

/// <summary>
/// No answer of the Bot API came: a broken connection, silence, too much, or a body that is not its JSON.
/// </summary>
public sealed class TelegramTransportException(
    string method, string what, HttpStatusCode? status = null, bool mayHaveArrived = true, Exception? cause = null)
    : Exception($"{method}: {what}", cause)
{
    /// <summary>The HTTP status under a body that was not the Bot API's; <see langword="null"/>: none came.</summary>
    public HttpStatusCode? Status { get; } = status;

    /// <summary>
    /// Whether the call may have done its work: a call has no key that would make a second one harmless.
    /// <see langword="false"/> only when no connection was made.
    /// </summary>
    public bool MayHaveArrived { get; } = mayHaveArrived;
}
