namespace RecoveryBot.Coaching.Safety;

/// <summary>What is kept of the screening.</summary>
public sealed record ScreeningRecord;
