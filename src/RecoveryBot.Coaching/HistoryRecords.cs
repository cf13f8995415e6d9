using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Sequence;

namespace RecoveryBot.Coaching;

/// <summary>One session or break as history keeps it.</summary>
/// <param name="Number">Ordinal of the session for this user, from 1.</param>
/// <param name="Day">The user's day it belongs to (from 04:00).</param>
/// <param name="StartedAt">When its plan was accepted.</param>
/// <param name="EndedAt"><see langword="null"/> while it runs.</param>
/// <param name="IsBreak">A leg-up break (TIME-8) instead of a session.</param>
/// <param name="Plan">Minutes for each pose as planned.</param>
/// <param name="Held">Whole minutes with the legs up that the timer saw; <see langword="null"/>: V did not run, or not known.</param>
public sealed record SessionRecord(
    int Number, DateOnly Day, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, bool IsBreak, Plan Plan, int? Held);

/// <summary>What was told about one session; a later one of the same number replaces it (DOSE-3a).</summary>
public sealed record ReportRecord(int Session, DateOnly Day, DateTimeOffset ToldAt, SessionReport Report);
