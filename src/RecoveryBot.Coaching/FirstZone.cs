using RecoveryBot.Coaching.Dosing;

namespace RecoveryBot.Coaching;

/// <summary>
/// While no zone is known the days are UTC's, and an evening west of Greenwich is dated a day ahead: the session of
/// today would be none of the last four weeks, and tomorrow's would be refused as the second of its day.
/// </summary>
internal static class FirstZone
{
    /// <summary>Everything that happened, on the days on which the user lived it; rows already written keep their date beside their instant.</summary>
    /// <param name="dayOf">The user's day of an instant.</param>
    public static UserState Dated(UserState state, Func<DateTimeOffset, DateOnly> dayOf) => state with
    {
        Events = [.. state.Events.Select(happened => Dated(happened, dayOf(happened.At)))],
        Measures = state.Measures with
        {
            Values = [.. state.Measures.Values.Select(value => value with { Day = dayOf(value.At) })],
            BlockFrom = state.Events.FirstOrDefault(e => e is DoseEvent.Began && e.Day == state.Measures.BlockFrom) is { } first
                ? dayOf(first.At) : state.Measures.BlockFrom,
        },
        Last = state.Last is { Run: var run } last
            ? last with { Run = run with { Day = dayOf(run.StartedAt), Report = run.Report with { Day = dayOf(run.StartedAt) } } } : null,
    };

    private static DoseEvent Dated(DoseEvent happened, DateOnly day) => happened is DoseEvent.Reported told
        ? told with { Day = day, Report = told.Report with { Day = day } }
        : happened with { Day = day };
}
