using System.Text.Json.Nodes;

namespace FakeDiscord.Gateway;

/// <summary>What a bot gets by identifying: it outlives a connection by some minutes.</summary>
internal sealed class GatewaySession(IdentifyRequest request)
{
    private readonly List<(long Sequence, JsonObject Payload)> _events = [];

    public string Id { get; } = Guid.NewGuid().ToString("N");

    public long Sequence { get; private set; }

    public GatewayConnection? Connection { get; set; }

    /// <summary>When the connection was lost; <see langword="null"/>: it is there.</summary>
    public DateTimeOffset? LostAt { get; set; }

    /// <summary>Whether an event is meant for it: events without a server are for the first shard.</summary>
    public bool Wants(ulong? guildId, int intent) =>
        (intent == Intents.None || (request.Intents & intent) != 0)
        && (guildId is { } guild ? (int)((guild >> 22) % (ulong)request.Shards) == request.Shard : request.Shard == 0);

    public void Dispatch(string name, JsonObject data)
    {
        var payload = Payload(name, data);
        _events.Add((Sequence, payload));
        Connection?.Send(payload);
    }

    /// <summary>Sends again what the bot has not seen, then says so.</summary>
    public void Replay(long seen)
    {
        foreach (var missed in _events.Where(one => one.Sequence > seen))
            Connection!.Send(missed.Payload);
        Connection!.Send(Payload("RESUMED", new JsonObject { ["_trace"] = new JsonArray("fake") }));
    }

    private JsonObject Payload(string name, JsonObject data) => new()
    {
        ["t"] = name,
        ["s"] = ++Sequence,
        ["op"] = Opcodes.Dispatch,
        ["d"] = data.DeepClone(),
    };
}
