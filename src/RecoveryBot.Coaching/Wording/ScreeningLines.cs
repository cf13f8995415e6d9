namespace RecoveryBot.Coaching.Wording;

/// <summary>The health questions, the pre-check and what they lead to (3.1 to 3.3).</summary>
internal static class ScreeningLines
{
    private const string Shelf = "Screening";

    public static Line First(Line card) => Line.Of(Shelf, [card]);

    public static Line Card0() => Line.Of(Shelf, []);

    public static Line Card1() => Line.Of(Shelf, []);

    public static Line Card2() => Line.Of(Shelf, []);

    public static Line Card3() => Line.Of(Shelf, []);

    public static Line Card4() => Line.Of(Shelf, []);

    public static Line Card5() => Line.Of(Shelf, []);

    public static Line Card6() => Line.Of(Shelf, []);

    public static Line Card7() => Line.Of(Shelf, []);

    public static Line NoneOfThese() => Line.Of(Shelf, []);

    public static Line OneOrMore() => Line.Of(Shelf, []);

    public static Line WhichSign() => Line.Of(Shelf, []);

    public static Line SignChest() => Line.Of(Shelf, []);

    public static Line SignBreath() => Line.Of(Shelf, []);

    public static Line SignFaint() => Line.Of(Shelf, []);

    public static Line SignHeadache() => Line.Of(Shelf, []);

    public static Line SignSight() => Line.Of(Shelf, []);

    public static Line SignStroke() => Line.Of(Shelf, []);

    public static Line SignFlashes() => Line.Of(Shelf, []);

    public static Line SignLeg() => Line.Of(Shelf, []);

    public static Line SignBack() => Line.Of(Shelf, []);

    public static Line NotSure() => Line.Of(Shelf, []);

    public static Line Yes() => Line.Of(Shelf, []);

    public static Line No() => Line.Of(Shelf, []);

    public static Line Q2b() => Line.Of(Shelf, []);

    public static Line Q3() => Line.Of(Shelf, []);

    public static Line Q4b() => Line.Of(Shelf, []);

    public static Line Q5a() => Line.Of(Shelf, []);

    public static Line Q5b() => Line.Of(Shelf, []);

    public static Line Q5c() => Line.Of(Shelf, []);

    public static Line Q6() => Line.Of(Shelf, []);

    public static Line Q7() => Line.Of(Shelf, []);

    public static Line Q8a() => Line.Of(Shelf, []);

    public static Line Q8b() => Line.Of(Shelf, []);

    public static Line Q9a() => Line.Of(Shelf, []);

    public static Line Q9b() => Line.Of(Shelf, []);

    public static Line Q10a() => Line.Of(Shelf, []);

    public static Line Q10b() => Line.Of(Shelf, []);

    public static Line Q10c() => Line.Of(Shelf, []);

    public static Line Q11() => Line.Of(Shelf, []);

    public static Line Q12a() => Line.Of(Shelf, []);

    public static Line Q12b() => Line.Of(Shelf, []);

    public static Line Q13b() => Line.Of(Shelf, []);

    public static Line Q13c() => Line.Of(Shelf, []);

    public static Line Q14() => Line.Of(Shelf, []);

    public static Line Q15a() => Line.Of(Shelf, []);

    public static Line Q15b() => Line.Of(Shelf, []);

    public static Line Q16() => Line.Of(Shelf, []);

    public static Line Q17() => Line.Of(Shelf, []);

    public static Line Q18() => Line.Of(Shelf, []);

    public static Line Q19() => Line.Of(Shelf, []);

    public static Line Q20() => Line.Of(Shelf, []);

    public static Line WeeksAgo() => Line.Of(Shelf, []);

    public static Line WhichWeek() => Line.Of(Shelf, []);

    public static Line StillSo(Line question) => Line.Of(Shelf, [question]);

    public static Line StillTrue() => Line.Of(Shelf, []);

    public static Line NotTrue() => Line.Of(Shelf, []);

    public static Line AllClear() => Line.Of(Shelf, []);

    public static Line WithCare() => Line.Of(Shelf, []);

    public static Line FromHere() => Line.Of(Shelf, []);

    public static Line Seated(Line message) => Line.Of(Shelf, [message]);

    public static Line PreCard(int hours) => Line.Of(Shelf, [hours]);

    public static Line PreShort(int hours) => Line.Of(Shelf, [hours]);

    public static Line PreAfter(int hours) => Line.Of(Shelf, [hours]);

    public static Line NoToAll() => Line.Of(Shelf, []);

    public static Line SomethingNew() => Line.Of(Shelf, []);

    public static Line OneOfThese() => Line.Of(Shelf, []);

    public static Line Pre1() => Line.Of(Shelf, []);

    public static Line Pre2() => Line.Of(Shelf, []);

