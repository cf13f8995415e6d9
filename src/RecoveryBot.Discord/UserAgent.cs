namespace RecoveryBot.Discord;

/// <summary>How Discord wants programs to name themselves; another form may be blocked before it reaches the API.</summary>
internal static class UserAgent
{
    public const string Header = "User-Agent";

    public static string Value { get; } =
        $"DiscordBot (https://github.com/recoverybot/recoverybot, {typeof(UserAgent).Assembly.GetName().Version?.ToString(3) ?? "1.0.0"})";
}
