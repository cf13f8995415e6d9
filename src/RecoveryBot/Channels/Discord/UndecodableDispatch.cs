using System.Text.Json;
using RecoveryBot.Coaching;

namespace RecoveryBot.Channels.Discord;

/// <summary>
/// A dispatch of an unexpected shape: whose it is and what was written are saved as far as they can be read, so that the
/// recogniser sees the words and the person hears that something went wrong.
/// </summary>
internal static class UndecodableDispatch
{
    private const int BotDm = 1;

    public static DiscordHeard Read(string json)
    {
        if (json.Length == 0)
            return new DiscordHeard.Nothing();
        using var document = JsonDocument.Parse(json);
        var content = document.RootElement;
        var person = Find(content, "author") ?? Find(content, "user") ?? (Find(content, "member") is { } member ? Find(member, "user") : null);
        if (person is not { } from || WordsOf(from, "id") is not { } user || WordsOf(content, "id") is not { } id
            || Find(from, "bot") is { ValueKind: JsonValueKind.True } || Find(content, "guild_id") is { ValueKind: JsonValueKind.String })
            return new DiscordHeard.Nothing();

        var words = WordsOf(content, "content");
        var chat = IsInDm(content) ? WordsOf(content, "channel_id") : null;
        return new DiscordHeard.ToCoach(new IncomingUpdate(
            DiscordChannel.Name, user, chat ?? DiscordChat.PersonPrefix + user, $"x{id}",
            words is null ? new CoachInput.Unreadable() : new CoachInput.Text(words))
        {
            Fault = json,
        });
    }

    /// <summary>Only an interaction can come from another private channel, and then it says so.</summary>
    private static bool IsInDm(JsonElement content) => Find(content, "context") is not { ValueKind: JsonValueKind.Number } context
        || (context.TryGetInt32(out var number) && number == BotDm);

    private static string? WordsOf(JsonElement element, string name) =>
        Find(element, name) is { ValueKind: JsonValueKind.String } words ? words.GetString() : null;

    private static JsonElement? Find(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var found) ? found : null;
}
