namespace RecoveryBot.Coaching.Safety.Recognition;

/// <summary>What a text may be about, highest rank first (TXT-9).</summary>
public enum Sign
{
    Crisis,
    RedChest,
    RedBreath,
    RedHeadache,
    RedVision,
    RedFaint,
    RedStroke,
    RedCalf,
    RedCes,
    RedFoot,
    AskRed,
    AskDvt,
    LightNear,
    Light,
    Tingle,
    Pain,
}
