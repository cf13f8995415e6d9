using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Safety;

/// <summary>What an answer leads to, lowest rank first (3.1).</summary>
public enum Outcome
{
    Ok,
    Caution,
    Block,
    UrgentToday,
    Emergency,
}

/// <summary>How a session is changed by a careful answer (3.1).</summary>
[Flags]
public enum Modifiers
{
    None = 0,
    Cap10 = 1,
    Cap8 = 2,
    ExtendedRise = 4,
    HalfFold = 8,
    Supine = 16,
    LockChair = 32,
    HeadUp = 64,
    Meal3Hours = 128,
    Buddy = 256,
    StartOnChair = 512,
    Bed = 1024,
}

/// <summary>One health question (3.2).</summary>
/// <param name="Card">Which of the eight cards names it, 0–7.</param>
/// <param name="Weeks">Time limit of the condition in weeks (DOSE-20a); 0: none.</param>
public sealed record ScreeningQuestion(
    string Id, int Card, Outcome Outcome, Line Text, Modifiers Modifiers = Modifiers.None, int Weeks = 0)
{
    /// <summary>An answer about the eyes: the forward bend stays lying down, even after clearance (POSE-U10).</summary>
    public bool IsEyes => Id is "SCR-3" or "SCR-4b";
}

/// <summary>All questions that are asked singly, in the order of asking (SAFE-2). Card 1's signs lead to help at once.</summary>
public static class ScreeningQuestions
{
    public const int Cards = 8;

    public static IReadOnlyList<ScreeningQuestion> All { get; } =
    [
        new("SCR-3", 1, Outcome.Block, ScreeningLines.Q3()),
        new("SCR-4b", 1, Outcome.Block, ScreeningLines.Q4b()),
        new("SCR-5a", 2, Outcome.Block, ScreeningLines.Q5a()),
        new("SCR-5b", 2, Outcome.UrgentToday, ScreeningLines.Q5b()),
        new("SCR-5c", 2, Outcome.Caution, ScreeningLines.Q5c(), Modifiers.Cap10 | Modifiers.ExtendedRise | Modifiers.HalfFold),
        new("SCR-6", 2, Outcome.Block, ScreeningLines.Q6()),
        new("SCR-7", 2, Outcome.Block, ScreeningLines.Q7()),
        new("SCR-8a", 2, Outcome.Caution, ScreeningLines.Q8a(),
            Modifiers.Cap10 | Modifiers.ExtendedRise | Modifiers.Supine | Modifiers.Buddy),
        new("SCR-8b", 2, Outcome.Block, ScreeningLines.Q8b()),
        new("SCR-2b", 3, Outcome.Block, ScreeningLines.Q2b(), Weeks: 13),
        new("SCR-12a", 3, Outcome.Block, ScreeningLines.Q12a()),
        new("SCR-12b", 3, Outcome.Block, ScreeningLines.Q12b()),
        new("SCR-10a", 4, Outcome.Block, ScreeningLines.Q10a()),
        new("SCR-10b", 4, Outcome.Caution, ScreeningLines.Q10b(),
            Modifiers.Cap8 | Modifiers.ExtendedRise | Modifiers.HalfFold | Modifiers.LockChair),
        new("SCR-10c", 4, Outcome.Block, ScreeningLines.Q10c(), Weeks: 12),
        new("SCR-11", 5, Outcome.Block, ScreeningLines.Q11(), Weeks: 12),
        new("SCR-13b", 5, Outcome.Block, ScreeningLines.Q13b(), Weeks: 6),
        new("SCR-13c", 5, Outcome.Caution, ScreeningLines.Q13c(), Modifiers.HalfFold | Modifiers.StartOnChair),
        new("SCR-17", 5, Outcome.Caution, ScreeningLines.Q17(),
            Modifiers.Supine | Modifiers.LockChair | Modifiers.Buddy | Modifiers.Bed),
        new("SCR-9a", 6, Outcome.Block, ScreeningLines.Q9a(), Modifiers.HeadUp | Modifiers.Meal3Hours | Modifiers.LockChair),
        new("SCR-9b", 6, Outcome.Caution, ScreeningLines.Q9b(), Modifiers.Meal3Hours),
        new("SCR-14", 6, Outcome.Block, ScreeningLines.Q14()),
        new("SCR-15a", 6, Outcome.Block, ScreeningLines.Q15a(), Weeks: 4),
        new("SCR-15b", 6, Outcome.Caution, ScreeningLines.Q15b(), Modifiers.Supine | Modifiers.ExtendedRise),
        new("SCR-16", 6, Outcome.Caution, ScreeningLines.Q16(), Modifiers.ExtendedRise),
        new("SCR-18", 7, Outcome.Block, ScreeningLines.Q18()),
        new("SCR-19", 7, Outcome.Block, ScreeningLines.Q19()),
        new("SCR-20", 7, Outcome.Caution, ScreeningLines.Q20(), Modifiers.ExtendedRise),
    ];

    /// <summary>The card of signs that need help at once (SCR-1, 2a, 4a, 13a).</summary>
    public static IReadOnlyDictionary<string, Outcome> Signs { get; } = new Dictionary<string, Outcome>
    {
        ["SCR-1"] = Outcome.Emergency,
        ["SCR-2a"] = Outcome.UrgentToday,
        ["SCR-4a"] = Outcome.Emergency,
        ["SCR-13a"] = Outcome.Emergency,
    };

    public static ScreeningQuestion? Find(string id) => All.FirstOrDefault(q => q.Id == id);

    public static IReadOnlyList<ScreeningQuestion> OnCard(int card) => [.. All.Where(q => q.Card == card)];
}
