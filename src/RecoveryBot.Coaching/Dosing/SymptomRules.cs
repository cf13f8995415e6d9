using RecoveryBot.Coaching.Sequence;

namespace RecoveryBot.Coaching.Dosing;

/// <summary>What symptoms do to the dose: every one counts, the lowest target wins (DOSE-3, DOSE-10 to
/// DOSE-17).</summary>
internal static class SymptomRules
{
    public static Dose Apply(Dose dose, SessionReport report)
    {
        var target = dose.Target;
        if (report.Tingling is { } tingling)
            dose = Tingled(dose, target, Onset(tingling, target, report), tingling.Settled, report.Day);
        if (report.Lightheaded is { } lightheaded)
            dose = WasLightheaded(dose, target, lightheaded, report.Day);
        if (report.HasPain)
            dose = Hurt(dose, target, report.Day);
        return dose with { Streak = 0, CleanRun = 0, Need = DoseLimits.NeedAfterSymptom };
    }

    /// <summary>DOSE-10: an unknown onset is two minutes before the end. Holding longer than the target never makes
    /// it later (INV-10), and minutes not told are those of the plan.</summary>
    private static int Onset(TinglingReport tingling, int target, SessionReport report) =>
        tingling.Onset ?? Math.Max(0, Math.Min(report.Held ?? report.PlannedHold, target) - 2);

    private static Dose Tingled(Dose dose, int target, int onset, SettleTime settled, DateOnly day)
    {
        var slow = settled is SettleTime.NotTold || settled.TookOver(DoseLimits.SettledInTime);
        var next = Math.Min(onset, target) - (slow ? 2 : 1);
        var days = dose.TinglingDays.With(day);
        PauseReason? pause = settled.TookOver(DoseLimits.NotSettled) ? PauseReason.TinglingUnresolved
            : next < DoseLimits.ShortestHold ? PauseReason.TinglingEarly
            : days.Days.Count >= 3 ? PauseReason.TinglingRepeated
            : null;
        return dose with
        {
            Target = Lowest(dose, next),
            TinglingDays = days,
            RestUntil = slow ? DoseRules.Later(dose.RestUntil, day.AddDays(2)) : dose.RestUntil,
            Cap = Math.Min(dose.Cap, CeilingAfter(onset)),
            Variant = days.Days.Count >= 2 || dose.Variant == Variant.Chair ? Variant.Chair : Variant.WallEasy,
            Pause = dose.Pause ?? pause,
        };
    }

    /// <summary>DOSE-14: numb at 5 minutes or sooner, 15 is too much for now (the article's); 10 is our own.</summary>
    private static int CeilingAfter(int onset) => onset switch
    {
        <= 5 => 8,
        <= 10 => 10,
        _ => DoseLimits.LongestHold,
    };

    /// <summary>DOSE-15.</summary>
    private static Dose WasLightheaded(Dose dose, int target, LightheadedReport report, DateOnly day)
    {
        var days = dose.LightheadedDays.With(day);
        PauseReason? pause = report.Settled.TookOver(DoseLimits.SettledInTime) ? PauseReason.LightheadedUnresolved
            : target == DoseLimits.ShortestHold ? PauseReason.AtFloor
            : days.Days.Count >= 2 ? PauseReason.LightheadedRepeated
            : null;
        return dose with
        {
            Target = Lowest(dose, target - 2),
            LightheadedDays = days,
            ExtendedRise = true,
            Buddy = dose.Buddy || report.NearFaint,
            Pause = dose.Pause ?? pause,
        };
    }

    /// <summary>DOSE-16.</summary>
    private static Dose Hurt(Dose dose, int target, DateOnly day)
    {
        var days = dose.PainDays.With(day);
        PauseReason? pause = target == DoseLimits.ShortestHold ? PauseReason.AtFloor
            : days.Days.Count >= 3 ? PauseReason.PainRepeated
            : null;
        return dose with
        {
            Target = Lowest(dose, target - 1),
            PainDays = days,
            Variant = dose.Variant == Variant.Wall ? Variant.WallEasy : Variant.Chair,
            Pause = dose.Pause ?? pause,
        };
    }

    private static int Lowest(Dose dose, int next) =>
        Math.Min(dose.Target, Math.Max(DoseLimits.ShortestHold, next));
}
