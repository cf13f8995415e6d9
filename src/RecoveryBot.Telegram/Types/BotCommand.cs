namespace RecoveryBot.Telegram.Types;

/// <summary>An entry of the command menu.</summary>
/// <param name="Command">1–32 of <c>a–z 0–9 _</c>, without the slash. A hyphen is refused.</param>
/// <param name="Description">1–256 characters.</param>
public sealed record BotCommand(string Command, string Description);

/// <summary>Whose menu a list of commands is; the narrowest scope wins.</summary>
public sealed record BotCommandScope
{
    private BotCommandScope(string type) => Type = type;

    public string Type { get; }

    public static BotCommandScope Default { get; } = new("default");

    public static BotCommandScope AllPrivateChats { get; } = new("all_private_chats");

    public static BotCommandScope AllGroupChats { get; } = new("all_group_chats");
}
