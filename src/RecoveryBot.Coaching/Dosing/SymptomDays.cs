namespace RecoveryBot.Coaching.Dosing;

/// <summary>The distinct days with one kind of symptom, oldest first; two events on one day count once
/// (DOSE-17).</summary>
public sealed record SymptomDays(IReadOnlyList<DateOnly> Days)
{
    public static SymptomDays None { get; } = new([]);

    /// <summary>These days, the given one included, without those that have left its window.</summary>
    public SymptomDays With(DateOnly day) =>
        new([.. Days.Where(d => InWindow(d, day)).Append(day).Distinct().Order()]);

    // A record compares a list by reference; two equal doses must be equal.
    public bool Equals(SymptomDays? other) => other is not null && Days.SequenceEqual(other.Days);

    public override int GetHashCode() => Days.Aggregate(17, HashCode.Combine);

    private static bool InWindow(DateOnly day, DateOnly on) => on.DayNumber - day.DayNumber < DoseLimits.Window;
}
