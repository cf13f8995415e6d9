using System.Globalization;

namespace RecoveryBot.Coaching.Safety.Recognition;

/// <summary>Reads whole numbers of minutes from digits and English number words.</summary>
public static class Numbers
{
    private const int LongestAnswer = 60;

    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ];

    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty"];

    /// <summary>The one number of a short answer, 0–999; <see langword="null"/>: none, several ("6-7"), or a negative one.</summary>
    public static int? ReadMinutes(string text)
    {
        if (text.Length > LongestAnswer || text.Contains('-', StringComparison.Ordinal) || HasFraction(text))
            return null;
        var words = Tokens.Of(text, Language.English).Select(w => w.Text).ToList();
        if (FractionOfHour(words) is { } minutes)
            return minutes;
        int? found = null;
        for (var i = 0; i < words.Count; i++)
        {
            var value = ValueOf(words[i]);
            if (value is null && words[i].EndsWith("ish", StringComparison.Ordinal))
                value = ValueOf(words[i][..^3]);
            if (value is null && words[i] == "half")
                return null;
            if (value is null)
                continue;
            if (Tens.Contains(words[i]) && i + 1 < words.Count && ValueOf(words[i + 1]) is { } ones and > 0 and < 10)
                (value, i) = (value + ones, i + 1);
            if (i + 1 < words.Count && words[i + 1] is "hour" or "hours" or "h" or "hr" or "hrs")
                value *= 60;
            if (value == 1 && i + 1 < words.Count && found is null && words.Count > 2 && words[i + 1] is not ("minute" or "minutes" or "hour" or "m"))
                continue;
            if (found is not null || value > 999)
                return null;
            found = value;
        }

        return found;
    }

    /// <summary>A word that is a number; <see langword="null"/>: it is none.</summary>
    internal static int? ValueOf(string word)
    {
        if (word.Length is > 0 and <= 4 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var digits))
            return digits;
        if (Array.IndexOf(Small, word) is >= 0 and var small)
            return small;
        return Array.IndexOf(Tens, word) is >= 0 and var tens ? (tens + 2) * 10 : null;
    }

    /// <summary>Decimal points and commas: 7.5 is no whole number of minutes; a full stop at the end is none.</summary>
    private static bool HasFraction(string text)
    {
        for (var i = 1; i + 1 < text.Length; i++)
        {
            if (text[i] is '.' or ',' or '/' or ':' or '–' && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]))
                return true;
        }

        return text.Contains('½', StringComparison.Ordinal) || text.Contains('–', StringComparison.Ordinal);
    }

    private static int? FractionOfHour(List<string> words)
    {
        var row = string.Join(' ', words.Where(w => w is not ("a" or "an" or "of" or "about" or "around" or "one" or "roughly" or "like" or "for")));
        return row switch
        {
            "half hour" => 30,
            "quarter hour" or "quarter" => 15,
            "three quarters hour" or "three quarter hour" or "3 quarters hour" => 45,
            "hour" => 60,
            _ => null,
        };
    }
}
