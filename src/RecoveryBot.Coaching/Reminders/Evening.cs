using NodaTime;
using RecoveryBot.Coaching.Sequence;

namespace RecoveryBot.Coaching.Reminders;

/// <summary>When an evening session is reminded of, and the latest time to start it; local times (TIME-2).</summary>
public sealed record EveningTimes(LocalDateTime Remind, LocalDateTime LatestStart);

/// <summary>What may be offered now, so that it ends half an hour before bedtime. Closed.</summary>
public abstract record EveningOffer
{
    private EveningOffer() { }

    /// <summary>The longest plan that still ends in time, at most the one wished for.</summary>
    public sealed record Session(Plan Plan) : EveningOffer;

    /// <summary>Too little time, or no hold allowed: C alone, 3–5 minutes.</summary>
    public sealed record RestOnly : EveningOffer;
}

/// <summary>The evening session: between 60 and 30 minutes before the planned bedtime (TIME-2, the
/// article's).</summary>
public static class Evening
{
    private const int RemindAhead = 60;
    private const int QuietBeforeBed = 30;

    /// <summary>The bedtime that belongs to a day; a day begins at 04:00, so one before that is after
    /// midnight.</summary>
    public static LocalDateTime BedtimeOf(LocalDate day, LocalTime bedtime) =>
        (bedtime < new LocalTime(4, 0) ? day.PlusDays(1) : day) + bedtime;

    /// <summary>Reminder and latest start for a plan.</summary>
    public static EveningTimes TimesFor(LocalDateTime bedtime, Plan plan) =>
        TimesFor(bedtime, plan.Total, plan.Allowance);

    /// <summary>Reminder and latest start.</summary>
    /// <param name="total">T, clock minutes; spare ones count.</param>
    /// <param name="allowance">a: a minute for each of U, S and V planned (FIT-10).</param>
    public static EveningTimes TimesFor(LocalDateTime bedtime, int total, int allowance)
    {
        var latest = bedtime.PlusMinutes(-QuietBeforeBed - total - allowance);
        var remind = bedtime.PlusMinutes(-RemindAhead);
        return new EveningTimes(LocalDateTime.Min(remind, latest), latest);
    }

    /// <summary>What to offer when an evening session is asked for now.</summary>
    /// <param name="wished">Whole minutes per session that the person wants.</param>
    /// <param name="hold">The most that may be held today; 0: none.</param>
    public static EveningOffer OfferAt(
        LocalDateTime now, LocalDateTime bedtime, int wished, int hold, bool extendedRise, Preference prefer,
        bool withoutS)
    {
        var left = (int)Math.Floor(Period.Between(now, bedtime, PeriodUnits.Seconds).Seconds / 60.0) - QuietBeforeBed;
        for (var total = Math.Min(wished, left); total > 0; total--)
        {
            var plan = Fitting.Fit(total, hold, extendedRise, prefer, withoutS);
            if (plan is not null && plan.Total + plan.Allowance <= left)
                return new EveningOffer.Session(plan);
        }

        return new EveningOffer.RestOnly();
    }
}
