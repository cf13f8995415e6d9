using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching;

/// <summary>The facts that set today's minutes, each with the article or our own rule behind it (design 3.1).</summary>
internal static class WhyFlow
{
    public static void Say(Turn turn)
    {
        var dose = turn.Dose;
        var reasons = DoseReasons.Why(turn.State.DoseBase, turn.State.Events)
            .Select(reason => TalkLines.Reason(Fact(reason), Origin(reason.Origin))).TakeLast(5).ToList();
        var list = new LineList(reasons);
        var hold = DoseRules.PlannedHold(dose, turn.Today);
        var line = hold > 0 && turn.MayHold
            ? TalkLines.Because(hold, list)
            : TalkLines.BecauseNone(Status(turn, dose), list);
        Open.Say(turn, line);
    }

    private static Line Status(Turn turn, Dose dose) =>
        dose.RedFlagged || dose.ScreenedOut ? TalkLines.StatusBlocked()
        : dose.Pause is not null ? TalkLines.StatusPaused()
        : !dose.IsOpenOn(turn.Today) ? TalkLines.StatusToday()
        : TalkLines.StatusScreening();

    private static Line Origin(RuleOrigin origin) => origin switch
    {
        RuleOrigin.Article => TalkLines.OriginArticle(),
        RuleOrigin.ArticleWithOurNumber => TalkLines.OriginArticleOurs(),
        _ => TalkLines.OriginOurs(),
    };

    private static Line Fact(DoseReason reason)
    {
        var (before, after) = (reason.Before.Target, reason.After.Target);
        var day = reason.Day ?? default;
        return (reason.Fact, reason.Aspect) switch
        {
            (DoseFact.Start, _) => TalkLines.FactStart(after),
            (DoseFact.Earlier, _) => TalkLines.FactEarlier(after),
            (DoseFact.StartChosen, _) => TalkLines.FactStartChosen(after),
            (DoseFact.CleanDays, DoseAspect.Target) => TalkLines.FactClean(after),
            (DoseFact.CleanDays, DoseAspect.Variant) => TalkLines.FactCleanVariant(),
            (DoseFact.CleanDays, _) => TalkLines.FactCleanOther(),
            (DoseFact.Tingling, DoseAspect.Target) => TalkLines.FactTingling(day, before, after),
            (DoseFact.Tingling, DoseAspect.Cap) => TalkLines.FactTinglingCap(reason.After.Cap),
            (DoseFact.Tingling, _) => TalkLines.FactTinglingOther(),
            (DoseFact.Lightheaded, DoseAspect.Target) => TalkLines.FactLight(day, before, after),
            (DoseFact.Lightheaded, _) => TalkLines.FactLightOther(),
            (DoseFact.Pain, DoseAspect.Target) => TalkLines.FactPain(day, before, after),
            (DoseFact.Pain, _) => TalkLines.FactPainOther(),
            (DoseFact.RedFlag, _) => TalkLines.FactRedFlag(),
            (DoseFact.StillFelt, _) => TalkLines.FactStillFelt(),
            (DoseFact.MissedDays, _) => TalkLines.FactMissed(before, after),
            (DoseFact.Screening, DoseAspect.Cap) => TalkLines.FactScreening(reason.After.Cap),
            (DoseFact.Screening, _) => TalkLines.FactScreeningOther(),
            (DoseFact.Clearance, _) => TalkLines.FactClearance(),
            _ => TalkLines.FactWish(),
        };
    }
}
