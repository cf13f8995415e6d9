using System.Text.Json.Nodes;

namespace FakeDiscord;

/// <summary>Someone who writes to the bot.</summary>
/// <param name="Locale">The language of the person's app, as Discord names it.</param>
public sealed record Person(ulong Id, string Name = "ann", string Locale = "en-US")
{
    internal JsonObject ToJson() => UserJson(Id, Name, isBot: false);

    internal static JsonObject UserJson(ulong id, string name, bool isBot)
    {
        var json = new JsonObject
        {
            ["id"] = id.AsId(),
            ["username"] = name,
            ["global_name"] = isBot ? null : name,
            ["discriminator"] = isBot ? "0001" : "0",
            ["avatar"] = null,
            ["avatar_decoration_data"] = null,
            ["collectibles"] = null,
            ["primary_guild"] = null,
            ["public_flags"] = 0,
            ["flags"] = 0,
        };
        if (isBot)
            json["bot"] = true;
        return json;
    }
}

/// <summary>Whether the bot can write to a person.</summary>
public enum Reach
{
    Open,

    /// <summary>The person does not take direct messages, or blocked the bot (50007).</summary>
    Closed,

    /// <summary>No server in common and not installed (50278).</summary>
    NoServer,
}

/// <summary>Where something is said or done.</summary>
/// <param name="Context">0 a server, 1 the bot's direct messages, 2 another private channel. [Application Commands]</param>
/// <param name="Id">The server, or the private channel; of no meaning in the bot's direct messages.</param>
/// <param name="BotIsIn">Whether the bot is there; otherwise only the person installed it.</param>
public sealed record Place(int Context, ulong Id, bool BotIsIn)
{
    public static Place Dm { get; } = new(1, 0, true);

    /// <summary>The bot's direct messages with someone who installed it for themselves and shares no server.</summary>
    public static Place DmOfUserInstall { get; } = new(1, 1, true);

    /// <summary>A server that the bot was added to.</summary>
    public static Place Server(ulong guildId) => new(0, guildId, true);

    /// <summary>A server that knows nothing of the bot; the person brought it along.</summary>
    public static Place ServerOfUserInstall(ulong guildId) => new(0, guildId, false);

    /// <summary>A conversation among people, in which the person uses the bot.</summary>
    public static Place Private(ulong channelId) => new(2, channelId, false);

    internal bool IsUserInstall => !BotIsIn || (Context == 1 && Id != 0);

    internal ulong? GuildId => Context == 0 ? Id : null;
}
