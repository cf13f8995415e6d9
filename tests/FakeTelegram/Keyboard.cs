using System.Text;
using System.Text.Json.Nodes;

namespace FakeTelegram;

/// <summary>What Telegram holds against an inline keyboard, beyond its types.</summary>
internal static class Keyboard
{
    private static readonly string[] Actions =
    [
        "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
    ];

    public static void Check(JsonNode? markup)
    {
        if (markup?["inline_keyboard"] is not JsonArray rows)
            return;
        var buttons = rows.SelectMany(row => row!.AsArray()).Select(button => button!.AsObject()).ToList();
        if (buttons.Count > 100)
            throw RefusalException.Bad("reply markup is too long");
        buttons.ForEach(CheckButton);
    }

    private static void CheckButton(JsonObject button)
    {
        if (string.IsNullOrWhiteSpace(button["text"]!.ToString()))
            throw RefusalException.Bad("can't parse inline keyboard button: Button text must be non-empty");
        if (Actions.Count(button.ContainsKey) != 1)
            throw RefusalException.Bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
        if (button["callback_data"] is { } data && Encoding.UTF8.GetByteCount(data.ToString()) is 0 or > 64)
            throw RefusalException.Bad("BUTTON_DATA_INVALID");
        if (button["url"] is { } url && !Uri.TryCreate(url.ToString(), UriKind.Absolute, out _))
            throw RefusalException.Bad("BUTTON_URL_INVALID");
    }
}
