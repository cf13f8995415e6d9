using System.Text.Json.Nodes;

namespace FakeDiscord.Gateway;

/// <summary>The sessions that are connected or can still be resumed.</summary>
internal sealed class GatewaySessions(FakeDiscordOptions options)
{
    private readonly Dictionary<string, GatewaySession> _sessions = [];

    public int Count
    {
        get
        {
            RemoveExpired();
            return _sessions.Count;
        }
    }

    public GatewaySession? Newest { get; private set; }

    public void Add(GatewaySession session) => _sessions[session.Id] = Newest = session;

    public GatewaySession? Find(string id)
    {
        RemoveExpired();
        return _sessions.GetValueOrDefault(id);
    }

    public void Remove(GatewaySession session)
    {
        _sessions.Remove(session.Id);
        if (Newest == session)
            Newest = null;
    }

    public void Clear()
    {
        _sessions.Clear();
        Newest = null;
    }

    /// <summary>The connection is gone; its session waits, unless it has another by now.</summary>
    public void Lose(GatewayConnection connection)
    {
        if (connection.Session is { } session && session.Connection == connection)
            (session.Connection, session.LostAt) = (null, options.Time.GetUtcNow());
    }

    public void Dispatch(string name, JsonObject data, ulong? guildId, int intent)
    {
        RemoveExpired();
        foreach (var session in _sessions.Values.Where(session => session.Wants(guildId, intent)))
            session.Dispatch(name, data);
    }

    private void RemoveExpired()
    {
        var now = options.Time.GetUtcNow();
        var expired = _sessions.Values.Where(one => one.LostAt is { } lost && now - lost > options.SessionLife).ToList();
        expired.ForEach(Remove);
    }
}
