namespace RecoveryBot.Coaching.Wording;

/// <summary>What is said about reminders and the time zone.</summary>
internal static class ReminderLines
{
    private const string Shelf = "Reminders";

    public static Line NudgeEvening(string bedtime) => Line.Of(Shelf, [bedtime]);

    public static Line NudgeFixed() => Line.Of(Shelf, []);

    public static Line NudgeWorkout() => Line.Of(Shelf, []);

    public static Line NudgeDesk() => Line.Of(Shelf, []);

    public static Line StartNow() => Line.Of(Shelf, []);

    public static Line WalkNow() => Line.Of(Shelf, []);

    public static Line NotToday() => Line.Of(Shelf, []);

    public static Line In20(string time) => Line.Of(Shelf, [time]);

    public static Line AskFewer() => Line.Of(Shelf, []);

    public static Line EveryOtherDay() => Line.Of(Shelf, []);

    public static Line AnotherTime() => Line.Of(Shelf, []);

    public static Line StopThem() => Line.Of(Shelf, []);

    public static Line GivenUp() => Line.Of(Shelf, []);

    public static Line InsteadWalk() => Line.Of(Shelf, []);

    public static Line InsteadRest() => Line.Of(Shelf, []);

    public static Line PutOff(string time) => Line.Of(Shelf, [time]);

    public static Line TooLateToPutOff() => Line.Of(Shelf, []);

    public static Line NotTodaySaid(Line next) => Line.Of(Shelf, [next]);

    public static Line EarlierDay(Line next) => Line.Of(Shelf, [next]);

    public static Line EarlierDayOnly() => Line.Of(Shelf, []);

    public static Line NotTodaySaidOnly() => Line.Of(Shelf, []);

    public static Line WalkSaid() => Line.Of(Shelf, []);

    public static Line FewerSaid(Line next) => Line.Of(Shelf, [next]);

    public static Line TodayAt(string time) => Line.Of(Shelf, [time]);

    public static Line TomorrowAt(string time) => Line.Of(Shelf, [time]);

    public static Line WeekdayAt(Line day, string time) => Line.Of(Shelf, [day, time]);

    public static Line DateAt(DateOnly date, string time) => Line.Of(Shelf, [date, time]);

    public static Line InSoLong(Line when, Line wait) => Line.Of(Shelf, [when, wait]);

    public static Line InMinutes(int minutes) => Line.Of(Shelf, [minutes]);

    public static Line InHours(int hours) => Line.Of(Shelf, [hours]);

    public static Line InHoursAndMinutes(int hours, int minutes) => Line.Of(Shelf, [hours, minutes]);

    public static Line InDays(int days) => Line.Of(Shelf, [days]);

    public static Line Monday() => Line.Of(Shelf, []);

    public static Line Tuesday() => Line.Of(Shelf, []);

    public static Line Wednesday() => Line.Of(Shelf, []);

    public static Line Thursday() => Line.Of(Shelf, []);

    public static Line Friday() => Line.Of(Shelf, []);

    public static Line Saturday() => Line.Of(Shelf, []);

    public static Line Sunday() => Line.Of(Shelf, []);

    public static Line EveryDay() => Line.Of(Shelf, []);

    public static Line OnWeekdays() => Line.Of(Shelf, []);

    public static Line OnWeekends() => Line.Of(Shelf, []);

    public static Line DescribeEvening(string bedtime) => Line.Of(Shelf, [bedtime]);

    public static Line DescribeWorkout(LineList days, string end) => Line.Of(Shelf, [days, end]);

    public static Line DescribeFixed(LineList days, string time) => Line.Of(Shelf, [days, time]);

    public static Line DescribeDesk(LineList days, string from, string to) => Line.Of(Shelf, [days, from, to]);

    public static Line DescribeThisWorkout() => Line.Of(Shelf, []);

    public static Line One(Line item) => Line.Of(Shelf, [item]);

    public static Line Item(Line what, Line next) => Line.Of(Shelf, [what, next]);

    public static Line ItemPaused(Line what, DateOnly until) => Line.Of(Shelf, [what, until]);

    public static Line ItemQuiet(Line what) => Line.Of(Shelf, [what]);

    public static Line ItemOff(Line what) => Line.Of(Shelf, [what]);

    public static Line List(string zone, LineList items) => Line.Of(Shelf, [zone, items]);

    public static Line ListShared(Line list) => Line.Of(Shelf, [list]);

    public static Line ListOff(LineList items) => Line.Of(Shelf, [items]);

    public static Line AskWhen() => Line.Of(Shelf, []);

    public static Line KindEvening() => Line.Of(Shelf, []);

    public static Line KindWorkout() => Line.Of(Shelf, []);

    public static Line KindFixed() => Line.Of(Shelf, []);

    public static Line KindDesk() => Line.Of(Shelf, []);

    public static Line ChangeEvening() => Line.Of(Shelf, []);

    public static Line ChangeWorkout() => Line.Of(Shelf, []);

    public static Line ChangeFixed() => Line.Of(Shelf, []);

    public static Line ChangeDesk() => Line.Of(Shelf, []);

    public static Line SwitchOn() => Line.Of(Shelf, []);

    public static Line Close() => Line.Of(Shelf, []);

