namespace RecoveryBot.Coaching.Wording;

/// <summary>The learning cards: what may be said of an effect, and how sure that is (protocol, section 5.3).</summary>
internal static class LearnLines
{
    private const string Shelf = "Learn";

    public static Line Ask() => Line.Of(Shelf, []);

    public static Line More() => Line.Of(Shelf, []);

    public static Line Back() => Line.Of(Shelf, []);

    public static Line Stress() => Line.Of(Shelf, []);

    public static Line Pressure() => Line.Of(Shelf, []);

    public static Line Time() => Line.Of(Shelf, []);

    public static Line Raises() => Line.Of(Shelf, []);

    public static Line Who() => Line.Of(Shelf, []);

    public static Line Tingling() => Line.Of(Shelf, []);

    public static Line Swelling() => Line.Of(Shelf, []);

    public static Line Sleep() => Line.Of(Shelf, []);

    public static Line Blood() => Line.Of(Shelf, []);

    public static Line Heart() => Line.Of(Shelf, []);

    public static Line Eyes() => Line.Of(Shelf, []);

    public static Line Lymph() => Line.Of(Shelf, []);

    public static Line Soreness() => Line.Of(Shelf, []);

    public static Line Calm() => Line.Of(Shelf, []);

    public static Line Stretch() => Line.Of(Shelf, []);

    public static Line Daily() => Line.Of(Shelf, []);

    public static Line Weeks() => Line.Of(Shelf, []);

    public static Line BodyClock() => Line.Of(Shelf, []);

    public static Line PoseName() => Line.Of(Shelf, []);

    public static Line StressCard() => Line.Of(Shelf, []);

    public static Line PressureCard() => Line.Of(Shelf, []);

    public static Line TimeCard() => Line.Of(Shelf, []);

    public static Line RaisesCard() => Line.Of(Shelf, []);

    public static Line WhoCard() => Line.Of(Shelf, []);

    public static Line TinglingCard() => Line.Of(Shelf, []);

    public static Line SwellingCard() => Line.Of(Shelf, []);

    public static Line SleepCard() => Line.Of(Shelf, []);

    public static Line BloodCard() => Line.Of(Shelf, []);

    public static Line HeartCard() => Line.Of(Shelf, []);

    public static Line EyesCard() => Line.Of(Shelf, []);

    public static Line LymphCard() => Line.Of(Shelf, []);

    public static Line SorenessCard() => Line.Of(Shelf, []);

    public static Line CalmCard() => Line.Of(Shelf, []);

    public static Line StretchCard() => Line.Of(Shelf, []);

    public static Line DailyCard() => Line.Of(Shelf, []);

    public static Line WeeksCard() => Line.Of(Shelf, []);

    public static Line BodyClockCard() => Line.Of(Shelf, []);

    public static Line PoseNameCard() => Line.Of(Shelf, []);

    public static Line DoesItWork() => Line.Of(Shelf, []);

    public static Line Drawings() => Line.Of(Shelf, []);

    public static Line AskPose() => Line.Of(Shelf, []);

    public static Line GettingReady(Line pose) => Line.Of(Shelf, [pose]);

    public static Line WayIn(Line pose) => Line.Of(Shelf, [pose]);

    public static Line TheHold(Line pose) => Line.Of(Shelf, [pose]);

    public static Line WayOut(Line pose) => Line.Of(Shelf, [pose]);

    public static Line ComingUp() => Line.Of(Shelf, []);

    public static Line PushingUp() => Line.Of(Shelf, []);

    public static Line NextDrawing() => Line.Of(Shelf, []);

    public static Line PreviousDrawing() => Line.Of(Shelf, []);

    public static Line AllPoses() => Line.Of(Shelf, []);

    public static Line DrawingsAfterHealth() => Line.Of(Shelf, []);

    public static Line DrawingsAfterThis() => Line.Of(Shelf, []);

    public static Line AskMe() => Line.Of(Shelf, []);

    public static Line DrawingsForGuests() => Line.Of(Shelf, []);
}
