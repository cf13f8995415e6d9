namespace RecoveryBot.Coaching.Wording;

/// <summary>What is said outside sessions.</summary>
internal static class TalkLines
{
    private const string Shelf = "Talk";

    public static Line Welcome() => Line.Of(Shelf, []);

    public static Line ConsentChanged() => Line.Of(Shelf, []);

    public static Line AgreeAgain() => Line.Of(Shelf, []);

    public static Line EraseInstead() => Line.Of(Shelf, []);

    public static Line Agree() => Line.Of(Shelf, []);

    public static Line Guest() => Line.Of(Shelf, []);

    public static Line WhatIsStored() => Line.Of(Shelf, []);

    public static Line GuestAgreed() => Line.Of(Shelf, []);

    public static Line Stored(Line runBy) => Line.Of(Shelf, [runBy]);

    public static Line ErasedSoon(DateOnly lastHeard, DateOnly erased) => Line.Of(Shelf, [lastHeard, erased]);

    public static Line KeepRecord() => Line.Of(Shelf, []);

    public static Line RecordKept() => Line.Of(Shelf, []);

    public static Line WelcomeBack(Line next) => Line.Of(Shelf, [next]);

    public static Line Help() => Line.Of(Shelf, []);

    public static Line Unknown() => Line.Of(Shelf, []);

    public static Line UnknownHere() => Line.Of(Shelf, []);

    public static Line TooLong() => Line.Of(Shelf, []);

    public static Line StepOver() => Line.Of(Shelf, []);

    public static Line AfterSession() => Line.Of(Shelf, []);

    public static Line NothingRunning() => Line.Of(Shelf, []);

    public static Line LeftDialogue() => Line.Of(Shelf, []);

    public static Line CannotRead() => Line.Of(Shelf, []);

    public static Line Hello(Line next) => Line.Of(Shelf, [next]);

    public static Line Thanks() => Line.Of(Shelf, []);

    public static Line Software() => Line.Of(Shelf, []);

    public static Line DeleteAsk() => Line.Of(Shelf, []);

    public static Line DeleteYes() => Line.Of(Shelf, []);

    public static Line DeleteNo() => Line.Of(Shelf, []);

    public static Line DeleteKept() => Line.Of(Shelf, []);

    public static Line Deleted() => Line.Of(Shelf, []);

    public static Line DeleteAfter() => Line.Of(Shelf, []);

    public static Line DeletedWithWayOut(Line cue) => Line.Of(Shelf, [cue]);

    public static Line FirstCheck() => Line.Of(Shelf, []);

    public static Line Because(int minutes, LineList reasons) => Line.Of(Shelf, [minutes, reasons]);

    public static Line BecauseNone(Line status, LineList reasons) => Line.Of(Shelf, [status, reasons]);

    public static Line StatusPaused() => Line.Of(Shelf, []);

    public static Line StatusBlocked() => Line.Of(Shelf, []);

    public static Line Reason(Line fact, Line origin) => Line.Of(Shelf, [fact, origin]);

    public static Line OriginArticle() => Line.Of(Shelf, []);

    public static Line OriginArticleOurs() => Line.Of(Shelf, []);

    public static Line OriginOurs() => Line.Of(Shelf, []);

    public static Line FactStart(int minutes) => Line.Of(Shelf, [minutes]);

    public static Line FactEarlier(int minutes) => Line.Of(Shelf, [minutes]);

    public static Line FactStartChosen(int minutes) => Line.Of(Shelf, [minutes]);

    public static Line FactClean(int minutes) => Line.Of(Shelf, [minutes]);

    public static Line FactCleanVariant() => Line.Of(Shelf, []);

    public static Line FactCleanOther() => Line.Of(Shelf, []);

    public static Line FactTingling(Line day, int before, int after) => Line.Of(Shelf, [day, before, after]);

    public static Line FactTinglingCap(int cap) => Line.Of(Shelf, [cap]);

    public static Line FactLight(Line day, int before, int after) => Line.Of(Shelf, [day, before, after]);

    public static Line FactPain(Line day, int before, int after) => Line.Of(Shelf, [day, before, after]);

    public static Line FactRedFlag() => Line.Of(Shelf, []);

    public static Line FactStillFelt() => Line.Of(Shelf, []);

    public static Line FactMissed(int before, int after) => Line.Of(Shelf, [before, after]);

    public static Line FactScreening(int cap) => Line.Of(Shelf, [cap]);

    public static Line FactScreeningOther() => Line.Of(Shelf, []);

    public static Line FactClearance() => Line.Of(Shelf, []);

    public static Line FactWish() => Line.Of(Shelf, []);

    public static Line SettingsMenu(Line minutes, Line pacing, Line variant, int hold, int goal, Line sounds, Line zone, Line quiet, Line streak, Line review) =>
        Line.Of(Shelf, [minutes, pacing, variant, hold, goal, sounds, zone, quiet, streak, review]);

    public static Line StreakOn() => Line.Of(Shelf, []);

    public static Line StreakOff() => Line.Of(Shelf, []);

    public static Line ToStreak() => Line.Of(Shelf, []);

    public static Line ToNoStreak() => Line.Of(Shelf, []);

    public static Line AskedEachTime() => Line.Of(Shelf, []);

    public static Line SetMinutes(int minutes) => Line.Of(Shelf, [minutes]);

