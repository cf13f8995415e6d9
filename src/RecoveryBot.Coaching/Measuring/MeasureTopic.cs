namespace RecoveryBot.Coaching.Measuring;

/// <summary>What is measured in one go.</summary>
public enum MeasureTopic
{
    None,
    Ankles,
    HeavyLegs,
    Sleep,
    Reach,
    ChairReach,
}

/// <summary>The question of a topic that is open.</summary>
public enum MeasurePart
{
    /// <summary>The first or only value; of two sides the left one, always first (MEAS-2).</summary>
    First,

    /// <summary>The right side.</summary>
    Second,

    /// <summary>Where the tape lies above the floor, asked once (MEAS-4).</summary>
    Height,

    /// <summary>What may have moved the value (MEAS-2).</summary>
    Note,
}

internal static class MeasureTopics
{
    /// <summary>The measures of each topic, in the order in which they are asked.</summary>
    public static IReadOnlyList<Measure> Of(MeasureTopic topic) => topic switch
    {
        MeasureTopic.Ankles => [Measure.AnkleLeft, Measure.AnkleRight],
        MeasureTopic.HeavyLegs => [Measure.HeavyLegs],
        MeasureTopic.Sleep => [Measure.SleepLatency],
        MeasureTopic.Reach => [Measure.SeatedReach],
        MeasureTopic.ChairReach => [Measure.ChairReachLeft, Measure.ChairReachRight],
        _ => [],
    };

    public static IReadOnlyList<MeasureTopic> All { get; } =
        [MeasureTopic.Ankles, MeasureTopic.HeavyLegs, MeasureTopic.Sleep, MeasureTopic.Reach, MeasureTopic.ChairReach];
}
