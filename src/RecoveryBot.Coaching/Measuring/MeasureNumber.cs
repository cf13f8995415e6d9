using System.Globalization;
using System.Text.RegularExpressions;
using RecoveryBot.Coaching.Safety.Recognition;

namespace RecoveryBot.Coaching.Measuring;

/// <summary>Reads the one number of a typed value: "22,5 cm", "3 short", "half an hour", "7/10".</summary>
internal static partial class MeasureNumber
{
    /// <returns>Rounded to one decimal, points and minutes whole; <see langword="null"/>: none, several, or another unit.</returns>
    public static decimal? Read(string text, MeasureUnit unit)
    {
        var words = text.Trim().ToLowerInvariant().Replace('−', '-').Replace('–', '-').Replace(',', '.')
            .Replace("minus ", "-", StringComparison.Ordinal).Replace("- ", "-", StringComparison.Ordinal);
        if (words.Length > 60)
            return null;
        if (unit != MeasureUnit.Centimetres)
            return OtherUnit().IsMatch(words) ? null : Whole(unit == MeasureUnit.Points ? OutOfTen().Replace(words, "") : words);
        if (!Centimetres().IsMatch(words) || Number().Matches(words) is not [var only])
            return null;
        var value = Math.Round(decimal.Parse(only.Value, CultureInfo.InvariantCulture), 1, MidpointRounding.AwayFromZero);
        return words.Contains("short", StringComparison.Ordinal) ? -Math.Abs(value) : value;
    }

    /// <summary>"7/10" and nothing else, which elsewhere is the strength of a pain.</summary>
    public static bool IsOutOfTen(string text) => OnlyOutOfTen().IsMatch(text.Trim());

    /// <summary>Whether there is anything in it that could be meant as a value.</summary>
    public static bool IsIn(string text) => text.Any(char.IsAsciiDigit) || Numbers.ReadMinutes(text) is not null;

    private static decimal? Whole(string words) => Numbers.ReadMinutes(words) is { } whole ? whole : null;

    [GeneratedRegex(@"-?\d{1,3}(\.\d{1,2})?")]
    private static partial Regex Number();

    [GeneratedRegex(@"\s*(/|of|out of)\s*10\b")]
    private static partial Regex OutOfTen();

    [GeneratedRegex(@"^\d{1,2}\s*(/|of|out of)\s*10\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex OnlyOutOfTen();

    /// <summary>Lengths, seconds and powers of ten: neither points nor minutes.</summary>
    [GeneratedRegex(@"\d\s*(""|e\d|[cm]m\b|inch(es)?\b|in\b(?! \w))|\bsec(ond)?s?\b")]
    private static partial Regex OtherUnit();

    /// <summary>A number, and around it nothing but its unit and small words: inches are not taken for centimetres.</summary>
    [GeneratedRegex(@"^(about |around |ca\.? |~ ?|it is |it's |left:? |right:? )*[-+]?\d{1,3}(\.\d{1,2})?( ?cm| centimet(er|re)s?)?( short| past| beyond)?\.?$")]
    private static partial Regex Centimetres();
}
