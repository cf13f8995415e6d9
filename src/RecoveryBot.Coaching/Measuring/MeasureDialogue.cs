using RecoveryBot.Coaching.Measuring;

namespace RecoveryBot.Coaching;

/// <summary>The dialogue of measuring.</summary>
public abstract partial record Dialogue
{
    /// <summary>The list of what can be measured is shown (<see cref="MeasureTopic.None"/>), or one value is asked for.</summary>
    public sealed record Measuring(MeasureTopic Topic = MeasureTopic.None, MeasurePart Part = MeasurePart.First) : Dialogue;
}
