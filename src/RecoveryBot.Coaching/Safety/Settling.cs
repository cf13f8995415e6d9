using System.Text.Json.Serialization;

namespace RecoveryBot.Coaching.Safety;

/// <summary>What has to become normal again.</summary>
public enum SettlingKind
{
    Tingling,
    Lightheaded,
}

/// <summary>
/// The clock after tingling or lightheadedness (SAFE-16, SAFE-21a): it asks at 2, 10 and, for tingling, 30 minutes, and
/// outlives the session, a stop and a cancel; only a red flag ends it.
/// </summary>
public sealed record Settling
{
    public required SettlingKind Kind { get; init; }

    /// <summary>First message of the present question.</summary>
    public int Step { get; init; }

    /// <summary>Ordinal of the session that takes the symptom.</summary>
    public required int Session { get; init; }

    /// <summary>When it was pressed or first written.</summary>
    public required DateTimeOffset Since { get; init; }

    public double TimeScale { get; init; } = 1;

    /// <summary>Checks asked so far: 0 to 3 (tingling) or 2 (lightheaded).</summary>
    public int Asked { get; init; }

    /// <summary>When the last check was asked; <see langword="null"/>: none yet.</summary>
    public DateTimeOffset? LastAsked { get; init; }

    /// <summary>The person has said "still there" since the last check.</summary>
    public bool Answered { get; init; }

    /// <summary>What ten minutes bring has been said: an answer or silence has decided it.</summary>
    public bool TenDecided { get; init; }

    /// <summary>"Since when?" is asked: the answer came more than 2 minutes after a check (SAFE-16a).</summary>
    public bool AskingSinceWhen { get; init; }

    /// <summary>"Feet or legs, or somewhere else?" is asked (SAFE-28).</summary>
    public bool AskingWhere { get; init; }

    /// <summary>Protocol minutes of the checks.</summary>
    public static IReadOnlyList<int> ChecksOf(SettlingKind kind) => kind == SettlingKind.Tingling ? [2, 10, 30] : [2, 10];

    /// <summary>The check at ten minutes is asked and nobody has answered yet.</summary>
    [JsonIgnore]
    public bool AwaitsTen => Asked == 2 && !TenDecided;

    /// <summary>When the next check is due, or silence decides; <see langword="null"/>: the next contact answers.</summary>
    [JsonIgnore]
    public DateTimeOffset? WakeAt
    {
        get
        {
            var pace = new Pace(TimeScale);
            if (AwaitsTen)
                return LastAsked + pace.Waits(SilenceAtTen);
            var checks = ChecksOf(Kind);
            if (Asked >= checks.Count)
                return null;

            var due = Since + pace.Lasts(checks[Asked]);
            // However fast the clock runs, a person gets time to answer the check before.
            var answered = LastAsked + pace.Waits(TimeSpan.FromMinutes(checks[Asked] - (Asked == 0 ? 0 : checks[Asked - 1])));
            return answered > due ? answered : due;
        }
    }

    /// <summary>Later than this after a check an answer no longer tells when it was gone (SAFE-16a).</summary>
    public static TimeSpan SilenceAtTen { get; } = TimeSpan.FromMinutes(2);
}
