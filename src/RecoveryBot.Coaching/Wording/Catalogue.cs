namespace RecoveryBot.Coaching.Wording;

/// <summary>The message catalogue of the protocol, word for word (section 8).</summary>
internal static class Catalogue
{
    private const string Shelf = "Catalogue";

    public static Line MsgDisclaimer() => Line.Of(Shelf, []);

    public static Line MsgEmergency() => Line.Of(Shelf, []);

    public static Line MsgDvt() => Line.Of(Shelf, []);

    public static Line MsgEyeNow() => Line.Of(Shelf, []);

    public static Line MsgEye() => Line.Of(Shelf, []);

    public static Line MsgBp() => Line.Of(Shelf, []);

    public static Line MsgClear() => Line.Of(Shelf, []);

    public static Line MsgPreg() => Line.Of(Shelf, []);

    public static Line MsgAdult() => Line.Of(Shelf, []);

    public static Line MsgCrisis() => Line.Of(Shelf, []);

    public static Line MsgTingle() => Line.Of(Shelf, []);

    public static Line MsgTingleEarly() => Line.Of(Shelf, []);

    public static Line MsgTingle10() => Line.Of(Shelf, []);

    public static Line MsgTingle30() => Line.Of(Shelf, []);

    public static Line MsgTingleRepeat(int n) => Line.Of(Shelf, [n]);

    public static Line MsgLight() => Line.Of(Shelf, []);

    public static Line MsgLightV() => Line.Of(Shelf, []);

    public static Line MsgLightNext() => Line.Of(Shelf, []);

    public static Line MsgPain() => Line.Of(Shelf, []);

    public static Line MsgAskRed() => Line.Of(Shelf, []);

    public static Line MsgUp(int n) => Line.Of(Shelf, [n]);

    public static Line MsgVariantUp(int n) => Line.Of(Shelf, [n]);

    public static Line MsgChair() => Line.Of(Shelf, []);

    public static Line MsgPaused() => Line.Of(Shelf, []);

    public static Line MsgResume(int n) => Line.Of(Shelf, [n]);

    public static Line MsgRestday() => Line.Of(Shelf, []);

    public static Line MsgSame(int n) => Line.Of(Shelf, [n]);

    public static Line MsgShort(int total, int hold) => Line.Of(Shelf, [total, hold]);

    public static Line MsgSkipCounter() => Line.Of(Shelf, []);

    public static Line MsgWake() => Line.Of(Shelf, []);

    public static Line MsgGap(int missed, int n) => Line.Of(Shelf, [missed, n]);

    public static Line MsgNotnow(Line reason, DateTimeOffset time) => Line.Of(Shelf, [reason, time]);
}
