using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching;

/// <summary>Short cards with the strength of the evidence in plain words (EDU-0, EDU-30).</summary>
internal static class LearnFlow
{
    private static readonly IReadOnlyList<(string Verb, Func<Line> Topic, Func<Line> Text)> Cards =
    [
        ("edu-tingling", TalkLines.LearnTingling, TalkLines.LearnTinglingCard),
        ("edu-pressure", TalkLines.LearnPressure, TalkLines.LearnPressureCard),
        ("edu-stress", TalkLines.LearnStress, TalkLines.LearnStressCard),
        ("edu-time", TalkLines.LearnTime, TalkLines.LearnTimeCard),
        ("edu-swelling", TalkLines.LearnSwelling, TalkLines.LearnSwellingCard),
        ("edu-sleep", TalkLines.LearnSleep, TalkLines.LearnSleepCard),
        ("edu-raises", TalkLines.LearnRaises, TalkLines.LearnRaisesCard),
        ("edu-who", TalkLines.LearnWho, TalkLines.LearnWhoCard),
    ];

    /// <summary>Words of a question and the card that answers it (EDU-30).</summary>
    private static readonly IReadOnlyList<(string Word, Func<Line> Text)> Words =
    [
        ("does it work", TalkLines.DoesItWork), ("does this work", TalkLines.DoesItWork), ("evidence", TalkLines.DoesItWork), ("proof", TalkLines.DoesItWork),
        ("cortisol", TalkLines.LearnStressCard), ("stress", TalkLines.LearnStressCard),
        ("blood pressure", TalkLines.LearnPressureCard),
        ("best time", TalkLines.LearnTimeCard), ("what time of day", TalkLines.LearnTimeCard), ("when should i do", TalkLines.LearnTimeCard),
        ("leg raises", TalkLines.LearnRaisesCard), ("who should not", TalkLines.LearnWhoCard), ("who shouldn't", TalkLines.LearnWhoCard),
        ("swelling", TalkLines.LearnSwellingCard), ("heavy legs", TalkLines.LearnSwellingCard),
        ("sleep better", TalkLines.LearnSleepCard), ("insomnia", TalkLines.LearnSleepCard), ("fall asleep faster", TalkLines.LearnSleepCard),
    ];

    private static readonly IReadOnlyList<string> OutsideWords =
    [
        "diet", "calorie", "lose weight", "weight loss", "supplement", "vitamin", "exercise", "squat", "push-up", "massage", "medicine", "medication",
        "tablet", "painkiller", "train my", "my abs", "eat", "protein", "running", "swimming", "the gym", "weights", "other pose", "yoga pose", "stretch my",
    ];

    /// <summary>The cards' names, as the buttons have them.</summary>
    public static IReadOnlyList<string> Topics { get; } = [.. Cards.Select(card => Wording.Words.English.Text(card.Topic()))];

    public static bool IsTopic(string words) => Topics.Contains(words, StringComparer.OrdinalIgnoreCase);

    private static bool Asks(string text) => text.Contains('?')
        || text.Split(' ')[0].ToLowerInvariant() is "how" or "what" or "which" or "should" or "can" or "is" or "do" or "does" or "could" or "why" or "when";

    public static Card Menu() => new(TalkLines.LearnAsk(), [.. Cards.Select(card => new Button(card.Verb, card.Topic()))]);

    /// <summary>A question in plain words about what the cards know, or about what this coach does not (EDU-30, TONE-8).</summary>
    /// <returns>False: it is about neither.</returns>
    public static bool Answer(Turn turn, string text)
    {
        var card = Words.FirstOrDefault(w => text.Contains(w.Word, StringComparison.OrdinalIgnoreCase)).Text;
        if (card is null && Asks(text) && OutsideWords.Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase)))
            card = TalkLines.Outside;
        if (card is null)
            return false;
        Open.Say(turn, card());
        return true;
    }

    /// <param name="topic">The name of a card, or a word in it; of none: the list.</param>
    public static void Begin(Turn turn, string topic = "")
    {
        turn.State = turn.State with { Dialogue = new Dialogue.Learning { Step = turn.NextStep } };
        var card = topic.Length == 0 ? default
            : Cards.FirstOrDefault(c => turn.Words.Text(c.Topic()).Contains(topic, StringComparison.OrdinalIgnoreCase));
        turn.Say(card.Text is null ? Menu() : Menu() with { Text = card.Text() });
    }

    public static void Press(Turn turn, string verb)
    {
        var card = Cards.FirstOrDefault(c => c.Verb == verb);
        if (card.Text is null)
            Talk.StepOver(turn);
        else
            turn.Say(Menu() with { Text = card.Text() });
    }
}
