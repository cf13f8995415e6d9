using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching;

/// <summary>Why the dose is as it is, in words: what happened, and whose rule made it count.</summary>
internal static class DoseWords
{
    /// <summary>Whether the article says so, or we do.</summary>
    public static Line Origin(RuleOrigin origin) => origin switch
    {
        RuleOrigin.Article => TalkLines.OriginArticle(),
        RuleOrigin.ArticleWithOurNumber => TalkLines.OriginArticleOurs(),
        _ => TalkLines.OriginOurs(),
    };

    /// <param name="day">How the day of it is told.</param>
    /// <param name="events">Where the minute of a tingling stands.</param>
    public static Line Fact(DoseReason reason, Line day, IEnumerable<DoseEvent> events)
    {
        var (before, after) = (reason.Before.Target, reason.After.Target);
        return (reason.Fact, reason.Aspect) switch
        {
            (DoseFact.Start, _) => TalkLines.FactStart(after),
            (DoseFact.Earlier, _) => TalkLines.FactEarlier(after),
            (DoseFact.StartChosen, _) => TalkLines.FactStartChosen(after),
            (DoseFact.CleanDays, DoseAspect.Target) => TalkLines.FactClean(after),
            (DoseFact.CleanDays, DoseAspect.Variant) => TalkLines.FactCleanVariant(),
            (DoseFact.CleanDays, _) => TalkLines.FactCleanOther(),
            (DoseFact.Tingling, DoseAspect.Target) when OnsetOf(events, reason) is { } minute => TalkLines.FactTinglingAt(day, minute, before, after),
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

    private static int? OnsetOf(IEnumerable<DoseEvent> events, DoseReason reason) => events.OfType<DoseEvent.Reported>()
        .LastOrDefault(e => e.Session == reason.Session)?.Report.Tingling?.Onset;
}
