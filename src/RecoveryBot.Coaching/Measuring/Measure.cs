namespace RecoveryBot.Coaching.Measuring;

/// <summary>What can be measured (MEAS-4 to MEAS-8); the sides apart.</summary>
public enum Measure
{
    AnkleLeft,
    AnkleRight,
    HeavyLegs,
    SleepLatency,
    SeatedReach,
    ChairReachLeft,
    ChairReachRight,
}

public enum MeasureUnit
{
    Centimetres,

    /// <summary>0 not at all, 10 as much as can be imagined.</summary>
    Points,
    Minutes,
}

/// <summary>What may have moved a value on its day (MEAS-2).</summary>
public enum MeasureNote
{
    None,
    Heat,
    Travel,
    Salt,
    Period,
    Illness,
}

/// <summary>One value.</summary>
/// <param name="Number">Ordinal of the value for this user, from 1; a value told again on the same day keeps it.</param>
/// <param name="Value">In the unit of <paramref name="What"/>, with one decimal at most.</param>
/// <param name="Day">The user's day.</param>
public sealed record Measurement(
    int Number, Measure What, decimal Value, DateOnly Day, DateTimeOffset At, MeasureNote Note = MeasureNote.None);

/// <summary>The protocol's table of measures: range, unit, and from where on a change is clear (MEAS-3).</summary>
/// <param name="Low">The lowest value that is taken.</param>
/// <param name="High">The highest value that is taken.</param>
/// <param name="Clear">A difference below this is "no clear change": it is within measuring error.</param>
/// <param name="Rule">The protocol's rule id; the numbers are its own.</param>
public sealed record MeasureSpec(Measure Id, MeasureUnit Unit, decimal Low, decimal High, decimal Clear, string Rule)
{
    public static IReadOnlyList<MeasureSpec> All { get; } =
    [
        new(Measure.AnkleLeft, MeasureUnit.Centimetres, 15, 40, 0.5m, "MEAS-4"),
        new(Measure.AnkleRight, MeasureUnit.Centimetres, 15, 40, 0.5m, "MEAS-4"),
        new(Measure.HeavyLegs, MeasureUnit.Points, 0, 10, 2, "MEAS-5"),
        new(Measure.SleepLatency, MeasureUnit.Minutes, 0, 240, 10, "MEAS-6"),
        new(Measure.SeatedReach, MeasureUnit.Centimetres, -40, 30, 2, "MEAS-7"),
        new(Measure.ChairReachLeft, MeasureUnit.Centimetres, -40, 30, 2, "MEAS-8"),
        new(Measure.ChairReachRight, MeasureUnit.Centimetres, -40, 30, 2, "MEAS-8"),
    ];

    public static MeasureSpec Of(Measure id) => All[(int)id];

    /// <summary>Reads a typed value; <see langword="null"/>: it is none, or out of range.</summary>
    public decimal? Read(string text) => MeasureNumber.Read(text, Unit) is { } value && value >= Low && value <= High ? value : null;
}
