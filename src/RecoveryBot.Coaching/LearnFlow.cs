using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching;

/// <summary>Short cards with the strength of the evidence in plain words (EDU-0, EDU-30).</summary>
internal static class LearnFlow
{
    /// <summary>The five frequent questions first (EDU-30), then all else that the evidence section knows.</summary>
    internal static readonly IReadOnlyList<LearnCard> Cards =
    [
        new("edu-stress", LearnLines.Stress, LearnLines.StressCard, true, "EDU-7"),
        new("edu-pressure", LearnLines.Pressure, LearnLines.PressureCard, true, "EDU-8"),
        new("edu-time", LearnLines.Time, LearnLines.TimeCard, true, "EDU-17"),
        new("edu-raises", LearnLines.Raises, LearnLines.RaisesCard, true, "EDU-16"),
        new("edu-who", LearnLines.Who, LearnLines.WhoCard, true),
        new("edu-tingling", LearnLines.Tingling, LearnLines.TinglingCard, true, "EDU-20"),
        new("edu-swelling", LearnLines.Swelling, LearnLines.SwellingCard, true, "EDU-3"),
        new("edu-sleep", LearnLines.Sleep, LearnLines.SleepCard, true, "EDU-11"),
        new("edu-blood", LearnLines.Blood, LearnLines.BloodCard, false, "EDU-2"),
        new("edu-heart", LearnLines.Heart, LearnLines.HeartCard, false, "EDU-19"),
        new("edu-eyes", LearnLines.Eyes, LearnLines.EyesCard, false, "EDU-18"),
        new("edu-lymph", LearnLines.Lymph, LearnLines.LymphCard, false, "EDU-4", "EDU-24"),
        new("edu-soreness", LearnLines.Soreness, LearnLines.SorenessCard, false, "EDU-5"),
        new("edu-calm", LearnLines.Calm, LearnLines.CalmCard, false, "EDU-6", "EDU-12"),
        new("edu-stretch", LearnLines.Stretch, LearnLines.StretchCard, false, "EDU-9", "EDU-10"),
        new("edu-daily", LearnLines.Daily, LearnLines.DailyCard, false, "EDU-14", "EDU-21", "EDU-23"),
        new("edu-weeks", LearnLines.Weeks, LearnLines.WeeksCard, false, "EDU-15"),
        new("edu-clock", LearnLines.BodyClock, LearnLines.BodyClockCard, false, "EDU-13"),
        new("edu-name", LearnLines.PoseName, LearnLines.PoseNameCard, false, "EDU-1"),
    ];

    /// <summary>Words of a question and the card that answers it (EDU-30).</summary>
    private static readonly IReadOnlyList<(string Word, Func<Line> Text)> Words =
    [
        ("does it work", LearnLines.DoesItWork), ("does this work", LearnLines.DoesItWork), ("evidence", LearnLines.DoesItWork), ("proof", LearnLines.DoesItWork),
        ("cortisol", LearnLines.StressCard), ("stress", LearnLines.StressCard),
        ("blood pressure", LearnLines.PressureCard),
        ("best time", LearnLines.TimeCard), ("what time of day", LearnLines.TimeCard), ("when should i do", LearnLines.TimeCard),
        ("leg raises", LearnLines.RaisesCard), ("who should not", LearnLines.WhoCard), ("who shouldn't", LearnLines.WhoCard),
        ("swelling", LearnLines.SwellingCard), ("heavy legs", LearnLines.SwellingCard), ("lymph", LearnLines.LymphCard),
        ("lactate", LearnLines.SorenessCard), ("lactic acid", LearnLines.SorenessCard), ("circulation", LearnLines.BloodCard), ("fascia", LearnLines.StretchCard),
        ("hamstring", LearnLines.StretchCard), ("every day", LearnLines.DailyCard), ("body clock", LearnLines.BodyClockCard),
        ("eye pressure", LearnLines.EyesCard), ("viparita", LearnLines.PoseNameCard),
        ("sleep better", LearnLines.SleepCard), ("insomnia", LearnLines.SleepCard), ("fall asleep faster", LearnLines.SleepCard),
    ];

