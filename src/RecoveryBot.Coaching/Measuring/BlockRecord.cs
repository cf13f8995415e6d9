using RecoveryBot.Coaching.Dosing;

namespace RecoveryBot.Coaching.Measuring;

/// <summary>Four weeks, or as much of them as there is: what was done, felt and measured, and what the coach changed (TIME-5).</summary>
/// <param name="From">Day 1.</param>
/// <param name="To">Day 28, or today before that.</param>
/// <param name="Changes">Every change of the dose in these days, oldest first.</param>
/// <param name="Events">What the changes follow from.</param>
/// <param name="Measures">Its block begins on day 1.</param>
public sealed record BlockRecord(
    DateOnly From, DateOnly To, HoldHistory History, IReadOnlyList<DoseReason> Changes, IReadOnlyList<DoseEvent> Events, MeasureLog Measures)
{
    /// <summary>Fewer days make no chart.</summary>
    private const int FewestDays = 7;

    /// <summary>One is running, or has just come to its end; false: these are the last 28 days.</summary>
    public bool IsBlock { get; init; }

    /// <summary>All four weeks are in it.</summary>
    public bool IsFull => MeasureLog.IsLastDay(From, To);

    /// <summary>The hold that was allowed in the first session, minutes; <see langword="null"/>: there was none.</summary>
    public int? FirstTarget => History.Sessions.FirstOrDefault()?.Target;

    /// <summary>The present four weeks; without any the last 28 days. West over the date line today may be the day before day 1.</summary>
    public static BlockRecord Of(UserState state, DateOnly today)
    {
        var from = state.Measures.BlockFrom ?? today.AddDays(1 - MeasureLog.BlockDays);
        var last = from.AddDays(MeasureLog.BlockDays - 1);
        return Of(state, from, today < from ? from : last < today ? last : today) with { IsBlock = state.Measures.BlockFrom is not null };
    }

    /// <summary>Any days.</summary>
    public static BlockRecord Of(UserState state, DateOnly from, DateOnly to) => new(
        from, to, HoldHistory.Of(state.DoseBase, state.Events, to, Math.Max(FewestDays, to.DayNumber - from.DayNumber + 1)),
        [.. DoseReasons.Changes(state.DoseBase, state.Events).Where(change => change.Day >= from && change.Day <= to)],
        state.Events, state.Measures with { BlockFrom = from });
}
