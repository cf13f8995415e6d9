using System.Xml.Linq;
using RecoveryBot.Coaching.Charts;
using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Measuring;

/// <summary>Four weeks as one page of HTML that prints on one sheet: for the person, and for a clinician they may show it to.</summary>
internal sealed class BlockPage(Words words)
{
    /// <summary>Of very many changes the last are told, so that it stays one page.</summary>
    private const int MostChanges = 12;

    private const string Style = """
        @page { size: A4; margin: 12mm 15mm }
        body { font: 10pt/1.35 "DejaVu Sans", Verdana, sans-serif; color: #1d2f3f; background: #ffffff; max-width: 180mm; margin: 0 auto; padding: 4mm }
        h1 { font-size: 15pt; margin: 0 }
        h2 { font-size: 11pt; margin: 3mm 0 1mm; clear: both }
        p { margin: 1mm 0 }
        svg { float: right; width: 92mm; height: auto; margin: 0 0 1mm 5mm }
        table { border-collapse: collapse; width: 100%; font-size: 8.5pt }
        th, td { text-align: left; vertical-align: top; white-space: nowrap; padding: 0.6mm 2mm 0.6mm 0; border-bottom: 0.2mm solid #8a8a8a }
        tr { break-inside: avoid }
        .wide td:nth-child(2) { white-space: normal }
        .name { float: right; margin: 1mm 0 0 6mm }
        .small { font-size: 8.5pt }
        @media print { body { padding: 0 } }
        """;

    public string Write(BlockRecord block)
    {
        var page = new XElement("html", new XAttribute("lang", "en"),
            new XElement("head",
                new XElement("meta", new XAttribute("charset", "utf-8")),
                new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width")),
                new XElement("title", Text(BlockLines.Title())),
                new XElement("style", "\n" + Style + "\n")),
            new XElement("body",
                new XElement("p", new XAttribute("class", "name"), Text(BlockLines.Name())),
                new XElement("h1", Text(BlockLines.Title())),
                Paragraph(BlockLines.Days(block.From, block.To)),
                Small(BlockLines.Note(DoseLimits.ShortestHold, DoseLimits.LongestHold)),
                Head(BlockLines.HeadSessions()),
                block.History.Sessions.Any() ? XElement.Parse(HoldChart.Draw(block.History, words).Svg) : null,
                Paragraph(BlockWords.Sessions(block)), Paragraph(BlockWords.Hold(block)),
                Head(BlockLines.HeadFelt()), Felt(block),
                Head(BlockLines.HeadMeasured()), Measured(block),
                Head(BlockLines.HeadChanges()), Changes(block),
                Small(BlockLines.Footer())));
        return "<!DOCTYPE html>\n" + page.ToString().ReplaceLineEndings("\n") + "\n";
    }

    private XElement Felt(BlockRecord block)
    {
        var rows = block.History.Days.SelectMany(day => day.Felt.Select(report => Row(day.Day, report, day.Setback))).ToList();
        var felt = rows.Count == 0 ? Paragraph(BlockLines.NothingFelt()) : Table(rows,
            BlockLines.ColumnDay(), BlockLines.ColumnFelt(), BlockLines.ColumnGone(), BlockLines.ColumnAfter());
        return BlockWords.NotReported(block) is { } silent ? new XElement("div", felt, Paragraph(silent)) : felt;
    }

    private static IReadOnlyList<Line> Row(DateOnly day, SessionReport report, Setback? setback)
    {
        var (felt, gone) = (new List<Line>(), new List<Line>());
        foreach (var mark in HoldMarks.Of(report))
        {
            felt.Add(mark == HoldMark.Tingling && report.Tingling?.Onset is { } minute ? ProgressLines.TinglingAt(minute) : ProgressFlow.NameOf(mark));
            if (mark is HoldMark.Tingling or HoldMark.Dizzy)
                gone.Add(Gone(mark == HoldMark.Tingling ? report.Tingling!.Settled : report.Lightheaded!.Settled));
        }

        return [BlockLines.Day(day), Joined(felt), gone.Count == 0 ? BlockLines.NotAsked() : Joined(gone),
            setback is null || !report.HasDoseSymptom ? BlockLines.HoldUnchanged() : BlockLines.HoldFromTo(setback.Before, setback.After)];
    }

