namespace RecoveryBot.Coaching.Safety.Recognition;

/// <summary>Reads a time in weeks from words that may name another unit; in doubt the careful side (SAFE-4).</summary>
internal static class Weeks
{
    /// <summary>Whole weeks since something, rounded down; <see langword="null"/>: no number, so a clearance is needed (DOSE-20a).</summary>
    public static int? Ago(string text) => Numbers.ReadMinutes(text) switch
    {
        null => null,
        var days when Names(text, "day", "night") => days / 7,
        var months when Names(text, "month") => months * 4,
        var years when Names(text, "year") => years * 52,
        _ when Names(text, "hour", "minute") => 0,
        var weeks => weeks,
    };

    /// <summary>The week of pregnancy; <see langword="null"/>: not told in weeks (SCR-10b: then it is SCR-10a).</summary>
    public static int? OfPregnancy(string text) =>
        Names(text, "month", "trimester", "day", "year") ? null : Numbers.ReadMinutes(text);

    private static bool Names(string text, params string[] units) =>
        units.Any(unit => text.Contains(unit, StringComparison.OrdinalIgnoreCase));
}
