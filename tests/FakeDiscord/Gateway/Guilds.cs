using System.Text.Json.Nodes;

namespace FakeDiscord.Gateway;

/// <summary>The servers that the bot was added to.</summary>
internal sealed class Guilds(TimeProvider time)
{
    private static readonly string[] Lists =
        ["roles", "emojis", "stickers", "features", "channels", "threads", "members", "voice_states", "presences"];

    private readonly SortedSet<ulong> _ids = [];

    public IReadOnlyCollection<ulong> Ids => _ids;

    public bool Add(ulong id) => _ids.Add(id);

    public bool Remove(ulong id) => _ids.Remove(id);

    /// <summary>As READY lists it, before it is known.</summary>
    public static JsonObject Unavailable(ulong id) => new() { ["id"] = id.AsId(), ["unavailable"] = true };

    /// <summary>As GUILD_CREATE brings it.</summary>
    public JsonObject Whole(ulong id)
    {
        var guild = new JsonObject
        {
            ["id"] = id.AsId(),
            ["name"] = "Server",
            ["unavailable"] = false,
            ["owner_id"] = "1",
            ["joined_at"] = time.GetUtcNow().AsTimestamp(),
            ["large"] = false,
            ["member_count"] = 2,
            ["preferred_locale"] = "en-US",
        };
        foreach (var list in Lists)
            guild[list] = new JsonArray();
        return guild;
    }
}
