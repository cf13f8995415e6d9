using System.Globalization;
using RecoveryBot.Coaching.Measuring;

namespace RecoveryBot.Tests.Coaching.Measuring;

public sealed class MeasureNumberTests
{
    [Theory]
    [Trait("Rule", "MEAS-4")]
    [InlineData(Measure.AnkleLeft, "22.5", "22.5")]
    [InlineData(Measure.AnkleLeft, "22,5 cm", "22.5")]
    [InlineData(Measure.AnkleLeft, "about 22 centimeters", "22")]
    [InlineData(Measure.AnkleLeft, "left: 22.45", "22.5")]
    [InlineData(Measure.AnkleLeft, "15", "15")]
    [InlineData(Measure.AnkleLeft, "40", "40")]
    [InlineData(Measure.AnkleLeft, "14.9", null)]
    [InlineData(Measure.AnkleLeft, "40.1", null)]
    [InlineData(Measure.AnkleLeft, "9 inches", null)]
    [InlineData(Measure.AnkleLeft, "22.5 in", null)]
    [InlineData(Measure.AnkleLeft, "225 mm", null)]
    [InlineData(Measure.AnkleLeft, "22.5 or 23", null)]
    [InlineData(Measure.AnkleLeft, "-22.5", null)]
    [InlineData(Measure.AnkleLeft, "", null)]
    [InlineData(Measure.AnkleLeft, "22.5.1", null)]
    public void An_ankle_is_centimetres_with_one_decimal(Measure what, string text, string? value) => Reads(what, text, value);

    [Theory]
    [Trait("Rule", "MEAS-5")]
    [InlineData(Measure.HeavyLegs, "0", "0")]
    [InlineData(Measure.HeavyLegs, "seven", "7")]
    [InlineData(Measure.HeavyLegs, "7/10", "7")]
    [InlineData(Measure.HeavyLegs, "7 out of 10", "7")]
    [InlineData(Measure.HeavyLegs, "10", "10")]
    [InlineData(Measure.HeavyLegs, "11", null)]
    [InlineData(Measure.HeavyLegs, "6.5", null)]
    [InlineData(Measure.HeavyLegs, "6-7", null)]
    [InlineData(Measure.HeavyLegs, "minus 4", null)]
    [InlineData(Measure.HeavyLegs, "9 inches", null)]
    [InlineData(Measure.HeavyLegs, "4 cm", null)]
    [InlineData(Measure.HeavyLegs, "1e3", null)]
    public void Heaviness_is_a_whole_number_up_to_ten(Measure what, string text, string? value) => Reads(what, text, value);

    [Theory]
    [Trait("Rule", "MEAS-6")]
    [InlineData(Measure.SleepLatency, "25", "25")]
    [InlineData(Measure.SleepLatency, "half an hour", "30")]
    [InlineData(Measure.SleepLatency, "2 hours", "120")]
    [InlineData(Measure.SleepLatency, "240 minutes", "240")]
    [InlineData(Measure.SleepLatency, "241", null)]
    [InlineData(Measure.SleepLatency, "-5", null)]
    [InlineData(Measure.SleepLatency, "minus 5", null)]
    [InlineData(Measure.SleepLatency, "40 seconds", null)]
    [InlineData(Measure.SleepLatency, "9\"", null)]
    [InlineData(Measure.SleepLatency, "9 in", null)]
    [InlineData(Measure.SleepLatency, "225 mm", null)]
    [InlineData(Measure.SleepLatency, "20 in total", "20")]
    [InlineData(Measure.SleepLatency, "I fell asleep in 20 minutes", "20")]
    public void Falling_asleep_is_whole_minutes(Measure what, string text, string? value) => Reads(what, text, value);

    [Theory]
    [Trait("Rule", "MEAS-7")]
    [InlineData(Measure.SeatedReach, "-4", "-4")]
    [InlineData(Measure.SeatedReach, "−4,5", "-4.5")]
    [InlineData(Measure.SeatedReach, "4 cm short", "-4")]
    [InlineData(Measure.SeatedReach, "minus 4", "-4")]
    [InlineData(Measure.SeatedReach, "- 4.5", "-4.5")]
    [InlineData(Measure.SeatedReach, "22 - 23", null)]
    [InlineData(Measure.SeatedReach, "+3 cm past", "3")]
    [InlineData(Measure.SeatedReach, "-40", "-40")]
    [InlineData(Measure.SeatedReach, "30", "30")]
    [InlineData(Measure.SeatedReach, "-40.5", null)]
    [InlineData(Measure.ChairReachRight, "31", null)]
    public void A_reach_may_fall_short(Measure what, string text, string? value) => Reads(what, text, value);

    private static void Reads(Measure what, string text, string? value) =>
        Assert.Equal(value is null ? null : decimal.Parse(value, CultureInfo.InvariantCulture), MeasureSpec.Of(what).Read(text));
}
