using RecoveryBot.Coaching.Dosing;

namespace RecoveryBot.Coaching.Measuring;

/// <summary>The last days as the events tell them: what was held, what was allowed, what was felt (MEAS-9).</summary>
/// <param name="Days">One for each day, oldest first; the last one is today.</param>
/// <param name="Now">The dose after all of them.</param>
public sealed record HoldHistory(IReadOnlyList<HoldDay> Days, Dose Now)
{
    /// <summary>The days that <c>/progress</c> looks back on, today included: four weeks (TIME-5).</summary>
    public const int Window = 28;

    /// <summary>The sessions in which the legs were up, breaks apart; oldest first.</summary>
    public IEnumerable<HeldSession> Sessions => Days.SelectMany(day => day.Sessions);

    /// <summary>The longest hold, a minute at least, that was reported and went without any symptom; <see langword="null"/>: none did.</summary>
    public HeldSession? LongestComfortable => Sessions.Where(session => session is { IsComfortable: true, Held: > 0 }).MaxBy(session => session.Held);

    /// <summary>The last day with a symptom that changed the dose; <see langword="null"/>: there was none.</summary>
    public HoldDay? LastSetback => Days.LastOrDefault(day => day.Setback is not null);

    /// <param name="start">The dose before the first of <paramref name="events"/>.</param>
    /// <param name="today">The last day of the window.</param>
    /// <param name="days">How many days it has.</param>
    public static HoldHistory Of(Dose start, IEnumerable<DoseEvent> events, DateOnly today, int days = Window)
    {
        var first = today.AddDays(1 - days);
        var steps = DoseFold.InOrder(events).Where(step => step.Event.Day <= today).ToList();
        var dose = steps.TakeWhile(step => step.Event.Day < first).Aggregate(start, (before, step) => step.Apply(before));
        var known = dose.LastDay is not null;
        var byDay = steps.Where(step => step.Event.Day >= first).ToLookup(step => step.Event.Day);
        var list = new List<HoldDay>(days);
        for (var day = first; day <= today; day = day.AddDays(1))
        {
            var (opening, sessions, felt) = (dose, new List<HeldSession>(), new List<SessionReport>());
            Setback? setback = null;
            foreach (var step in byDay[day])
            {
                var before = dose;
                dose = step.Apply(before);
                if (step.Event is not DoseEvent.Reported { Report: var report })
                    continue;
                if (HoldMarks.Of(report).Count > 0)
                    felt.Add(report);
                if (report is { VRan: true, IsBreak: false, Held: { } held })
                    sessions.Add(new HeldSession(day, held, before.Target, report));
                if (report.HasDoseSymptom)
                    setback = new Setback(HoldMarks.Of(report)[0], setback?.Before ?? before.Target, dose.Target);
            }

            known |= sessions.Count > 0;
            var target = sessions.Count > 0 ? sessions[0].Target : dose.Target;
            list.Add(new HoldDay(day, known ? target : null, sessions, felt, setback)
            {
                IsRest = known && sessions.Count == 0 && !opening.IsOpenOn(day),
            });
        }

        return new HoldHistory(list, dose);
    }
}

/// <summary>One day of the history.</summary>
/// <param name="Target">The hold that was allowed, minutes; <see langword="null"/>: before the first session.</param>
/// <param name="Felt">The reports of this day in which something was felt, in any pose.</param>
/// <param name="Setback">What a symptom did to the hold; <see langword="null"/>: nothing did.</param>
public sealed record HoldDay(
    DateOnly Day, int? Target, IReadOnlyList<HeldSession> Sessions, IReadOnlyList<SessionReport> Felt, Setback? Setback)
{
    /// <summary>What was felt, each once.</summary>
    public IReadOnlyList<HoldMark> Marks { get; } = [.. Felt.SelectMany(HoldMarks.Of).Distinct().Order()];

    /// <summary>No hold was allowed, and none was made: a day off after a symptom, or a pause (DOSE-11, DOSE-22).</summary>
    public bool IsRest { get; init; }

    /// <summary>Minutes of the longest hold of the day; 0: none.</summary>
    public int Held => Sessions.Count == 0 ? 0 : Sessions.Max(session => session.Held);
}

/// <summary>One session in which the legs were up.</summary>
/// <param name="Held">Whole minutes.</param>
/// <param name="Target">The hold that was allowed, minutes.</param>
public sealed record HeldSession(DateOnly Day, int Held, int Target, SessionReport Report)
{
    /// <summary>Reported, and nothing was felt in any pose.</summary>
    public bool IsComfortable => Report.Complete && HoldMarks.Of(Report).Count == 0;
}

/// <summary>A symptom that changed the hold.</summary>
/// <param name="Mark">What it was; of several the first that counts.</param>
/// <param name="Before">The hold allowed before, minutes.</param>
/// <param name="After">The hold allowed after it, minutes.</param>
public sealed record Setback(HoldMark Mark, int Before, int After);
