namespace RecoveryBot.Coaching.Safety.Recognition;

/// <summary>Stop, out, enough, done: as the whole message or its first word (SEQ-22).</summary>
internal static class StopWords
{
    private static readonly HashSet<string> First =
        ["stop", "stopp", "out", "enough", "done", "pause", "finished", "finish", "quit", "halt", "stopping", "abort", "end", "finito"];

    private static readonly HashSet<string> Polite =
        ["please", "ok", "okay", "right", "just", "i", "am", "want", "need", "to", "now", "yes", "yeah", "well", "hey", "coach", "so", "oh", "oi", "we", "can", "could", "lets", "let", "us", "all", "that", "is", "it", "have", "had", "alright", "and", "sorry", "wait", "got", "gotta", "going", "will", "should", "must", "me", "my", "the", "a", "think"];

    private static readonly string[][] Phrases =
    [
        ["coming", "down"], ["coming", "out"], ["come", "down"], ["come", "out"], ["get", "me", "out"], ["get", "my", "out"], ["get", "out"], ["let", "me", "out"],
        ["let", "me", "down"], ["get", "me", "down"], ["go", "down"], ["legs", "down"], ["enough", "now"], ["cannot", "hold"], ["that", "will", "do"], ["thatll", "do"], ["bring", "down"], ["getting", "down"], ["getting", "up"], ["getting", "out"], ["taking", "down"],
        ["call", "it"], ["time", "out"], ["calling", "it"], ["giving", "up"], ["give", "up"], ["i", "give", "up"], ["no", "more"], ["no", "stop"], ["had", "enough"],
    ];

    /// <summary>"out of …" is no wish to stop, nor is "stop reminding me" or "stop the music" one to leave a pose.</summary>
    private static readonly HashSet<string> SomethingElse =
        ["reminding", "reminders", "reminder", "messaging", "sending", "notifications", "music", "sound", "texting", "asking", "telling", "talking", "of", "watch", "motion", "saying", "the", "writing", "side", "there", "until", "til"];

    public static bool Are(string text)
    {
        if (text.Length > 200)
            text = text[..200];
        var words = Tokens.Of(text, Language.English).Select(w => w.Text).ToList();
        for (var i = 0; i < words.Count && i < 6; i++)
        {
            if (First.Contains(words[i]))
                return !(i + 1 < words.Count && SomethingElse.Contains(words[i + 1]) && !IsThePose(words, i + 1));
            if (Phrases.Any(phrase => words.Skip(i).Take(phrase.Length).SequenceEqual(phrase)))
                return true;
            if (!Polite.Contains(words[i]))
                return false;
        }

        return false;
    }

    private static bool IsThePose(List<string> words, int at) =>
        words[at] == "the" && at + 1 < words.Count && words[at + 1] is "pose" or "session" or "hold" or "timer" or "clock" or "exercise";
}
