namespace RecoveryBot.Discord;

/// <summary>How Discord is reached (section "Discord"). Off until there is a token.</summary>
public sealed class DiscordOptions
{
    /// <summary>
    /// The bot's token from the developer portal, without "Bot"; <see langword="null"/> or empty: Discord is off, unless
    /// <see cref="TokenFile"/>.
    /// </summary>
    public string? Token { get; set; }

    /// <summary>A file with the token instead.</summary>
    public string? TokenFile { get; set; }

    /// <summary>The REST API with its version; default Discord's own. Tests and proxies have another.</summary>
    public string ApiBaseUrl { get; set; } = "https://discord.com/api/v10";

    /// <summary>The gateway, <c>wss://</c> or, for tests, <c>ws://</c>; <see langword="null"/> or empty: asked from the API.</summary>
    public string? GatewayUrl { get; set; }

    /// <summary>
    /// How many gateway connections share the servers, 1–1000; <see langword="null"/>: as many as the API advises. Direct
    /// messages always come to the first. One is enough below 2500 servers.
    /// </summary>
    public int? Shards { get; set; }

    /// <summary>Whether there is a token at all.</summary>
    public bool IsOn => !string.IsNullOrWhiteSpace(Token) || !string.IsNullOrWhiteSpace(TokenFile);

    internal DiscordToken? ReadToken() =>
        !string.IsNullOrWhiteSpace(Token) ? DiscordToken.TryParse(Token.Trim())
        : !string.IsNullOrWhiteSpace(TokenFile) ? DiscordToken.TryParse(File.ReadAllText(TokenFile).Trim())
        : null;
}
