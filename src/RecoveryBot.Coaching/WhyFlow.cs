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
            .Select(reason => TalkLines.Reason(Fact(turn, reason), Origin(reason.Origin))).ToList();
        if (dose.IsActive && dose.Target < Math.Min(dose.Cap, dose.Goal))
            facts.Add(TalkLines.Reason(TalkLines.FactStreak(dose.Streak, dose.Need), TalkLines.OriginOurs()));
        return [.. facts.DistinctBy(fact => turn.Words.Text(fact)).Take(MostFacts)];
    }

    private static Line Origin(RuleOrigin origin) => origin switch
    {
        RuleOrigin.Article => TalkLines.OriginArticle(),
        RuleOrigin.ArticleWithOurNumber => TalkLines.OriginArticleOurs(),
        _ => TalkLines.OriginOurs(),
    };

    private static Line Fact(Turn turn, DoseReason reason)
    {
        var (before, after) = (reason.Before.Target, reason.After.Target);
        var day = reason.Day is { } on && on != turn.Today ? TalkLines.OnDay(on) : TalkLines.OnThisDay();
        return (reason.Fact, reason.Aspect) switch
        {
            (DoseFact.Start, _) => TalkLines.FactStart(after),
            (DoseFact.Earlier, _) => TalkLines.FactEarlier(after),
            (DoseFact.StartChosen, _) => TalkLines.FactStartChosen(after),
            (DoseFact.CleanDays, DoseAspect.Target) => TalkLines.FactClean(after),
            (DoseFact.CleanDays, DoseAspect.Variant) => TalkLines.FactCleanVariant(),
            (DoseFact.CleanDays, _) => TalkLines.FactCleanOther(),
            (DoseFact.Tingling, DoseAspect.Target) when OnsetOf(turn, reason) is { } minute => TalkLines.FactTinglingAt(day, minute, before, after),
            (DoseFact.Tingling, DoseAspect.Target) => TalkLines.FactTingling(day, before, after),
            (DoseFact.Tingling, DoseAspect.Cap) => TalkLines.FactTinglingCap(reason.After.Cap),
            (DoseFact.Tingling, DoseAspect.Variant) => TalkLines.FactTinglingVariant(),
            (DoseFact.Tingling, DoseAspect.Rest) => TalkLines.FactTinglingRest(),
            (DoseFact.Tingling, _) => TalkLines.FactTinglingPause(),
            (DoseFact.Lightheaded, DoseAspect.Target) => TalkLines.FactLight(day, before, after),
            (DoseFact.Lightheaded, DoseAspect.ExtendedRise) => TalkLines.FactLightRise(),
            (DoseFact.Lightheaded, _) => TalkLines.FactLightPause(),
            (DoseFact.Pain, DoseAspect.Target) => TalkLines.FactPain(day, before, after),
            (DoseFact.Pain, DoseAspect.Variant) => TalkLines.FactPainVariant(),
            (DoseFact.Pain, _) => TalkLines.FactPainPause(),
            (DoseFact.RedFlag, _) => TalkLines.FactRedFlag(),
            (DoseFact.StillFelt, _) => TalkLines.FactStillFelt(),
            (DoseFact.MissedDays, _) => TalkLines.FactMissed(before, after),
            (DoseFact.Screening, DoseAspect.Cap) => TalkLines.FactScreening(reason.After.Cap),
            (DoseFact.Screening, _) => TalkLines.FactScreeningOther(),
            (DoseFact.Clearance, _) => TalkLines.FactClearance(),
            _ => TalkLines.FactWish(),
        };
    }

    private static int? OnsetOf(Turn turn, DoseReason reason) => turn.State.Events.OfType<DoseEvent.Reported>()
        .LastOrDefault(e => e.Session == reason.Session)?.Report.Tingling?.Onset;
}
