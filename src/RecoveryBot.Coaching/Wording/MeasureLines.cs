namespace RecoveryBot.Coaching.Wording;

/// <summary>What is said about measuring (protocol, section 5.2).</summary>
internal static class MeasureLines
{
    private const string Shelf = "Measure";

    public static Line Menu(Line due) => Line.Of(Shelf, [due]);

    public static Line MenuAgain(Line due) => Line.Of(Shelf, [due]);

    public static Line Baseline() => Line.Of(Shelf, []);

    public static Line LateBaseline() => Line.Of(Shelf, []);

    public static Line Due(LineList topics) => Line.Of(Shelf, [topics]);

    public static Line LastValues(LineList topics) => Line.Of(Shelf, [topics]);

    public static Line NothingDue(DateOnly next) => Line.Of(Shelf, [next]);

    public static Line Ankles() => Line.Of(Shelf, []);

    public static Line HeavyLegs() => Line.Of(Shelf, []);

    public static Line Sleep() => Line.Of(Shelf, []);

    public static Line Reach() => Line.Of(Shelf, []);

    public static Line ChairReach() => Line.Of(Shelf, []);

    public static Line AnklesWord() => Line.Of(Shelf, []);

    public static Line HeavyLegsWord() => Line.Of(Shelf, []);

    public static Line SleepWord() => Line.Of(Shelf, []);

    public static Line ReachWord() => Line.Of(Shelf, []);

    public static Line ChairReachWord() => Line.Of(Shelf, []);

    public static Line Changes() => Line.Of(Shelf, []);

    public static Line Close() => Line.Of(Shelf, []);

    public static Line Back() => Line.Of(Shelf, []);

    public static Line Closed() => Line.Of(Shelf, []);

    public static Line HowToAnkles() => Line.Of(Shelf, []);

    public static Line HowToAnklesAt(string height) => Line.Of(Shelf, [height]);

    public static Line AskRightAnkle() => Line.Of(Shelf, []);

    public static Line AskHeight() => Line.Of(Shelf, []);

    public static Line HowToHeavyLegs() => Line.Of(Shelf, []);

    public static Line HowToSleep() => Line.Of(Shelf, []);

    public static Line HowToReach() => Line.Of(Shelf, []);

    public static Line HowToChairReach() => Line.Of(Shelf, []);

    public static Line AskRightLeg() => Line.Of(Shelf, []);

    public static Line AfterSession(Line howto) => Line.Of(Shelf, [howto]);

    public static Line OtherTime(Line howto, DateTimeOffset last) => Line.Of(Shelf, [howto, last]);

    public static Line AskNote() => Line.Of(Shelf, []);

    public static Line NoteNone() => Line.Of(Shelf, []);

    public static Line NoteHeat() => Line.Of(Shelf, []);

    public static Line NoteTravel() => Line.Of(Shelf, []);

    public static Line NoteSalt() => Line.Of(Shelf, []);

    public static Line NotePeriod() => Line.Of(Shelf, []);

    public static Line NoteIllness() => Line.Of(Shelf, []);

    public static Line BadCentimetres(int low, int high) => Line.Of(Shelf, [low, high]);

    public static Line BadReach(int below, int high) => Line.Of(Shelf, [below, high]);

    public static Line BadPoints(int low, int high) => Line.Of(Shelf, [low, high]);

    public static Line BadMinutes(int low, int high) => Line.Of(Shelf, [low, high]);

    public static Line FirstValue(Line name, Line value) => Line.Of(Shelf, [name, value]);

    public static Line NoClearChange(Line name, Line last, Line first, DateOnly since, Line difference) => Line.Of(Shelf, [name, last, first, since, difference]);

    public static Line Less(Line name, Line last, Line first, DateOnly since, Line difference) => Line.Of(Shelf, [name, last, first, since, difference]);

    public static Line More(Line name, Line last, Line first, DateOnly since, Line difference) => Line.Of(Shelf, [name, last, first, since, difference]);

    public static Line Night(Line value, DateOnly day) => Line.Of(Shelf, [value, day]);

    public static Line FewNights(int nights, int needed) => Line.Of(Shelf, [nights, needed]);

    public static Line NameAnkleLeft() => Line.Of(Shelf, []);

    public static Line NameAnkleRight() => Line.Of(Shelf, []);

    public static Line NameHeavyLegs() => Line.Of(Shelf, []);

    public static Line NameSleepLatency() => Line.Of(Shelf, []);

    public static Line NameSeatedReach() => Line.Of(Shelf, []);

    public static Line NameChairReachLeft() => Line.Of(Shelf, []);

    public static Line NameChairReachRight() => Line.Of(Shelf, []);

    public static Line Centimetres(string value) => Line.Of(Shelf, [value]);

    public static Line PointsApart(int difference) => Line.Of(Shelf, [difference]);

    public static Line Points(string value) => Line.Of(Shelf, [value]);

    public static Line Minutes(string value) => Line.Of(Shelf, [value]);

    public static Line LeftGrew(Line result) => Line.Of(Shelf, [result]);

    public static Line RightGrew(Line result) => Line.Of(Shelf, [result]);

    public static Line BothGrow(Line result) => Line.Of(Shelf, [result]);

    public static Line SleepAdvice(Line result) => Line.Of(Shelf, [result]);
}
