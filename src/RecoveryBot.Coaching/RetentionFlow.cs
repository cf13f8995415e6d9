using NodaTime;
using RecoveryBot.Coaching.Reminders;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching;

/// <summary>
/// Whoever is not heard of for twelve months is erased; a month before they are told, and a sign of life keeps everything
/// (design 4).
/// </summary>
internal static class RetentionFlow
{
    private const int MonthsUntilTold = UserState.MonthsKept - 1;

    /// <summary>Between the notice and the erasure at least, however late the notice was.</summary>
    private const int DaysOfNotice = 28;

    private static readonly LocalTime Morning = new(10, 0);
    private static readonly Button Keep = new("ret-keep", TalkLines.KeepRecord(), ButtonTone.Primary);

    /// <summary>When the user is looked at for this; the same instant for all contacts of a day.</summary>
    /// <returns><see langword="null"/>: never; a guest has a timer for it (SAFE-37).</returns>
    public static DateTimeOffset? DueAt(UserState state) => state switch
    {
        { Consent.Guest: true } or { LastContact: null } => null,
        { ErasedAt: not null } => state.ErasedAt,
        // Whoever has agreed to nothing is sent nothing (only a red flag was kept of them, INV-8).
        { Consent: null } => MorningOf(state, state.LastContact.Value, UserState.MonthsKept),
        _ => MorningOf(state, state.LastContact.Value, MonthsUntilTold),
    };

    /// <summary>Early, late or twice is harmless.</summary>
    public static void Due(Turn turn)
    {
        if (DueAt(turn.State) is not { } due || due > turn.Now)
            return;

        if (turn.State is { ErasedAt: null, Consent: not null })
            Tell(turn);
        else
            turn.Erases = true;
    }

    /// <summary>The button of the notice; by then everything is kept already.</summary>
    public static void Kept(Turn turn) => turn.Answer(new Card(TalkLines.RecordKept()));

    /// <summary>The words of that button.</summary>
    /// <returns>False: it is something else, or nobody was told that anything goes.</returns>
    public static bool Typed(Turn turn, string text)
    {
        if (!turn.WasAboutToGo || TypedLabel.In(turn, new Card(TalkLines.KeepRecord(), Keep), text) is null)
            return false;
        Kept(turn);
        return true;
    }

    private static void Tell(Turn turn)
    {
        var yearOver = MorningOf(turn.State, turn.State.LastContact!.Value, UserState.MonthsKept);
        var noticeOver = turn.Now.AddDays(DaysOfNotice);
        turn.State = turn.State with { ErasedAt = yearOver > noticeOver ? yearOver : noticeOver };
        var notice = TalkLines.ErasedSoon(DateOf(turn, turn.State.LastContact!.Value), DateOf(turn, turn.State.ErasedAt.Value));
        turn.Say(new Card(notice, Keep), DeliveryClass.Nudge);
    }

    private static DateOnly DateOf(Turn turn, DateTimeOffset instant) =>
        LocalClock.Local(instant, turn.Zone ?? DateTimeZone.Utc).Date.ToDateOnly();

    private static DateTimeOffset MorningOf(UserState state, DateTimeOffset contact, int months)
    {
        var zone = state.Zone is { } id ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) ?? DateTimeZone.Utc : DateTimeZone.Utc;
        // Some zones have skipped a day.
        var date = LocalClock.Local(contact, zone).Date.PlusMonths(months);
        return LocalClock.InstantOf(date + Morning, zone) ?? LocalClock.InstantOf(date.PlusDays(1) + Morning, zone)!.Value;
    }
}
