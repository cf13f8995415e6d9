namespace RecoveryBot.Telegram.Wire;

/// <summary>How the client keeps its connections, and what their failures mean.</summary>
internal static class TelegramConnections
{
    /// <summary>The longest answer that is read. A full poll of the longest messages is far below.</summary>
    public const int MaxBodyBytes = 16 * 1024 * 1024;

    /// <summary>
    /// Many connections that live long: a session's messages must not wait for a handshake or behind a slow chat.
    /// </summary>
    public static HttpMessageHandler Create() => new SocketsHttpHandler
    {
        MaxConnectionsPerServer = 256,
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(15), // So that a changed address is noticed.
        ConnectTimeout = TimeSpan.FromSeconds(10),
        AllowAutoRedirect = false, // The token goes to the address that was set and nowhere else.
        UseCookies = false,
        ActivityHeadersPropagator = null, // Without it the whole tracing goes, whose url.full would hold the token.
    };

    public static TelegramTransportException Failed(string method, HttpRequestException failure) => new(
        method, $"no answer ({failure.HttpRequestError})", failure.StatusCode,
        mayHaveArrived: failure.HttpRequestError is not (HttpRequestError.NameResolutionError
            or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError),
        failure);
}
