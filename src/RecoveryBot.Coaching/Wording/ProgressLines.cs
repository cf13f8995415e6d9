namespace RecoveryBot.Coaching.Wording;

/// <summary>What is said of the last four weeks.</summary>
internal static class ProgressLines
{
    private const string Shelf = "Progress";

    public static Line NoSessions() => Line.Of(Shelf, []);

    public static Line Totals(int window, int sessions, int days, int minutes) => Line.Of(Shelf, [window, sessions, days, minutes]);

    public static Line Longest(int minutes, DateOnly day) => Line.Of(Shelf, [minutes, day]);

    public static Line Setback(Line what, DateOnly day, int before, int after) => Line.Of(Shelf, [what, day, before, after]);

    public static Line SetbackEasy(Line what, DateOnly day, int before, int after, int easy, int now) =>
        Line.Of(Shelf, [what, day, before, after, easy, now]);

    public static Line SetbackPause(Line what, DateOnly day) => Line.Of(Shelf, [what, day]);

    public static Line Streak(int days) => Line.Of(Shelf, [days]);

    public static Line AsText() => Line.Of(Shelf, []);

    public static Line Table(Line title, LineList rows) => Line.Of(Shelf, [title, rows]);

    public static Line RowsTitle() => Line.Of(Shelf, []);

    public static Line RowsTitleOfLast(int shown, int all) => Line.Of(Shelf, [shown, all]);

    public static Line Row(DateOnly day, int held, int target) => Line.Of(Shelf, [day, held, target]);

    public static Line RowWith(DateOnly day, int held, int target, LineList notes) => Line.Of(Shelf, [day, held, target, notes]);

    public static Line TinglingAt(int minute) => Line.Of(Shelf, [minute]);

    public static Line NotReported() => Line.Of(Shelf, []);

    public static Line Tingling() => Line.Of(Shelf, []);

    public static Line Dizzy() => Line.Of(Shelf, []);

    public static Line Pain() => Line.Of(Shelf, []);

    public static Line Other() => Line.Of(Shelf, []);

    public static Line Warning() => Line.Of(Shelf, []);

    public static Line ChartTitle() => Line.Of(Shelf, []);

    public static Line ChartTold(int window, int sessions, int shortest, int longest, int symptomDays) =>
        Line.Of(Shelf, [window, sessions, shortest, longest, symptomDays]);

    public static Line DizzyShort() => Line.Of(Shelf, []);

    public static Line OtherShort() => Line.Of(Shelf, []);

    public static Line WarningShort() => Line.Of(Shelf, []);

    public static Line Bar(DateOnly day) => Line.Of(Shelf, [day]);

    public static Line BarWith(DateOnly day, LineList felt) => Line.Of(Shelf, [day, felt]);

    public static Line Held() => Line.Of(Shelf, []);

    public static Line Target() => Line.Of(Shelf, []);

    public static Line Rest() => Line.Of(Shelf, []);

    public static Line DayOfMonth(DateOnly day) => Line.Of(Shelf, [day]);
}
