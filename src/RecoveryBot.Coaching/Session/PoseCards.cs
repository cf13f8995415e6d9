using RecoveryBot.Coaching.Sequence;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Session;

/// <summary>The message of every stage of every pose (design 3.3). A card follows from the state alone, so it can be
/// shown again.</summary>
internal static class PoseCards
{
    public static Card CardOf(Turn turn, SessionState.Live live) => live.Stage switch
    {
        Stage.SettingUp { AskingSkip: true } => SkipCard(live.Run),
        Stage.SettingUp set => SetUp(turn, live.Run, set.Pose, null),
        Stage.Holding hold => Hold(turn, live, hold),
        Stage.ComingOut => WayOut(live.Run, timesUp: true),
        _ => new Card(Cues.Shake(), Dizzy, TingleOrPain),
    };

    /// <summary>The way in, after the way out of the pose before it.</summary>
    public static Card SetUp(Turn turn, Run run, PoseId pose, Line? before)
    {
        var way = pose == PoseId.V
            ? VSetUp(turn, run)
            : SessionLines.WayIn(NameOf(turn, run, pose), run.Plan[pose], WayInCue(turn, pose));
        var text = before is null ? way : SessionLines.NextWayIn(before, way);
        return pose == PoseId.V
            ? new Card(text, new Button("ses-start", SessionLines.LegsAreUp(), ButtonTone.Primary),
                new Button("ses-not-yet", SessionLines.NotUpYet()),
                new Button("ses-chair", SessionLines.UseTheChair()),
                new Button("ses-stop", SessionLines.StopSession()))
            : new Card(text, new Button("ses-start", SessionLines.InPosition(), ButtonTone.Primary),
                new Button("ses-skip", SessionLines.SkipThis()), Dizzy, TingleOrPain);
    }

    public static Card Hold(Turn turn, SessionState.Live live, Stage.Holding hold)
    {
        var run = live.Run;
        var end = Timing.EndOf(live, hold.Pose);
        var minutes = run.Plan[hold.Pose];
        var name = NameOf(turn, run, hold.Pose);
        return hold.Pose switch
        {
            PoseId.V when hold.Checks > 0 => InHold(CheckIn(live, hold), end),
            PoseId.V => InHold(SessionLines.UntilV(name, end, minutes, Cues.VHold()), end),
            PoseId.U or PoseId.S => new Card(
                SessionLines.Until(name, end, minutes, HoldCue(turn, hold.Pose)),
                new Button("ses-done", SessionLines.DoneEarly()), Dizzy, TingleOrPain)
            { Countdown = end },
            _ => Counter(turn, run, hold.Pose, end, null),
        };
    }

    /// <summary>Side rest, easy pose, corpse pose: they run at once.</summary>
    public static Card Counter(Turn turn, Run run, PoseId pose, DateTimeOffset end, Line? before)
    {
        var way = SessionLines.WayIn(NameOf(turn, run, pose), run.Plan[pose], WayInCue(turn, pose));
        var text = before is null ? way : SessionLines.NextWayIn(before, way);
        return pose == PoseId.X
            ? new Card(text, Dizzy, TingleOrPain) { Countdown = end }
            : new Card(text, Dizzy, TingleOrPain, new Button("ses-skip", SessionLines.SkipRest())) { Countdown = end };
    }

    public static Card WayOut(Run run, bool timesUp)
    {
        var cue = OutOf(run, PoseId.V);
        return new Card(timesUp ? SessionLines.TimesUp(cue) : SessionLines.OutWeCome(cue),
            new Button("ses-side", SessionLines.OnMySide(), ButtonTone.Primary), Tingling, Dizzy);
    }

    /// <summary>The way out of a pose (POSE-U7, POSE-S7, POSE-V13, POSE-C6).</summary>
    public static Line OutOf(Run run, PoseId pose) => pose switch
    {
        PoseId.U => Cues.UOut(),
        PoseId.S => Cues.SOut(),
        PoseId.V => run.Variant == Variant.Chair ? Cues.VChairOut() : Cues.VOut(),
        _ => Cues.COut(),
    };

