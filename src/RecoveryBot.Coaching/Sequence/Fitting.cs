namespace RecoveryBot.Coaching.Sequence;

/// <summary>Fits the sequence to the minutes at hand (section 7). All numbers are whole minutes.</summary>
public static class Fitting
{
    /// <summary>The shortest hold (HOLD_MIN), our own number.</summary>
    public const int ShortestHold = 2;

    /// <summary>The longest hold of a break (TIME-8), our own number.</summary>
    public const int LongestBreak = 5;

    /// <summary>The longest hold without the forward bend before it (FIT-INV-5), our own number.</summary>
    public const int LongestUnprepared = 6;

    /// <summary>A forward bend shorter than this counts as skipped (FIT-13), our own number.</summary>
    public static readonly TimeSpan ShortestForwardBend = TimeSpan.FromSeconds(30);

    /// <summary>Plans a session.</summary>
    /// <param name="total">T: whole minutes the person has.</param>
    /// <param name="hold">H: the most that may be held today, 2–15; below 2 there is no plan.</param>
    /// <param name="extendedRise">On from dosing or from screening.</param>
    /// <param name="withoutS">S is left out for this person (SEQ-16).</param>
    /// <returns><see langword="null"/>: no leg-up pose; offer a posture break or E on a chair (FIT-2).</returns>
    public static Plan? Fit(int total, int hold, bool extendedRise, Preference prefer, bool withoutS)
    {
        var x = ExitPause(extendedRise);
        var available = total - (x + Least(PoseId.E) + Least(PoseId.C));
        if (hold < ShortestHold || available < ShortestHold)
            return null;

        var u = available - 1 >= Math.Min(hold, LongestUnprepared) ? 1 : 0;
        var s = u > 0 && !withoutS && available - 4 >= Math.Min(hold, 10) ? Least(PoseId.S) : 0;
        if (prefer == Preference.Hold && available - 4 < hold)
            s = 0;
        var v = Math.Min(hold, available - u - s);

        var spare = available - u - s - v;
        var c = Lengthen(PoseId.C, Least(PoseId.C), ref spare);
        s = Lengthen(PoseId.S, s, ref spare);
        u = Lengthen(PoseId.U, u, ref spare);
        var e = Lengthen(PoseId.E, Least(PoseId.E), ref spare);
        return new Plan(u, s, v, x, e, c, spare, hold);
    }

    /// <summary>The plan after the forward bend was done, or was not: an unprepared hold is short (FIT-13).</summary>
    /// <param name="forwardBend">How long U lasted; zero if it was skipped.</param>
    public static Plan AsLived(Plan plan, TimeSpan forwardBend)
    {
        if (plan.U == 0 || forwardBend >= ShortestForwardBend)
            return plan;
        var v = Math.Min(plan.V, LongestUnprepared);
        return plan with { U = 0, V = v, Spare = plan.Spare + plan.U + plan.V - v };
    }

    /// <summary>The fewest minutes with which the full hold and all poses fit (FIT-9).</summary>
    public static int NeededFor(int hold, bool extendedRise, Preference prefer, bool withoutS = false)
    {
        var s = withoutS || prefer == Preference.Hold ? 0 : Least(PoseId.S);
        return Least(PoseId.U) + s + hold + ExitPause(extendedRise) + Least(PoseId.E) + Least(PoseId.C);
    }

    /// <summary>Plans a short leg-up break: V, X and E, nothing else (TIME-8).</summary>
    /// <param name="hold">The most that may be held today; the break takes 5 of it at most.</param>
    /// <returns><see langword="null"/>: no hold is allowed today.</returns>
    public static Plan? Break(int hold, bool extendedRise) => hold < ShortestHold
        ? null
        : new Plan(0, 0, Math.Min(hold, LongestBreak), ExitPause(extendedRise), Least(PoseId.E), 0, 0,
            Math.Min(hold, LongestBreak));

    /// <summary>Minutes on the side before sitting up: 1, or 2 with extended rise (FIT-1).</summary>
    public static int ExitPause(bool extendedRise) => extendedRise ? 2 : 1;

    private static int Least(PoseId pose) => Poses.Of(pose).Shortest;

    /// <summary>FIT-7: what is left over goes to a pose that is in, as far as it reaches.</summary>
    private static int Lengthen(PoseId pose, int minutes, ref int spare)
    {
        var more = minutes == 0 ? 0 : Math.Min(spare, Poses.Of(pose).Longest - minutes);
        spare -= more;
        return minutes + more;
    }
}
