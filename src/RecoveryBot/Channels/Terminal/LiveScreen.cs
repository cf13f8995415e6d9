using System.Globalization;
using System.Text;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace RecoveryBot.Channels.Terminal;

/// <summary>
/// A real terminal: messages are panels that scroll by; the row below them is ours, with the time left while a pose
/// runs and what is being typed. That row alone is ever rewritten.
/// </summary>
public sealed class LiveScreen : ITerminalScreen, IDisposable
{
    private const int WidestPanel = 80;
    private const string ClearRow = "\r\u001b[2K";

    private readonly IAnsiConsole _console;
    private readonly TimeProvider _clock;
    private readonly ITimer _tick;
    private readonly Lock _drawing = new();
    private string _typed = "";
    private DateTimeOffset? _poseEnds;
    private bool _closed;

    public LiveScreen(IAnsiConsole console, TimeProvider clock)
    {
        _console = console;
        _clock = clock;
        _tick = clock.CreateTimer(_ => Redraw(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Show(ChatMessage message)
    {
        lock (_drawing)
        {
            if (_closed)
                return;

            _console.Profile.Out.Writer.Write(ClearRow);
            _console.Write(PanelOf(message));
            if (message.Sound)
                _console.Profile.Out.Writer.Write('\a');
            if (MovesOn(message))
                _poseEnds = message.Countdown;
            DrawRow();
        }
    }

    /// <summary>Shows what has been typed so far.</summary>
    /// <param name="words">At least the end of it; of a long line only the end is shown.</param>
    public void Type(string words)
    {
        lock (_drawing)
        {
            _typed = words;
            DrawRow();
        }
    }

    /// <summary>The line is finished: it stays on the screen, and an empty row follows.</summary>
    public void Said()
    {
        lock (_drawing)
        {
            if (_closed)
                return;

            _console.Profile.Out.Writer.Write(ClearRow);
            _console.Write(new Text("> " + Tail(_console.Profile.Width - 3), new Style(decoration: Decoration.Dim)));
            _console.Profile.Out.Writer.Write('\n');
            _typed = "";
            DrawRow();
        }
    }

    /// <summary>Gives the terminal back: no more ticks, and the cursor at the start of an empty row.</summary>
    public void Dispose()
    {
        lock (_drawing)
        {
            if (_closed)
                return;

            _closed = true;
            _tick.Dispose();
            _console.Profile.Out.Writer.Write(ClearRow);
            _console.Profile.Out.Writer.Flush();
        }
    }

    /// <summary>The time left, rounded up, so that it reads 0:00 never too early.</summary>
    public static string TimeLeft(TimeSpan left)
    {
        var seconds = (long)Math.Ceiling(left.TotalSeconds);
        return string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00} left");
    }

    /// <summary>A plain answer in the middle of a pose, such as to <c>/why</c>, leaves the pose running.</summary>
    private static bool MovesOn(ChatMessage message) =>
        message.Countdown is not null
        || message.Buttons.Count > 0
        || message.Class is DeliveryClass.Safety or DeliveryClass.Session;

    private Grid PanelOf(ChatMessage message)
    {
        var rows = new List<IRenderable> { new Text(string.Join('\n', TerminalText.Lines(message.Text))) };
        if (message.Chart is { Bars.Count: > 0 } chart)
            rows.AddRange([Text.Empty, new Text(TerminalText.OneLine(chart.Title)), BarsOf(chart)]);
        if (message.Buttons.Count > 0)
            rows.Add(Text.Empty);
        foreach (var (label, tone) in TerminalInput.Labels(message))
            rows.Add(new Text(label, StyleOf(tone)));

        var panel = new Panel(new Rows(rows))
        {
            Border = BoxBorder.Rounded,
            BorderStyle = new Style(message.Class == DeliveryClass.Safety ? Color.Red : Color.Teal),
            Padding = new Padding(1, 0),
            Expand = true,
        };
        // A panel's own width is its least one: only the column around it keeps long lines from widening it.
        return new Grid().AddColumn(new GridColumn { Width = PanelWidth, Padding = new Padding(0) }).AddRow(panel);
    }

    private int PanelWidth => Math.Min(WidestPanel, _console.Profile.Width);

    /// <summary>What was held as a full bar, up to what was allowed as a light one, and both as numbers.</summary>
    private Grid BarsOf(ChatChart chart)
    {
        var labels = chart.Bars.Select(bar => TerminalText.OneLine(bar.Label)).ToList();
        var widest = Math.Min(labels.Max(label => label.Length), PanelWidth / 2);
        // The frame takes 4 columns, the gaps 2, "15 of 15" 8.
        var room = Math.Max(PanelWidth - 4 - widest - 2 - 8, chart.Most);
        var grid = new Grid()
            .AddColumn(new GridColumn { Width = widest, Alignment = Justify.Right, Padding = new Padding(0, 0, 1, 0) })
            .AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(0) });
        foreach (var (bar, label) in chart.Bars.Zip(labels))
        {
            var (held, allowed) = (CellsOf(bar.Value), CellsOf(bar.Allowed));
            var drawn = new Paragraph()
                .Append(new string('█', held), new Style(bar.Marked ? Color.Red : Color.Teal))
                .Append(new string('░', Math.Max(0, allowed - held)), new Style(Color.Grey))
                .Append(string.Create(CultureInfo.InvariantCulture, $" {bar.Value} of {bar.Allowed}"));
            grid.AddRow(new Text(label), drawn);
        }

        return grid;

        int CellsOf(int value) => Math.Min(value, chart.Most) * room / chart.Most;
    }

    private static Style StyleOf(ButtonTone tone) => tone switch
    {
        ButtonTone.Primary => new Style(Color.Green, decoration: Decoration.Bold),
        ButtonTone.Alarm => new Style(Color.Red),
        _ => new Style(Color.Teal),
    };

    private void Redraw()
    {
        lock (_drawing)
            DrawRow();
    }

    private void DrawRow()
    {
        if (_closed)
            return;

        _console.Profile.Out.Writer.Write(ClearRow);
        var status = Status();
        if (status.Length > 0)
            _console.Write(new Text(status, new Style(Color.Yellow)));
        _console.Write(new Text("> " + Tail(_console.Profile.Width - status.Length - 3)));
        _console.Profile.Out.Writer.Flush();
    }

    /// <summary>The time left and a space, and the next tick when that reading changes; nothing when no pose runs.</summary>
    private string Status()
    {
        if (_poseEnds is not { } end || end - _clock.GetUtcNow() is var left && left <= TimeSpan.Zero)
        {
            _tick.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return "";
        }

        // A millisecond later than exact, because a timer may fire that much early and would show the old second.
        var part = TimeSpan.FromTicks((left.Ticks - 1) % TimeSpan.TicksPerSecond + 1);
        _tick.Change(part + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
        return TimeLeft(left) + " ";
    }

    /// <summary>The end of what has been typed, as much as <paramref name="cells"/> columns hold: the row never wraps.</summary>
    private string Tail(int cells)
    {
        var runes = TerminalText.OneLine(_typed).EnumerateRunes().ToArray();
        var first = runes.Length;
        while (first > 0)
        {
            cells -= new Segment(runes[first - 1].ToString()).CellCount();
            if (cells < 0)
                break;
            first--;
        }

        var tail = new StringBuilder();
        foreach (var rune in runes.AsSpan(first))
            tail.Append(rune);
        return tail.ToString();
    }
}
