using System.ComponentModel.DataAnnotations;

namespace RecoveryBot;

/// <summary>How the coach runs here (section "Coaching").</summary>
public sealed class CoachingOptions
{
    /// <summary>How many protocol minutes pass in a minute; 1–600, default 1; 60: a minute passes in a second.</summary>
    [Range(1.0, 600.0)]
    public double TimeScale { get; set; } = 1;
}
