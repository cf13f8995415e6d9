namespace RecoveryBot.Tests.Coaching.Dosing;

/// <summary>The protocol's tables 4.4 and 4.6, word for word, so that they can be compared by eye.</summary>
internal static class DoseVectors
{
    /// <summary>All on day 20, last session day 19; goal 15, ceiling of screening 15, extended rise off unless noted.
    /// id, situation, before, report, next target, status, streak/run, need, cap, variant, extended rise.</summary>
    public const string Updates =
        """
        | DV-1 | first ever clean session at 5 | 5, 0/0, 3, 15, WALL_EASY | held 5 | 5 | ACTIVE | 1/1 | 3 | 15 | WALL_EASY | off |
        | DV-2 | third clean in a row at 5 | 5, 2/2, 3, 15, WALL_EASY | held 5 | 6 | ACTIVE | 0/3 | 3 | 15 | WALL_EASY | off |
        | DV-3 | third clean in a row at 9 | 9, 2/14, 3, 15, WALL_EASY | held 9 | 10 | ACTIVE | 0/15 | 3 | 15 | WALL_EASY | off |
        | DV-4 | third clean at the ceiling | 15, 2/40, 3, 15, WALL_EASY | held 15 | 15 | ACTIVE | 3/41 | 3 | 15 | WALL_EASY | off |
        | DV-5 | third clean, goal is 10 | 10, 2/20, 3, 15, WALL_EASY; goal 10 | held 10 | 10 | ACTIVE | 3/21 | 3 | 15 | WALL_EASY | off |
        | DV-6 | third clean, caution ceiling 10 | 10, 2/20, 3, 10, WALL_EASY; base_cap 10 | held 10 | 10 | ACTIVE | 3/21 | 3 | 10 | WALL_EASY | off |
        | DV-7 | second session of the same day | 8, 2/2, 3, 15, WALL_EASY; already clean today | held 8 | 8 | ACTIVE | 2/2 | 3 | 15 | WALL_EASY | off |
        | DV-8 | stopped early, no symptom | 8, 2/2, 3, 15, WALL_EASY | held 6 | 8 | ACTIVE | 2/2 | 3 | 15 | WALL_EASY | off |
        | DV-9 | held 1 min longer than told, streak 1 | 8, 1/1, 3, 15, WALL_EASY | held 9 | 8 | ACTIVE | 2/2 | 3 | 15 | WALL_EASY | off |
        | DV-10 | tingling at 6 of 8, gone in 2 min | 8, 2/9, 3, 15, WALL_EASY | held 6; tingling from 6, settled 2 | 5 | ACTIVE | 0/0 | 5 | 10 | WALL_EASY | off |
        | DV-11 | tingling at 12 of 15, gone in 1 min | 15, 1/31, 3, 15, WALL | held 12; tingling from 12, settled 1 | 11 | ACTIVE | 0/0 | 5 | 15 | WALL_EASY | off |
        | DV-12 | tingling only on coming out, 10 of 10 | 10, 0/15, 3, 15, WALL_EASY | held 10; tingling from 10, settled 3 | 9 | ACTIVE | 0/0 | 5 | 10 | WALL_EASY | off |
        | DV-13 | numb at 5 of 10, gone in 4 min | 10, 0/15, 3, 15, WALL_EASY | held 5; tingling from 5, settled 4 | 4 | ACTIVE | 0/0 | 5 | 8 | WALL_EASY | off |
        | DV-14 | tingling at 7 of 8, took 15 min to clear | 8, 1/1, 3, 15, WALL_EASY | held 7; tingling from 7, settled 15 | 5 | ACTIVE | 0/0 | 5 | 10 | WALL_EASY | off; rest_until 22 |
        | DV-15 | tingling at 7 of 8, still there after 30 min | 8, 1/1, 3, 15, WALL_EASY | held 7; tingling from 7, settled no | 5 | PAUSED (TINGLING_UNRESOLVED) | 0/0 | 5 | 10 | WALL_EASY | off; rest_until 22 |
        | DV-16 | tingling at 2 of 6 | 6, 1/1, 3, 15, WALL_EASY | held 2; tingling from 2, settled 2 | 2 | PAUSED (TINGLING_EARLY) | 0/0 | 5 | 8 | WALL_EASY | off |
        | DV-17 | second tingling day in 14 | 7, 1/1, 3, 15, WALL_EASY; tingling days 12 | held 6; tingling from 6, settled 2 | 5 | ACTIVE | 0/0 | 5 | 10 | CHAIR | off |
        | DV-18 | third tingling day in 14 | 6, 1/1, 3, 15, CHAIR; tingling days 9,14 | held 5; tingling from 5, settled 2 | 4 | PAUSED (TINGLING_REPEATED) | 0/0 | 5 | 8 | CHAIR | off |
        | DV-19 | third tingling day, first is 15 days old | 6, 1/1, 3, 15, WALL_EASY; tingling days 5,14 | held 5; tingling from 5, settled 2 | 4 | ACTIVE | 0/0 | 5 | 8 | CHAIR | off |
        | DV-20 | lightheaded on rising, gone in 2 min | 10, 2/12, 3, 15, WALL_EASY | held 10; lightheaded RISE, settled 2 | 8 | ACTIVE | 0/0 | 5 | 15 | WALL_EASY | on |
        | DV-21 | second lightheaded day in 14 | 8, 1/1, 3, 15, WALL_EASY; lightheaded days 15; ext on | held 8; lightheaded RISE, settled 3 | 6 | PAUSED (LIGHTHEADED_REPEATED) | 0/0 | 5 | 15 | WALL_EASY | on |
        | DV-22 | lightheaded, not settled after 10 min | 8, 1/1, 3, 15, WALL_EASY | held 8; lightheaded POSE, settled 11 | 6 | PAUSED (LIGHTHEADED_UNRESOLVED) | 0/0 | 5 | 15 | WALL_EASY | on |
        | DV-23 | lightheaded at the 2-min floor | 2, 1/1, 3, 15, CHAIR | held 2; lightheaded RISE, settled 1 | 2 | PAUSED (AT_FLOOR) | 0/0 | 5 | 15 | CHAIR | on |
        | DV-24 | hamstring pain 5/10 at 8 | 8, 1/1, 3, 15, WALL | held 4; pain 5 | 7 | ACTIVE | 0/0 | 5 | 15 | WALL_EASY | off |
        | DV-25 | stretch feeling 2/10 only | 8, 0/4, 3, 15, WALL_EASY | held 8; pain 2 | 8 | ACTIVE | 1/5 | 3 | 15 | WALL_EASY | off |
        | DV-26 | tingling at 9 and lightheaded on rising, 10 min | 10, 1/1, 3, 15, WALL_EASY | held 9; tingling from 9, settled 2; lightheaded RISE, settled 2 | 8 | ACTIVE | 0/0 | 5 | 10 | WALL_EASY | on |
        | DV-27 | chest pain at minute 3 | 12, 1/1, 3, 15, WALL_EASY | held 3; red flag | 5 | BLOCKED (RED_FLAG) | 0/0 | 5 | 15 | WALL_EASY | off |
        | DV-28 | fifth clean after a tingling event, on the wall | 5, 4/4, 5, 10, WALL_EASY | held 5 | 6 | ACTIVE | 0/5 | 3 | 10 | WALL_EASY | off |
        | DV-29 | fifth clean after an event, on the chair | 5, 4/4, 5, 8, CHAIR | held 5 | 5 | ACTIVE | 0/5 | 3 | 8 | WALL_EASY | off |
        | DV-30 | 20th clean in a row, ceiling had been 8 | 8, 5/19, 3, 8, WALL_EASY | held 8 | 9 | ACTIVE | 0/20 | 3 | 15 | WALL_EASY | off |
        | DV-31 | 10th clean in a row switches extended rise off | 6, 0/9, 3, 15, WALL_EASY; ext on | held 6 | 6 | ACTIVE | 1/10 | 3 | 15 | WALL_EASY | off |
        | DV-32 | 20th clean in a row; two hours later a tingling is told (DOSE-3a) | 8, 5/19, 3, 8, WALL_EASY | first: held 8; then: held 8; tingling from 7, settled 2 | 6 | ACTIVE | 0/0 | 5 | 8 | WALL_EASY | off |
        | DV-33 | fifth clean on the chair; two hours later a tingling is told (DOSE-3a) | 5, 4/4, 5, 8, CHAIR; pain days 14 | first: held 5; then: held 5; tingling from 5, settled 2 | 4 | ACTIVE | 0/0 | 5 | 8 | CHAIR | off |
        | DV-34 | tingling pressed at 6 of 8, never answered (DOSE-10a) | 8, 1/1, 3, 15, WALL_EASY | held 6; tingling from 6, settled unknown | 4 | ACTIVE | 0/0 | 5 | 10 | WALL_EASY | off; rest_until 22 |
        | DV-35 | the same, told on day 21 "gone after 3 minutes" | 8, 1/1, 3, 15, WALL_EASY | first: held 6; tingling from 6, settled unknown; then: held 6; tingling from 6, settled 3 | 5 | ACTIVE | 0/0 | 5 | 10 | WALL_EASY | off |
        | DV-36 | fifth clean on the chair by own wish (DOSE-5a) | 5, 4/4, 5, 8, CHAIR; prefer_chair | held 5 | 6 | ACTIVE | 0/5 | 3 | 8 | CHAIR | off |
        | DV-37 | third clean, "Use the chair" for this session (DOSE-5a) | 8, 2/14, 3, 15, WALL_EASY | held 8 | 9 | ACTIVE | 0/15 | 3 | 15 | WALL_EASY | off |
        | DV-38 | fifth clean on the chair, locked by screening | 5, 4/4, 5, 8, CHAIR; lock_chair | held 5 | 6 | ACTIVE | 0/5 | 3 | 8 | CHAIR | off |
        | DV-39 | tingling in E only, clear no to "with your legs up?" (SAFE-29) | 8, 2/2, 3, 15, WALL_EASY | held 8; other pose | 8 | ACTIVE | 2/2 | 3 | 15 | WALL_EASY | off |
        | DV-40 | Dizzy in U, no V (SAFE-29) | 8, 2/2, 3, 15, WALL_EASY | no V; lightheaded POSE, settled 3 | 6 | ACTIVE | 0/0 | 5 | 15 | WALL_EASY | on |
        | DV-41 | clean on 20 and 21; then told that on day 20 tingling took 15 min | 8, 1/1, 3, 15, WALL_EASY | day 20 first: held 8; day 21: held 8; day 20 then: held 8; tingling from 7, settled 15 | 5 | ACTIVE | 0/0 | 5 | 10 | WALL_EASY | off; rest_until 22 |
        | DV-42 | UNREPORTED, answered 20 hours later, before the next session (SEQ-26) | 5, 2/2, 3, 15, WALL_EASY | held 5 | 6 | ACTIVE | 0/3 | 3 | 15 | WALL_EASY | off |
        | DV-43 | UNREPORTED, answered after 40 hours, no symptom | 5, 2/2, 3, 15, WALL_EASY | not in time; held 5 | 5 | ACTIVE | 2/2 | 3 | 15 | WALL_EASY | off |
        """;

