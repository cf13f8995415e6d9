using System.Globalization;
using System.Text.Json;
using RecoveryBot.Coaching;

namespace RecoveryBot.Channels.Telegram;

/// <summary>
/// An update of an unexpected shape: whose it is and what was written are saved as far as they can be read, so that the
/// recogniser sees the words and the person hears that something went wrong.
/// </summary>
internal static class UndecodableUpdate
{
    private static readonly string[] Kinds = ["message", "edited_message", "callback_query", "my_chat_member"];

    public static TelegramHeard Read(long id, string json)
    {
        using var document = JsonDocument.Parse(json);
        foreach (var kind in Kinds)
        {
            if (Find(document.RootElement, kind) is not { } content
                || Find(content, "from") is not { } from
                || Find(from, "id") is not { ValueKind: JsonValueKind.Number } number || !number.TryGetInt64(out var user))
                continue;

            var account = user.ToString(CultureInfo.InvariantCulture);
            var words = Find(content, "text") is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
            return new TelegramHeard.ToCoach(new IncomingUpdate(
                TelegramChannel.Name, account, account, id.ToString(CultureInfo.InvariantCulture),
                words is null ? new CoachInput.Unreadable() : new CoachInput.Text(words))
            {
                Fault = json,
                Callback = kind == "callback_query" && Find(content, "id") is { ValueKind: JsonValueKind.String } press
                    ? press.GetString()
                    : null,
            });
        }

        return new TelegramHeard.Nothing();
    }

    private static JsonElement? Find(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var found) ? found : null;
}
