namespace RecoveryBot.Coaching.Wording;

/// <summary>What is said at the end of four weeks, in the chat and on the page (TIME-5).</summary>
internal static class BlockLines
{
    private const string Shelf = "Block";

    public static Line Full(DateOnly from, DateOnly to) => Line.Of(Shelf, [from, to]);

    public static Line Recent(DateOnly from, DateOnly to) => Line.Of(Shelf, [from, to]);

    public static Line SoFar(DateOnly from, int day, int days) => Line.Of(Shelf, [from, day, days]);

    public static Line Totals(int sessions, int days, int minutes) => Line.Of(Shelf, [sessions, days, minutes]);

    public static Line NothingFelt() => Line.Of(Shelf, []);

    public static Line Felt(LineList marks) => Line.Of(Shelf, [marks]);

    public static Line NotReported(int sessions) => Line.Of(Shelf, [sessions]);

    public static Line OnDays(Line what, int days) => Line.Of(Shelf, [what, days]);

    public static Line HoldSame(int minutes) => Line.Of(Shelf, [minutes]);

    public static Line HoldThenNow(int first, int now) => Line.Of(Shelf, [first, now]);

    public static Line Setback(Line what, DateOnly day, int before, int after) => Line.Of(Shelf, [what, day, before, after]);

    public static Line Grew(int times) => Line.Of(Shelf, [times]);

    public static Line HoldPaused() => Line.Of(Shelf, []);

    public static Line NothingMeasured() => Line.Of(Shelf, []);

    public static Line Page() => Line.Of(Shelf, []);

    public static Line PageAndLastValues(LineList due) => Line.Of(Shelf, [due]);

    public static Line Choice(int minutes) => Line.Of(Shelf, [minutes]);

    public static Line GoOn() => Line.Of(Shelf, []);

    public static Line Stay() => Line.Of(Shelf, []);

    public static Line Stop() => Line.Of(Shelf, []);

    public static Line WentOn() => Line.Of(Shelf, []);

    public static Line Stayed(int minutes) => Line.Of(Shelf, [minutes]);

    public static Line Stopped() => Line.Of(Shelf, []);

    public static Line Button() => Line.Of(Shelf, []);

    public static Line ButtonSoFar() => Line.Of(Shelf, []);

    public static Line Title() => Line.Of(Shelf, []);

    public static Line Name() => Line.Of(Shelf, []);

    public static Line Days(DateOnly from, DateOnly to) => Line.Of(Shelf, [from, to]);

    public static Line Note(int shortest, int longest) => Line.Of(Shelf, [shortest, longest]);

    public static Line HeadSessions() => Line.Of(Shelf, []);

    public static Line HeadFelt() => Line.Of(Shelf, []);

    public static Line HeadMeasured() => Line.Of(Shelf, []);

    public static Line HeadChanges() => Line.Of(Shelf, []);

    public static Line ColumnDay() => Line.Of(Shelf, []);

    public static Line ColumnFelt() => Line.Of(Shelf, []);

    public static Line ColumnGone() => Line.Of(Shelf, []);

    public static Line ColumnAfter() => Line.Of(Shelf, []);

    public static Line ColumnMeasure() => Line.Of(Shelf, []);

    public static Line ColumnFirst() => Line.Of(Shelf, []);

    public static Line ColumnLast() => Line.Of(Shelf, []);

    public static Line ColumnDifference() => Line.Of(Shelf, []);

    public static Line ColumnChange() => Line.Of(Shelf, []);

    public static Line ColumnRule() => Line.Of(Shelf, []);

    public static Line Day(DateOnly day) => Line.Of(Shelf, [day]);

    public static Line Value(Line value, DateOnly day) => Line.Of(Shelf, [value, day]);

    public static Line GoneWithin(int minutes) => Line.Of(Shelf, [minutes]);

    public static Line StillThere() => Line.Of(Shelf, []);

    public static Line NotTold() => Line.Of(Shelf, []);

    public static Line NotAsked() => Line.Of(Shelf, []);

    public static Line HoldUnchanged() => Line.Of(Shelf, []);

    public static Line HoldFromTo(int before, int after) => Line.Of(Shelf, [before, after]);

    public static Line NoClearChange(Line difference) => Line.Of(Shelf, [difference]);

    public static Line Less(Line difference) => Line.Of(Shelf, [difference]);

    public static Line More(Line difference) => Line.Of(Shelf, [difference]);

    public static Line None() => Line.Of(Shelf, []);

    public static Line NothingToCompare() => Line.Of(Shelf, []);

    public static Line NoteOn(Line note, DateOnly day) => Line.Of(Shelf, [note, day]);

    public static Line Noted(LineList notes) => Line.Of(Shelf, [notes]);

    public static Line LastChanges(int last, int all) => Line.Of(Shelf, [last, all]);

    public static Line NothingChanged() => Line.Of(Shelf, []);

    public static Line ThatDay() => Line.Of(Shelf, []);

    public static Line RuleArticle() => Line.Of(Shelf, []);

    public static Line RuleArticleOurs() => Line.Of(Shelf, []);

    public static Line RuleOurs() => Line.Of(Shelf, []);

    public static Line Week(Line sessions, Line felt, int hold) => Line.Of(Shelf, [sessions, felt, hold]);

    public static Line DescribeReview(LineList day, string time) => Line.Of(Shelf, [day, time]);

    public static Line ReviewButton() => Line.Of(Shelf, []);

    public static Line AskReview(string time) => Line.Of(Shelf, [time]);

    public static Line ReviewOff() => Line.Of(Shelf, []);

    public static Line ReviewOn(LineList day, string time) => Line.Of(Shelf, [day, time]);

    public static Line ReviewQuiet(LineList day, string time) => Line.Of(Shelf, [day, time]);

    public static Line NoReview() => Line.Of(Shelf, []);

    public static Line Footer() => Line.Of(Shelf, []);
}
