namespace RecoveryBot.Coaching.Safety.Recognition;

/// <summary>
/// Where one thought ends and the next begins (TXT-2): at marks, at "but" and the like, and, as people dictate without
/// marks, where a new subject follows something already said ("feet are numb and my face feels fine").
/// </summary>
internal static class Clauses
{
    private const int LongestSubject = 4;

    /// <summary>The number of each word's sentence.</summary>
    public static int[] Sentences(List<Word> words)
    {
        var sentence = new int[words.Count];
        for (var i = 1; i < words.Count; i++)
            sentence[i] = sentence[i - 1] + (words[i - 1].After is '.' or '?' ? 1 : 0);
        return sentence;
    }

    /// <summary>The number of each word's part of a sentence: parted by marks and by "but" and the like alone.</summary>
    public static int[] Parts(Language language, List<Word> words)
    {
        var part = new int[words.Count];
        for (var i = 1; i < words.Count; i++)
            part[i] = part[i - 1] + (words[i - 1].After is '.' or '?' || language.Is(words[i].Text, "BUT") ? 1 : 0);
        return part;
    }

    /// <summary>The number of each word's clause.</summary>
    public static int[] Of(Language language, List<Word> words)
    {
        var clause = new int[words.Count];
        var said = false;
        for (var i = 0; i < words.Count; i++)
        {
            var breaks = i > 0 && (words[i - 1].After is '.' or '?' || language.Is(words[i].Text, "BUT")
                || (said && BeginsAnew(language, words, i)));
            clause[i] = i == 0 ? 0 : clause[i - 1] + (breaks ? 1 : 0);
            said = (said && !breaks) || IsPredicate(language, words[i].Text);
        }

        return clause;
    }

    private static bool BeginsAnew(Language language, List<Word> words, int at)
    {
        var before = words[at - 1].Text;
        if (language.Is(before, "BEFORE-NOUN") && !language.Is(before, "CONJUNCTION"))
            return false;
        if (language.Is(before, "DETERMINER") && words[at - 1].After == '\0' && language.Is(words[at].Text, "DETERMINER"))
            return false;
        var start = language.Is(words[at].Text, "CONJUNCTION") ? at + 1 : at;
        if (start >= words.Count)
            return false;
        if (language.Is(words[start].Text, "SUBJECT"))
            return start + 1 < words.Count && (IsVerb(language, words[start + 1].Text) || (start + 2 < words.Count && IsVerb(language, words[start + 2].Text)));
        var joined = start > at || words[at - 1].After == ',';
        if (!language.Is(words[start].Text, "DETERMINER") && !(joined && language.Is(words[start].Text, "ANY-PART")))
            return false;
        for (var i = start + 1; i <= start + LongestSubject && i < words.Count; i++)
        {
            if (words[i - 1].After is '.' or '?')
                return false;
            if (IsVerb(language, words[i].Text) || language.Is(words[i].Text, "GOOD"))
                return i > start + 1 || language.Is(words[start].Text, "ANY-PART");
            if (i > start && IsPredicate(language, words[i].Text) && language.Is(words[i - 1].Text, "ANY-PART"))
                return true;
            if (language.Is(words[i].Text, "CONJUNCTION") || language.Is(words[i].Text, "BEFORE-NOUN"))
                return false;
        }

        return false;
    }

    private static bool IsVerb(Language language, string word) => language.Is(word, "VERB");

    private static bool IsPredicate(Language language, string word) =>
        IsVerb(language, word) || language.Is(word, "GOOD") || language.Is(word, "ACHE") || language.Is(word, "WEIGHT")
        || language.Is(word, "NUMB") || language.Is(word, "SWOLLEN") || language.Is(word, "WEAK");
}