    public static Line NameOf(Turn turn, Run run, PoseId pose) => pose switch
    {
        PoseId.U => turn.Fitness.ForwardBend switch
        {
            ForwardBend.HalfFold => SessionLines.NameUAlt(),
            ForwardBend.Supine => SessionLines.NameUSup(),
            _ => SessionLines.NameU(),
        },
        PoseId.S => SessionLines.NameS(),
        PoseId.V => turn.Fitness.Bed ? SessionLines.NameVBed()
            : run.Variant == Variant.Chair ? SessionLines.NameVChair() : SessionLines.NameV(),
        PoseId.X => SessionLines.NameX(),
        PoseId.E => SessionLines.NameE(),
        _ => SessionLines.NameC(),
    };

    public static Button Dizzy { get; } = new("sym-dizzy", SessionLines.Dizzy(), ButtonTone.Alarm);

    public static Button Tingling { get; } = new("sym-tingling", SessionLines.TingleOrNumb(), ButtonTone.Alarm);

    public static Button TingleOrPain { get; } = new("sym-either", SessionLines.TingleOrPain(), ButtonTone.Alarm);

    private static Button Pain { get; } = new("sym-pain", SessionLines.PainWord(), ButtonTone.Alarm);

    private static Card InHold(Line text, DateTimeOffset end) => new(
        text, Tingling, Dizzy, Pain, new Button("ses-out", SessionLines.ComeOutNow()))
    { Countdown = end };

    private static Line CheckIn(SessionState.Live live, Stage.Holding hold) => hold.Checks == 2
        ? SessionLines.FeetCheck(Cues.VCheck(), Timing.EndOf(live, PoseId.V))
        : SessionLines.CheckIn(Timing.EndOf(live, PoseId.V));

    private static Card SkipCard(Run run)
    {
        var hold = Fitting.AsLived(run.Plan, TimeSpan.Zero).V;
        return new Card(SessionLines.SkipCosts(hold),
            new Button("ses-skip", SessionLines.SkipAnyway(hold)),
            new Button("ses-start", SessionLines.DoItAfterAll(), ButtonTone.Primary), Dizzy, TingleOrPain);
    }

    private static Line VSetUp(Turn turn, Run run)
    {
        var cue = turn.Fitness.Bed ? Cues.VBed() : run.Variant == Variant.Chair ? Cues.VChair() : Cues.VIn();
        var way = SessionLines.Next(NameOf(turn, run, PoseId.V), run.Plan.V, cue);
        return run.Number == 1 ? SessionLines.NextWayIn(way, SessionLines.VSoundCheck()) : way;
    }

    private static Line WayInCue(Turn turn, PoseId pose)
    {
        var fitness = turn.Fitness;
        var cue = pose switch
        {
            PoseId.U when fitness.ForwardBend == ForwardBend.HalfFold => Cues.UAlt(),
            PoseId.U when fitness.ForwardBend == ForwardBend.Supine => Cues.USup(),
            PoseId.U => Cues.UIn(),
            PoseId.S => Cues.SIn(),
            PoseId.X => Cues.X(),
            PoseId.E when fitness.ExtendedRise || turn.Dose.ExtendedRise => Cues.EExt(),
            PoseId.E => Cues.EIn(),
            _ => Cues.CIn(),
        };
        return fitness.HeadUp && (pose is PoseId.S or PoseId.C)
            ? SessionLines.NextWayIn(cue, SessionLines.HeadUp()) : cue;
    }

    private static Line HoldCue(Turn turn, PoseId pose) => pose == PoseId.S ? Cues.SHold()
        : turn.Fitness.ForwardBend == ForwardBend.Standing ? Cues.UHold() : WayInCue(turn, PoseId.U);
}
