namespace RecoveryBot.Coaching.Safety.Recognition;

/// <summary>How a typed answer to a yes-or-no question reads (SAFE-4).</summary>
public enum Answer
{
    Unclear,
    ClearYes,
    ClearNo,
}

/// <summary>
/// Reads yes and no. A clear one consists of nothing but phrases that say it and phrases that are merely kind; one word
/// more, a question mark or a sign of the body, and it is unclear: "no, I do" is no clear no.
/// </summary>
public static class Answers
{
    private const int LongestAnswer = 120;

    private static readonly string[][] Denials = Phrases(
        "no", "none", "nothing", "neither", "never", "negative", "nay", "nil", "nada", "zero", "zilch", "nowt", "n", "false",
        "not at all", "not one", "not a single one", "not one of them", "not any of them", "not any of these", "none at all", "nothing at all",
        "no to all", "no to everything", "no to all of them", "no to all of these", "no to all of those", "no on all counts",
        "none of these", "none of those", "none of them", "none of the above", "none of that", "none of it", "none of this",
        "nothing like that", "nothing of the kind", "nothing of the sort", "nothing of that", "nothing new", "nothing to report", "neither of these",
        "i dont", "i dont have any", "i dont have that", "i dont have any of those", "i dont have any of these", "i dont have any of them", "i do not",
        "i have not", "i havent", "i didnt", "i did not", "it doesnt", "it didnt", "they dont",
        "definitely not", "absolutely not", "certainly not", "absolutely none", "no way", "no sir", "no maam", "no problems", "no problem", "no issues",
        "no probs", "no symptoms", "no worries", "all good", "all fine", "all clear", "all ok", "all okay", "all normal", "all well");

    private static readonly string[][] Affirmations = Phrases(
        "yes", "yep", "yeah", "yea", "yah", "yup", "y", "ya", "aye", "ja", "sure", "correct", "right", "true", "indeed", "definitely", "absolutely", "certainly",
        "affirmative", "totally", "of course", "ofc", "i do", "i am", "i have", "i did", "i was", "it is", "it was", "it does", "it did", "they are", "there is",
        "that is right", "he is", "she is", "all of them", "all of these", "both", "some of them", "one of them", "legs down", "they are down");

    private static readonly string[][] Kindness = Phrases(
        "thanks", "thank you", "thank god", "cheers", "ta", "ty", "thx", "tks", "please", "coach", "mate", "pal", "bro", "love", "hun", "friend", "lol", "lah", "ah", "oh",
        "thankfully", "luckily", "so far", "today", "now", "here", "sorry", "and", "honestly", "sadly", "unfortunately", "i am afraid", "from me");

    /// <summary>Words that go with a no and would not go with a yes.</summary>
    private static readonly string[][] Wellbeing = Phrases(
        "i am fine", "i am good", "i am ok", "i am okay", "i am well", "i am great", "i am all good", "i am all right", "i am alright", "i am grand", "i am perfectly fine",
        "feeling fine", "feeling good", "feeling great", "i feel fine", "i feel good", "i feel great", "i feel well", "everything is fine", "everything is good",
        "everything is ok", "everything fine", "everything good", "everything ok", "fine", "good", "great", "perfect", "brilliant", "grand", "safe and sound");

    public static Answer Read(string text)
    {
        if (text.Length > LongestAnswer || text.Contains('?', StringComparison.Ordinal) || !Recogniser.Read(text).IsNothing)
            return Answer.Unclear;
        var words = Tokens.Of(text, Language.English).Select(word => word.Text).Where(word => word is not ("," or "." or "!" or ":" or ";")).ToList();
        return IsMadeOf(words, Denials, [.. Kindness, .. Wellbeing]) ? Answer.ClearNo
            : IsMadeOf(words, Affirmations, Kindness) ? Answer.ClearYes
            : Answer.Unclear;
    }

    /// <summary>Every word belongs to a phrase, and at least one phrase is of those that say it.</summary>
    private static bool IsMadeOf(List<string> words, string[][] saying, string[][] besides)
    {
        var said = false;
        for (var at = 0; at < words.Count;)
        {
            var say = Longest(words, at, saying);
            var kind = Longest(words, at, besides);
            if (say == 0 && kind == 0)
                return false;
            said |= say >= kind;
            at += Math.Max(say, kind);
        }

        return said;
    }

    private static int Longest(List<string> words, int at, string[][] phrases)
    {
        var longest = 0;
        foreach (var phrase in phrases)
        {
            if (phrase.Length > longest && at + phrase.Length <= words.Count && phrase.AsSpan().SequenceEqual(words.GetRange(at, phrase.Length).ToArray()))
                longest = phrase.Length;
        }

        return longest;
    }

    private static string[][] Phrases(params string[] phrases) => [.. phrases.Select(phrase => phrase.Split(' '))];
}
