namespace RecoveryBot.Telegram;

/// <summary>The kinds of update that are asked for at every start, by polling and by webhook.</summary>
public static class UpdateKinds
{
    public static IReadOnlyList<string> Wanted { get; } =
        ["message", "edited_message", "callback_query", "my_chat_member"];
}
