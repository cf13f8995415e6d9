using System.Text.Json.Nodes;

namespace FakeTelegram;

/// <summary>The closed lists that the schema has in prose only.</summary>
internal static class Enumerations
{
    public static IReadOnlyList<string> UpdateKinds { get; } = [.. BotApiSchema.Instance.Root["types"]!["Update"]!["fields"]!
        .AsObject().Select(field => field.Key.TrimEnd('?')).Where(name => name != "update_id")];

    private static readonly string[] ParseModes = ["HTML", "MarkdownV2", "Markdown"];

    private static readonly string[] Styles = ["danger", "success", "primary"];

    private static readonly string[] Scopes =
    [
        "default", "all_private_chats", "all_group_chats", "all_chat_administrators", "chat", "chat_administrators",
        "chat_member",
    ];

    private static readonly string[] Actions =
    [
        "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
        "choose_sticker", "find_location", "record_video_note", "upload_video_note",
    ];

    /// <summary>Whether a text stands where only others may.</summary>
    /// <param name="path">From the method down: <c>sendMessage.parse_mode</c>.</param>
    public static bool Refuses(string path, JsonNode value) => path switch
    {
        _ when path.EndsWith(".parse_mode", StringComparison.Ordinal) => !ParseModes.Contains(value.ToString()),
        _ when path.EndsWith("].style", StringComparison.Ordinal) => !Styles.Contains(value.ToString()),
        _ when path.EndsWith(".scope.type", StringComparison.Ordinal) => !Scopes.Contains(value.ToString()),
        _ when path.Contains(".allowed_updates[", StringComparison.Ordinal) => !UpdateKinds.Contains(value.ToString()),
        "sendChatAction.action" => !Actions.Contains(value.ToString()),
        _ => false,
    };
}
