using System.Globalization;

namespace RecoveryBot.Coaching;

/// <summary>The identity of a button on every channel: <c>v1:verb:session-step</c>, at most 64 bytes.</summary>
/// <param name="Verb">What it does: lower-case letters, digits, hyphens and dots, at most 40.</param>
/// <param name="Session">Ordinal of the session it belongs to; 0 before the first.</param>
/// <param name="Step">Ordinal of the message it was shown on, growing by one with each message of that user.</param>
public readonly record struct ButtonId(string Verb, int Session, int Step)
{
    /// <summary>Reads an id as the platform brought it back; <see langword="null"/> if it is not one of ours.</summary>
    public static ButtonId? TryParse(string? data)
    {
        if (data is null || data.Length > 64 || !data.StartsWith("v1:", StringComparison.Ordinal))
            return null;

        var parts = data.Split(':');
        if (parts.Length != 3 || !IsVerb(parts[1]))
            return null;

        var dash = parts[2].IndexOf('-');
        return dash > 0
            && int.TryParse(parts[2].AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var session)
            && int.TryParse(parts[2].AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var step)
            ? new ButtonId(parts[1], session, step)
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"v1:{Verb}:{Session}-{Step}");

    private static bool IsVerb(string verb) =>
        verb.Length is > 0 and <= 40 && verb.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.');
}
