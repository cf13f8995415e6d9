using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Measuring;

/// <summary>Four weeks in sentences, for the chat and for the page.</summary>
internal static class BlockWords
{
    /// <summary>Of more the last are told in words; the page has them all.</summary>
    private const int MostSetbacks = 3;

    /// <summary>When, how much, what was felt, and where the hold stands.</summary>
    public static Line Done(BlockRecord block)
    {
        var lines = new List<Line> { Sessions(block), Felt(block), Hold(block) };
        lines.Insert(0, !block.IsBlock ? BlockLines.Recent(block.From, block.To)
            : block.IsFull ? BlockLines.Full(block.From, block.To)
            : BlockLines.SoFar(block.From, block.To.DayNumber - block.From.DayNumber + 1, MeasureLog.BlockDays));
        return Under(lines);
    }

    /// <summary>First, last and difference of each measure (MEAS-3).</summary>
    public static Line Measured(BlockRecord block) => MeasureWords.All(block.Measures).ToList() is { Count: > 0 } lines
        ? Under(lines) : BlockLines.NothingMeasured();

    public static Line Sessions(BlockRecord block)
    {
        var sessions = block.History.Sessions.ToList();
        var total = BlockLines.Totals(sessions.Count, sessions.DistinctBy(s => s.Day).Count(), sessions.Sum(s => s.Held));
        return block.History.LongestComfortable is { } longest
            ? new Line("Units", "Lines", [new LineList([total, ProgressLines.Longest(longest.Held, longest.Day)], " ")]) : total;
    }

    /// <summary>Where it began and where it is, and what changed it on the way.</summary>
    public static Line Hold(BlockRecord block)
    {
        var dose = block.History.Now;
        var sentences = new List<Line>
        {
            !dose.IsActive ? BlockLines.HoldPaused()
                : block.FirstTarget is not { } first || first == dose.Target ? BlockLines.HoldSame(dose.Target)
                : BlockLines.HoldThenNow(first, dose.Target),
        };
        sentences.AddRange(block.History.Days.Where(day => day.Setback is { } setback && setback.After < setback.Before).TakeLast(MostSetbacks)
            .Select(day => Setback(day.Day, day.Setback!, dose)));
        if (block.Changes.Count(change => change is { Fact: DoseFact.CleanDays, Aspect: DoseAspect.Target }) is > 0 and var times)
            sentences.Add(BlockLines.Grew(times));
        return new Line("Units", "Lines", [new LineList(sentences, " ")]);
    }

    /// <summary>On a pause no sentence before it has named the hold.</summary>
    private static Line Setback(DateOnly day, Setback setback, Dose now) => now.IsActive
        ? BlockLines.Setback(ProgressFlow.NameOf(setback.Mark), day, setback.Before, setback.After)
        : ProgressLines.Setback(ProgressFlow.NameOf(setback.Mark), day, setback.Before, setback.After);

    /// <summary>What was reported, each with its days, and of how many sessions nothing was.</summary>
    public static Line Felt(BlockRecord block)
    {
        var marks = block.History.Days.SelectMany(day => day.Marks).GroupBy(mark => mark).OrderBy(days => days.Key)
            .Select(days => BlockLines.OnDays(ProgressFlow.NameOf(days.Key), days.Count())).ToList();
        var felt = marks.Count == 0 ? BlockLines.NothingFelt() : BlockLines.Felt(new LineList(marks, ", "));
        return NotReported(block) is { } silent ? new Line("Units", "Lines", [new LineList([felt, silent], " ")]) : felt;
    }

    /// <summary>Whether anything was felt is not known of all of them; <see langword="null"/>: it is.</summary>
    public static Line? NotReported(BlockRecord block) =>
        block.History.Sessions.Count(session => !session.Report.Complete) is > 0 and var sessions ? BlockLines.NotReported(sessions) : null;

    private static Line Under(List<Line> lines) => new("Units", "Lines", [new LineList(lines)]);
}
