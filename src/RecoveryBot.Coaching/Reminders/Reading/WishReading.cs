namespace RecoveryBot.Coaching.Reminders.Reading;

/// <summary>What a text tells of a reminder.</summary>
public sealed record WishReading
{
    /// <summary><see langword="null"/>: not told.</summary>
    public ReminderKind? Kind { get; init; }

    public Weekdays Days { get; init; }

    /// <summary>Clock times in their order.</summary>
    public IReadOnlyList<TimeFound> Times { get; init; } = [];

    public bool EveryOtherDay { get; init; }

    public WishVerb Verb { get; init; }

    /// <summary>A word that none of it explains; with it nothing is set, so that nothing is set wrong. <see langword="null"/>: all is read.</summary>
    public string? Unknown { get; init; }

    /// <summary>A time that no clock shows, or one day instead of a weekday.</summary>
    public bool IsImpossible { get; init; }

    /// <summary>"Remind" or "reminder" was said.</summary>
    public bool SaysRemind { get; init; }

    public bool TellsSomething => Kind is not null || Days != Weekdays.None || Times.Count > 0 || Verb != WishVerb.Set;
}

/// <summary>What is to be done.</summary>
public enum WishVerb
{
    Set,
    SwitchOff,
    SwitchOn,
    Pause,
}
