using RecoveryBot.Coaching.Sequence;

namespace RecoveryBot.Coaching.Dosing;

/// <summary>What screenings, clearances and the person's own wishes do to the dose. None ever raises the target above
/// what it was (INV-5), the chosen start apart.</summary>
internal static class SettingRules
{
    /// <summary>DOSE-2, DOSE-23; a higher ceiling waits for 20 clean days.</summary>
    public static Dose Screened(Dose dose, DoseEvent.Screened screening)
    {
        var baseCap = Math.Clamp(screening.BaseCap, DoseLimits.ShortestHold, DoseLimits.LongestHold);
        var cap = Math.Min(dose.Cap, baseCap);
        var target = Math.Min(dose.Target, cap);
        if (screening.AnyCaution && dose.LastDay is null)
            target = Math.Min(target, DoseLimits.Start);
        var toChair = screening.LockChair || (screening.StartOnChair && !dose.StartOnChair);
        return Changed(dose, target, toChair ? Variant.Chair : dose.Variant) with
        {
            ScreenedOut = !screening.Allows,
            BaseCap = baseCap,
            Cap = cap,
            LockChair = screening.LockChair,
            StartOnChair = screening.StartOnChair,
            AnyCaution = screening.AnyCaution,
        };
    }

    /// <summary>DOSE-20. A block of screening is lifted by the screening that goes with it, a red flag only by a
    /// clearance that covers it.</summary>
    public static Dose Resumed(Dose dose, bool afterRedFlag)
    {
        if (dose.RedFlagged && !afterRedFlag)
            return dose;
        var ceiling = dose.RedFlagged ? DoseLimits.CautionCap : DoseLimits.LongestHold;
        return dose with
        {
            RedFlagged = false,
            Pause = null,
            Target = Math.Min(dose.Target, DoseLimits.Start),
            BaseCap = Math.Min(dose.BaseCap, ceiling),
            Cap = Math.Min(dose.Cap, ceiling),
            Need = DoseLimits.NeedAfterSymptom,
            Streak = 0,
            CleanRun = 0,
            Variant = Variant.Chair,
            ExtendedRise = dose.ExtendedRise || dose.RedFlagged
                || dose.Pause is PauseReason.LightheadedUnresolved or PauseReason.LightheadedRepeated,
            TinglingDays = SymptomDays.None,
            LightheadedDays = SymptomDays.None,
            PainDays = SymptomDays.None,
            RestUntil = null,
        };
    }

    /// <summary>DOSE-2.</summary>
    public static Dose StartChosen(Dose dose, int minutes)
    {
        if (!dose.IsUntried)
            return dose;
        var highest = dose.AnyCaution ? DoseLimits.Start : DoseLimits.HighestStart;
        var wish = Math.Clamp(minutes, DoseLimits.Start, highest);
        return dose with { Target = Math.Min(wish, Math.Min(dose.Cap, dose.Goal)) };
    }

    public static Dose GoalSet(Dose dose, int minutes) =>
        dose with { Goal = Math.Clamp(minutes, DoseLimits.LowestGoal, DoseLimits.LongestHold) };

    /// <summary>DOSE-9.</summary>
    public static Dose AskedForLess(Dose dose, int minutes) =>
        Changed(dose, Math.Min(dose.Target, Math.Max(DoseLimits.ShortestHold, minutes)), dose.Variant);

    /// <summary>DOSE-5a.</summary>
    public static Dose PreferChair(Dose dose, bool on) =>
        Changed(dose, dose.Target, on ? Variant.Chair : dose.Variant) with { PreferChair = on };

    /// <summary>POSE-V2: close to the wall after 5 clean days in a row, from the easier set-up and never the
    /// chair.</summary>
    public static Dose WallWished(Dose dose, bool close) => (dose.Variant, close) switch
    {
        (Variant.WallEasy, true) when dose.CleanRun >= DoseLimits.WallAfter && !dose.KeepsChair =>
            Changed(dose, dose.Target, Variant.Wall),
        (Variant.Wall, false) => Changed(dose, dose.Target, Variant.WallEasy),
        _ => dose,
    };

    /// <summary>PRE-4: no hold until it has been looked at.</summary>
    public static Dose StillFelt(Dose dose, DateOnly day, bool lightheaded) => dose with
    {
        Pause = dose.Pause ?? (lightheaded ? PauseReason.LightheadedUnresolved : PauseReason.TinglingUnresolved),
        SymptomDay = DoseRules.Later(dose.SymptomDay, day),
    };

    /// <summary>The streak counts clean days since the last change of target or variant (4.1).</summary>
    private static Dose Changed(Dose dose, int target, Variant variant) =>
        target == dose.Target && variant == dose.Variant
            ? dose
            : dose with { Target = target, Variant = variant, Streak = 0 };
}
