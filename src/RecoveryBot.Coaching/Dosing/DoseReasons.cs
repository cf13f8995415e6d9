namespace RecoveryBot.Coaching.Dosing;

/// <summary>The facts behind today's number.</summary>
public static class DoseReasons
{
    /// <summary>The last change of each side of the dose that has changed, oldest first; of the target always
    /// one.</summary>
    public static IReadOnlyList<DoseReason> Why(Dose start, IEnumerable<DoseEvent> events)
    {
        var first = start == Dose.Start ? DoseFact.Start : DoseFact.Earlier;
        var reasons = new List<DoseReason> { Reason(DoseAspect.Target, first, null, start, start) };
        foreach (var change in Changes(start, events))
        {
            reasons.RemoveAll(reason => reason.Aspect == change.Aspect);
            reasons.Add(change);
        }

        return reasons;
    }

    /// <summary>Every change of every side of the dose, oldest first.</summary>
    public static IEnumerable<DoseReason> Changes(Dose start, IEnumerable<DoseEvent> events)
    {
        var dose = start;
        foreach (var step in DoseFold.InOrder(events))
        {
            var before = dose;
            dose = step.Apply(before);
            foreach (var aspect in Enum.GetValues<DoseAspect>().Where(a => !Equals(Side(a, before), Side(a, dose))))
                yield return Reason(aspect, FactOf(aspect, step.Event, before, dose), step.Event, before, dose);
        }
    }

    private static object? Side(DoseAspect aspect, Dose dose) => aspect switch
    {
        DoseAspect.Target => dose.Target,
        DoseAspect.Cap => dose.Cap,
        DoseAspect.Variant => dose.Variant,
        DoseAspect.Status => dose.Status,
        DoseAspect.ExtendedRise => dose.ExtendedRise,
        _ => dose.RestUntil,
    };

    private static DoseReason Reason(DoseAspect aspect, DoseFact fact, DoseEvent? cause, Dose before, Dose after)
    {
        var (rule, origin) = RuleOf(aspect, fact);
        return new DoseReason(
            aspect, fact, cause?.Day, (cause as DoseEvent.Reported)?.Session, before, after, rule, origin);
    }

    private static DoseFact FactOf(DoseAspect aspect, DoseEvent cause, Dose before, Dose after) => cause switch
    {
        DoseEvent.Reported { Report.RedFlag: true } or DoseEvent.RedFlag => DoseFact.RedFlag,
        DoseEvent.Reported { Report: { HasDoseSymptom: true } report } => Symptom(aspect, report, before, after),
        DoseEvent.Reported => DoseFact.CleanDays,
        DoseEvent.Screened => DoseFact.Screening,
        DoseEvent.Resumed => DoseFact.Clearance,
        DoseEvent.StartChosen => DoseFact.StartChosen,
        DoseEvent.Began => DoseFact.MissedDays,
        DoseEvent.StillFelt => DoseFact.StillFelt,
        _ => DoseFact.OwnWish,
    };

    /// <summary>Of several symptoms in one report: the first that leads there by itself.</summary>
    private static DoseFact Symptom(DoseAspect aspect, SessionReport report, Dose before, Dose after)
    {
        var onlyTingling = report with { Lightheaded = null, Pain = 0, PainSharp = false };
        var onlyLightheaded = report with { Tingling = null, Pain = 0, PainSharp = false };
        return LeadsThere(onlyTingling) ? DoseFact.Tingling
            : LeadsThere(onlyLightheaded) ? DoseFact.Lightheaded
            : DoseFact.Pain;

        bool LeadsThere(SessionReport alone) =>
            alone.HasDoseSymptom && Equals(Side(aspect, SymptomRules.Apply(before, alone)), Side(aspect, after));
    }

    private static (string Rule, RuleOrigin Origin) RuleOf(DoseAspect aspect, DoseFact fact) => (fact, aspect) switch
    {
        (DoseFact.Start or DoseFact.StartChosen or DoseFact.Earlier, _) => ("DOSE-2", RuleOrigin.Article),
        (DoseFact.CleanDays, DoseAspect.Target) => ("DOSE-5", RuleOrigin.ArticleWithOurNumber),
        (DoseFact.CleanDays, DoseAspect.Cap) => ("DOSE-14", RuleOrigin.OurOwn),
        (DoseFact.CleanDays, DoseAspect.ExtendedRise) => ("DOSE-15", RuleOrigin.OurOwn),
        (DoseFact.CleanDays, _) => ("DOSE-5", RuleOrigin.OurOwn),
        (DoseFact.Tingling, DoseAspect.Target) => ("DOSE-10", RuleOrigin.ArticleWithOurNumber),
        (DoseFact.Tingling, DoseAspect.Cap) => ("DOSE-14", RuleOrigin.ArticleWithOurNumber),
        (DoseFact.Tingling, DoseAspect.Variant) => ("DOSE-14a", RuleOrigin.OurOwn),
        (DoseFact.Tingling, DoseAspect.Rest) => ("DOSE-11", RuleOrigin.OurOwn),
        (DoseFact.Tingling, _) => ("SAFE-17", RuleOrigin.OurOwn),
        (DoseFact.Lightheaded, DoseAspect.ExtendedRise) => ("DOSE-15", RuleOrigin.ArticleWithOurNumber),
        (DoseFact.Lightheaded, _) => ("DOSE-15", RuleOrigin.OurOwn),
        (DoseFact.Pain, _) => ("DOSE-16", RuleOrigin.OurOwn),
        (DoseFact.RedFlag, _) => ("DOSE-21", RuleOrigin.OurOwn),
        (DoseFact.StillFelt, _) => ("PRE-4", RuleOrigin.OurOwn),
        (DoseFact.MissedDays, _) => ("DOSE-18", RuleOrigin.OurOwn),
        (DoseFact.Screening, _) => ("DOSE-23", RuleOrigin.OurOwn),
        (DoseFact.Clearance, _) => ("DOSE-20", RuleOrigin.OurOwn),
        (_, DoseAspect.Variant) => ("DOSE-5a", RuleOrigin.OurOwn),
        _ => ("DOSE-9", RuleOrigin.OurOwn),
    };
}
