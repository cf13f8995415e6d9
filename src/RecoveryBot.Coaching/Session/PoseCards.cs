using RecoveryBot.Coaching.Sequence;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Session;

/// <summary>The message of every stage of every pose (design 3.3). A card follows from the state alone, so it can be
/// shown again.</summary>
internal static class PoseCards
{
    public static Button Dizzy { get; } = new("sym-dizzy", SessionLines.Dizzy(), ButtonTone.Alarm);

    public static Button Tingling { get; } = new("sym-tingling", SessionLines.TingleOrNumb(), ButtonTone.Alarm);

    public static Button TingleOrPain { get; } = new("sym-either", SessionLines.TingleOrPain(), ButtonTone.Alarm);

    private static Button Pain { get; } = new("sym-pain", SessionLines.PainWord(), ButtonTone.Alarm);

    public static Card CardOf(Turn turn, SessionState.Live live) => live.Stage switch
    {
        Stage.SettingUp { AskingSkip: true } => SkipCard(live.Run),
        Stage.SettingUp set => SetUp(turn, live.Run, set.Pose, null),
        Stage.Holding hold => Hold(turn, live, hold),
        Stage.ComingOut way => WayOut(live.Run, way.TimesUp ? SessionLines.TimesUp(OutOf(turn, live.Run, PoseId.V)) : Still(turn, live.Run)),
        _ => new Card(Cues.Shake(), Dizzy, TingleOrPain),
    };

