namespace RecoveryBot.Discord.Wire;

/// <summary>How the client keeps its connections, and what their failures mean.</summary>
internal static class DiscordConnections
{
    /// <summary>The longest answer that is read.</summary>
    public const int MaxBodyBytes = 4 * 1024 * 1024;

    /// <summary>
    /// Many connections that live long: an interaction's answer must not wait for a handshake or behind a slow call.
    /// </summary>
    public static HttpMessageHandler Create() => new SocketsHttpHandler
    {
        MaxConnectionsPerServer = 256,
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(15), // So that a changed address is noticed.
        ConnectTimeout = TimeSpan.FromSeconds(10),
        AllowAutoRedirect = false, // The token goes to the address that was set and nowhere else.
        UseCookies = false,
        ActivityHeadersPropagator = null, // Without it the whole tracing goes, whose url.full would hold interaction tokens.
    };

    public static DiscordTransportException Failed(string route, HttpRequestException failure) => new(
        route, $"no answer ({failure.HttpRequestError})", failure.StatusCode,
        mayHaveArrived: failure.HttpRequestError is not (HttpRequestError.NameResolutionError
            or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError),
        failure);
}