    public static Line Closed() => Line.Of(Shelf, []);

    public static Line Change() => Line.Of(Shelf, []);

    public static Line Pause() => Line.Of(Shelf, []);

    public static Line Resume() => Line.Of(Shelf, []);

    public static Line Delete() => Line.Of(Shelf, []);

    public static Line Back() => Line.Of(Shelf, []);

    public static Line AskBedtime() => Line.Of(Shelf, []);

    public static Line AskWorkout() => Line.Of(Shelf, []);

    public static Line AskWorkoutEnd() => Line.Of(Shelf, []);

    public static Line AskFixed() => Line.Of(Shelf, []);

    public static Line AskDesk() => Line.Of(Shelf, []);

    public static Line AskDeskDays() => Line.Of(Shelf, []);

    public static Line WhichHalf() => Line.Of(Shelf, []);

    public static Line AtTime(string time) => Line.Of(Shelf, [time]);

    public static Line InQuietHours(string time, string from, string to) => Line.Of(Shelf, [time, from, to]);

    public static Line AllTheSame() => Line.Of(Shelf, []);

    public static Line EveningInQuietHours(string from, string to) => Line.Of(Shelf, [from, to]);

    public static Line AskPause() => Line.Of(Shelf, []);

    public static Line OneWeek() => Line.Of(Shelf, []);

    public static Line TwoWeeks() => Line.Of(Shelf, []);

    public static Line BadDate() => Line.Of(Shelf, []);

    public static Line PausedUntil(DateOnly date) => Line.Of(Shelf, [date]);

    public static Line Deleted() => Line.Of(Shelf, []);

    public static Line AllOff() => Line.Of(Shelf, []);

    public static Line SetTo(Line what, Line next) => Line.Of(Shelf, [what, next]);

    public static Line SetQuiet(Line what) => Line.Of(Shelf, [what]);

    public static Line InPlaceOf(Line what) => Line.Of(Shelf, [what]);

    public static Line NothingChanged(Line why, Line example) => Line.Of(Shelf, [why, example]);

    public static Line NotRead(string word) => Line.Of(Shelf, [word]);

    public static Line NoSuchTime() => Line.Of(Shelf, []);

    public static Line OnlyWeekdays() => Line.Of(Shelf, []);

    public static Line BedAtDesk() => Line.Of(Shelf, []);

    public static Line DeskInBed() => Line.Of(Shelf, []);

    public static Line NotUnderstood() => Line.Of(Shelf, []);

    public static Line ExampleEvening() => Line.Of(Shelf, []);

    public static Line ExampleWorkout() => Line.Of(Shelf, []);

    public static Line ExampleFixed() => Line.Of(Shelf, []);

    public static Line ExampleDesk() => Line.Of(Shelf, []);

    public static Line NotForGuests() => Line.Of(Shelf, []);

    public static Line WorkoutAsGuest() => Line.Of(Shelf, []);

    public static Line WorkoutDone() => Line.Of(Shelf, []);

    public static Line WorkoutAsk() => Line.Of(Shelf, []);

    public static Line Now() => Line.Of(Shelf, []);

    public static Line In15() => Line.Of(Shelf, []);

    public static Line In60() => Line.Of(Shelf, []);

    public static Line WalkFirst(Line wait) => Line.Of(Shelf, [wait]);

    public static Line WorkoutLater(Line wait) => Line.Of(Shelf, [wait]);

    public static Line WorkoutLaterAt(string time, Line wait) => Line.Of(Shelf, [time, wait]);

    public static Line WorkoutNotToday() => Line.Of(Shelf, []);

    public static Line WorkoutAfterSession() => Line.Of(Shelf, []);

    public static Line Offer(Line summary) => Line.Of(Shelf, [summary]);

    public static Line OfferAlone() => Line.Of(Shelf, []);

    public static Line NoThanks() => Line.Of(Shelf, []);

    public static Line OfferDeclined() => Line.Of(Shelf, []);

    public static Line ChoosePlace() => Line.Of(Shelf, []);

    public static Line PlaceWithClock(string place, string time) => Line.Of(Shelf, [place, time]);

    public static Line AskPlace() => Line.Of(Shelf, []);

    public static Line IsItNow(string time, Line day, string place) => Line.Of(Shelf, [time, day, place]);

    public static Line WhichPlace() => Line.Of(Shelf, []);

    public static Line YesThatIsIt() => Line.Of(Shelf, []);

    public static Line Named(string name) => Line.Of(Shelf, [name]);

    public static Line AnotherPlace() => Line.Of(Shelf, []);

    public static Line BadPlace() => Line.Of(Shelf, []);

    public static Line PlaceSet(string place, string zone, string time, Line day) => Line.Of(Shelf, [place, zone, time, day]);

    public static Line PlaceSetNext(Line echo, Line next) => Line.Of(Shelf, [echo, next]);

    public static Line PlaceSetLater(Line echo, Line next) => Line.Of(Shelf, [echo, next]);

    public static Line HaveYouMoved(string time, string place) => Line.Of(Shelf, [time, place]);

    public static Line ThatIsRight() => Line.Of(Shelf, []);

    public static Line IHaveMoved() => Line.Of(Shelf, []);

    public static Line Stayed() => Line.Of(Shelf, []);
}