    /// <summary>The way in, after the way out of the pose before it.</summary>
    /// <param name="before">The way out of the pose before; <see langword="null"/>: none, and the card may be shown again.</param>
    /// <param name="rang">The message rings: the person may say whether it was heard (design 3.3).</param>
    public static Card SetUp(Turn turn, Run run, PoseId pose, Line? before, bool rang = false)
    {
        if (pose == PoseId.V)
        {
            var buttons = new List<Button>
            {
                new("ses-start", SessionLines.LegsAreUp(), ButtonTone.Primary), new("ses-not-yet", SessionLines.NotUpYet()),
            };
            if (run.Variant != Variant.Chair && !turn.Fitness.Bed)
                buttons.Add(new Button("ses-chair", SessionLines.UseTheChair()));
            buttons.Add(new Button("ses-stop", SessionLines.StopSession()));
            return new Card(VSetUp(turn, run, before, rang), buttons) { Picture = PictureOf(turn, run.Variant, pose) };
        }

        return new Card(WayIn(turn, run, pose, before), new Button("ses-start", SessionLines.InPosition(), ButtonTone.Primary),
            new Button("ses-skip", SessionLines.SkipThis()), Dizzy, TingleOrPain)
        { Picture = PictureOf(turn, run.Variant, pose) };
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
                SessionLines.Until(name, end, minutes, HoldCue(turn, run.Variant, hold.Pose)),
                new Button("ses-done", SessionLines.DoneEarly()), Dizzy, TingleOrPain)
            { Countdown = end },
            _ => Counter(SessionLines.Until(name, end, minutes, HoldCue(turn, run.Variant, hold.Pose)), hold.Pose, end),
        };
    }

    /// <summary>Side rest, easy pose, corpse pose: they run at once, so way in and hold stand on one card.</summary>
    public static Card Counter(Turn turn, Run run, PoseId pose, DateTimeOffset end, Line? before)
    {
        var way = WayIn(turn, run, pose, before);
        return Counter(pose switch
        {
            PoseId.E => SessionLines.NextWayIn(way, SessionLines.EDizzy()),
            PoseId.C => SessionLines.NextWayIn(way, SessionLines.CRest()),
            _ => way,
        }, pose, end) with
        { Picture = PictureOf(turn, run.Variant, pose) };
    }

    public static Card WayOut(Run run, Line text) => new(text,
        new Button("ses-side", SessionLines.OnMySide(), ButtonTone.Primary), Tingling, Dizzy);

    /// <summary>The repeated way out for whoever came out before the time was over.</summary>
    public static Line Still(Turn turn, Run run) => SessionLines.StillThereCue(OutOf(turn, run, PoseId.V));

    /// <summary>The way out of a pose (POSE-U7, POSE-S7, POSE-V13, POSE-E6, POSE-C6).</summary>
    public static Line OutOf(Turn turn, Run run, PoseId pose) => OutOf(turn, run.Variant, pose);

    public static Line OutOf(Turn turn, Variant variant, PoseId pose) => pose switch
    {
        PoseId.U when turn.ForwardBend == ForwardBend.HalfFold => SessionLines.UAltOut(),
        PoseId.U when turn.ForwardBend == ForwardBend.Supine => SessionLines.USupOut(),
        PoseId.U => Cues.UOut(),
        PoseId.S => Cues.SOut(),
        PoseId.V => variant == Variant.Chair || turn.Fitness.Bed ? Cues.VChairOut() : Cues.VOut(),
        PoseId.X => SessionLines.XOut(),
        PoseId.E => SessionLines.EOut(),
        _ => Cues.COut(),
    };

    /// <summary>The pose in plain English.</summary>
    public static Line NameOf(Turn turn, Run run, PoseId pose) => NameOf(turn, run.Variant, pose);

    public static Line NameOf(Turn turn, Variant variant, PoseId pose) => pose switch
    {
        PoseId.U => turn.ForwardBend switch
        {
            ForwardBend.HalfFold => SessionLines.NameUAlt(),
            ForwardBend.Supine => SessionLines.NameUSup(),
            _ => SessionLines.NameU(),
        },
        PoseId.S => SessionLines.NameS(),
        PoseId.V => turn.Fitness.Bed ? SessionLines.NameVBed()
            : variant == Variant.Chair ? SessionLines.NameVChair() : SessionLines.NameV(),
        PoseId.X => SessionLines.NameX(),
        PoseId.E => SessionLines.NameE(),
        _ => SessionLines.NameC(),
    };

    /// <summary>The pose by both its names, where its way in is told (SEQ-2).</summary>
    public static Line TitleOf(Turn turn, Variant variant, PoseId pose)
    {
        var name = NameOf(turn, variant, pose);
        var sanskrit = pose switch
        {
            PoseId.U when turn.ForwardBend != ForwardBend.Standing => null,
            PoseId.V when variant == Variant.Chair || turn.Fitness.Bed => null,
            _ => Poses.Of(pose).Sanskrit,
        };
        return sanskrit is null ? name : SessionLines.BothNames(name, sanskrit);
    }

    /// <summary>The drawing of the way in; <see langword="null"/>: there is none.</summary>
    public static string? PictureOf(Turn turn, Variant variant, PoseId pose) => PosePictures.WayIn(
        pose, turn.ForwardBend, variant, turn.Fitness.Bed, turn.Fitness.ExtendedRise || turn.Dose.ExtendedRise);

    private static Line WayIn(Turn turn, Run run, PoseId pose, Line? before)
    {
        var title = TitleOf(turn, run.Variant, pose);
        var minutes = run.Plan[pose];
        var cue = WayInCue(turn, run.Variant, pose);
        return before is null ? SessionLines.WayIn(title, minutes, cue)
            : pose == PoseId.S ? SessionLines.NextOnBack(before, title, minutes, cue)
            : pose == PoseId.X ? SessionLines.NextWayIn(before, SessionLines.WayIn(title, minutes, cue))
            : SessionLines.NextPose(before, title, minutes, cue);
    }

    private static Card Counter(Line text, PoseId pose, DateTimeOffset end) => pose == PoseId.X
        ? new Card(text, Dizzy, TingleOrPain) { Countdown = end }
        : new Card(text, Dizzy, TingleOrPain, new Button("ses-skip", SessionLines.LeaveEarly())) { Countdown = end };

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

    /// <summary>At the wall the place is made ready first; the first bell of all is asked about (design 3.3).</summary>
    private static Line VSetUp(Turn turn, Run run, Line? before, bool rang)
    {
        var name = NameOf(turn, run, PoseId.V);
        var atWall = run.Variant != Variant.Chair && !turn.Fitness.Bed;
        var cue = WayInCue(turn, run.Variant, PoseId.V);
        if (before is null)
        {
            var first = SessionLines.WayIn(name, run.Plan.V, cue);
            return run is { Number: 1, Plan: { U: 0, S: 0 } } ? SessionLines.NextWayIn(first, SessionLines.VSoundUp()) : first;
        }

        var way = SessionLines.NextPose(before, name, run.Plan.V, atWall ? SessionLines.NextWayIn(Cues.VSetUp(), cue) : cue);
        return rang && run.Number == 1 ? SessionLines.NextWayIn(way, SessionLines.VSoundCheck()) : way;
    }

    /// <summary>The way into the pose, as this person is told it.</summary>
    public static Line WayInCue(Turn turn, Variant variant, PoseId pose)
    {
        var fitness = turn.Fitness;
        var cue = pose switch
        {
            PoseId.U when turn.ForwardBend == ForwardBend.HalfFold => Cues.UAlt(),
            PoseId.U when turn.ForwardBend == ForwardBend.Supine => Cues.USup(),
            PoseId.U => Cues.UIn(),
            PoseId.S => Cues.SIn(),
            PoseId.V when fitness.Bed => Cues.VBed(),
            PoseId.V => variant == Variant.Chair ? Cues.VChair() : Cues.VIn(),
            PoseId.X => Cues.X(),
            PoseId.E when fitness.Bed => SessionLines.EBed(),
            PoseId.E when fitness.ExtendedRise || turn.Dose.ExtendedRise => Cues.EExt(),
            PoseId.E => Cues.EIn(),
            _ => Cues.CIn(),
        };
        return fitness.HeadUp && (pose is PoseId.S or PoseId.C)
            ? SessionLines.NextWayIn(cue, SessionLines.HeadUp()) : cue;
    }

    private static Line HoldCue(Turn turn, Variant variant, PoseId pose) => pose switch
    {
        PoseId.U => turn.ForwardBend == ForwardBend.Standing ? Cues.UHold() : WayInCue(turn, variant, PoseId.U),
        PoseId.S => Cues.SHold(),
        PoseId.X => Cues.X(),
        PoseId.E => Cues.EHold(),
        _ => Cues.CHold(),
    };
}
