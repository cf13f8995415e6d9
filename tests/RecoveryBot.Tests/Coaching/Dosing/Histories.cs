using FsCheck;
using FsCheck.Fluent;
using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Sequence;
using static RecoveryBot.Tests.Coaching.Dosing.VectorReader;

namespace RecoveryBot.Tests.Coaching.Dosing;

/// <summary>Random lives of a dose: sessions, breaks, symptoms, gaps, screenings, clearances, wishes and late
/// corrections, each at an instant of its own.</summary>
internal static class Histories
{
    public const int Trials = 10_000;

    public static Gen<SettleTime> Settling { get; } = Gen.Frequency(
        (6, Gen.Choose(0, 10).Select(m => (SettleTime)new SettleTime.Gone(m))),
        (2, Gen.Choose(11, 45).Select(m => (SettleTime)new SettleTime.Gone(m))),
        (1, Gen.Constant((SettleTime)new SettleTime.StillThere())),
        (1, Gen.Constant((SettleTime)new SettleTime.NotTold())));

    /// <summary>Reports without their day; mostly clean, for otherwise nothing ever grows.</summary>
    public static Gen<SessionReport> Report { get; } =
        from held in Gen.Frequency((8, Gen.Constant((int?)15)), (3, Gen.Choose(0, 18).Select(m => (int?)m)),
            (1, Gen.Constant((int?)null)))
        from symptom in Gen.Frequency((60, Gen.Constant(0)), (12, Gen.Choose(1, 10)))
        from onset in Gen.Frequency((9, Gen.Choose(0, 16).Select(m => (int?)m)), (1, Gen.Constant((int?)null)))
        from settled in Settling
        from rare in Gen.Choose(0, 59)
        from planned in Gen.Choose(2, 15)
        select new SessionReport
        {
            Day = default,
            VRan = rare != 0,
            IsBreak = rare is 1 or 2 or 3,
            Complete = rare != 4,
            CounterSkipped = rare == 5,
            RedFlag = rare == 6,
            SomethingElse = rare == 7,
            OtherPose = rare == 8 ? OtherPoseSymptom.AfterV : rare == 9 ? OtherPoseSymptom.BeforeV : default,
            Held = held,
            PlannedHold = planned,
            Tingling = symptom is 1 or 2 or 3 or 4 or 9 ? new TinglingReport(onset, settled) : null,
            Lightheaded = symptom is 5 or 6 or 9 ? new LightheadedReport(default, settled, rare > 40) : null,
            Pain = symptom is 7 or 9 ? 5 : symptom == 10 ? 3 : 0,
            PainSharp = symptom == 8,
        };

    private static Gen<DoseEvent> Setting { get; } =
        from kind in Gen.Choose(0, 15)
        from yes in Gen.Elements(true, false)
        from minutes in Gen.Choose(0, 17)
        from cap in Gen.Elements(15, 15, 10, 8, 4)
        from caution in Gen.Elements(true, false)
        select (DoseEvent)(kind switch
        {
            0 => new DoseEvent.Screened(default, default, yes, cap, caution && yes, caution, false),
            1 or 2 => new DoseEvent.Screened(default, default, true, cap, false, caution, yes),
            3 or 4 or 5 => new DoseEvent.Resumed(default, default, yes),
            6 => new DoseEvent.StartChosen(default, default, minutes),
            7 => new DoseEvent.GoalSet(default, default, minutes),
            8 => new DoseEvent.AskedForLess(default, default, minutes),
            9 => new DoseEvent.PreferChairSet(default, default, yes),
            10 => new DoseEvent.WallWished(default, default, yes),
            11 => new DoseEvent.PreferenceSet(default, default, yes ? Preference.Hold : Preference.Balanced),
            12 => new DoseEvent.WithoutSSet(default, default, yes),
            13 => new DoseEvent.StillFelt(default, default, yes),
            14 when yes => new DoseEvent.RedFlag(default, default),
            _ => new DoseEvent.Began(default, default),
        });

    private static Gen<(int Days, DoseEvent Event)> Step { get; } =
        from days in Gen.Frequency((3, Gen.Constant(0)), (20, Gen.Constant(1)), (2, Gen.Choose(2, 6)),
            (1, Gen.Choose(7, 40)))
        from e in Gen.Frequency((40, Report.Select(Reported)), (10, Setting))
        select (days, e);

    /// <summary>Events in the order in which they happened.</summary>
    public static Gen<DoseEvent[]> InOrder { get; } =
        Gen.Sized(size => Gen.Choose(1, 10 + (size / 2)).SelectMany(length => Gen.ArrayOf(Step, length)))
            .Select(Dated);

    /// <summary>The same, with sessions told several times over.</summary>
    public static Gen<DoseEvent[]> Retold { get; } =
        from events in InOrder
        from again in Gen.ArrayOf(Report, 4)
        from which in Gen.ArrayOf(Gen.Choose(0, 1000), 4)
        select (DoseEvent[])[.. events, .. Corrections(events, again, which)];

    public static Gen<Dose> Doses { get; } = InOrder.Select(events => DoseFold.Fold(Dose.Start, events));

    public static void Check<T>(Gen<T> gen, Func<T, bool> holds) =>
        Prop.ForAll(gen.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(Trials));

    /// <summary>Holds for every single event of every history: what it was, the dose before and after it.</summary>
    public static void CheckEachStep(Func<DoseEvent, Dose, Dose, bool> holds) => Check(InOrder, events =>
    {
        var dose = Dose.Start;
        foreach (var step in DoseFold.InOrder(events))
        {
            var before = dose;
            dose = step.Apply(before);
            if (!holds(step.Event, before, dose))
                return false;
        }

        return true;
    });

    private static DoseEvent Reported(SessionReport report) =>
        new DoseEvent.Reported(default, default, 0, default, report);

    private static DoseEvent[] Dated((int Days, DoseEvent Event)[] steps)
    {
        var day = 1;
        var dated = new List<DoseEvent>();
        foreach (var (days, e) in steps)
        {
            day += days;
            var at = Evening(day).AddMinutes(dated.Count);
            if (e is not DoseEvent.Reported reported)
            {
                dated.Add(e with { At = at, Day = Day(day) });
                continue;
            }

            if (!reported.Report.IsBreak)
                dated.Add(new DoseEvent.Began(at, Day(day)));
            dated.Add(new DoseEvent.Reported(
                at.AddSeconds(1), Day(day), dated.Count, at, reported.Report with { Day = Day(day) }));
        }

        return [.. dated];
    }

    private static IEnumerable<DoseEvent> Corrections(DoseEvent[] events, SessionReport[] again, int[] which)
    {
        var sessions = events.OfType<DoseEvent.Reported>().ToList();
        for (var i = 0; i < again.Length && sessions.Count > 0; i++)
        {
            var session = sessions[which[i] % sessions.Count];
            yield return session with
            {
                Told = session.Told.AddHours(i + 1),
                Report = again[i] with { Day = session.Day, IsBreak = session.Report.IsBreak },
            };
        }

        foreach (var flag in events.OfType<DoseEvent.RedFlag>().Where((_, i) => i % 2 == 0))
            yield return new DoseEvent.RedFlagTakenBack(flag.At.AddMinutes(5), flag.Day, flag.At, null);
    }
}