    public static Line PacingTap() => Line.Of(Shelf, []);

    public static Line PacingHandsFree() => Line.Of(Shelf, []);

    public static Line SoundsOn() => Line.Of(Shelf, []);

    public static Line SoundsOff() => Line.Of(Shelf, []);

    public static Line ZoneUnknown() => Line.Of(Shelf, []);

    public static Line ZoneIs(string zone) => Line.Of(Shelf, [zone]);

    public static Line ChangeMinutes() => Line.Of(Shelf, []);

    public static Line ChangeGoal() => Line.Of(Shelf, []);

    public static Line ChangeLess() => Line.Of(Shelf, []);

    public static Line ChangeZone() => Line.Of(Shelf, []);

    public static Line CloseSettings() => Line.Of(Shelf, []);

    public static Line ChooseMinutes() => Line.Of(Shelf, []);

    public static Line AskSessionMinutes() => Line.Of(Shelf, []);

    public static Line AskGoal() => Line.Of(Shelf, []);

    public static Line AskLess(int target) => Line.Of(Shelf, [target]);

    public static Line AskQuiet() => Line.Of(Shelf, []);

    public static Line ChangeQuiet() => Line.Of(Shelf, []);

    public static Line QuietIs(string from, string to) => Line.Of(Shelf, [from, to]);

    public static Line NoQuiet() => Line.Of(Shelf, []);

    public static Line BadNumber(int low, int high) => Line.Of(Shelf, [low, high]);

    public static Line BadQuiet() => Line.Of(Shelf, []);

    public static Line SettingsClosed() => Line.Of(Shelf, []);


    public static Line ToHandsFree() => Line.Of(Shelf, []);

    public static Line ToTaps() => Line.Of(Shelf, []);

    public static Line ToSilent() => Line.Of(Shelf, []);

    public static Line ToSounds() => Line.Of(Shelf, []);

    public static Line ChangeSetUp() => Line.Of(Shelf, []);

    public static Line ChangeHold() => Line.Of(Shelf, []);

    public static Line OnChair() => Line.Of(Shelf, []);

    public static Line CloseToWall() => Line.Of(Shelf, []);

    public static Line AwayFromWall() => Line.Of(Shelf, []);

    public static Line ToChair() => Line.Of(Shelf, []);

    public static Line ToRules() => Line.Of(Shelf, []);

    public static Line ToClose() => Line.Of(Shelf, []);

    public static Line ToMoreSpace() => Line.Of(Shelf, []);

    public static Line ToHalfFold() => Line.Of(Shelf, []);

    public static Line ToStandingBend() => Line.Of(Shelf, []);

    public static Line ToWithS() => Line.Of(Shelf, []);

    public static Line ToWithoutS() => Line.Of(Shelf, []);

    public static Line Back() => Line.Of(Shelf, []);

    public static Line LeftOutWord() => Line.Of(Shelf, []);

    public static Line InWord() => Line.Of(Shelf, []);

    public static Line HalfFoldWord() => Line.Of(Shelf, []);

    public static Line StandingWord() => Line.Of(Shelf, []);

    public static Line ChangeFirst() => Line.Of(Shelf, []);

    public static Line ToHoldFirst() => Line.Of(Shelf, []);

    public static Line ToBalanced() => Line.Of(Shelf, []);

    public static Line HoldFirstWord() => Line.Of(Shelf, []);

    public static Line BalancedWord() => Line.Of(Shelf, []);

    public static Line AskFirstHold() => Line.Of(Shelf, []);

    public static Line SetUpMenu(Line variant, Line angle, Line bend) => Line.Of(Shelf, [variant, angle, bend]);

    public static Line HoldMenu(int hold, int goal, Line prefer) => Line.Of(Shelf, [hold, goal, prefer]);

    public static Line FactTinglingAt(Line day, int minute, int before, int after) => Line.Of(Shelf, [day, minute, before, after]);

    public static Line OnDay(DateOnly day) => Line.Of(Shelf, [day]);

    public static Line OnThisDay() => Line.Of(Shelf, []);

    public static Line FactTinglingVariant() => Line.Of(Shelf, []);

    public static Line FactTinglingRest() => Line.Of(Shelf, []);

    public static Line FactTinglingPause() => Line.Of(Shelf, []);

    public static Line FactLightRise() => Line.Of(Shelf, []);

    public static Line FactLightPause() => Line.Of(Shelf, []);

    public static Line FactPainVariant() => Line.Of(Shelf, []);

    public static Line FactPainPause() => Line.Of(Shelf, []);

    public static Line FactStreak(int streak, int need) => Line.Of(Shelf, [streak, need]);

    public static Line BecauseFrom(int minutes, Line day, LineList reasons) => Line.Of(Shelf, [minutes, day, reasons]);

    public static Line BecauseScreened(int minutes, LineList reasons) => Line.Of(Shelf, [minutes, reasons]);

    public static Line FirstWords(Line disclaimer) => Line.Of(Shelf, [disclaimer]);

    public static Line StepOverIdle() => Line.Of(Shelf, []);

    public static Line Idle() => Line.Of(Shelf, []);

    public static Line Tomorrow() => Line.Of(Shelf, []);

    public static Line Outside() => Line.Of(Shelf, []);

    public static Line RunBy(string who) => Line.Of(Shelf, [who]);

    public static Line RunByNobody() => Line.Of(Shelf, []);
}
