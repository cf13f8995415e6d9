using RecoveryBot.Coaching.Sequence;

namespace RecoveryBot.Coaching.Dosing;

/// <summary>What one report, and days without one, do to the dose (4.2, 4.3).</summary>
public static class DoseRules
{
    /// <summary>The most minutes that may be held on this day; 0: no leg-up pose is offered (DOSE-22,
    /// DOSE-28).</summary>
    public static int PlannedHold(Dose dose, DateOnly today) => dose.IsOpenOn(today) ? dose.Target : 0;

    /// <summary>The most minutes of a break on this day (DOSE-19): at most 5, 0 where a session may not hold.</summary>
    public static int PlannedBreak(Dose dose, DateOnly today) =>
        Math.Min(Fitting.LongestBreak, PlannedHold(dose, today));

    /// <summary>Minutes held where person and timer disagree: the smaller of theirs and the timer's plus one.</summary>
    /// <remarks>DOSE-8a, our own rule.</remarks>
    public static int HeldBy(int told, int timer) => Math.Min(told, timer + 1);

    /// <summary>Whole days without a session before this one; 0 before the first (DOSE-18).</summary>
    public static int MissedDays(Dose dose, DateOnly today) =>
        dose.LastDay is { } last ? Math.Max(0, today.DayNumber - last.DayNumber - 1) : 0;

    /// <summary>Whether so many days were missed that the full screening is asked again (DOSE-18, SAFE-3).</summary>
    public static bool NeedsScreeningAfterGap(Dose dose, DateOnly today) =>
        MissedDays(dose, today) >= DoseLimits.MissedForScreening;

    /// <summary>Settles the days missed, once, when a session begins.</summary>
    /// <remarks>DOSE-18; the numbers are our own. A second call on the same day changes nothing (INV-11).</remarks>
    public static Dose Begin(Dose dose, DateOnly today)
    {
        var missed = MissedDays(dose, today);
        if (missed < 4)
            return dose;
        var low = Math.Min(dose.Target, DoseLimits.Start);
        return dose with
        {
            LastDay = today.AddDays(-1),
            Streak = 0,
            CleanRun = missed < 8 ? dose.CleanRun : 0,
            Target = missed switch
            {
                < 8 => dose.Target,
                < 15 => Math.Max(low, dose.Target - 2),
                < DoseLimits.MissedForScreening => Math.Max(low, dose.Target - 4),
                _ => low,
            },
        };
    }

    /// <summary>The dose after a session's report or a break's symptoms (DOSE-3): red flag, symptoms, or
    /// progress.</summary>
    public static Dose Update(Dose dose, SessionReport report)
    {
        var open = dose.IsOpenOn(report.Day);
        var session = report.VRan && !report.IsBreak;
        if (session)
            dose = dose with { LastDay = Later(dose.LastDay, report.Day) };
        if (report.RedFlag)
            return Block(dose, report.Day);
        if (session)
            dose = dose with { MaintenanceRun = report.PlannedHold < dose.Target ? dose.MaintenanceRun + 1 : 0 };
        if (report.ClosesTheDay)
            dose = dose with { SymptomDay = Later(dose.SymptomDay, report.Day) };
        if (report.HasDoseSymptom)
            return SymptomRules.Apply(dose, report);
        return open && session && IsClean(dose, report) ? Progress(dose, report.Day) : dose;
    }

    /// <summary>The dose after a red flag (DOSE-21).</summary>
    internal static Dose Block(Dose dose, DateOnly day) => dose with
    {
        RedFlagged = true,
        Target = Math.Min(dose.Target, DoseLimits.Start),
        Streak = 0,
        CleanRun = 0,
        Need = DoseLimits.NeedAfterSymptom,
        SymptomDay = Later(dose.SymptomDay, day),
    };

    internal static DateOnly Later(DateOnly? known, DateOnly day) => known > day ? known.Value : day;

    private static bool IsClean(Dose dose, SessionReport report) =>
        report.Complete
        && report.Held >= dose.Target
        && report.OtherPose == OtherPoseSymptom.None
        && !report.CounterSkipped
        && report.Day != dose.LastCleanDay;

    /// <summary>DOSE-4 to DOSE-6: one thing changes at a time, the way back to the wall first.</summary>
    private static Dose Progress(Dose dose, DateOnly day)
    {
        var run = dose.CleanRun + 1;
        dose = dose with
        {
            LastCleanDay = day,
            Streak = dose.Streak + 1,
            CleanRun = run,
            Cap = run >= DoseLimits.CapRelease ? dose.BaseCap : dose.Cap,
            ExtendedRise = dose.ExtendedRise && run < DoseLimits.RiseRelease,
            Buddy = dose.Buddy && run < DoseLimits.RiseRelease,
        };
        if (dose.Streak < dose.Need)
            return dose;
        if (dose.Variant == Variant.Chair && !dose.KeepsChair)
            return dose with { Variant = Variant.WallEasy, Streak = 0, Need = DoseLimits.Need };
        if (dose.Target < Math.Min(DoseLimits.LongestHold, Math.Min(dose.Cap, dose.Goal)))
            return dose with { Target = dose.Target + 1, Streak = 0, Need = DoseLimits.Need };
        return dose;
    }
}
