namespace RecoveryBot.Telegram;

/// <summary>How the Bot API is reached (section "Telegram"). Off until there is a token.</summary>
public sealed class TelegramOptions
{
    /// <summary>
    /// The bot's token from @BotFather; <see langword="null"/> or empty: Telegram is off, unless <see
    /// cref="TokenFile"/>.
    /// </summary>
    public string? Token { get; set; }

    /// <summary>A file with the token instead.</summary>
    public string? TokenFile { get; set; }

    /// <summary>The server; default Telegram's own. Tests and a local Bot API server have another.</summary>
    public string ApiBaseUrl { get; set; } = "https://api.telegram.org";

    /// <summary>How long one poll waits for an update; 0–50 s, default 30.</summary>
    public int PollSeconds { get; set; } = 30;

    /// <summary>Where Telegram shall post updates: HTTPS, or loopback; <see langword="null"/> or empty: poll.</summary>
    public string? WebhookUrl { get; set; }

    /// <summary>
    /// Where posts are listened for, in plain HTTP behind a proxy that ends TLS; 1–65535, default 8080. Only with <see
    /// cref="WebhookUrl"/>.
    /// </summary>
    public int WebhookPort { get; set; } = 8080;

    /// <summary>
    /// What Telegram sends with each post, 1–256 of <c>A–Z a–z 0–9 _ -</c>; <see langword="null"/> or empty: made at
    /// start, which one replica only can use.
    /// </summary>
    public string? WebhookSecret { get; set; }

    /// <summary>A file with the webhook's secret instead.</summary>
    public string? WebhookSecretFile { get; set; }

    /// <summary>Whether there is a token at all.</summary>
    public bool IsOn => !string.IsNullOrWhiteSpace(Token) || !string.IsNullOrWhiteSpace(TokenFile);

    /// <summary>Whether updates are posted instead of polled.</summary>
    public bool HasWebhook => !string.IsNullOrWhiteSpace(WebhookUrl);

    internal TelegramToken? ReadToken() =>
        Read(Token, TokenFile) is { } text ? TelegramToken.TryParse(text) : null;

    internal string? ReadWebhookSecret() => Read(WebhookSecret, WebhookSecretFile);

    private static string? Read(string? value, string? file) =>
        !string.IsNullOrWhiteSpace(value) ? value.Trim()
        : !string.IsNullOrWhiteSpace(file) ? File.ReadAllText(file).Trim()
        : null;
}
