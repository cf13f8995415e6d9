using System.Text.RegularExpressions;

namespace RecoveryBot.Telegram;

/// <summary>
/// A bot's secret, <c>123456:ABC…</c>. Neither prints nor compares itself; only <see cref="TokenHandler"/> asks for it.
/// </summary>
internal sealed partial class TelegramToken
{
    private readonly string _value;

    private TelegramToken(string value) => _value = value;

    /// <summary>The token, or <see langword="null"/> where the text cannot be one.</summary>
    public static TelegramToken? TryParse(string text) => Shape.IsMatch(text) ? new TelegramToken(text) : null;

    /// <summary>Puts the token in front of the method name: the address of a call.</summary>
    public Uri Address(Uri withoutToken)
    {
        var path = withoutToken.AbsolutePath;
        var name = path.LastIndexOf('/');
        return new Uri(withoutToken, path[..name] + "/bot" + _value + path[name..]);
    }

    /// <summary>The text with the token, should a server echo it, taken out.</summary>
    public string Hide(string text) => text.Replace(_value, "<token>", StringComparison.Ordinal);

    /// <summary>Says that there is one, not which.</summary>
    public override string ToString() => "<token>";

    [GeneratedRegex(@"^[0-9]{1,20}:[A-Za-z0-9_-]{1,128}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape { get; }
}
