using System.Text.Json;
using System.Text.Json.Nodes;
using FakeDiscord.Rest;

namespace FakeDiscord.Gateway;

/// <summary>What each payload of the bot leads to. [Gateway, Opcodes and Status Codes]</summary>
internal sealed class GatewayProtocol(
    FakeDiscordOptions options, Profile profile, CallLog calls, GatewaySessions sessions, Guilds guilds, Func<string> resumeUrl)
{
    private const int LargestPayload = 4096;

    public IdentifyLimits Limits { get; } = new(options);

    /// <summary>Whether the day's identifies were overdrawn, so that the token is worth nothing any more.</summary>
    public bool TokenIsDead { get; private set; }

    public static JsonObject Payload(int op, JsonNode? data) =>
        new() { ["t"] = null, ["s"] = null, ["op"] = op, ["d"] = data };

    public void Greet(GatewayConnection connection, IQueryCollection query)
    {
        if (query["v"] != "10" || query["encoding"] != "json" || query.ContainsKey("compress"))
            Wrong(connection, CloseCodes.InvalidVersion, "The fake speaks v=10 and encoding=json only.");
        else
            connection.Send(Payload(Opcodes.Hello, new JsonObject
            {
                ["heartbeat_interval"] = (int)options.HeartbeatInterval.TotalMilliseconds,
                ["_trace"] = new JsonArray("fake"),
            }));
    }

    public void Handle(GatewayConnection connection, byte[] bytes)
    {
        if (connection.IsOverWithThis())
            Wrong(connection, CloseCodes.RateLimited, "You are being rate limited.");
        else if (bytes.Length > LargestPayload || Parse(bytes) is not { } payload)
            Wrong(connection, CloseCodes.DecodeError, "Error while decoding payload.");
        else
            Handle(connection, payload);
    }

    public void Invalidate(GatewayConnection connection, bool resumable)
    {
        if (connection.Session is { } session)
        {
            sessions.Lose(connection);
            connection.Session = null;
            if (!resumable)
                sessions.Remove(session);
        }

        connection.Send(Payload(Opcodes.InvalidSession, resumable));
    }

    public void Close(GatewayConnection connection, int code, string why)
    {
        if (connection.Session is { } session && CloseCodes.EndsSession(code))
            sessions.Remove(session);
        connection.Close(code, why);
    }

    private static JsonObject? Parse(byte[] bytes)
    {
        try
        {
            return JsonNode.Parse(bytes) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Handle(GatewayConnection connection, JsonObject payload)
    {
        connection.LogReceived(payload);
        var data = payload["d"];
        switch (payload["op"].Number())
        {
            case Opcodes.Heartbeat:
                Acknowledge(connection, data);
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
            case Opcodes.Presence or Opcodes.VoiceState or Opcodes.RequestMembers
                or Opcodes.SoundboardSounds or Opcodes.ChannelInfo:
                if (connection.Session is null)
                    Wrong(connection, CloseCodes.NotAuthenticated, "Not authenticated.");
                break;
            default:
                Wrong(connection, CloseCodes.UnknownOpcode, "Unknown opcode.");
                break;
        }
    }

    private void Acknowledge(GatewayConnection connection, JsonNode? seen)
    {
        if (seen is not null && (seen.Number() is not { } sequence || sequence > (connection.Session?.Sequence ?? 0)))
            calls.Violation("gateway", "a heartbeat with a sequence number that was never sent");
        connection.Send(Payload(Opcodes.HeartbeatAck, null));
    }

    private bool FailsAtStart(GatewayConnection connection)
    {
        var fault = connection.FaultAtStart;
        connection.FaultAtStart = null;
        if (fault?.Kind == GatewayFaultKind.Close)
            Close(connection, fault.CloseCode, "Closed by hand.");
        else if (fault?.Kind == GatewayFaultKind.InvalidSession)
            connection.Send(Payload(Opcodes.InvalidSession, fault.Resumable));
        else
            return false;
        return true;
    }

    private void Identify(GatewayConnection connection, JsonObject? data)
    {
        var request = IdentifyRequest.Read(data, options);
        foreach (var problem in request.Problems)
            calls.Violation("gateway", problem);
        if (request.CloseCode is { } code)
        {
            Close(connection, code, "Identify refused.");
            return;
        }

        switch (TokenIsDead ? IdentifyVerdict.UsedUp : Limits.Take(request.Shard))
        {
            case IdentifyVerdict.TooEarly:
                calls.Violation("gateway", "identify came sooner than 5 seconds after the one before");
                connection.Send(Payload(Opcodes.InvalidSession, false));
                break;
            case IdentifyVerdict.UsedUp:
                TokenIsDead = true;
                sessions.Clear();
                Wrong(connection, CloseCodes.AuthenticationFailed, "More identifies than a day allows: the token is dead.");
                break;
            default:
                Begin(connection, request);
                break;
        }
    }

    private void Begin(GatewayConnection connection, IdentifyRequest request)
    {
        var session = new GatewaySession(request) { Connection = connection };
        sessions.Add(session);
        connection.Session = session;
        var own = guilds.Ids.Where(guild => session.Wants(guild, Intents.None)).ToList();
        session.Dispatch("READY", new JsonObject
        {
            ["v"] = 10,
            ["user_settings"] = new JsonObject(),
            ["user"] = profile.Me(),
            ["session_type"] = "normal",
            ["session_id"] = session.Id,
            ["resume_gateway_url"] = resumeUrl(),
            ["relationships"] = new JsonArray(),
            ["private_channels"] = new JsonArray(),
            ["presences"] = new JsonArray(),
            ["guilds"] = new JsonArray([.. own.Select(Guilds.Unavailable)]),
            ["shard"] = new JsonArray(request.Shard, request.Shards),
            ["application"] = profile.Short(),
            ["_trace"] = new JsonArray("fake"),
        });
        foreach (var guild in own.Where(guild => session.Wants(guild, Intents.Guilds)))
            session.Dispatch("GUILD_CREATE", guilds.Whole(guild));
    }

    private void Resume(GatewayConnection connection, JsonObject? data)
    {
        if (data?["token"].Text() != options.Token || TokenIsDead)
            Wrong(connection, CloseCodes.AuthenticationFailed, "Authentication failed.");
        else if (data["session_id"].Text() is not { } id || data["seq"].Number() is not { } seen)
            Wrong(connection, CloseCodes.DecodeError, "Error while decoding payload.");
        else if (sessions.Find(id) is not { } session)
            connection.Send(Payload(Opcodes.InvalidSession, false));
        else if (seen > session.Sequence)
        {
            sessions.Remove(session);
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

    private void Wrong(GatewayConnection connection, int code, string why)
    {
        calls.Violation("gateway", $"{code} {why}");
        Close(connection, code, why);
    }
}
