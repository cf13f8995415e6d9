namespace RecoveryBot.Coaching.Reminders;

/// <summary>Local hours without nudges, unless asked for.</summary>
/// <param name="To">Before <paramref name="From"/>: on the next day. The same: there are none.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly To)
{
    /// <summary>22:00–07:00 (design 3.1), our own choice.</summary>
    public static QuietHours Usual { get; } = new(new TimeOnly(22, 0), new TimeOnly(7, 0));

    public bool Covers(TimeOnly time) => From != To && (From < To ? time >= From && time < To : time >= From || time < To);
}
