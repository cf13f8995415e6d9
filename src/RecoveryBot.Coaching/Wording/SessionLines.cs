namespace RecoveryBot.Coaching.Wording;

/// <summary>What is said from the plan to the summary (design 3.3).</summary>
internal static class SessionLines
{
    private const string Shelf = "Session";

    public static Line NameU() => Line.Of(Shelf, []);

    public static Line NameUAlt() => Line.Of(Shelf, []);

    public static Line NameUSup() => Line.Of(Shelf, []);

    public static Line NameS() => Line.Of(Shelf, []);

    public static Line NameV() => Line.Of(Shelf, []);

    public static Line NameVChair() => Line.Of(Shelf, []);

    public static Line NameVBed() => Line.Of(Shelf, []);

    public static Line NameX() => Line.Of(Shelf, []);

    public static Line NameE() => Line.Of(Shelf, []);

    public static Line NameC() => Line.Of(Shelf, []);

    public static Line AskMinutes() => Line.Of(Shelf, []);

    public static Line AskOtherMinutes() => Line.Of(Shelf, []);

    public static Line TooShort(int least) => Line.Of(Shelf, [least]);

    public static Line Fifteen() => Line.Of(Shelf, []);

    public static Line Twenty() => Line.Of(Shelf, []);

    public static Line Thirty() => Line.Of(Shelf, []);

    public static Line AnotherNumber() => Line.Of(Shelf, []);

    public static Line ShortBreak() => Line.Of(Shelf, []);

    public static Line PlanItem(Line pose, int minutes) => Line.Of(Shelf, [pose, minutes]);

    public static Line Plan(int minutes, DateTimeOffset end, LineList poses, Line notes) => Line.Of(Shelf, [minutes, end, poses, notes]);

    public static Line PlanPlain() => Line.Of(Shelf, []);

    public static Line PlanChair() => Line.Of(Shelf, []);

    public static Line PlanBed() => Line.Of(Shelf, []);

    public static Line PlanNotes(Line what, Line notes) => Line.Of(Shelf, [what, notes]);

    public static Line LeftOut(LineList poses) => Line.Of(Shelf, [poses]);

    public static Line SparePart(int minutes) => Line.Of(Shelf, [minutes]);

    public static Line PlanBreak(int hold, DateTimeOffset end) => Line.Of(Shelf, [hold, end]);

    public static Line Start() => Line.Of(Shelf, []);

    public static Line LessTime() => Line.Of(Shelf, []);

    public static Line MoreTime() => Line.Of(Shelf, []);

    public static Line NotNow() => Line.Of(Shelf, []);

    public static Line NotNowSaid() => Line.Of(Shelf, []);

    public static Line WayIn(Line pose, int minutes, Line cue) => Line.Of(Shelf, [pose, minutes, cue]);

    public static Line NextWayIn(Line before, Line way) => Line.Of(Shelf, [before, way]);

    public static Line HeadUp() => Line.Of(Shelf, []);

    public static Line VSoundCheck() => Line.Of(Shelf, []);

    public static Line Until(Line pose, DateTimeOffset end, int minutes, Line cue) => Line.Of(Shelf, [pose, end, minutes, cue]);

    public static Line UntilV(Line pose, DateTimeOffset end, int minutes, Line cue) => Line.Of(Shelf, [pose, end, minutes, cue]);

    public static Line CheckIn(DateTimeOffset end) => Line.Of(Shelf, [end]);

    public static Line FeetCheck(Line cue, DateTimeOffset end) => Line.Of(Shelf, [cue, end]);

    public static Line InPosition() => Line.Of(Shelf, []);

    public static Line SkipThis() => Line.Of(Shelf, []);

    public static Line DoneEarly() => Line.Of(Shelf, []);

    public static Line LegsAreUp() => Line.Of(Shelf, []);

    public static Line NotUpYet() => Line.Of(Shelf, []);

    public static Line UseTheChair() => Line.Of(Shelf, []);

    public static Line StopSession() => Line.Of(Shelf, []);

    public static Line TingleOrNumb() => Line.Of(Shelf, []);

    public static Line Dizzy() => Line.Of(Shelf, []);

    public static Line PainWord() => Line.Of(Shelf, []);

    public static Line TingleOrPain() => Line.Of(Shelf, []);

    public static Line ComeOutNow() => Line.Of(Shelf, []);

    public static Line OnMySide() => Line.Of(Shelf, []);

    public static Line TakeYourTime() => Line.Of(Shelf, []);

    public static Line SkipCosts(int hold) => Line.Of(Shelf, [hold]);

    public static Line SkipAnyway(int hold) => Line.Of(Shelf, [hold]);

    public static Line DoItAfterAll() => Line.Of(Shelf, []);

    public static Line TimesUp(Line cue) => Line.Of(Shelf, [cue]);

    public static Line UDone() => Line.Of(Shelf, []);

    public static Line EndOfSession(Line cue, Line question) => Line.Of(Shelf, [cue, question]);

    public static Line Wake(Line wake, Line question) => Line.Of(Shelf, [wake, question]);

    public static Line HeldRight(int minutes) => Line.Of(Shelf, [minutes]);

    public static Line HeldRightYes(int minutes) => Line.Of(Shelf, [minutes]);

    public static Line MinutesWord(int minutes) => Line.Of(Shelf, [minutes]);

    public static Line HeldAsk() => Line.Of(Shelf, []);

    public static Line HeldOther() => Line.Of(Shelf, []);

    public static Line HeldNotUnderstood() => Line.Of(Shelf, []);

    public static Line AnySymptom() => Line.Of(Shelf, []);

    public static Line AnythingElse() => Line.Of(Shelf, []);

