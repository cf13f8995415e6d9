using RecoveryBot.Coaching.Sequence;

namespace RecoveryBot.Coaching.Dosing;

/// <summary>The constants of the protocol's section 0, in whole minutes or days.</summary>
public static class DoseLimits
{
    /// <summary>Shortest hold, minutes. Our own number.</summary>
    public const int ShortestHold = Fitting.ShortestHold;

    /// <summary>Longest hold, minutes. The article's.</summary>
    public const int LongestHold = 15;

    /// <summary>First target, minutes: the low end of the article's 5–8.</summary>
    public const int Start = 5;

    /// <summary>Highest first target a person may choose, minutes: the high end of the article's 5–8.</summary>
    public const int HighestStart = 8;

    /// <summary>Lowest goal a person may set, minutes. Our own number.</summary>
    public const int LowestGoal = 5;

    /// <summary>Ceiling after a red flag (DOSE-20), minutes. Our own number.</summary>
    public const int CautionCap = 10;

    /// <summary>Clean days for one more minute. Our own number.</summary>
    public const int Need = 3;

    /// <summary>Clean days for the first step after a symptom. Our own number.</summary>
    public const int NeedAfterSymptom = 5;

    /// <summary>Clean days in a row that lift a lowered ceiling (DOSE-14). Our own number.</summary>
    public const int CapRelease = 20;

    /// <summary>Clean days in a row that end extended rise (DOSE-15). Our own number.</summary>
    public const int RiseRelease = 10;

    /// <summary>Clean days in a row after which the wall itself may be chosen (POSE-V2). Our own number.</summary>
    public const int WallAfter = 5;

    /// <summary>Days in which symptom days are counted together, today included (DOSE-17). Our own number.</summary>
    public const int Window = 14;

    /// <summary>Up to this many minutes a symptom has settled in time (SETTLE_OK). Our own number.</summary>
    public const int SettledInTime = 10;

    /// <summary>Beyond this many minutes a symptom has not settled (SETTLE_MAX). Our own number.</summary>
    public const int NotSettled = 30;

    /// <summary>Pain of this much out of 10 is a symptom (DOSE-16). Our own number.</summary>
    public const int PainThreshold = 4;

    /// <summary>Missed days from which the full screening is asked again (DOSE-18). Our own number.</summary>
    public const int MissedForScreening = 29;

    /// <summary>Maintenance sessions in a row after which the needed time is mentioned (DOSE-24). Our own
    /// number.</summary>
    public const int MaintenanceMention = 5;
}
