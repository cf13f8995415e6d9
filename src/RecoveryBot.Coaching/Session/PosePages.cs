using RecoveryBot.Coaching.Sequence;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Session;

/// <summary>One drawing and the words of the catalogue that go with it.</summary>
/// <param name="Picture">One of <see cref="PosePictures.All"/>.</param>
/// <param name="Pose">The pose in the list; pages of the same pose stand one behind the other.</param>
/// <param name="Title">The pose, and which moment of it where there are several.</param>
/// <param name="Cue">The cue card of that moment, and nothing else (POSE-6).</param>
internal sealed record PosePage(string Picture, Line Pose, Line Title, Line Cue);

/// <summary>The drawings of what a person would be led through today, in the order of the sequence (SEQ-1).</summary>
internal static class PosePages
{
    public static IReadOnlyList<PosePage> Of(Turn turn) =>
    [
        .. WayIn(turn, PoseId.U),
        .. turn.ForwardBend == ForwardBend.Standing
            ? [new PosePage(PosePictures.UOut, NameOf(turn, PoseId.U), LearnLines.ComingUp(), PoseCards.OutOf(turn, turn.Variant, PoseId.U))]
            : (PosePage[])[],
        .. turn.Dose.WithoutS ? [] : WayIn(turn, PoseId.S),
        .. Main(turn),
        .. WayIn(turn, PoseId.X),
        new PosePage(PosePictures.XOut, NameOf(turn, PoseId.X), LearnLines.PushingUp(), PoseCards.OutOf(turn, turn.Variant, PoseId.X)),
        .. WayIn(turn, PoseId.E),
        .. WayIn(turn, PoseId.C),
    ];

    private static Line NameOf(Turn turn, PoseId pose) => PoseCards.NameOf(turn, turn.Variant, pose);

    /// <summary>Empty: it is not drawn.</summary>
    private static IEnumerable<PosePage> WayIn(Turn turn, PoseId pose) => PoseCards.PictureOf(turn, turn.Variant, pose) is { } picture
        ? [new PosePage(picture, NameOf(turn, pose), PoseCards.TitleOf(turn, turn.Variant, pose), PoseCards.WayInCue(turn, turn.Variant, pose))]
        : [];

    /// <summary>At the wall the chair follows: one press in a session leads there.</summary>
    private static IEnumerable<PosePage> Main(Turn turn) =>
        turn.Fitness.Bed ? OnBed(turn)
        : turn.Variant == Variant.Chair ? Moments(turn, Variant.Chair)
        : [.. Moments(turn, turn.Variant), .. Moments(turn, Variant.Chair)];

    private static IEnumerable<PosePage> OnBed(Turn turn)
    {
        var name = NameOf(turn, PoseId.V);
        return
        [
            .. WayIn(turn, PoseId.V),
            new PosePage(PosePictures.VBedOut, name, LearnLines.WayOut(name), PoseCards.OutOf(turn, turn.Variant, PoseId.V)),
        ];
    }

    private static IEnumerable<PosePage> Moments(Turn turn, Variant variant)
    {
        var name = PoseCards.NameOf(turn, variant, PoseId.V);
        return
        [
            new(PosePictures.V(variant, PosePictures.Moment.SetUp), name, LearnLines.GettingReady(name),
                variant == Variant.Chair ? SessionLines.PlanChair() : Cues.VSetUp()),
            new(PosePictures.V(variant, PosePictures.Moment.WayIn), name, LearnLines.WayIn(name), PoseCards.WayInCue(turn, variant, PoseId.V)),
            new(PosePictures.V(variant, PosePictures.Moment.Hold), name, LearnLines.TheHold(name), Cues.VHold()),
            new(PosePictures.V(variant, PosePictures.Moment.WayOut), name, LearnLines.WayOut(name), PoseCards.OutOf(turn, variant, PoseId.V)),
        ];
    }
}
