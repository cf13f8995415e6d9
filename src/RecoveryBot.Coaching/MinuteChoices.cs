using System.Globalization;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching;

/// <summary>Lists of minutes to choose from; a chosen one counts like the typed number.</summary>
internal static class MinuteChoices
{
    /// <summary>Of the 7 to 60 minutes of a session those that people think in.</summary>
    public static IReadOnlyList<int> OfSession { get; } = [7, 8, 9, 10, 12, 14, 15, 16, 18, 20, 22, 25, 28, 30, 35, 40, 45, 50, 55, 60];

    /// <param name="verb">Stands before the number in the verb of each.</param>
    public static Choices Of(string verb, Line name, IEnumerable<int> minutes, string? insteadOf = null) => new(
        name,
        [.. minutes.Select(n => new Button(
            string.Create(CultureInfo.InvariantCulture, $"{verb}{n}"), n == 0 ? TalkLines.AskedEachTime() : TalkLines.SetMinutes(n)))],
        insteadOf);

    /// <returns>The minutes of a pressed choice; <see langword="null"/>: it is none of these.</returns>
    public static int? In(string pressed, string verb) =>
        pressed.StartsWith(verb, StringComparison.Ordinal)
        && int.TryParse(pressed.AsSpan(verb.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : null;
}
