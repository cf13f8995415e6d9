using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching;

/// <summary>The facts that set today's minutes, each with the article or our own rule behind it (design 3.1).</summary>
internal static class WhyFlow
{
    private const int MostFacts = 5;

    public static void Say(Turn turn)
    {
        var dose = turn.Dose;
        var list = new LineList(Facts(turn));
        Open.Say(turn, !dose.IsActive || turn.Fitness.Outcome >= Safety.Outcome.Block ? TalkLines.BecauseNone(Status(dose), list)
            : turn.State.Screening.AskedOn is null ? TalkLines.BecauseScreened(dose.Target, list)
            : FirstDay(turn) is { } day && day > turn.Today ? TalkLines.BecauseFrom(dose.Target, day == turn.Today.AddDays(1) ? TalkLines.Tomorrow() : TalkLines.OnDay(day), list)
            : TalkLines.Because(dose.Target, list));
    }

    /// <summary>The first day on which a hold is allowed again (DOSE-11, DOSE-28).</summary>
    private static DateOnly? FirstDay(Turn turn)
    {
        DateOnly? after = turn.Dose.SymptomDay >= turn.Today || turn.State.NoSessionOn == turn.Today ? turn.Today.AddDays(1) : null;
        return turn.Dose.RestUntil is { } rest && (after is null || rest > after) ? rest : after;
    }

    private static Line Status(Dose dose) =>
        dose.RedFlagged || dose.Pause is null ? TalkLines.StatusBlocked() : TalkLines.StatusPaused();

    private static List<Line> Facts(Turn turn)
    {
        var dose = turn.Dose;
        var facts = DoseReasons.Why(turn.State.DoseBase, turn.State.Events)
            .OrderBy(reason => reason.Aspect == DoseAspect.Target ? 0 : 1)
            .Select(reason => TalkLines.Reason(DoseWords.Fact(reason, DayOf(turn, reason), turn.State.Events), DoseWords.Origin(reason.Origin))).ToList();
        if (dose.IsActive && dose.Target < Math.Min(dose.Cap, dose.Goal))
            facts.Add(TalkLines.Reason(TalkLines.FactStreak(dose.Streak, dose.Need), TalkLines.OriginOurs()));
        return [.. facts.DistinctBy(fact => turn.Words.Text(fact)).Take(MostFacts)];
    }

    private static Line DayOf(Turn turn, DoseReason reason) =>
        reason.Day is { } on && on != turn.Today ? TalkLines.OnDay(on) : TalkLines.OnThisDay();
}
