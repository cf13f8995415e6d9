using System.Globalization;
using System.Text;
using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Measuring;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Charts;

/// <summary>The minutes held on each day, beside those allowed, with what was felt: it reads at 300 pixels too.</summary>
internal static class HoldChart
{
    private const int Width = 960;
    private const int Height = 660;
    private const int Left = 90;
    private const int TitleBottom = 75;
    private const int Top = 160;
    private const int Bottom = 490;
    private const int MinuteHeight = (Bottom - Top) / DoseLimits.LongestHold;
    private const int Right = 930;
    private const int LegendTop = 577;
    private const int LegendRow = 52;
    private const int LegendColumns = 4;
    private const int LegendColumn = 218;

    // On white: text at least 4.5:1, everything else at least 3:1, the line of what was allowed also against the bars.
    private const string Paper = "#ffffff";
    private const string Ink = "#1d2f3f";
    private const string Grid = "#8a8a8a";
    private const string Bar = "#3d8f87";

    public static ChatChart Draw(HoldHistory history, Words words)
    {
        var svg = new Svg(Width, Height, Paper);
        svg.Text(Left, 56, 34, Ink, words.Text(ProgressLines.ChartTitle()));
        DrawRest(svg, history);
        DrawScale(svg, history, words);
        DrawBars(svg, history);
        DrawTargets(svg, history);
        DrawMarks(svg, history);
        DrawLegend(svg, history, words);
        return new ChatChart(svg.ToString(), words.Text(Told(history)), words.Text(ProgressFlow.RowsTitle(history)), Bars(history, words), DoseLimits.LongestHold);
    }

    private static Line Told(HoldHistory history)
    {
        var sessions = history.Sessions.ToList();
        return ProgressLines.ChartTold(
            history.Days.Count, sessions.Count, sessions.Min(s => s.Held), sessions.Max(s => s.Held), history.Days.Count(d => d.Marks.Count > 0));
    }

    private static List<ChatBar> Bars(HoldHistory history, Words words)
    {
        var bars = new List<ChatBar>();
        foreach (var session in history.Sessions.TakeLast(ProgressFlow.MostRows))
        {
            var marks = HoldMarks.Of(session.Report);
            var label = marks.Count == 0
                ? ProgressLines.Bar(session.Day)
                : ProgressLines.BarWith(session.Day, new LineList([.. marks.Select(ProgressFlow.NameOf)], ", "));
            bars.Add(new ChatBar(words.Text(label), session.Held, session.Target, words.Text(ProgressFlow.Row(session)), marks.Count > 0));
        }

        return bars;
    }

    private static void DrawScale(Svg svg, HoldHistory history, Words words)
    {
        for (var minutes = 0; minutes <= DoseLimits.LongestHold; minutes += 5)
        {
            svg.Line(Left, YOf(minutes), Right, YOf(minutes), Grid, minutes == 0 ? 3 : 2);
            svg.Text(Left - 14, YOf(minutes) + 11, 32, Ink, minutes.ToString(CultureInfo.InvariantCulture), "end");
        }

        for (var day = 0; day < history.Days.Count; day += 7)
        {
            var x = XOf(history, day) + (DayWidth(history) / 2);
            svg.Line(x, Bottom, x, Bottom + 10, Grid, 3);
            svg.Text(x, Bottom + 47, 32, Ink, words.Text(ProgressLines.DayOfMonth(history.Days[day].Day)), "middle");
        }
    }

    /// <summary>Slanting lines over the days without a hold.</summary>
    private static void DrawRest(Svg svg, HoldHistory history)
    {
        var width = DayWidth(history);
        for (var day = 0; day < history.Days.Count; day++)
        {
            if (history.Days[day].IsRest)
                Hatch(svg, XOf(history, day), Top, width, Bottom - Top);
        }
    }

    private static void Hatch(Svg svg, int x, int top, int width, int height)
    {
        for (var y = top + width; y <= top + height; y += width / 2)
            svg.Line(x, y, x + width, y - width, Grid, 2);
    }

    private static void DrawBars(Svg svg, HoldHistory history)
    {
        var width = DayWidth(history);
        for (var day = 0; day < history.Days.Count; day++)
        {
            var top = YOf(history.Days[day].Held);
            if (top < Bottom)
                svg.Rect(XOf(history, day) + 4, top, width - 8, Bottom - top, Bar);
        }
    }

    /// <summary>One step a day, on a white edge, so that it is seen over the bars too.</summary>
    private static void DrawTargets(Svg svg, HoldHistory history)
    {
        var path = new StringBuilder();
        for (var day = 0; day < history.Days.Count; day++)
        {
            if (history.Days[day].Target is not { } target)
                continue;
            var (x, y) = (XOf(history, day), YOf(target));
            if (path.Length == 0)
                path.Append(CultureInfo.InvariantCulture, $"M{x} {y}");
            path.Append(CultureInfo.InvariantCulture, $"V{y}H{x + DayWidth(history)}");
        }

        if (path.Length == 0)
            return;
        svg.Path(path.ToString(), Paper, 9);
        svg.Path(path.ToString(), Ink, 5);
    }

    private static void DrawMarks(Svg svg, HoldHistory history)
    {
        for (var day = 0; day < history.Days.Count; day++)
        {
            var shown = history.Days[day];
            var y = Math.Min(YOf(shown.Held), YOf(shown.Target ?? 0)) - 22;
            // The title stays free: of very many the first are drawn, and the rows tell them all.
            foreach (var mark in shown.Marks.TakeWhile(_ => y > TitleBottom))
            {
                ChartMarks.Draw(svg, mark, XOf(history, day) + (DayWidth(history) / 2), y);
                y -= 29;
            }
        }
    }

    /// <summary>Only what is in the picture.</summary>
    private static void DrawLegend(Svg svg, HoldHistory history, Words words)
    {
        var at = 0;
        Entry(ProgressLines.Held(), (x, y) => svg.Rect(x - 11, y - 15, 22, 30, Bar));
        Entry(ProgressLines.Target(), (x, y) => svg.Line(x - 18, y, x + 18, y, Ink, 5));
        foreach (var mark in history.Days.SelectMany(day => day.Marks).Distinct().Order())
            Entry(ChartMarks.NameOf(mark), (x, y) => ChartMarks.Draw(svg, mark, x, y));
        if (history.Days.Any(day => day.IsRest))
            Entry(ProgressLines.Rest(), (x, y) => Hatch(svg, x - 9, y - 18, 18, 36));

        void Entry(Line name, Action<int, int> icon)
        {
            var (x, y) = (Left + (at % LegendColumns * LegendColumn), LegendTop + (at / LegendColumns * LegendRow));
            icon(x, y);
            svg.Text(x + 28, y + 11, 30, Ink, words.Text(name));
            at++;
        }
    }

    private static int DayWidth(HoldHistory history) => (Right - Left) / history.Days.Count;

    private static int XOf(HoldHistory history, int day) => Left + (day * DayWidth(history));

    /// <summary>More than the longest hold is drawn as that.</summary>
    private static int YOf(int minutes) => Bottom - (Math.Min(minutes, DoseLimits.LongestHold) * MinuteHeight);
}
