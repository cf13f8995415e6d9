using System.Globalization;

namespace RecoveryBot.Coaching.Safety.Recognition;

/// <summary>How a typed answer to a yes-or-no question reads (SAFE-4).</summary>
public enum Answer
{
    Unclear,
    ClearYes,
    ClearNo,
}

/// <summary>Reads yes and no; whatever is not a clear one is unclear.</summary>
public static class Answers
{
    private static readonly HashSet<string> Yes = ["yes", "yep", "yeah", "yup", "y", "aye", "sure", "correct", "right", "definitely", "absolutely"];

    private static readonly HashSet<string> No = ["no", "none", "n", "nothing", "neither", "never"];

    private static readonly HashSet<string> Filler =
        ["i", "thanks", "thank", "you", "please", "at", "all", "of", "these", "those", "them", "that", "the", "above", "to", "like", "not", "dont", "do", "have", "it", "is", "are", "they", "down", "none", "any"];

    public static Answer Read(string text)
    {
        var words = WordsOf.Clauses(text).SelectMany(c => c).Where(w => w is not ("," or "?")).ToList();
        if (words.Count is 0 or > 8)
            return Answer.Unclear;
        var rest = words.Skip(1).All(w => Filler.Contains(w) || Yes.Contains(w) || No.Contains(w));
        var yes = words.Any(Yes.Contains);
        var no = words.Any(No.Contains);
        return !rest || yes == no ? Answer.Unclear
            : yes && Yes.Contains(words[0]) && !words.Contains("not") ? Answer.ClearYes
            : no && No.Contains(words[0]) ? Answer.ClearNo
            : Answer.Unclear;
    }
}

/// <summary>Reads whole numbers from digits and English number words.</summary>
public static class Numbers
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ];

    /// <summary>The one number of a short text, 0–999; <see langword="null"/>: none, or several.</summary>
    public static int? ReadMinutes(string text)
    {
        if (text.Length > 40 || text.Contains('-') || text.Contains('.') || text.Contains(','))
            return null;
        var words = text.ToLowerInvariant().Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (words is ["half", "an", "hour"])
            return 30;
        int? found = null;
        foreach (var word in words)
        {
            var digits = word.AsSpan().TrimEnd("abcdefghijklmnopqrstuvwxyz!?");
            var value = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && digits.Length <= 3
                ? number : Array.IndexOf(Small, word) is >= 0 and var index ? index : (int?)null;
            if (value is null)
                continue;
            if (found is not null)
                return null;
            found = value;
        }

        return found;
    }
}