    private static readonly IReadOnlyList<string> OutsideWords =
    [
        "diet", "calorie", "lose weight", "weight loss", "supplement", "vitamin", "exercise", "squat", "push-up", "massage", "medicine", "medication",
        "tablet", "painkiller", "train my", "my abs", "eat", "protein", "running", "swimming", "the gym", "weights", "other pose", "yoga pose", "stretch my",
    ];

    /// <summary>The cards' names, as the buttons have them.</summary>
    public static IReadOnlyList<string> Topics { get; } =
        [.. Cards.Select(card => card.Topic()).Append(LearnLines.Drawings()).Select(topic => Wording.Words.English.Text(topic))];

    public static bool IsTopic(string words) => Topics.Contains(words, StringComparer.OrdinalIgnoreCase);

    private static bool Asks(string text) => text.Contains('?')
        || text.Split(' ')[0].ToLowerInvariant() is "how" or "what" or "which" or "should" or "can" or "is" or "do" or "does" or "could" or "why" or "when";

    public static Card Menu(bool frequent = true) => new(LearnLines.Ask(),
    [
        .. Cards.Where(card => card.IsFrequent == frequent).Select(card => new Button(card.Verb, card.Topic())),
        .. frequent ? [new Button(DrawingsFlow.ListVerb, LearnLines.Drawings())] : (Button[])[],
        frequent ? new Button("edu-more", LearnLines.More()) : new Button("edu-back", LearnLines.Back()),
    ]);

    /// <summary>A question in plain words about what the cards know, or about what this coach does not (EDU-30, TONE-8).</summary>
    /// <returns>False: it is about neither.</returns>
    public static bool Answer(Turn turn, string text)
    {
        if (DrawingsFlow.IsAskedFor(text) || IsNamed(turn, LearnLines.Drawings(), text))
        {
            DrawingsFlow.Show(turn);
            return true;
        }

        var card = Cards.FirstOrDefault(known => IsNamed(turn, known.Topic(), text))?.Text
            ?? Words.FirstOrDefault(w => text.Contains(w.Word, StringComparison.OrdinalIgnoreCase)).Text;
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
        var card = topic.Length == 0 ? null : Cards.FirstOrDefault(c => IsIn(c.Topic()));
        if (card is null && topic.Length > 0 && (DrawingsFlow.IsAskedFor(topic) || IsIn(LearnLines.Drawings())))
        {
            DrawingsFlow.Show(turn);
            return;
        }

        turn.State = turn.State with { Dialogue = new Dialogue.Learning { Step = turn.NextStep } };
        turn.Say(card is null ? Menu() : Menu(card.IsFrequent) with { Text = card.Text() });

        bool IsIn(Line name) => turn.Words.Text(name).Contains(topic, StringComparison.OrdinalIgnoreCase);
    }

    public static void Press(Turn turn, string verb)
    {
        if (turn.State.Dialogue is Dialogue.Drawings)
            turn.State = turn.State with { Dialogue = new Dialogue.Learning { Step = turn.NextStep } };
        if (Open.Card(turn) is not null && turn.State.Dialogue is not Dialogue.Learning)
            // An old list: the question that waits stays the newest message, so that a "no" is meant for it.
            Open.Say(turn, Cards.FirstOrDefault(card => card.Verb == verb)?.Text());
        else if (verb is "edu-more" or "edu-back")
            turn.Answer(Menu(frequent: verb == "edu-back"));
        else if (Cards.FirstOrDefault(card => card.Verb == verb) is { } card)
            turn.Say(Menu(card.IsFrequent) with { Text = card.Text() });
        else
            Talk.StepOver(turn);
    }

    private static bool IsNamed(Turn turn, Line topic, string text) =>
        turn.Words.Text(topic).Equals(text.Trim(' ', '.', '?'), StringComparison.OrdinalIgnoreCase);
}

/// <summary>One learning card.</summary>
/// <param name="IsFrequent">On the first list.</param>
/// <param name="Rules">The claims of the evidence section that it speaks of; its words and how sure it is are theirs.</param>
internal sealed record LearnCard(string Verb, Func<Line> Topic, Func<Line> Text, bool IsFrequent, params IReadOnlyList<string> Rules);
