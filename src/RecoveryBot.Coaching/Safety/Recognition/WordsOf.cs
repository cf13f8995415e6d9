using System.Text;

namespace RecoveryBot.Coaching.Safety.Recognition;

/// <summary>From what was typed to clauses of plain words (TXT-1, TXT-2).</summary>
internal static class WordsOf
{
    private static readonly HashSet<string> Breaks = ["but", "however", "although", "though", "except", "yet"];

    private static readonly Dictionary<string, string> Plain = new()
    {
        ["cant"] = "cannot",
        ["cnt"] = "cannot",
        ["couldnt"] = "cannot",
        ["carnt"] = "cannot",
        ["u"] = "you",
        ["r"] = "are",
        ["ur"] = "your",
        ["n"] = "and",
        ["im"] = "i",
        ["ive"] = "i",
        ["nope"] = "no",
        ["nah"] = "no",
        ["w"] = "with",
        ["thru"] = "through",
        ["feets"] = "feet",
        ["ma"] = "my",
        ["me"] = "my",
        ["mah"] = "my",
        ["feint"] = "faint",
        ["breth"] = "breath",
        ["breeth"] = "breathe",
        ["caint"] = "cannot",
        ["dizy"] = "dizzy",
        ["numbb"] = "numb",
        ["gettin"] = "getting",
        ["heid"] = "head",
        ["ringin"] = "ringing",
        ["rite"] = "right",
        ["dinnae"] = "dont",
        ["passd"] = "passed",
    };

    /// <summary>The words that carry a short answer: lower case, without punctuation and small words.</summary>
    public static IReadOnlyList<string> Bare(string text) =>
        [.. new string([.. text.ToLowerInvariant().Where(c => c is not ('\'' or '’')).Select(c => char.IsLetterOrDigit(c) ? c : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => !Small.Contains(w))];

    private static readonly HashSet<string> Small = ["a", "an", "the", "my", "i", "im", "am", "is", "its", "it", "are", "of", "to", "please"];

    /// <summary>The clauses of a text; a comma is a word of its own, a question mark ends its clause and is kept.</summary>
    public static List<List<string>> Clauses(string text)
    {
        var clauses = new List<List<string>>();
        var clause = new List<string>();
        foreach (var word in Split(text))
        {
            if (word is "." or "?" || Breaks.Contains(word))
            {
                if (word == "?")
                    clause.Add(word);
                if (clause.Count > 0)
                    clauses.Add(clause);
                clause = [];
            }
            else
            {
                clause.Add(word);
            }
        }

        if (clause.Count > 0)
            clauses.Add(clause);
        return AnswersJoined(clauses);
    }

    /// <summary>"Tingling? No": the answer belongs to its question (TXT-3).</summary>
    private static List<List<string>> AnswersJoined(List<List<string>> clauses)
    {
        for (var i = clauses.Count - 2; i >= 0; i--)
        {
            if (clauses[i][^1] == "?" && clauses[i + 1] is ["no" or "none" or "zero"])
            {
                clauses[i].AddRange(clauses[i + 1]);
                clauses.RemoveAt(i + 1);
            }
        }

        return clauses;
    }

    private static IEnumerable<string> Split(string text)
    {
        var word = new StringBuilder();
        string? before = null;
        foreach (var raw in text.Append('.'))
        {
            var c = char.ToLowerInvariant(raw);
            if (c is '\'' or '’' or '‘' or '`' or '´')
                continue;
            if (char.IsLetterOrDigit(c))
            {
                // Three or more of a letter are two (TXT-1).
                if (word.Length < 2 || word[^1] != c || word[^2] != c)
                    word.Append(c);
                continue;
            }

            if (word.Length > 0)
            {
                foreach (var plain in Spell(word.ToString(), before))
                {
                    yield return plain;
                    before = plain;
                }

                word.Clear();
            }

            if (c is '.' or '!' or ';' or '\n')
                yield return ".";
            else if (c is '?')
                yield return "?";
            else if (c is ',')
                yield return ",";
            else if (c is ':')
                yield return ":";
            else if (c is '&')
                yield return "and";
        }
    }

    private static IEnumerable<string> Spell(string word, string? before)
    {
        if (word == "headed" && before == "light")
            return ["lightheaded"];
        if (word == "not" && before == "can")
            return ["cannot"];
        if (Plain.TryGetValue(word, out var plain))
            return [plain];
        if (word.Length < 5 || EnglishPhrases.RealWords.Contains(word) || EnglishPhrases.Spelled.Contains(word))
            return [word];
        foreach (var known in EnglishPhrases.Spelled)
        {
            var allowed = known.Length >= 8 ? 2 : 1;
            if (known[0] == word[0] && Math.Abs(known.Length - word.Length) <= allowed && Distance(word, known) <= allowed)
                return [known];
        }

        return [word];
    }

    /// <summary>Edits from one word to another; two neighbours exchanged count as one.</summary>
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var same = a[i - 1] == b[j - 1] ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + same);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[a.Length, b.Length];
    }
}