    private static Line Gone(SettleTime settled) => settled switch
    {
        SettleTime.Gone gone => BlockLines.GoneWithin(gone.Minutes),
        SettleTime.StillThere => BlockLines.StillThere(),
        _ => BlockLines.NotTold(),
    };

    private XElement Measured(BlockRecord block)
    {
        var rows = MeasureSpec.All.Select(spec => Row(block.Measures, spec)).OfType<IReadOnlyList<Line>>().ToList();
        if (rows.Count == 0)
            return Paragraph(BlockLines.NothingMeasured());
        var table = Table(rows, BlockLines.ColumnMeasure(), BlockLines.ColumnFirst(), BlockLines.ColumnLast(), BlockLines.ColumnDifference());
        return Notes(block) is { } notes ? new XElement("div", table, Small(notes)) : table;
    }

    private static IReadOnlyList<Line>? Row(MeasureLog log, MeasureSpec spec)
    {
        var name = MeasureWords.NameOf(spec.Id);
        if (MeasureChange.Of(log, spec.Id) is { } change)
        {
            var difference = MeasureWords.Apart(change);
            return [name, BlockLines.Value(MeasureWords.In(spec.Id, change.First), change.Since),
                BlockLines.Value(MeasureWords.In(spec.Id, change.Last), change.Until),
                !change.IsClear ? BlockLines.NoClearChange(difference)
                    : change.Difference < 0 ? BlockLines.Less(difference) : BlockLines.More(difference)];
        }

        return log.OfBlock(spec.Id).FirstOrDefault() is { } only
            ? [name, BlockLines.Value(MeasureWords.In(spec.Id, only.Value), only.Day), BlockLines.None(), BlockLines.NothingToCompare()]
            : null;
    }

    /// <summary>What may have moved a value on its day (MEAS-2).</summary>
    private static Line? Notes(BlockRecord block)
    {
        var notes = block.Measures.Values.Where(v => v.Note != MeasureNote.None && v.Day >= block.From.AddDays(-7) && v.Day <= block.To)
            .DistinctBy(v => (v.Day, v.Note)).Select(v => BlockLines.NoteOn(MeasureFlow.NameOf(v.Note), v.Day)).ToList();
        return notes.Count == 0 ? null : BlockLines.Noted(new LineList(notes, ", "));
    }

    private XElement Changes(BlockRecord block)
    {
        var all = block.Changes.Count;
        var rows = block.Changes.TakeLast(MostChanges).Select(change => (IReadOnlyList<Line>)[
            BlockLines.Day(change.Day!.Value), DoseWords.Fact(change, BlockLines.ThatDay(), block.Events), Rule(change.Origin)]).ToList();
        if (rows.Count == 0)
            return Paragraph(BlockLines.NothingChanged());
        var table = Table(rows, BlockLines.ColumnDay(), BlockLines.ColumnChange(), BlockLines.ColumnRule());
        return all > MostChanges ? new XElement("div", Small(BlockLines.LastChanges(MostChanges, all)), table) : table;
    }

    private static Line Rule(RuleOrigin origin) => origin switch
    {
        RuleOrigin.Article => BlockLines.RuleArticle(),
        RuleOrigin.ArticleWithOurNumber => BlockLines.RuleArticleOurs(),
        _ => BlockLines.RuleOurs(),
    };

    private XElement Table(IEnumerable<IReadOnlyList<Line>> rows, params Line[] columns) => new("table", new XAttribute("class", "wide"),
        new XElement("thead", new XElement("tr", columns.Select(column => new XElement("th", Text(column))))),
        new XElement("tbody", rows.Select(row => new XElement("tr", row.Select(cell => new XElement("td", Text(cell)))))));

    private XElement Head(Line line) => new("h2", Text(line));

    private XElement Paragraph(Line line) => new("p", Text(line));

    private XElement Small(Line line) => new("p", new XAttribute("class", "small"), Text(line));

    private static Line Joined(List<Line> lines) => new("Units", "Lines", [new LineList(lines, ", ")]);

    private string Text(Line line) => words.Text(line);
}
