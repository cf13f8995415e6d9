namespace RecoveryBot.Coaching.Dosing;

/// <summary>Computes the dose from what happened (DOSE-3a): the events are kept, the state follows from them.</summary>
/// <remarks>
/// Events count in the order in which they happened: by day, then instant, then kind (screening, clearance, wishes,
/// beginning, symptom of last time, report, red flag, its taking back), then session number. So the order in which
/// they were told makes no difference (INV-12). Of several reports of one session the one told last stands; two told at
/// one instant, and two wishes of one instant, stand in the order given.
/// </remarks>
public static class DoseFold
{
    public static Dose Fold(Dose start, IEnumerable<DoseEvent> events) =>
        InOrder(events).Aggregate(start, (dose, step) => step.Apply(dose));

    /// <summary>Folds what is older than a day into a new start, for events that can no longer be corrected.</summary>
    /// <param name="before">The first day whose events are kept; a session's reports, or a red flag and its taking
    /// back, are never parted: the day is then moved back. A session of an earlier day must not be told anew.</param>
    public static (Dose Base, IReadOnlyList<DoseEvent> Kept) Compact(
        Dose start, IReadOnlyCollection<DoseEvent> events, DateOnly before)
    {
        var kept = events.Where(e => e.Day >= before).ToList();
        var sessions = kept.OfType<DoseEvent.Reported>().Select(r => r.Session)
            .Concat(kept.OfType<DoseEvent.RedFlagTakenBack>().Select(t => t.Session).OfType<int>()).ToHashSet();
        var flags = kept.OfType<DoseEvent.RedFlagTakenBack>().Select(t => t.Flagged).ToHashSet();
        var parted = events.Where(e => e.Day < before && e switch
        {
            DoseEvent.Reported r => sessions.Contains(r.Session),
            DoseEvent.RedFlag f => flags.Contains(f.At),
            _ => false,
        }).ToList();
        return parted.Count > 0
            ? Compact(start, events, parted.Min(e => e.Day))
            : (Fold(start, events.Where(e => e.Day < before)), kept);
    }

    /// <summary>What counts, in the order in which it counts.</summary>
    internal static IEnumerable<DoseStep> InOrder(IEnumerable<DoseEvent> events)
    {
        var all = events.ToList();
        var takenBack = all.OfType<DoseEvent.RedFlagTakenBack>().ToList();
        var flags = takenBack.Select(t => t.Flagged).ToHashSet();
        var sessions = takenBack.Select(t => t.Session).OfType<int>().ToHashSet();
        var reports = all.OfType<DoseEvent.Reported>().GroupBy(r => r.Session).Select(Standing);
        return all.Where(e => e is not DoseEvent.Reported && !(e is DoseEvent.RedFlag && flags.Contains(e.At)))
            .Select(e => new DoseStep(e, null))
            .Concat(reports.Select(step => step.Event is DoseEvent.Reported r && sessions.Contains(r.Session)
                ? step with { Event = r with { Report = r.Report with { RedFlag = false } } }
                : step))
            .OrderBy(step => step.Event.Day)
            .ThenBy(step => step.Event.At)
            .ThenBy(step => Rank(step.Event))
            .ThenBy(step => (step.Event as DoseEvent.Reported)?.Session);
    }

    /// <summary>The report of a session that was told last; that its legs were once told to be up is not forgotten,
    /// for the last day never moves back.</summary>
    private static DoseStep Standing(IEnumerable<DoseEvent.Reported> told)
    {
        var ordered = told.OrderBy(r => r.Told).ToList();
        var ran = ordered.Where(r => r.Report is { VRan: true, IsBreak: false }).Select(r => (DateOnly?)r.Report.Day);
        return new DoseStep(ordered[^1], ran.Max());
    }

    private static int Rank(DoseEvent e) => e switch
    {
        DoseEvent.Screened => 0,
        DoseEvent.Resumed => 1,
        DoseEvent.StartChosen => 2,
        DoseEvent.GoalSet => 3,
        DoseEvent.AskedForLess => 4,
        DoseEvent.PreferChairSet => 5,
        DoseEvent.WallWished => 6,
        DoseEvent.PreferenceSet => 7,
        DoseEvent.WithoutSSet => 8,
        DoseEvent.Began => 9,
        DoseEvent.StillFelt => 10,
        DoseEvent.Reported => 11,
        DoseEvent.RedFlag => 12,
        _ => 13,
    };
}

/// <summary>One event that counts.</summary>
/// <param name="RanOn">A day on which a session ran by some report of it, also one that no longer stands.</param>
internal sealed record DoseStep(DoseEvent Event, DateOnly? RanOn)
{
    public Dose Apply(Dose dose)
    {
        var next = Next(dose);
        return RanOn is { } day ? next with { LastDay = DoseRules.Later(next.LastDay, day) } : next;
    }

    private Dose Next(Dose dose) => Event switch
    {
        DoseEvent.Screened e => SettingRules.Screened(dose, e),
        DoseEvent.Resumed e => SettingRules.Resumed(dose, e.AfterRedFlag),
        DoseEvent.StartChosen e => SettingRules.StartChosen(dose, e.Minutes),
        DoseEvent.GoalSet e => SettingRules.GoalSet(dose, e.Minutes),
        DoseEvent.AskedForLess e => SettingRules.AskedForLess(dose, e.Minutes),
        DoseEvent.PreferChairSet e => SettingRules.PreferChair(dose, e.On),
        DoseEvent.WallWished e => SettingRules.WallWished(dose, e.Close),
        DoseEvent.PreferenceSet e => dose with { Preference = e.Preference },
        DoseEvent.WithoutSSet e => dose with { WithoutS = e.Without },
        DoseEvent.Began e => DoseRules.Begin(dose, e.Day),
        DoseEvent.StillFelt e => SettingRules.StillFelt(dose, e.Day, e.Lightheaded),
        DoseEvent.Reported e => DoseRules.Update(dose, e.Report),
        DoseEvent.RedFlag e => DoseRules.Block(dose, e.Day),
        DoseEvent.RedFlagTakenBack e => dose with { SymptomDay = DoseRules.Later(dose.SymptomDay, e.Day) },
        _ => throw new InvalidOperationException($"No rule for {Event.GetType().Name}."),
    };
}
