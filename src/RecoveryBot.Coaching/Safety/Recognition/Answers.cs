namespace RecoveryBot.Coaching.Safety.Recognition;

/// <summary>How a typed answer to a yes-or-no question reads (SAFE-4).</summary>
public enum Answer
{
    Unclear,
    ClearYes,
    ClearNo,
}

/// <summary>
/// Reads yes and no. A clear one has a word for it and, besides, nothing but words that cannot take it back: a "but", a
/// doubt, or any word that is not known here makes it unclear.
/// </summary>
public static class Answers
{
    private const int MostWords = 12;

    private static readonly HashSet<string> Yes =
        ["yes", "yep", "yeah", "yea", "yah", "yup", "y", "aye", "sure", "correct", "right", "definitely", "absolutely", "yess", "yess", "indeed", "affirmative", "certainly", "ya", "ja", "totally", "true", "ofc", "course", "both"];

    private static readonly HashSet<string> No =
        ["no", "none", "nothing", "neither", "never", "negative", "nay", "noo", "not", "dont", "false", "nil", "nada", "zero", "zilch", "nowt", "aint", "n", "didnt", "doesnt", "isnt", "arent", "havent", "hasnt"];

    /// <summary>A no that stands by itself; the others need a companion ("not at all", "I don't").</summary>
    private static readonly HashSet<string> Flat = ["no", "none", "nothing", "neither", "never", "negative", "nay", "noo", "false", "nil", "nada", "zero", "zilch", "nowt"];

    private static readonly HashSet<string> Companions =
        ["i", "am", "thanks", "thank", "you", "thankfully", "luckily", "please", "at", "all", "of", "these", "those", "them", "that", "the", "above", "to", "like", "do", "have", "it", "is", "are", "they",
         "down", "any", "sir", "maam", "mate", "pal", "bro", "nothing", "kind", "sort", "whatsoever", "here", "there", "we", "good", "fine", "ok", "okay", "great", "grand", "well", "clear", "perfect", "brilliant", "happy", "feeling", "feel",
         "feels", "today", "now", "definitely", "absolutely", "completely", "totally", "perfectly", "honestly", "been", "had", "got", "in", "this", "one", "for", "me", "my", "big", "way", "single", "thing", "report", "list", "cheers", "sorry", "and", "so",
         "did", "does", "was", "lol", "coach", "lah", "leh", "ah", "oh", "far", "everything", "as", "either", "a", "bit", "new", "yes", "god", "the", "symptoms", "signs", "still", "really", "just", "very", "ever", "on", "ones", "probs", "problem", "problems", "issue", "issues",
         "not", "dont", "no", "none", "normal", "alright", "safe", "sound", "both", "counts", "fronts", "mentioned", "apply", "applies", "happened", "happening", "wrong", "hun", "love", "friend", "didnt", "nope", "never", "glad", "say", "by", "with", "worries", "wahala", "isnt", "arent", "havent", "hasnt", "tks", "ty", "thx", "anything"];

    /// <summary>Words that are kind to a no but would change a yes or a bare "not".</summary>
    private static readonly string[][] Unclear =
    [
        ["not", "really"], ["well", "one"], ["not", "yet"], ["dont", "think"], ["not", "sure"], ["not", "just"], ["not", "only"], ["no", "idea"], ["dont", "know"], ["not", "very"], ["not", "quite"], ["not", "good"], ["not", "fine"],
        ["not", "great"], ["not", "ok"], ["not", "okay"], ["not", "well"], ["not", "right"], ["not", "perfect"], ["not", "normal"], ["not", "completely"], ["not", "totally"], ["not", "absolutely"], ["not", "all"], ["not", "feeling"], ["dont", "feel"],
        ["nothing", "really"], ["no", "really"], ["a", "bit"], ["not", "none"], ["not", "nothing"], ["isnt", "good"], ["isnt", "fine"], ["isnt", "normal"], ["arent", "good"], ["isnt", "right"], ["something"], ["dont", "feel", "good"], ["not", "so"], ["not", "any"], ["not", "alright"], ["not", "safe"], ["not", "happy"], ["not", "clear"], ["not", "honestly"], ["doesnt", "feel"], ["not", "never"],
        ["not", "big"], ["not", "still"], ["still"], ["not", "everything"], ["not", "far"], ["nothing", "new", "really"], ["nothing", "big"], ["nothing", "very"], ["nothing", "much"], ["happened"], ["had", "it"], ["never", "feel"], ["never", "fine"], ["nothing", "feels"], ["dont", "have", "one"], ["never", "good"], ["none", "good"],
    ];

    public static Answer Read(string text)
    {
        if (text.Length > 120 || text.Contains('?', StringComparison.Ordinal) || !Recogniser.Read(text).IsNothing)
            return Answer.Unclear;
        var words = Tokens.Of(text, Language.English).Select(w => w.Text).ToList();
        if (words.Count is 0 or > MostWords)
            return Answer.Unclear;
        if (words.All(w => Yes.Contains(w) || w is "please" or "i" or "do" or "am" or "have" or "it" or "is" or "they" or "are" or "thanks" or "that" or "of" or "there" or "he" or "she" or "here" or "did" or "legs" or "down" or "all" or "a" or "sadly" or "unfortunately" or "afraid" or "to" or "the" or "now" or "coach" or "was" or "some" or "them" or "can")
            && words.Any(Yes.Contains))
            return Answer.ClearYes;
        if (!words.Any(No.Contains) || words.Any(w => !No.Contains(w) && !Companions.Contains(w)) || Unclear.Any(row => Contains(words, row)))
            return IsWell(words) ? Answer.ClearNo : Answer.Unclear;
        if (Yes.Contains(words[0]))
            return Answer.Unclear;
        return Flat.Contains(words[0]) || words.Any(Flat.Contains) || IsFullDenial(words) ? Answer.ClearNo : Answer.Unclear;
    }

    /// <summary>"not at all", "I don't", "not one of them".</summary>
    private static bool IsFullDenial(List<string> words) =>
        Contains(words, ["at", "all"]) || Contains(words, ["not", "one"]) || Contains(words, ["not", "a", "single"]) || Contains(words, ["not", "that"])
        || words is ["i", "dont" or "didnt" or "havent", ..] or ["it" or "they" or "that", _, "not"] or ["it" or "they", "isnt" or "doesnt" or "didnt" or "arent" or "dont" or "hasnt" or "havent"] or ["i", "am", "not"] or ["n"] or ["absolutely" or "definitely" or "certainly", "not"];

    /// <summary>"all good", "all clear": a no to a list of troubles.</summary>
    private static bool IsWell(List<string> words) =>
        words is ["all", "good" or "clear" or "fine" or "ok" or "okay" or "normal", ..] && words.All(w => Companions.Contains(w) && !No.Contains(w) && w is not ("still" or "bit"));

    private static bool Contains(List<string> words, string[] row)
    {
        for (var i = 0; i + row.Length <= words.Count; i++)
        {
            if (row.SequenceEqual(words.Skip(i).Take(row.Length)))
                return true;
        }

        return false;
    }
}
