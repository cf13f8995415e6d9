namespace RecoveryBot.Coaching.Wording;

/// <summary>What is said about signs of the body (3.4 to 3.6).</summary>
internal static class SymptomLines
{
    private const string Shelf = "Symptoms";

    public static Line Where() => Line.Of(Shelf, []);

    public static Line FeetOrLegs() => Line.Of(Shelf, []);

    public static Line FaceOrSide() => Line.Of(Shelf, []);

    public static Line Gone() => Line.Of(Shelf, []);

    public static Line Still() => Line.Of(Shelf, []);

    public static Line Worse() => Line.Of(Shelf, []);

    public static Line FeetNow() => Line.Of(Shelf, []);

    public static Line HeadNow() => Line.Of(Shelf, []);

    public static Line NormalAgain() => Line.Of(Shelf, []);

    public static Line StillTingling() => Line.Of(Shelf, []);

    public static Line HeadClear() => Line.Of(Shelf, []);

    public static Line StillDizzy() => Line.Of(Shelf, []);

    public static Line KeepStill() => Line.Of(Shelf, []);

    public static Line KeepShaking() => Line.Of(Shelf, []);

    public static Line SinceWhen() => Line.Of(Shelf, []);

    public static Line SettledIn(int minutes) => Line.Of(Shelf, [minutes]);

    public static Line ClearAgain() => Line.Of(Shelf, []);

    public static Line SettledLater(Line next) => Line.Of(Shelf, [next]);

    public static Line NotHeard() => Line.Of(Shelf, []);

    public static Line LightTen() => Line.Of(Shelf, []);

    public static Line HoldTheWall() => Line.Of(Shelf, []);

    public static Line EaseOff() => Line.Of(Shelf, []);

    public static Line EaseOffBoth() => Line.Of(Shelf, []);

    public static Line APull() => Line.Of(Shelf, []);

    public static Line FourOrMore() => Line.Of(Shelf, []);

    public static Line ChestHead() => Line.Of(Shelf, []);

    public static Line OneCalf() => Line.Of(Shelf, []);

    public static Line TinglingLegs() => Line.Of(Shelf, []);

    public static Line EaseAndStay(Line cue, DateTimeOffset end) => Line.Of(Shelf, [cue, end]);

    public static Line EaseAndGo() => Line.Of(Shelf, []);

    public static Line WithLegsUp() => Line.Of(Shelf, []);

    public static Line YesLegsUp() => Line.Of(Shelf, []);

    public static Line NoBeganHere() => Line.Of(Shelf, []);

    public static Line NotSure() => Line.Of(Shelf, []);

    public static Line YesAny() => Line.Of(Shelf, []);

    public static Line NoNone() => Line.Of(Shelf, []);

    public static Line AskDvt() => Line.Of(Shelf, []);

    public static Line NotASymptom() => Line.Of(Shelf, []);

    public static Line NotASymptomAsk() => Line.Of(Shelf, []);

    public static Line YesIDid() => Line.Of(Shelf, []);

    public static Line NoIDidNot() => Line.Of(Shelf, []);

    public static Line TakenBack() => Line.Of(Shelf, []);

    public static Line AfterNo() => Line.Of(Shelf, []);

    public static Line EyesAfterNo() => Line.Of(Shelf, []);

    public static Line FollowUp() => Line.Of(Shelf, []);

    public static Line FollowUpGone() => Line.Of(Shelf, []);

    public static Line FollowUpNot() => Line.Of(Shelf, []);

    public static Line NowOrLast() => Line.Of(Shelf, []);

    public static Line NowWord() => Line.Of(Shelf, []);

    public static Line InLastSession() => Line.Of(Shelf, []);

    public static Line OnsetAsk() => Line.Of(Shelf, []);

    public static Line HowLongAsk() => Line.Of(Shelf, []);

    public static Line LegsNumbAsk() => Line.Of(Shelf, []);

    public static Line LegsNumbYes() => Line.Of(Shelf, []);

    public static Line LegsNumbNo() => Line.Of(Shelf, []);

    public static Line NotedDose(int minutes) => Line.Of(Shelf, [minutes]);

    public static Line NotedPaused(Line paused) => Line.Of(Shelf, [paused]);

    public static Line NotedScreening() => Line.Of(Shelf, []);

    public static Line Question() => Line.Of(Shelf, []);

    public static Line QuestionTingling() => Line.Of(Shelf, []);

    public static Line IsItNow(Line answer) => Line.Of(Shelf, [answer]);

    public static Line YesNow() => Line.Of(Shelf, []);

    public static Line NotNowFine() => Line.Of(Shelf, []);

    public static Line GoodToAsk() => Line.Of(Shelf, []);

    public static Line History() => Line.Of(Shelf, []);

    public static Line HistoryPlain() => Line.Of(Shelf, []);

    public static Line Third(Line advice) => Line.Of(Shelf, [advice]);

    public static Line ThirdAdvice() => Line.Of(Shelf, []);

    public static Line ThirdMild() => Line.Of(Shelf, []);

    public static Line ShakeAndLess(Line shake) => Line.Of(Shelf, [shake]);

    public static Line NotHeardTingling(Line message) => Line.Of(Shelf, [message]);

    public static Line AcidAfterNo() => Line.Of(Shelf, []);

    public static Line HeadAfterNo() => Line.Of(Shelf, []);

    public static Line UnwellAfterNo() => Line.Of(Shelf, []);

    public static Line GoodToHear() => Line.Of(Shelf, []);

    public static Line StopHeard() => Line.Of(Shelf, []);

    public static Line PoseEndsHere() => Line.Of(Shelf, []);

    public static Line StrangerMild() => Line.Of(Shelf, []);

    public static Line CrampAsk() => Line.Of(Shelf, []);

    public static Line CrampGone() => Line.Of(Shelf, []);

    public static Line CrampStill() => Line.Of(Shelf, []);

    public static Line CrampWalk() => Line.Of(Shelf, []);

    public static Line TingleEarly(Line early) => Line.Of(Shelf, [early]);

    public static Line AskRedPlain() => Line.Of(Shelf, []);

    public static Line Unheard(Line message) => Line.Of(Shelf, [message]);

    public static Line ComeDownFirst(Line message) => Line.Of(Shelf, [message]);

    public static Line CrisisAfter() => Line.Of(Shelf, []);

    public static Line FeelsOdd(Line cue, DateTimeOffset end) => Line.Of(Shelf, [cue, end]);

    public static Line NotedStay() => Line.Of(Shelf, []);

    public static Line NeitherWord() => Line.Of(Shelf, []);
}
