namespace RecoveryBot.Coaching.Wording;

/// <summary>The cue cards word for word (section 2), without their titles: one instruction a line.</summary>
internal static class Cues
{
    private const string Shelf = "Cues";

    public static Line UIn() => Line.Of(Shelf, []);

    public static Line UHold() => Line.Of(Shelf, []);

    public static Line UOut() => Line.Of(Shelf, []);

    public static Line UAlt() => Line.Of(Shelf, []);

    public static Line USup() => Line.Of(Shelf, []);

    public static Line SIn() => Line.Of(Shelf, []);

    public static Line SHold() => Line.Of(Shelf, []);

    public static Line SOut() => Line.Of(Shelf, []);

    public static Line VSetUp() => Line.Of(Shelf, []);

    public static Line VIn() => Line.Of(Shelf, []);

    public static Line VChair() => Line.Of(Shelf, []);

    public static Line VBed() => Line.Of(Shelf, []);

    public static Line VHold() => Line.Of(Shelf, []);

    public static Line VCheck() => Line.Of(Shelf, []);

    public static Line VEase() => Line.Of(Shelf, []);

    public static Line VOut() => Line.Of(Shelf, []);

    public static Line VChairOut() => Line.Of(Shelf, []);

    public static Line X() => Line.Of(Shelf, []);

    public static Line Shake() => Line.Of(Shelf, []);

    public static Line EIn() => Line.Of(Shelf, []);

    public static Line EExt() => Line.Of(Shelf, []);

    public static Line EHold() => Line.Of(Shelf, []);

    public static Line CIn() => Line.Of(Shelf, []);

    public static Line CHold() => Line.Of(Shelf, []);

    public static Line COut() => Line.Of(Shelf, []);
}