    /// <summary>From day 1 and target 5. day, event, next target, status, streak/run, need, cap, variant, rise.</summary>
    public const string Story =
        """
        | 1 | clean | 5 | ACTIVE | 1/1 | 3 | 15 | WALL_EASY | off |
        | 2 | clean | 5 | ACTIVE | 2/2 | 3 | 15 | WALL_EASY | off |
        | 3 | clean | 6 | ACTIVE | 0/3 | 3 | 15 | WALL_EASY | off |
        | 4 | clean | 6 | ACTIVE | 1/4 | 3 | 15 | WALL_EASY | off |
        | 5 | clean | 6 | ACTIVE | 2/5 | 3 | 15 | WALL_EASY | off |
        | 6 | clean | 7 | ACTIVE | 0/6 | 3 | 15 | WALL_EASY | off |
        | 7 | tingling from 6 of 7, settled 2 | 5 | ACTIVE | 0/0 | 5 | 10 | WALL_EASY | off |
        | 8 | clean | 5 | ACTIVE | 1/1 | 5 | 10 | WALL_EASY | off |
        | 9 | clean | 5 | ACTIVE | 2/2 | 5 | 10 | WALL_EASY | off |
        | 10 | clean | 5 | ACTIVE | 3/3 | 5 | 10 | WALL_EASY | off |
        | 11 | clean | 5 | ACTIVE | 4/4 | 5 | 10 | WALL_EASY | off |
        | 12 | clean | 6 | ACTIVE | 0/5 | 3 | 10 | WALL_EASY | off |
        | 13 | clean | 6 | ACTIVE | 1/6 | 3 | 10 | WALL_EASY | off |
        | 14 | tingling from 4 of 6, settled 3 | 3 | ACTIVE | 0/0 | 5 | 8 | CHAIR | off |
        | 15 | clean | 3 | ACTIVE | 1/1 | 5 | 8 | CHAIR | off |
        | 16 | clean | 3 | ACTIVE | 2/2 | 5 | 8 | CHAIR | off |
        | 17 | clean | 3 | ACTIVE | 3/3 | 5 | 8 | CHAIR | off |
        | 18 | clean | 3 | ACTIVE | 4/4 | 5 | 8 | CHAIR | off |
        | 19 | clean | 3 | ACTIVE | 0/5 | 3 | 8 | WALL_EASY | off |
        | 20 | clean | 3 | ACTIVE | 1/6 | 3 | 8 | WALL_EASY | off |
        | 21 | clean | 3 | ACTIVE | 2/7 | 3 | 8 | WALL_EASY | off |
        | 22 | clean | 4 | ACTIVE | 0/8 | 3 | 8 | WALL_EASY | off |
        | 23 | clean hold, lightheaded on rising, settled 2 | 2 | ACTIVE | 0/0 | 5 | 8 | WALL_EASY | on |
        """;
}