    public static Line NoneWord() => Line.Of(Shelf, []);

    public static Line SomethingElse() => Line.Of(Shelf, []);

    public static Line TinglingOnset() => Line.Of(Shelf, []);

    public static Line TinglingSettled() => Line.Of(Shelf, []);

    public static Line Within10() => Line.Of(Shelf, []);

    public static Line From10To30() => Line.Of(Shelf, []);

    public static Line Longer() => Line.Of(Shelf, []);

    public static Line StillThere() => Line.Of(Shelf, []);

    public static Line LightMoment() => Line.Of(Shelf, []);

    public static Line InThePose() => Line.Of(Shelf, []);

    public static Line OnRising() => Line.Of(Shelf, []);

    public static Line LightSettled() => Line.Of(Shelf, []);

    public static Line PainStrength() => Line.Of(Shelf, []);

    public static Line PainNotUnderstood() => Line.Of(Shelf, []);

    public static Line PainSharp() => Line.Of(Shelf, []);

    public static Line YesSharp() => Line.Of(Shelf, []);

    public static Line NotSharp() => Line.Of(Shelf, []);

    public static Line SomethingElseAsk() => Line.Of(Shelf, []);

    public static Line Summary(Line praise, Line next) => Line.Of(Shelf, [praise, next]);

    public static Line HeldClean(int minutes) => Line.Of(Shelf, [minutes]);

    public static Line HeldSome(int minutes) => Line.Of(Shelf, [minutes]);

    public static Line HeldNone() => Line.Of(Shelf, []);

    public static Line TogetherLess(int minutes) => Line.Of(Shelf, [minutes]);

    public static Line ThankSymptom() => Line.Of(Shelf, []);

    public static Line StayFor(int minutes, int days, int next) => Line.Of(Shelf, [minutes, days, next]);

    public static Line StayChair(int minutes, int days) => Line.Of(Shelf, [minutes, days]);

    public static Line StayCeiling(int minutes) => Line.Of(Shelf, [minutes]);

    public static Line ShortNothingLost(int minutes) => Line.Of(Shelf, [minutes]);

    public static Line LimitIs15() => Line.Of(Shelf, []);

    public static Line WhyTingling(int minute) => Line.Of(Shelf, [minute]);

    public static Line WhyNoHoldTomorrow() => Line.Of(Shelf, []);

    public static Line CapNow(int cap) => Line.Of(Shelf, [cap]);

    public static Line RescreenSoon() => Line.Of(Shelf, []);

    public static Line BreakDone() => Line.Of(Shelf, []);

    public static Line BreakEnd() => Line.Of(Shelf, []);

    public static Line AlreadyToday() => Line.Of(Shelf, []);

    public static Line BreakLater(DateTimeOffset at) => Line.Of(Shelf, [at]);

    public static Line NoMoreBreaks() => Line.Of(Shelf, []);

    public static Line Continue() => Line.Of(Shelf, []);

    public static Line EndThatOne() => Line.Of(Shelf, []);

    public static Line StillRunning() => Line.Of(Shelf, []);

    public static Line LegsDownQuestion() => Line.Of(Shelf, []);

    public static Line LegsDownYes() => Line.Of(Shelf, []);

    public static Line LegsDownNo() => Line.Of(Shelf, []);

    public static Line AfterSymptomToday() => Line.Of(Shelf, []);

    public static Line SeatedRest() => Line.Of(Shelf, []);

    public static Line SeatedRestCard(DateTimeOffset end, int minutes) => Line.Of(Shelf, [end, minutes]);

    public static Line Maintenance(int minutes) => Line.Of(Shelf, [minutes]);

    public static Line RestDone() => Line.Of(Shelf, []);

    public static Line LyingRestCard(DateTimeOffset end, int minutes, Line cue) => Line.Of(Shelf, [end, minutes, cue]);

    public static Line LyingRestOver() => Line.Of(Shelf, []);

    public static Line RestOver() => Line.Of(Shelf, []);

    public static Line NotTodayAnyMore() => Line.Of(Shelf, []);

    public static Line BlockedUntilCleared() => Line.Of(Shelf, []);

    public static Line ComeOutSlowly(Line cue) => Line.Of(Shelf, [cue]);

    public static Line StillThereCue(Line cue) => Line.Of(Shelf, [cue]);

    public static Line BothNames(Line name, string sanskrit) => Line.Of(Shelf, [name, sanskrit]);

    public static Line NextPose(Line before, Line pose, int minutes, Line cue) => Line.Of(Shelf, [before, pose, minutes, cue]);

    public static Line NextOnBack(Line before, Line pose, int minutes, Line cue) => Line.Of(Shelf, [before, pose, minutes, cue]);

    public static Line XOut() => Line.Of(Shelf, []);

    public static Line EOut() => Line.Of(Shelf, []);

    public static Line UAltOut() => Line.Of(Shelf, []);

    public static Line USupOut() => Line.Of(Shelf, []);

    public static Line EBed() => Line.Of(Shelf, []);

    public static Line LeaveEarly() => Line.Of(Shelf, []);

    public static Line OutWeCome(Line cue) => Line.Of(Shelf, [cue]);

    public static Line AfterTraining() => Line.Of(Shelf, []);

    public static Line NextHold(int minutes) => Line.Of(Shelf, [minutes]);

    public static Line TinglingUsually() => Line.Of(Shelf, []);

    public static Line KeepToTimer() => Line.Of(Shelf, []);

    public static Line VSoundUp() => Line.Of(Shelf, []);

    public static Line EDizzy() => Line.Of(Shelf, []);

    public static Line CRest() => Line.Of(Shelf, []);
}
