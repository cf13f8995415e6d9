namespace RecoveryBot.Coaching.Safety.Recognition;

/// <summary>A phrase as it may stand in a row of words. See <see cref="EnglishPhrases"/> for how one is written.</summary>
internal sealed class WordPattern
{
    private const int LongestGap = 5;
    private readonly string[][] _slots;

    private WordPattern(string[][] slots) => _slots = slots;

    /// <summary>The pattern, and the one with its halves exchanged where either order counts.</summary>
    public static IEnumerable<WordPattern> Parse(string pattern)
    {
        var eitherOrder = pattern.StartsWith('~');
        var words = pattern.TrimStart('~').Split(' ');
        yield return new WordPattern([.. words.Select(w => w.Split('|'))]);
        if (!eitherOrder)
            yield break;
        var gap = Array.IndexOf(words, "…");
        string[] exchanged = [.. words[(gap + 1)..], "…", .. words[..gap]];
        yield return new WordPattern([.. exchanged.Select(w => w.Split('|'))]);
    }

    /// <summary>Where it ends if it starts at a word; -1: it does not.</summary>
    public int EndOfMatchAt(IReadOnlyList<string> words, int start) => Match(words, start, 0);

    private int Match(IReadOnlyList<string> words, int at, int slot)
    {
        if (slot == _slots.Length)
            return at;
        if (_slots[slot] is ["…"])
        {
            for (var skip = 0; skip <= LongestGap && at + skip < words.Count; skip++)
            {
                var end = Match(words, at + skip, slot + 1);
                if (end >= 0)
                    return end;
            }

            return -1;
        }

        return at < words.Count && Fits(words[at], _slots[slot]) ? Match(words, at + 1, slot + 1) : -1;
    }

    private static bool Fits(string word, string[] alternatives)
    {
        foreach (var alternative in alternatives)
        {
            if (alternative[^1] == '*' ? word.StartsWith(alternative.AsSpan(0, alternative.Length - 1), StringComparison.Ordinal) : word == alternative)
                return true;
        }

        return false;
    }
}
