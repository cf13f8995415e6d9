namespace RecoveryBot.Coaching.Wording;

/// <summary>What is said outside sessions.</summary>
internal static class TalkLines
{
    private const string Shelf = "Talk";

    public static Line Welcome() => Line.Of(Shelf, []);

    public static Line Agree() => Line.Of(Shelf, []);

    public static Line Guest() => Line.Of(Shelf, []);

    public static Line WhatIsStored() => Line.Of(Shelf, []);

    public static Line Agreed() => Line.Of(Shelf, []);

    public static Line GuestAgreed() => Line.Of(Shelf, []);

    public static Line Stored(Line disclaimer) => Line.Of(Shelf, [disclaimer]);

    public static Line WelcomeBack() => Line.Of(Shelf, []);

    public static Line Help() => Line.Of(Shelf, []);

    public static Line Unknown() => Line.Of(Shelf, []);

    public static Line UnknownHere() => Line.Of(Shelf, []);

    public static Line TooLong() => Line.Of(Shelf, []);

    public static Line StepOver() => Line.Of(Shelf, []);

    public static Line AfterSession() => Line.Of(Shelf, []);

    public static Line NothingRunning() => Line.Of(Shelf, []);

    public static Line LeftDialogue() => Line.Of(Shelf, []);

    public static Line CannotRead() => Line.Of(Shelf, []);

    public static Line Hello() => Line.Of(Shelf, []);

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

    public static Line StatusToday() => Line.Of(Shelf, []);

    public static Line StatusScreening() => Line.Of(Shelf, []);

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

    public static Line FactTingling(DateOnly day, int before, int after) => Line.Of(Shelf, [day, before, after]);

    public static Line FactTinglingCap(int cap) => Line.Of(Shelf, [cap]);

    public static Line FactTinglingOther() => Line.Of(Shelf, []);

    public static Line FactLight(DateOnly day, int before, int after) => Line.Of(Shelf, [day, before, after]);

    public static Line FactLightOther() => Line.Of(Shelf, []);

    public static Line FactPain(DateOnly day, int before, int after) => Line.Of(Shelf, [day, before, after]);

    public static Line FactPainOther() => Line.Of(Shelf, []);

    public static Line FactRedFlag() => Line.Of(Shelf, []);

    public static Line FactStillFelt() => Line.Of(Shelf, []);

    public static Line FactMissed(int before, int after) => Line.Of(Shelf, [before, after]);

    public static Line FactScreening(int cap) => Line.Of(Shelf, [cap]);

    public static Line FactScreeningOther() => Line.Of(Shelf, []);

    public static Line FactClearance() => Line.Of(Shelf, []);

    public static Line FactWish() => Line.Of(Shelf, []);

    public static Line LearnAsk() => Line.Of(Shelf, []);

    public static Line LearnTingling() => Line.Of(Shelf, []);

    public static Line LearnPressure() => Line.Of(Shelf, []);

    public static Line LearnStress() => Line.Of(Shelf, []);

    public static Line LearnTime() => Line.Of(Shelf, []);

    public static Line LearnSwelling() => Line.Of(Shelf, []);

    public static Line LearnSleep() => Line.Of(Shelf, []);

    public static Line LearnRaises() => Line.Of(Shelf, []);

    public static Line LearnWho() => Line.Of(Shelf, []);

    public static Line LearnTinglingCard() => Line.Of(Shelf, []);

    public static Line LearnPressureCard() => Line.Of(Shelf, []);

    public static Line LearnStressCard() => Line.Of(Shelf, []);

    public static Line LearnTimeCard() => Line.Of(Shelf, []);

    public static Line LearnSwellingCard() => Line.Of(Shelf, []);

    public static Line LearnSleepCard() => Line.Of(Shelf, []);

    public static Line LearnRaisesCard() => Line.Of(Shelf, []);

    public static Line LearnWhoCard() => Line.Of(Shelf, []);

    public static Line SettingsMenu(Line minutes, Line pacing, Line chair, int goal, Line sounds, Line zone) => Line.Of(Shelf, [minutes, pacing, chair, goal, sounds, zone]);

    public static Line AskedEachTime() => Line.Of(Shelf, []);

    public static Line SetMinutes(int minutes) => Line.Of(Shelf, [minutes]);

    public static Line PacingTap() => Line.Of(Shelf, []);

    public static Line PacingHandsFree() => Line.Of(Shelf, []);

    public static Line ChairOn() => Line.Of(Shelf, []);

    public static Line ChairOff() => Line.Of(Shelf, []);

    public static Line SoundsOn() => Line.Of(Shelf, []);

    public static Line SoundsOff() => Line.Of(Shelf, []);

    public static Line ZoneUnknown() => Line.Of(Shelf, []);

    public static Line ZoneIs(string zone) => Line.Of(Shelf, [zone]);

    public static Line ChangeMinutes() => Line.Of(Shelf, []);

    public static Line ChangePacing() => Line.Of(Shelf, []);

    public static Line ChangeChair() => Line.Of(Shelf, []);

    public static Line ChangeGoal() => Line.Of(Shelf, []);

    public static Line ChangeLess() => Line.Of(Shelf, []);

    public static Line ChangeSounds() => Line.Of(Shelf, []);

    public static Line ChangeZone() => Line.Of(Shelf, []);

    public static Line CloseSettings() => Line.Of(Shelf, []);

    public static Line AskSessionMinutes() => Line.Of(Shelf, []);

    public static Line AskGoal() => Line.Of(Shelf, []);

    public static Line AskLess(int target) => Line.Of(Shelf, [target]);

    public static Line AskZone() => Line.Of(Shelf, []);

    public static Line BadNumber(int low, int high) => Line.Of(Shelf, [low, high]);

    public static Line BadZone() => Line.Of(Shelf, []);

    public static Line SettingsClosed() => Line.Of(Shelf, []);

    public static Line AgeNote() => Line.Of(Shelf, []);
}
