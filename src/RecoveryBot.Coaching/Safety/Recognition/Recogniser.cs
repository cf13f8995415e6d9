using System.Globalization;

namespace RecoveryBot.Coaching.Safety.Recognition;

/// <summary>Finds signs of the body in free text (section 3.6). Words that are in doubt are read as the more serious (TXT-10).</summary>
public static class Recogniser
{
    private const int NegationReach = 6;

    private static readonly Lazy<IReadOnlyList<(Sign Sign, WordPattern Pattern, bool EyeOnly)>> Signs = new(() =>
    [
        .. EnglishPhrases.Signs.SelectMany(s => WordPattern.Parse(s.Pattern).Select(p => (s.Sign, p, false))),
        .. EnglishPhrases.EyeOnly.SelectMany(WordPattern.Parse).Select(p => (Sign.RedVision, p, true)),
    ]);

    private static readonly Lazy<IReadOnlyList<WordPattern>> Idioms = All(EnglishPhrases.Idioms);
    private static readonly Lazy<IReadOnlyList<WordPattern>> NotNegations = All(EnglishPhrases.NotNegations);
    private static readonly Lazy<IReadOnlyList<WordPattern>> SelfNegating = All(EnglishPhrases.SelfNegating);
    private static readonly Lazy<IReadOnlyList<WordPattern>> Resolutions = All(EnglishPhrases.Resolved);
    private static readonly Lazy<IReadOnlyList<WordPattern>> Questions = All(EnglishPhrases.Questions);
    private static readonly Lazy<IReadOnlyList<WordPattern>> Histories = All(EnglishPhrases.History);
    private static readonly Lazy<IReadOnlyList<WordPattern>> Thirds = All(EnglishPhrases.Third);

    /// <summary>Reads a text of any length.</summary>
    public static Recognition Read(string text)
    {
        var found = new List<Recognised>();
        foreach (var clause in WordsOf.Clauses(text))
            ReadClause(WithoutIdioms(clause), found);
        return new Recognition([.. Told(found)
            .OrderBy(f => f.Standing is Standing.Present ? 0 : f.Standing is Standing.Resolved ? 1 : 2)
            .ThenBy(f => f.Sign).Distinct()]);
    }

    /// <summary>Stop, out, enough, done … as the whole message or its first word (SEQ-22).</summary>
    public static bool IsStopWord(string text)
    {
        var words = WordsOf.Clauses(text).SelectMany(c => c).Where(w => w is not ("," or "please" or "pls" or "ok" or "okay" or "i" or "am")).ToList();
        return words is ["stop" or "out" or "enough" or "done" or "pause" or "stopp" or "finished", ..]
            || words is ["coming", "down" or "out", ..] or ["get", "my", "out", ..] or ["let", "my", "out", ..] or ["come", "out" or "down", ..];
    }

    private static Lazy<IReadOnlyList<WordPattern>> All(IReadOnlyList<string> patterns) =>
        new(() => [.. patterns.SelectMany(WordPattern.Parse)]);

    /// <summary>A weaker sign that is only a part of a stronger one is not told twice.</summary>
    private static IEnumerable<Recognised> Told(List<Recognised> found) => found.Where(f =>
        !(f.Sign == Sign.RedFaint && found.Any(o => o.Sign == Sign.LightNear && o.Standing == f.Standing)));

    private static List<string> WithoutIdioms(List<string> clause)
    {
        var words = new List<string>();
        for (var i = 0; i < clause.Count;)
        {
            var end = EndOf(Idioms.Value, clause, i);
            if (end > i)
            {
                words.Add("…");
                i = end;
            }
            else
            {
                words.Add(clause[i++]);
            }
        }

        // "a faint tingling": faint before a noun is not fainting (TXT-11).
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (words[i] == "faint" && (words[i + 1].StartsWith("tingl", StringComparison.Ordinal) || words[i + 1] is "feeling" or "buzz" or "ache" or "pain" or "numbness"))
                words[i] = "slight";
        }

        return words;
    }

    private static void ReadClause(List<string> words, List<Recognised> found)
    {
        var question = Any(Questions.Value, words);
        var history = Any(Histories.Value, words);
        var third = Any(Thirds.Value, words) && !words.Contains("i");
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var (sign, pattern, eyeOnly) in Signs.Value)
            {
                var end = pattern.EndOfMatchAt(words, i);
                if (end < 0 || IsAbsent(words, i, end))
                    continue;
                if (sign == Sign.RedCes && words[end - 1] == "bottom" && end < words.Count && words[end] == "of")
                    continue;
                if (sign == Sign.RedCalf && words.Contains("both"))
                    continue;
                var standing = third ? Standing.Third
                    : question ? Standing.Question
                    : history ? Standing.History
                    : IsResolved(words, i, end) ? Standing.Resolved
                    : Standing.Present;
                found.Add(new Recognised(
                    sign, standing, MinuteIn(words), eyeOnly,
                    Sharp: sign == Sign.Pain && words.Any(w => w is "sharp" or "shooting" or "stabbing"),
                    OnRising: words.Any(w => w is "stood" or "stand" or "standing" or "sat" or "getting" or "rising" or "sitting")));
            }
        }
    }

    private static bool IsAbsent(List<string> words, int start, int end)
    {
        if (start >= 2 && words[start - 2] == "no" && words[start - 1] == "longer")
            return false;
        if (end < words.Count && words[end] is "?" or ":")
            return end + 1 < words.Count && words[end + 1] is "no" or "none" or "zero";
        if (EndOf(SelfNegating.Value, words, start) > start)
            return false;
        for (var at = start - 1; at >= 0 && start - at <= NegationReach; at--)
        {
            var word = words[at];
            if (word is "and" or "then")
                return false;
            if (word == "," && !ListGoesOn(words, at))
                return false;
            if (!EnglishPhrases.Negators.Contains(word))
                continue;
            if (word == "free" && !(at + 1 < words.Count && words[at + 1] == "of"))
                continue;
            return EndOf(NotNegations.Value, words, at) < 0;
        }

        return false;
    }

    /// <summary>After a comma a negation goes on only where an or/nor list follows (TXT-3).</summary>
    private static bool ListGoesOn(List<string> words, int comma) =>
        words.Skip(comma + 1).Take(5).TakeWhile(w => w != "feet").Any(w => w is "or" or "nor");

    private static bool IsResolved(List<string> words, int start, int end)
    {
        if (start >= 2 && words[start - 2] == "no" && words[start - 1] == "longer")
            return true;
        for (var at = end; at < words.Count; at++)
        {
            var till = EndOf(Resolutions.Value, words, at);
            if (till > at)
                return !words.Skip(Math.Max(0, at - 3)).Take(3).Any(EnglishPhrases.NotResolved.Contains);
        }

        return false;
    }

    private static int? MinuteIn(List<string> words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (words[i] is "minute" or "min" or "minutes" && int.TryParse(words[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var after) && after <= 30)
                return after;
            if (words[i + 1] is "min" or "mins" or "minutes" && i + 2 < words.Count && words[i + 2] == "in"
                && int.TryParse(words[i], NumberStyles.None, CultureInfo.InvariantCulture, out var before) && before <= 30)
                return before;
        }

        return null;
    }

    private static bool Any(IReadOnlyList<WordPattern> patterns, List<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (EndOf(patterns, words, i) > i)
                return true;
        }

        return false;
    }

    private static int EndOf(IReadOnlyList<WordPattern> patterns, List<string> words, int start)
    {
        foreach (var pattern in patterns)
        {
            var end = pattern.EndOfMatchAt(words, start);
            if (end >= 0)
                return end;
        }

        return -1;
    }
}
