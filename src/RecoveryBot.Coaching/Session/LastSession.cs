namespace RecoveryBot.Coaching.Session;

/// <summary>The session before, as far as late answers and old symptom buttons need it.</summary>
/// <param name="Run">What was true of it.</param>
/// <param name="EndedAt">When its last message went out.</param>
/// <param name="Unreported">Its questions are still open (SEQ-26).</param>
public sealed record LastSession(Run Run, DateTimeOffset EndedAt, bool Unreported);
