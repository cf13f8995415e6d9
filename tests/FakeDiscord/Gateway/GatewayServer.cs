using System.Text.Json.Nodes;
using FakeDiscord.Rest;

namespace FakeDiscord.Gateway;

/// <summary>The gateway: sessions, their connections, and what goes wrong with them. [Gateway]</summary>
public sealed class GatewayServer
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, GatewaySession> _sessions = [];
    private readonly List<GatewayConnection> _connections = [];
    private readonly FakeDiscordOptions _options;
    private readonly Profile _profile;
    private readonly IdentifyLimits _limits;
    private readonly CallLog _calls;
    private readonly SortedSet<ulong> _guilds = [];
    private int _resumePort;
    private int _opened;

    internal GatewayServer(FakeDiscordOptions options, Profile profile, CallLog calls)
    {
        (_options, _profile, _calls) = (options, profile, calls);
        _limits = new IdentifyLimits(options);
    }

    /// <summary>As <c>GET /gateway/bot</c> gives it: without a path.</summary>
    public string Url { get; private set; } = "";

    /// <summary>Another than <see cref="Url"/>, as on the real gateway.</summary>
    public string ResumeUrl { get; private set; } = "";

    public GatewayLog Log { get; } = new();

    public GatewayFaults Faults { get; } = new();

    /// <summary>Whether the day's identifies were overdrawn, so that the token is worth nothing any more.</summary>
    public bool TokenIsDead { get; private set; }

    /// <summary>How many sessions there are, connected or within their time for resuming.</summary>
    public int Sessions
    {
        get
        {
            lock (_gate)
            {
                RemoveExpired();
                return _sessions.Count;
            }
        }
    }

    /// <summary>Breaks all connections, with no close frame.</summary>
    public void Drop() => Each(connection => connection.Cut());

    /// <summary>Asks for a new connection (op 7).</summary>
    public void Reconnect() => Each(connection => connection.Send(Plain(Opcodes.Reconnect, null)));

    /// <summary>Says that the session is invalid (op 9).</summary>
    /// <param name="resumable">Whether resuming still works.</param>
    public void InvalidateSessions(bool resumable) => Each(connection => Invalidate(connection, resumable));

    /// <summary>Asks for a heartbeat now (op 1).</summary>
    public void AskForHeartbeat() => Each(connection => connection.Send(Plain(Opcodes.Heartbeat, null)));

    /// <summary>Nothing is sent any more on the connections there are; what happens is kept for resuming.</summary>
    public void Silence() => Each(connection => connection.IsSilent = true);

    /// <summary>Closes all connections; the codes that say so end the session as well.</summary>
    public void Close(int code) => Each(connection => Close(connection, code, "Closed by hand."));

    /// <summary>Sends an event to the sessions that want it, or keeps it for them.</summary>
    /// <param name="name">As in <c>MESSAGE_CREATE</c>.</param>
    public void Dispatch(string name, JsonObject data) => Dispatch(name, data, null, Intents.None);

    internal void Dispatch(string name, JsonObject data, ulong? guildId, int intent)
    {
        lock (_gate)
        {
            RemoveExpired();
            foreach (var session in _sessions.Values.Where(session => session.Wants(guildId, intent)))
                session.Dispatch(name, data);
        }
    }

    /// <summary>Adds the bot to a server.</summary>
    public void Join(ulong guildId)
    {
        lock (_gate)
            if (_guilds.Add(guildId))
                Dispatch("GUILD_CREATE", GuildJson(guildId), guildId, Intents.Guilds);
    }

    /// <summary>Removes the bot from a server.</summary>
    public void Leave(ulong guildId)
    {
        lock (_gate)
            if (_guilds.Remove(guildId))
                Dispatch("GUILD_DELETE", new JsonObject { ["id"] = guildId.AsId() }, guildId, Intents.Guilds);
    }

    internal void ListenAt(int port, int resumePort) =>
        (Url, ResumeUrl, _resumePort) = ($"ws://127.0.0.1:{port}", $"ws://127.0.0.1:{resumePort}", resumePort);

    internal JsonObject Advice()
    {
        lock (_gate)
            return new JsonObject { ["url"] = Url, ["shards"] = _options.Shards, ["session_start_limit"] = _limits.ToJson() };
    }

    internal async Task AcceptAsync(HttpContext context)
    {
        var isResumeUrl = context.Connection.LocalPort == _resumePort;
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = 400;
            return;
        }

        var fault = Faults.Take(isResumeUrl);
        if (fault?.Kind is GatewayFaultKind.Refuse)
        {
            context.Response.StatusCode = 503;
            return;
        }

        if (fault?.Kind is GatewayFaultKind.Reset)
        {
            context.Abort();
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var number = Interlocked.Increment(ref _opened);
        var connection = new GatewayConnection(number, isResumeUrl, socket, context, Log, _options.Time) { FaultAtStart = fault };
        Start(connection, context.Request.Query, fault);
        var code = await connection.RunAsync(payload => Handle(connection, payload), context.RequestAborted);
        Ended(connection, code);
    }

    private void Start(GatewayConnection connection, IQueryCollection query, GatewayFault? fault)
    {
        lock (_gate)
            _connections.Add(connection);
        connection.IsSilent = fault?.Kind == GatewayFaultKind.Silent;
        if (fault?.Kind == GatewayFaultKind.ReconnectFirst)
            connection.Send(Plain(Opcodes.Reconnect, null));
        else if (query["v"] != "10" || query["encoding"] != "json" || query.ContainsKey("compress"))
            Wrong(connection, CloseCodes.InvalidVersion, "The fake speaks v=10 and encoding=json only.");
        else
            connection.Send(Plain(Opcodes.Hello, new JsonObject
            {
                ["heartbeat_interval"] = (int)_options.HeartbeatInterval.TotalMilliseconds,
                ["_trace"] = new JsonArray("fake"),
            }));
        connection.IsSilent |= fault?.Kind == GatewayFaultKind.SilentAfterHello;
    }

    private void Ended(GatewayConnection connection, int? code)
    {
        lock (_gate)
        {
            _connections.Remove(connection);
            if (connection.Session is not { } session || session.Connection != connection)
                return;
            (session.Connection, session.LostAt) = (null, _options.Time.GetUtcNow());
            if (code is CloseCodes.Normal or CloseCodes.GoingAway)
                _sessions.Remove(session.Id);
        }
    }

    private void Handle(GatewayConnection connection, JsonObject payload)
    {
        lock (_gate)
        {
            connection.LogReceived(payload);
            var (op, data) = (payload["op"].Number(), payload["d"]);
            switch (op)
            {
                case Opcodes.Heartbeat:
                    if (data is not null && (data.Number() is not { } seen || seen > (connection.Session?.Sequence ?? 0)))
                        _calls.Violation("gateway", "a heartbeat with a sequence number that was never sent");
                    connection.Send(Plain(Opcodes.HeartbeatAck, null));
                    break;
                case Opcodes.Identify or Opcodes.Resume when connection.Session is not null:
                    Wrong(connection, CloseCodes.AlreadyAuthenticated, "Already authenticated.");
                    break;
                case Opcodes.Identify or Opcodes.Resume when FailsAtStart(connection):
                    break;
                case Opcodes.Identify:
                    Identify(connection, data as JsonObject);
                    break;
                case Opcodes.Resume:
                    Resume(connection, data as JsonObject);
                    break;
                case Opcodes.Presence or Opcodes.VoiceState or Opcodes.RequestMembers or Opcodes.SoundboardSounds or Opcodes.ChannelInfo:
                    if (connection.Session is null)
                        Wrong(connection, CloseCodes.NotAuthenticated, "Not authenticated.");
                    break;
                default:
                    Wrong(connection, CloseCodes.UnknownOpcode, "Unknown opcode.");
                    break;
            }
        }
    }

    private bool FailsAtStart(GatewayConnection connection)
    {
        var fault = connection.FaultAtStart;
        connection.FaultAtStart = null;
        if (fault?.Kind == GatewayFaultKind.Close)
            Close(connection, fault.CloseCode, "Closed by hand.");
        else if (fault?.Kind == GatewayFaultKind.InvalidSession)
            connection.Send(Plain(Opcodes.InvalidSession, fault.Resumable));
        else
            return false;
        return true;
    }

    private void Identify(GatewayConnection connection, JsonObject? data)
    {
        var request = IdentifyRequest.Read(data, _options);
        foreach (var problem in request.Problems)
            _calls.Violation("gateway", problem);
        if (request.CloseCode is { } code)
        {
            Close(connection, code, "Identify refused.");
            return;
        }

        switch (TokenIsDead ? IdentifyLimits.Verdict.UsedUp : _limits.Take(request.Shard))
        {
            case IdentifyLimits.Verdict.TooEarly:
                _calls.Violation("gateway", "identify came sooner than 5 seconds after the one before");
                connection.Send(Plain(Opcodes.InvalidSession, false));
                break;
            case IdentifyLimits.Verdict.UsedUp:
                TokenIsDead = true;
                _calls.Violation("gateway", "more identifies than a day allows: the token is dead");
                foreach (var one in _connections.ToList())
                    Close(one, CloseCodes.AuthenticationFailed, "Authentication failed.");
                _sessions.Clear();
                break;
            default:
                Begin(connection, request);
                break;
        }
    }

    private void Begin(GatewayConnection connection, IdentifyRequest request)
    {
        var session = new GatewaySession(Guid.NewGuid().ToString("N"), request.Shard, request.Shards, request.Intents) { Connection = connection };
        _sessions[session.Id] = session;
        connection.Session = session;
        var guilds = _guilds.Where(guild => session.Wants(guild, Intents.None)).ToList();
        session.Dispatch("READY", new JsonObject
        {
            ["v"] = 10,
            ["user_settings"] = new JsonObject(),
            ["user"] = _profile.Me(),
            ["session_type"] = "normal",
            ["session_id"] = session.Id,
            ["resume_gateway_url"] = ResumeUrl,
            ["relationships"] = new JsonArray(),
            ["private_channels"] = new JsonArray(),
            ["presences"] = new JsonArray(),
            ["guilds"] = new JsonArray([.. guilds.Select(guild => new JsonObject { ["id"] = guild.AsId(), ["unavailable"] = true })]),
            ["shard"] = new JsonArray(request.Shard, request.Shards),
            ["application"] = _profile.Short(),
            ["_trace"] = new JsonArray("fake"),
        });
        foreach (var guild in guilds.Where(guild => session.Wants(guild, Intents.Guilds)))
            session.Dispatch("GUILD_CREATE", GuildJson(guild));
    }

    private void Resume(GatewayConnection connection, JsonObject? data)
    {
        RemoveExpired();
        if (data?["token"].Text() != _options.Token || TokenIsDead)
            Wrong(connection, CloseCodes.AuthenticationFailed, "Authentication failed.");
        else if (data["session_id"].Text() is not { } id || data["seq"].Number() is not { } seen)
            Wrong(connection, CloseCodes.DecodeError, "Error while decoding payload.");
        else if (!_sessions.TryGetValue(id, out var session))
            connection.Send(Plain(Opcodes.InvalidSession, false));
        else if (seen > session.Sequence)
        {
            _sessions.Remove(id);
            Wrong(connection, CloseCodes.InvalidSequence, "Invalid seq.");
        }
        else
        {
            var old = session.Connection;
            (session.Connection, session.LostAt, connection.Session) = (connection, null, session);
            old?.Cut();
            session.Replay(seen);
        }
    }

    private void Invalidate(GatewayConnection connection, bool resumable)
    {
        if (connection.Session is { } session)
        {
            (session.Connection, session.LostAt, connection.Session) = (null, _options.Time.GetUtcNow(), null);
            if (!resumable)
                _sessions.Remove(session.Id);
        }

        connection.Send(Plain(Opcodes.InvalidSession, resumable));
    }

    private void Wrong(GatewayConnection connection, int code, string why)
    {
        _calls.Violation("gateway", $"{code} {why}");
        Close(connection, code, why);
    }

    private void Close(GatewayConnection connection, int code, string why)
    {
        if (connection.Session is { } session && CloseCodes.EndsSession(code))
            _sessions.Remove(session.Id);
        connection.Close(code, why);
    }

    private void RemoveExpired()
    {
        var now = _options.Time.GetUtcNow();
        foreach (var session in _sessions.Values.Where(session => session.LostAt is { } lost && now - lost > _options.SessionLife).ToList())
            _sessions.Remove(session.Id);
    }

    private void Each(Action<GatewayConnection> act)
    {
        lock (_gate)
            _connections.ToList().ForEach(act);
    }

    private JsonObject GuildJson(ulong id) => new()
    {
        ["id"] = id.AsId(),
        ["name"] = "Server",
        ["unavailable"] = false,
        ["owner_id"] = "1",
        ["joined_at"] = _options.Time.GetUtcNow().AsTimestamp(),
        ["large"] = false,
        ["member_count"] = 2,
        ["preferred_locale"] = "en-US",
        ["roles"] = new JsonArray(),
        ["emojis"] = new JsonArray(),
        ["stickers"] = new JsonArray(),
        ["features"] = new JsonArray(),
        ["channels"] = new JsonArray(),
        ["threads"] = new JsonArray(),
        ["members"] = new JsonArray(),
        ["voice_states"] = new JsonArray(),
        ["presences"] = new JsonArray(),
    };

    private static JsonObject Plain(int op, JsonNode? data) => new() { ["t"] = null, ["s"] = null, ["op"] = op, ["d"] = data };
}
