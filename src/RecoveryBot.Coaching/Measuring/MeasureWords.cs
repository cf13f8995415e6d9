using System.Globalization;
using NodaTime;
using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Measuring;

/// <summary>What is said about values: what is due, how to measure, and what has changed since the first.</summary>
internal static class MeasureWords
{
    /// <summary>Further apart than this, two values of a kind are not of the same time of day (MEAS-2).</summary>
    private static readonly TimeSpan SameTime = TimeSpan.FromHours(1);

    public static Line Menu(Turn turn)
    {
        var log = turn.State.Measures;
        var next = MeasureTopics.All.Select(topic => (Topic: topic, Day: NextDue(log, topic))).Where(t => t.Day is not null).ToList();
        var due = new LineList([.. next.Where(t => t.Day <= turn.Today).Select(t => NameOf(t.Topic))], ", ");
        if (next.Count == 0)
            return MeasureLines.Menu(log.BlockFrom < turn.Today ? MeasureLines.LateBaseline() : MeasureLines.Baseline());

        return MeasureLines.MenuAgain(
            due.Lines.Count == 0 ? MeasureLines.NothingDue(next.Min(t => t.Day)!.Value)
            : MeasureLog.IsLastDay(log.BlockFrom, turn.Today) ? MeasureLines.LastValues(due)
            : MeasureLines.Due(due));
    }

    public static Line HowTo(Turn turn, MeasureTopic topic)
    {
        var line = topic switch
        {
            MeasureTopic.Ankles when turn.State.Measures.AnkleHeight is { } height => MeasureLines.HowToAnklesAt(Shown(height)),
            MeasureTopic.Ankles => MeasureLines.HowToAnkles(),
            MeasureTopic.HeavyLegs => MeasureLines.HowToHeavyLegs(),
            MeasureTopic.Sleep => MeasureLines.HowToSleep(),
            MeasureTopic.Reach => MeasureLines.HowToReach(),
            _ => MeasureLines.HowToChairReach(),
        };
        if (topic != MeasureTopic.Sleep && HeldToday(turn))
            return MeasureLines.AfterSession(line);
        return turn.State.Measures.Values.LastOrDefault(v => v.What == MeasureTopics.Of(topic)[0]) is { } last && IsOtherTime(turn, last.At)
            ? MeasureLines.OtherTime(line, last.At)
            : line;
    }

    public static Line OutOfRange(MeasureSpec spec)
    {
        var (low, high) = ((int)spec.Low, (int)spec.High);
        return spec.Unit switch
        {
            MeasureUnit.Points => MeasureLines.BadPoints(low, high),
            MeasureUnit.Minutes => MeasureLines.BadMinutes(low, high),
            _ when spec.Low < 0 => MeasureLines.BadReach(-low, high),
            _ => MeasureLines.BadCentimetres(low, high),
        };
    }

    /// <summary>The values of a topic just told, each beside its first one.</summary>
    public static Line Result(MeasureLog log, MeasureTopic topic) =>
        new("Units", "Lines", [new LineList([.. MeasureTopics.Of(topic).Select(what => Told(log, what)).OfType<Line>()])]);

    /// <summary>Everything that was measured, first and last.</summary>
    public static Line Changes(MeasureLog log) => new("Units", "Lines", [new LineList([.. All(log)])]);

    /// <summary>One line for each measure that has a value.</summary>
    public static IEnumerable<Line> All(MeasureLog log) => MeasureSpec.All.Select(spec => Told(log, spec.Id, withNight: false)).OfType<Line>();

    /// <param name="withNight">The last night stands before the week's value.</param>
    private static Line? Told(MeasureLog log, Measure what, bool withNight = true)
    {
        if (what == Measure.SleepLatency)
            return Nights(log, withNight);
        if (MeasureChange.Of(log, what) is { } change)
            return Told(change);
        return log.OfBlock(what).LastOrDefault() is { } only ? MeasureLines.FirstValue(NameOf(what), In(what, only.Value)) : null;
    }

