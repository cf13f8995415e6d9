using System.Net;

namespace RecoveryBot.Discord;

/// <summary>No answer of the API came: a broken connection, silence, too much, or a body that is not its JSON.</summary>
public sealed class DiscordTransportException(
    string route, string what, HttpStatusCode? status = null, bool mayHaveArrived = true, Exception? cause = null)
    : Exception($"{route}: {what}", cause)
{
    /// <summary>The HTTP status under a body that was not the API's; <see langword="null"/>: none came.</summary>
    public HttpStatusCode? Status { get; } = status;

    /// <summary>Whether the call may have done its work. A message's nonce makes a second attempt harmless.</summary>
    public bool MayHaveArrived { get; } = mayHaveArrived;
}
