using RecoveryBot.Coaching.Dosing;

namespace RecoveryBot.Coaching.Measuring;

/// <summary>What was felt on a day, as a chart marks it; the first counts before the others.</summary>
public enum HoldMark
{
    Warning,
    Tingling,
    Dizzy,
    Pain,

    /// <summary>Another symptom, or one of another pose (SAFE-26, SAFE-29).</summary>
    Other,
}

internal static class HoldMarks
{
    public static IReadOnlyList<HoldMark> Of(SessionReport report)
    {
        var marks = new List<HoldMark>();
        if (report.RedFlag)
            marks.Add(HoldMark.Warning);
        if (report.Tingling is not null)
            marks.Add(HoldMark.Tingling);
        if (report.Lightheaded is not null)
            marks.Add(HoldMark.Dizzy);
        if (report.HasPain)
            marks.Add(HoldMark.Pain);
        if (report.SomethingElse || report.OtherPose != OtherPoseSymptom.None)
            marks.Add(HoldMark.Other);
        return marks;
    }
}
