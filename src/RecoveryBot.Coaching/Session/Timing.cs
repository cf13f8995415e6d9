using RecoveryBot.Coaching.Sequence;

namespace RecoveryBot.Coaching.Session;

/// <summary>When time alone moves a running session on.</summary>
internal static class Timing
{
    /// <summary>Minutes of the main pose at which the coach checks in: 2, 5 and then every 3 (SEQ-23).</summary>
    public static int CheckAt(int check) => check == 0 ? 2 : 5 + (3 * (check - 1));

    public static DateTimeOffset? WakeAt(SessionState.Live live) => live.Stage switch
    {
        Stage.SettingUp set => live.Since + SetUpLasts(live.Run, set.Pose),
        Stage.Holding hold => HoldWake(live, hold),
        Stage.ComingOut way => live.Since + SignalAt(live.Run, way.Signals),
        _ => null,
    };

    /// <summary>When the pose that runs is over.</summary>
    public static DateTimeOffset EndOf(SessionState.Live live, PoseId pose) =>
        live.Since + live.Run.Pace.Lasts(live.Run.Plan[pose]);

    /// <summary>45 s hands-free (SEQ-26); by tap 2 minutes for V and 90 s for U and S (SEQ-27).</summary>
    private static TimeSpan SetUpLasts(Run run, PoseId pose) => run.Pacing == Pacing.HandsFree
        ? run.Pace.Lasts(TimeSpan.FromSeconds(45))
        : run.Pace.Waits(TimeSpan.FromSeconds(pose == PoseId.V ? 120 : 90));

    private static DateTimeOffset HoldWake(SessionState.Live live, Stage.Holding hold)
    {
        var end = EndOf(live, hold.Pose);
        if (hold.Pose != PoseId.V)
            return end;
        var check = live.Since + live.Run.Pace.Lasts(CheckAt(hold.Checks));
        return check < end ? check : end;
    }

    /// <summary>From the first signal to what follows the given number of them (SEQ-24, SEQ-24a).</summary>
    private static TimeSpan SignalAt(Run run, int signals)
    {
        if (run.Pacing == Pacing.HandsFree)
            return run.Pace.Lasts(Math.Min(signals, 2)) + (signals > 2 ? run.Pace.Lasts(1) : TimeSpan.Zero);
        var minute = run.Pace.Waits(TimeSpan.FromMinutes(1));
        var silence = run.Pace.Waits(TimeSpan.FromMinutes(5));
        return signals < 3 ? signals * minute : silence > 3 * minute ? silence : 3 * minute;
    }
}
