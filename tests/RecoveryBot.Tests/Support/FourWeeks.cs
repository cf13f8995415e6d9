using RecoveryBot.Coaching.Dosing;

namespace RecoveryBot.Tests.Support;

/// <summary>Four weeks of a made-up person, day by day: most days easy, some off, one with tingling that stayed, one dizzy.</summary>
internal static class FourWeeks
{
    public static readonly DateOnly First = new(2026, 3, 2);

    public static readonly DateOnly Last = First.AddDays(27);

    private static readonly int[] DaysOff = [4, 10, 17, 18];

    public static IReadOnlyList<DoseEvent> Events { get; } = Lead();

    /// <summary>A session of one day, reported; as long as the dose before it allows unless told otherwise.</summary>
    public static DoseEvent.Reported Session(DateOnly day, int number, int held, Func<SessionReport, SessionReport>? change = null)
    {
        var report = new SessionReport { Day = day, VRan = true, Held = held, PlannedHold = held, Complete = true };
        var at = new DateTimeOffset(day, new TimeOnly(19, 0), TimeSpan.Zero);
        return new DoseEvent.Reported(at, day, number, at.AddMinutes(30), change?.Invoke(report) ?? report);
    }

    private static List<DoseEvent> Lead()
    {
        var events = new List<DoseEvent> { new DoseEvent.StartChosen(new DateTimeOffset(First, new TimeOnly(18, 0), TimeSpan.Zero), First, 7) };
        for (var (day, number) = (0, 0); day < 28; day++)
        {
            var (date, dose) = (First.AddDays(day), DoseFold.Fold(Dose.Start, events));
            var hold = DoseRules.PlannedHold(dose, date);
            if (hold == 0 || DaysOff.Contains(day))
                continue;
            events.Add(day switch
            {
                8 => Session(date, ++number, hold - 1, r => r with { Tingling = new TinglingReport(hold - 1, new SettleTime.Gone(14)) }),
                15 => Session(date, ++number, hold - 2),
                20 => Session(date, ++number, hold, r => r with { Lightheaded = new LightheadedReport(LightheadedMoment.Rise, new SettleTime.Gone(2)) }),
                25 => Session(date, ++number, hold, r => r with { OtherPose = OtherPoseSymptom.BeforeV }),
                _ => Session(date, ++number, hold),
            });
        }

        return events;
    }
}
