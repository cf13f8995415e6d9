using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Sequence;

namespace RecoveryBot.Coaching.Safety;

/// <summary>What the health answers allow on a day.</summary>
public sealed record ScreeningResult(Outcome Outcome, int BaseCap, Modifiers Modifiers, IReadOnlyList<string> Blocking)
{
    public bool ExtendedRise => Modifiers.HasFlag(Modifiers.ExtendedRise);

    /// <summary>Chair kept for good (LOCK_CHAIR, HEAD_UP).</summary>
    public bool LockChair => Modifiers.HasFlag(Modifiers.LockChair) || HeadUp;

    public bool StartOnChair => Modifiers.HasFlag(Modifiers.StartOnChair);

    public bool HeadUp => Modifiers.HasFlag(Modifiers.HeadUp);

    /// <summary>Hours to wait after a meal: 2, or 3.</summary>
    public int HoursAfterMeal => Modifiers.HasFlag(Modifiers.Meal3Hours) ? 3 : 2;

    public bool Buddy => Modifiers.HasFlag(Modifiers.Buddy);

    /// <summary>The bed or sofa version (SCR-17).</summary>
    public bool Bed => Modifiers.HasFlag(Modifiers.Bed);

    /// <summary>What stands in the slot of U; lying down wins (SEQ-15).</summary>
    public ForwardBend ForwardBend => Modifiers.HasFlag(Modifiers.Supine) ? ForwardBend.Supine
        : Modifiers.HasFlag(Modifiers.HalfFold) ? ForwardBend.HalfFold : ForwardBend.Standing;
}

/// <summary>From answers and clearances to what is allowed: highest rank, all modifiers, lowest cap (SAFE-1).</summary>
public static class Screening
{
    /// <summary>Days after which the full set is asked again (RESCREEN_DAYS). Our own number.</summary>
    public const int Days = 28;

    private const Modifiers AfterClearance = Modifiers.Cap10 | Modifiers.ExtendedRise | Modifiers.StartOnChair;

    public static ScreeningResult Evaluate(ScreeningRecord record, DateOnly today)
    {
        var outcome = Outcome.Ok;
        var modifiers = Modifiers.None;
        var cap = DoseLimits.LongestHold;
        var blocking = new List<string>();
        foreach (var answer in record.Answers.Where(a => a.Yes))
        {
            if (ScreeningQuestions.Signs.TryGetValue(answer.Question, out var sign))
            {
                outcome = Max(outcome, sign);
                blocking.Add(answer.Question);
            }
            else if (ScreeningQuestions.Find(answer.Question) is { } question)
            {
                var clearance = record.Clearances.LastOrDefault(c => c.About == question.Id && c.IsValidOn(today));
                outcome = Max(outcome, Apply(question, answer, clearance, today, ref modifiers, ref cap, blocking));
            }
        }

        foreach (var limit in record.Clearances.Where(c => c.IsValidOn(today)))
            modifiers |= Limits(limit, ref cap);
        if (modifiers.HasFlag(Modifiers.Buddy) && record.Sessions >= 3 && !record.Answers.Any(a => a is { Yes: true, Question: "SCR-17" }))
            modifiers &= ~Modifiers.Buddy;
        cap = modifiers.HasFlag(Modifiers.Cap8) ? Math.Min(cap, 8) : modifiers.HasFlag(Modifiers.Cap10) ? Math.Min(cap, 10) : cap;
        return new ScreeningResult(outcome, cap, outcome >= Outcome.Block ? Modifiers.None : modifiers, blocking);
    }

    /// <summary>
    /// Due before the first session, every 28 days, after 29 or more missed days, and whenever it was reopened (SAFE-3).
    /// </summary>
    public static bool IsDue(ScreeningRecord record, Dose dose, DateOnly today) =>
        record.AskedOn is not { } asked
        || today.DayNumber - asked.DayNumber >= Days
        || (DoseRules.NeedsScreeningAfterGap(dose, today) && asked < today);

    /// <summary>What a yes to a question weighs on a day: a pregnancy blocks from week 13, and while its week is not told (SCR-10a).</summary>
    public static Outcome RankOf(ScreeningQuestion question, GivenAnswer answer, DateOnly today) =>
        question.Id == "SCR-10b" && !(today < answer.Until) ? Outcome.Block : question.Outcome;

    private static Outcome Apply(
        ScreeningQuestion question, GivenAnswer answer, Clearance? clearance, DateOnly today,
        ref Modifiers modifiers, ref int cap, List<string> blocking)
    {
        var rank = RankOf(question, answer, today);
        if (rank < Outcome.Block)
        {
            modifiers |= question.Modifiers;
            // Heartburn that appears in the pose asks for a propped head as well (SCR-9b, HEAD_UP).
            if (answer is { InSession: true, Question: "SCR-9b" })
                modifiers |= Modifiers.HeadUp | Modifiers.LockChair;
            return rank;
        }

        if (clearance is null || question.Id == "SCR-18")
        {
            blocking.Add(question.Id);
            return rank;
        }

        // SAFE-6: cleared starts carefully, eye answers without a head-low bend (POSE-U10).
        modifiers |= AfterClearance | question.Modifiers | (question.IsEyes ? Modifiers.Supine : Modifiers.HalfFold);
        if (question.IsEyes)
            modifiers &= ~Modifiers.HalfFold;
        return Outcome.Caution;
    }

    private static Modifiers Limits(Clearance clearance, ref int cap)
    {
        cap = Math.Min(cap, clearance.LongestMinutes ?? cap);
        return (clearance.ChairOnly ? Modifiers.LockChair : Modifiers.None)
            | (clearance.NoForwardBend ? Modifiers.Supine : Modifiers.None);
    }

    private static Outcome Max(Outcome one, Outcome other) => one > other ? one : other;
}
