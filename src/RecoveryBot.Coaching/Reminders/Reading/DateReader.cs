using System.Globalization;
using System.Text.RegularExpressions;

namespace RecoveryBot.Coaching.Reminders.Reading;

/// <summary>Reads "until when": a date, a weekday, or so many days and weeks.</summary>
public static partial class DateReader
{
    private const int LongestDays = 366;

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The first day that is meant, after today and within a year.</summary>
    /// <returns><see langword="null"/>: none, or one that can be read in two ways (3/4).</returns>
    public static DateOnly? Read(string text, DateOnly today)
    {
        if (text.Length > 60)
            return null;
        var words = Word().Matches(text.ToLowerInvariant()).Select(match => match.Value).ToList();
        var date = Iso(text) ?? InMonth(words, today) ?? SoLong(words, today) ?? OnWeekday(words, today);
        return date > today && date <= today.AddDays(LongestDays) ? date : null;
    }

    private static DateOnly? Iso(string text) =>
        IsoDate().Match(text) is { Success: true } match
        && DateOnly.TryParseExact(match.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>"12 March", "March 12th"; of this year, or else of the next.</summary>
    private static DateOnly? InMonth(List<string> words, DateOnly today)
    {
        var month = words.FindIndex(word => word.Length >= 3 && char.IsLetter(word[0]) && Months.Contains(word[..3]) && word is not ("mon" or "monday"));
        if (month < 0)
            return null;
        var number = words.Where(word => char.IsAsciiDigit(word[0]))
            .Select(word => int.TryParse(word.TrimEnd('s', 't', 'n', 'd', 'r', 'h'), CultureInfo.InvariantCulture, out var n) ? n : 0).Where(n => n is > 0 and <= 31).ToList();
        if (number is not [var day])
            return null;
        var at = Array.IndexOf(Months, words[month][..3]) + 1;
        for (var year = today.Year; year <= today.Year + 1; year++)
        {
            if (day <= DateTime.DaysInMonth(year, at) && new DateOnly(year, at, day) is var date && date > today)
                return date;
        }

        return null;
    }

    /// <summary>"a week", "10 days", "two weeks", "a month", "tomorrow".</summary>
    private static DateOnly? SoLong(List<string> words, DateOnly today)
    {
        if (words.Contains("tomorrow"))
            return today.AddDays(1);
        var unit = words.FindIndex(word => word is "day" or "days" or "week" or "weeks" or "month" or "months");
        if (unit < 1)
            return null;
        var before = words[unit - 1];
        var many = before is "a" or "one" or "next" ? 1
            : int.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n
            : Array.IndexOf(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], before) is >= 0 and var small ? small + 2 : 0;
        if (many is <= 0 or > LongestDays)
            return null;
        return words[unit][0] switch { 'd' => today.AddDays(many), 'w' => today.AddDays(7 * many), _ => today.AddMonths(Math.Min(many, 24)) };
    }

    private static DateOnly? OnWeekday(List<string> words, DateOnly today)
    {
        var named = words.Select(DayWords.IndexOf).Where(day => day is not null).ToList();
        if (named is not [{ } wanted])
            return null;
        var ahead = (wanted - (((int)today.DayOfWeek + 6) % 7) + 7) % 7;
        return today.AddDays(ahead == 0 ? 7 : ahead);
    }

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}")]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"\d+(st|nd|rd|th)?|\p{L}+")]
    private static partial Regex Word();
}