    private static Line Told(MeasureChange change)
    {
        var (name, last, first) = (NameOf(change.What), In(change.What, change.Last), In(change.What, change.First));
        var difference = Apart(change);
        return !change.IsClear ? MeasureLines.NoClearChange(name, last, first, change.Since, difference)
            : change.Difference < 0 ? MeasureLines.Less(name, last, first, change.Since, difference)
            : MeasureLines.More(name, last, first, change.Since, difference);
    }

    private static Line? Nights(MeasureLog log, bool withNight)
    {
        if (SleepWeeks.Of(log) is not [.., var week])
            return null;
        var night = log.OfBlock(Measure.SleepLatency).Last();
        var noted = MeasureLines.Night(In(Measure.SleepLatency, night.Value), night.Day);
        var told = MeasureChange.Of(log, Measure.SleepLatency) is { } change ? Told(change)
            : week.Median is { } median ? MeasureLines.FirstValue(NameOf(Measure.SleepLatency), In(Measure.SleepLatency, median))
            : MeasureLines.FewNights(week.Nights, SleepWeeks.FewestNights);
        return withNight ? new Line("Units", "Lines", [new LineList([noted, told], " ")]) : told;
    }

    public static Line NameOf(MeasureTopic topic) => topic switch
    {
        MeasureTopic.Ankles => MeasureLines.AnklesWord(),
        MeasureTopic.HeavyLegs => MeasureLines.HeavyLegsWord(),
        MeasureTopic.Sleep => MeasureLines.SleepWord(),
        MeasureTopic.Reach => MeasureLines.ReachWord(),
        _ => MeasureLines.ChairReachWord(),
    };

    public static Line NameOf(Measure what) => what switch
    {
        Measure.AnkleLeft => MeasureLines.NameAnkleLeft(),
        Measure.AnkleRight => MeasureLines.NameAnkleRight(),
        Measure.HeavyLegs => MeasureLines.NameHeavyLegs(),
        Measure.SleepLatency => MeasureLines.NameSleepLatency(),
        Measure.SeatedReach => MeasureLines.NameSeatedReach(),
        Measure.ChairReachLeft => MeasureLines.NameChairReachLeft(),
        _ => MeasureLines.NameChairReachRight(),
    };

    /// <summary>How far first and last value are apart, with the unit.</summary>
    public static Line Apart(MeasureChange change) => MeasureSpec.Of(change.What).Unit == MeasureUnit.Points
        ? MeasureLines.PointsApart((int)Math.Abs(change.Difference))
        : In(change.What, Math.Abs(change.Difference));

    /// <summary>The value with its unit.</summary>
    public static Line In(Measure what, decimal value) => MeasureSpec.Of(what).Unit switch
    {
        MeasureUnit.Points => MeasureLines.Points(Shown(value)),
        MeasureUnit.Minutes => MeasureLines.Minutes(Shown(value)),
        _ => MeasureLines.Centimetres(Shown(value)),
    };

    /// <summary>With a decimal where it has one, and a minus sign that is not a hyphen.</summary>
    private static string Shown(decimal value) => value.ToString("0.#", CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>
    /// A week after the last value, a night after the last one; <see langword="null"/>: it was never measured, and it is
    /// voluntary (MEAS-1).
    /// </summary>
    private static DateOnly? NextDue(MeasureLog log, MeasureTopic topic)
    {
        var last = log.OfBlock(MeasureTopics.Of(topic)[0]).LastOrDefault()?.Day;
        return topic == MeasureTopic.Sleep ? last?.AddDays(1) : last?.AddDays(7);
    }

    private static bool HeldToday(Turn turn) =>
        turn.State.Events.Any(e => e.Day == turn.Today && e is DoseEvent.Reported { Report.VRan: true });

    private static bool IsOtherTime(Turn turn, DateTimeOffset last)
    {
        if (turn.Zone is not { } zone)
            return false;
        var apart = Math.Abs((TimeOf(turn.Now, zone) - TimeOf(last, zone)).TotalMinutes);
        return Math.Min(apart, (24 * 60) - apart) > SameTime.TotalMinutes;
    }

    private static TimeSpan TimeOf(DateTimeOffset instant, DateTimeZone zone) =>
        TimeSpan.FromTicks(Instant.FromDateTimeOffset(instant).InZone(zone).TimeOfDay.TickOfDay);
}
