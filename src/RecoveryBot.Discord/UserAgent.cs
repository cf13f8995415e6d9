namespace RecoveryBot.Discord;

/// <summary>How Discord wants programs to name themselves; another form may be blocked before it reaches the API.</summary>
internal static class UserAgent
{
    public const string Header = "User-Agent";

    /// <summary>Where the operator names no page of the bot's own: the form wants an address.</summary>
    private const string NoHomepage = "https://discord.com";

    private static readonly string Version = typeof(UserAgent).Assembly.GetName().Version!.ToString(3);

    public static string Of(DiscordOptions options) =>
        $"DiscordBot ({(string.IsNullOrWhiteSpace(options.Homepage) ? NoHomepage : options.Homepage.Trim())}, {Version})";
}
