using System.Text.Json.Nodes;
using FakeDiscord.Rest;

namespace FakeDiscord.Gateway;

/// <summary>The gateway: its connections, what is told on them, and what goes wrong with them. [Gateway]</summary>
public sealed class GatewayServer
{
    private readonly Lock _gate = new();
    private readonly List<GatewayConnection> _connections = [];
    private readonly FakeDiscordOptions _options;
    private readonly GatewaySessions _sessions;
    private readonly Guilds _guilds;
    private readonly GatewayProtocol _protocol;
    private int _resumePort;
    private int _opened;

    internal GatewayServer(FakeDiscordOptions options, Profile profile, CallLog calls)
    {
        _options = options;
        _sessions = new GatewaySessions(options);
        _guilds = new Guilds(options.Time);
        _protocol = new GatewayProtocol(options, profile, calls, _sessions, _guilds, () => ResumeUrl);
    }

    /// <summary>As <c>GET /gateway/bot</c> gives it: without a path.</summary>
    public string Url { get; private set; } = "";

    /// <summary>Another than <see cref="Url"/>, as on the real gateway.</summary>
    public string ResumeUrl { get; private set; } = "";

    public GatewayLog Log { get; } = new();

    public GatewayFaults Faults { get; } = new();

    /// <summary>Whether the day's identifies were overdrawn, so that the token is worth nothing any more.</summary>
    public bool TokenIsDead => _protocol.TokenIsDead;

    /// <summary>How many sessions there are, connected or within their time for resuming.</summary>
    public int Sessions
    {
        get
        {
            lock (_gate)
                return _sessions.Count;
        }
    }

    /// <summary>The newest session and the number of its last event; <see langword="null"/>: there is none.</summary>
    public (string Session, long Sequence)? Newest
    {
        get
        {
            lock (_gate)
                return _sessions.Newest is { } session ? (session.Id, session.Sequence) : null;
        }
    }

    /// <summary>Breaks all connections, with no close frame.</summary>
    public void Drop() => Each(connection =>
    {
        _sessions.Lose(connection);
        connection.Cut();
    });

    /// <summary>Asks for a new connection (op 7).</summary>
    public void Reconnect() => Each(connection => connection.Send(GatewayProtocol.Payload(Opcodes.Reconnect, null)));

    /// <summary>Says that the session is invalid (op 9).</summary>
    /// <param name="resumable">Whether resuming still works.</param>
    public void InvalidateSessions(bool resumable) => Each(connection => _protocol.Invalidate(connection, resumable));

    /// <summary>Asks for a heartbeat now (op 1).</summary>
    public void AskForHeartbeat() =>
        Each(connection => connection.Send(GatewayProtocol.Payload(Opcodes.Heartbeat, null)));

    /// <summary>
    /// Nothing is sent any more on the connections there are, no ACK either; what happens is kept for resuming.
    /// </summary>
    public void Silence() => Each(connection => connection.IsSilent = true);

    /// <summary>Closes all connections; the codes that say so end the session as well.</summary>
    public void Close(int code) => Each(connection => _protocol.Close(connection, code, "Closed by hand."));

    /// <summary>Sends an event to the first shard's sessions, or keeps it for them.</summary>
    /// <param name="name">As in <c>MESSAGE_CREATE</c>.</param>
    public void Dispatch(string name, JsonObject data) => Dispatch(name, data, null, Intents.None);

    /// <summary>Adds the bot to a server.</summary>
    public void Join(ulong guildId)
    {
        lock (_gate)
            if (_guilds.Add(guildId))
                _sessions.Dispatch("GUILD_CREATE", _guilds.Whole(guildId), guildId, Intents.Guilds);
    }

    /// <summary>Removes the bot from a server.</summary>
    public void Leave(ulong guildId)
    {
        lock (_gate)
            if (_guilds.Remove(guildId))
                _sessions.Dispatch("GUILD_DELETE", new JsonObject { ["id"] = guildId.AsId() }, guildId, Intents.Guilds);
    }

    internal void Dispatch(string name, JsonObject data, ulong? guildId, int intent)
    {
        lock (_gate)
            _sessions.Dispatch(name, data, guildId, intent);
    }

    internal void ListenAt(int port, int resumePort) =>
        (Url, ResumeUrl, _resumePort) = ($"ws://127.0.0.1:{port}", $"ws://127.0.0.1:{resumePort}", resumePort);

    internal JsonObject Advice()
    {
        lock (_gate)
            return new JsonObject
            {
                ["url"] = Url,
                ["shards"] = _options.Shards,
                ["session_start_limit"] = _protocol.Limits.ToJson(),
            };
    }

    internal async Task AcceptAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = 400;
            return;
        }

        var isResumeUrl = context.Connection.LocalPort == _resumePort;
        var fault = Faults.Take(isResumeUrl);
        if (fault?.Kind == GatewayFaultKind.Refuse)
            context.Response.StatusCode = 503;
        else if (fault?.Kind == GatewayFaultKind.Reset)
            context.Abort();
        else
            await ServeAsync(context, isResumeUrl, fault);
    }

    private async Task ServeAsync(HttpContext context, bool isResumeUrl, GatewayFault? fault)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var number = Interlocked.Increment(ref _opened);
        var connection = new GatewayConnection(number, isResumeUrl, socket, context, Log, _options.Time) { FaultAtStart = fault };
        lock (_gate)
            _connections.Add(connection);
        Open(connection, context.Request.Query, fault?.Kind);
        await connection.RunAsync(
            bytes => Handle(connection, bytes), code => Closed(connection, code), context.RequestAborted);
        Closed(connection, null);
    }

    private void Open(GatewayConnection connection, IQueryCollection query, GatewayFaultKind? fault)
    {
        connection.IsSilent = fault == GatewayFaultKind.Silent;
        if (fault == GatewayFaultKind.ReconnectFirst)
            connection.Send(GatewayProtocol.Payload(Opcodes.Reconnect, null));
        else
            _protocol.Greet(connection, query);
        connection.IsSilent |= fault == GatewayFaultKind.SilentAfterHello;
    }

    private void Handle(GatewayConnection connection, byte[] bytes)
    {
        lock (_gate)
        {
            var wasDead = TokenIsDead;
            _protocol.Handle(connection, bytes);
            if (TokenIsDead && !wasDead)
                Close(CloseCodes.AuthenticationFailed);
        }
    }

    private void Closed(GatewayConnection connection, int? code)
    {
        lock (_gate)
        {
            _connections.Remove(connection);
            _sessions.Lose(connection);
            if (connection.Session is { Connection: null } session && code is CloseCodes.Normal or CloseCodes.GoingAway)
                _sessions.Remove(session);
        }
    }

    private void Each(Action<GatewayConnection> act)
    {
        lock (_gate)
            _connections.ToList().ForEach(act);
    }
}
