using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace RecoveryBot.Discord;

/// <summary>The bot's secret. Neither prints nor compares itself; it goes into a header and two gateway payloads.</summary>
internal sealed partial class DiscordToken
{
    private readonly string _value;

    private DiscordToken(string value) => _value = value;

    /// <summary>The token, or <see langword="null"/> where the text cannot be one.</summary>
    public static DiscordToken? TryParse(string text) => Shape.IsMatch(text) ? new DiscordToken(text) : null;

    public AuthenticationHeaderValue Header() => new("Bot", _value);

    public void Write(Utf8JsonWriter json) => json.WriteString("token", _value);

    /// <summary>The text with the token, should a server echo it, taken out.</summary>
    public string Hide(string text) => text.Replace(_value, "<token>", StringComparison.Ordinal);

    /// <summary>Says that there is one, not which.</summary>
    public override string ToString() => "<token>";

    /// <summary>Three parts; a client secret or public key, its neighbours on the portal's pages, has no dots.</summary>
    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,128}(\.[A-Za-z0-9_-]{1,128}){2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape { get; }
}
