namespace RecoveryBot;

/// <summary>How the coach runs here (section "Coaching").</summary>
public sealed class CoachingOptions
{
    /// <summary>How many protocol minutes pass in a minute; 1–600, default 1; 60: a minute passes in a second.</summary>
    public double TimeScale { get; set; } = 1;
}
