using RecoveryBot.Coaching.Measuring;

namespace RecoveryBot.Coaching;

/// <summary>The dialogues of measuring and of the end of four weeks.</summary>
public abstract partial record Dialogue
{
    /// <summary>The list of what can be measured is shown (<see cref="MeasureTopic.None"/>), or one value is asked for.</summary>
    public sealed record Measuring(MeasureTopic Topic = MeasureTopic.None, MeasurePart Part = MeasurePart.First) : Dialogue;

    /// <summary>Four weeks are full, and what comes next is asked (TIME-5).</summary>
    public sealed record BlockEnd(Afterwards Then) : Dialogue;
}