    public static Line Pre3() => Line.Of(Shelf, []);

    public static Line Pre4() => Line.Of(Shelf, []);

    public static Line Pre4Which() => Line.Of(Shelf, []);

    public static Line Tingling() => Line.Of(Shelf, []);

    public static Line Dizzy() => Line.Of(Shelf, []);

    public static Line Pre4Advice(Line paused) => Line.Of(Shelf, [paused]);

    public static Line Pre5(int hours) => Line.Of(Shelf, [hours]);

    public static Line Meal() => Line.Of(Shelf, []);

    public static Line Other() => Line.Of(Shelf, []);

    public static Line MealWhen() => Line.Of(Shelf, []);

    public static Line JustNow() => Line.Of(Shelf, []);

    public static Line OneHourAgo() => Line.Of(Shelf, []);

    public static Line TwoHoursAgo() => Line.Of(Shelf, []);

    public static Line AfterMeal() => Line.Of(Shelf, []);

    public static Line Tomorrow() => Line.Of(Shelf, []);

    public static Line Pre6() => Line.Of(Shelf, []);

    public static Line Within() => Line.Of(Shelf, []);

    public static Line Alone() => Line.Of(Shelf, []);

    public static Line NotAlone() => Line.Of(Shelf, []);

    public static Line SafetyOk() => Line.Of(Shelf, []);

    public static Line SafetyCare() => Line.Of(Shelf, []);

    public static Line SafetyBlocked() => Line.Of(Shelf, []);

    public static Line SafetyNone() => Line.Of(Shelf, []);

    public static Line SafetyMenu(Line outcome, LineList answers) => Line.Of(Shelf, [outcome, answers]);

    public static Line SafetyYes(Line question) => Line.Of(Shelf, [question]);

    public static Line SafetyNoYes() => Line.Of(Shelf, []);

    public static Line SafetyPaused() => Line.Of(Shelf, []);

    public static Line Correct() => Line.Of(Shelf, []);

    public static Line ClinicianYes() => Line.Of(Shelf, []);

    public static Line AskAgain() => Line.Of(Shelf, []);

    public static Line CloseSafety() => Line.Of(Shelf, []);

    public static Line WhichList(LineList answers) => Line.Of(Shelf, [answers]);

    public static Line WhichItem(int number, Line question) => Line.Of(Shelf, [number, question]);

    public static Line NothingToCorrect() => Line.Of(Shelf, []);

    public static Line NothingToClear() => Line.Of(Shelf, []);

    public static Line PauseItem() => Line.Of(Shelf, []);

    public static Line RedFlagItem() => Line.Of(Shelf, []);

    public static Line WhichClinician() => Line.Of(Shelf, []);

    public static Line Doctor() => Line.Of(Shelf, []);

    public static Line Specialist() => Line.Of(Shelf, []);

    public static Line Physio() => Line.Of(Shelf, []);

    public static Line LimitMinutes() => Line.Of(Shelf, []);

    public static Line NoLimit() => Line.Of(Shelf, []);

    public static Line Five() => Line.Of(Shelf, []);

    public static Line Ten() => Line.Of(Shelf, []);

    public static Line LimitChair() => Line.Of(Shelf, []);

    public static Line ChairOnly() => Line.Of(Shelf, []);

    public static Line WallToo() => Line.Of(Shelf, []);

    public static Line LimitBend() => Line.Of(Shelf, []);

    public static Line BendFine() => Line.Of(Shelf, []);

    public static Line NoBend() => Line.Of(Shelf, []);

    public static Line LimitOther() => Line.Of(Shelf, []);

    public static Line NoOther() => Line.Of(Shelf, []);

    public static Line AnotherLimit() => Line.Of(Shelf, []);

    public static Line OtherKeeps() => Line.Of(Shelf, []);

    public static Line Cleared() => Line.Of(Shelf, []);

    public static Line Corrected() => Line.Of(Shelf, []);

    public static Line Kept() => Line.Of(Shelf, []);

    public static Line SafetyClosed() => Line.Of(Shelf, []);

    public static Line NothingAgainst() => Line.Of(Shelf, []);

    public static Line SomeCare() => Line.Of(Shelf, []);

    public static Line ClearedWhen() => Line.Of(Shelf, []);

    public static Line InTheLastDays() => Line.Of(Shelf, []);

    public static Line InTheLastMonth() => Line.Of(Shelf, []);

    public static Line InThreeMonths() => Line.Of(Shelf, []);

    public static Line LongerAgo() => Line.Of(Shelf, []);

    public static Line YesTooOld() => Line.Of(Shelf, []);

    public static Line MentionAtVisit(Line card) => Line.Of(Shelf, [card]);

    public static Line YesStands() => Line.Of(Shelf, []);
}
