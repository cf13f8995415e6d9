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

    public static Card Menu() => new(TalkLines.LearnAsk(), [.. Cards.Select(card => new Button(card.Verb, card.Topic()))]);

    public static void Begin(Turn turn)
    {
        turn.State = turn.State with { Dialogue = new Dialogue.Learning { Step = turn.NextStep } };
        turn.Say(Menu());
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
