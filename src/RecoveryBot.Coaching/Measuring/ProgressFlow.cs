using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Measuring;

/// <summary>The last four weeks in two or three sentences, as a picture, and as rows (design 3.1).</summary>
internal static class ProgressFlow
{
    /// <summary>So many sessions are told one by one.</summary>
    internal const int MostRows = 14;

    public static void Say(Turn turn)
    {
        if (turn.State.Consent is null)
        {
            Talk.Welcome(turn, Afterwards.Nothing);
            return;
        }

        var history = Of(turn);
        if (!history.Sessions.Any())
            Open.Say(turn, ProgressLines.NoSessions());
        else if (turn.State is { Session: null, Check: null, Settlings: [] })
            WithPicture(turn, history);
        else
            // A pose or a sign of the body is waited for: words under it, and no picture that its next message would have to wait for.
            Open.Say(turn, Words(turn, history));
    }

    /// <summary>The table, for whoever does not see the picture or wants the numbers.</summary>
    public static void Table(Turn turn)
    {
        var history = Of(turn);
        Open.Say(turn, history.Sessions.Any() ? ProgressLines.Table(RowsTitle(history), Rows(history)) : ProgressLines.NoSessions());
    }

    /// <summary>What the rows are, and how many are left out.</summary>
    internal static Line RowsTitle(HoldHistory history) => history.Sessions.Count() is > MostRows and var all
        ? ProgressLines.RowsTitleOfLast(MostRows, all) : ProgressLines.RowsTitle();

    /// <summary>The last sessions, newest last, each with what was held and felt.</summary>
    internal static LineList Rows(HoldHistory history) => new([.. history.Sessions.TakeLast(MostRows).Select(Row)]);

    internal static Line Row(HeldSession session)
    {
        var notes = NotesOf(session);
        return notes.Count == 0
            ? ProgressLines.Row(session.Day, session.Held, session.Target)
            : ProgressLines.RowWith(session.Day, session.Held, session.Target, new LineList(notes, ", "));
    }

    internal static Line NameOf(HoldMark mark) => mark switch
    {
        HoldMark.Warning => ProgressLines.Warning(),
        HoldMark.Tingling => ProgressLines.Tingling(),
        HoldMark.Dizzy => ProgressLines.Dizzy(),
        HoldMark.Pain => ProgressLines.Pain(),
        _ => ProgressLines.Other(),
    };

    internal static HoldHistory Of(Turn turn) => HoldHistory.Of(turn.State.DoseBase, turn.State.Events, turn.Today);

    private static void WithPicture(Turn turn, HoldHistory history)
    {
        turn.Say(new Card(Words(turn, history), new Button("prg-table", ProgressLines.AsText()), new Button("prg-block", BlockName(turn))) { Chart = history });
        if (Open.Card(turn) is not null)
            Open.Say(turn, null);
    }

    private static Line BlockName(Turn turn) =>
        turn.State.Measures.BlockFrom is null || MeasureLog.IsLastDay(turn.State.Measures.BlockFrom, turn.Today) ? BlockLines.Button() : BlockLines.ButtonSoFar();

    private static Line Words(Turn turn, HoldHistory history)
    {
        var sessions = history.Sessions.ToList();
        var sentences = new List<Line>
        {
            ProgressLines.Totals(HoldHistory.Window, sessions.Count, sessions.DistinctBy(s => s.Day).Count(), sessions.Sum(s => s.Held)),
        };
        if (history.LongestComfortable is { } longest)
            sentences.Add(ProgressLines.Longest(longest.Held, longest.Day));
        if (history.LastSetback is { } day)
            sentences.Add(AfterSetback(history, day));
        if (turn.State.Settings.Streak && Streak.Of(history) is >= Streak.Shortest and var streak)
            sentences.Add(ProgressLines.Streak(streak));
        return new Line("Units", "Lines", [new LineList(sentences, " ")]);
    }

    private static Line AfterSetback(HoldHistory history, HoldDay day)
    {
        var (mark, before, after) = day.Setback!;
        var easy = history.Sessions.Where(s => s.Day > day.Day && s.IsComfortable).DistinctBy(s => s.Day).Count();
        return !history.Now.IsActive ? ProgressLines.SetbackPause(NameOf(mark), day.Day)
            : easy == 0 ? ProgressLines.Setback(NameOf(mark), day.Day, before, after)
            : ProgressLines.SetbackEasy(NameOf(mark), day.Day, before, after, easy, history.Now.Target);
    }

    private static List<Line> NotesOf(HeldSession session)
    {
        var report = session.Report;
        var notes = HoldMarks.Of(report).Select(mark => mark == HoldMark.Tingling && report.Tingling?.Onset is { } minute
            ? ProgressLines.TinglingAt(minute) : NameOf(mark)).ToList();
        if (!report.Complete)
            notes.Add(ProgressLines.NotReported());
        return notes;
    }
}
