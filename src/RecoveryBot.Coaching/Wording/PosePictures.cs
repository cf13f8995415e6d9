using RecoveryBot.Coaching.Sequence;

namespace RecoveryBot.Coaching.Wording;

/// <summary>The drawings of the poses, by name; the host keeps them (design 3.3).</summary>
public static class PosePictures
{
    /// <summary>Coming up from the standing forward bend (POSE-U7).</summary>
    internal const string UOut = "u-out";

    /// <summary>Calves lifted off the pillows on a bed (POSE-V14).</summary>
    internal const string VBedOut = "v-bed-out";

    /// <summary>From the side up to sitting, head last (POSE-V13).</summary>
    internal const string XOut = "x-out";

    /// <summary>Sitting on a chair: the seated rest (SAFE-7).</summary>
    internal const string SeatedRest = "e-chair";

    /// <summary>Lying still: corpse pose, and the rest where it is too late for more (TIME-2).</summary>
    internal const string Lying = "c";

    private const string VBed = "v-bed-hold";

    /// <summary>Every name that a message may carry.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "u", UOut, "u-alt", "u-sup", "s",
        .. Enum.GetValues<Variant>().SelectMany(variant => Enum.GetValues<Moment>(), V), VBed, VBedOut,
        "x", XOut, "e-floor", SeatedRest, "e-wall", Lying,
    ];

    /// <param name="bend">What stands in the slot of U.</param>
    /// <param name="bed">The legs rest on pillows on a bed (POSE-V14).</param>
    /// <param name="extendedRise">The back is supported in E (CUE-E-EXT).</param>
    /// <returns><see langword="null"/>: nothing is drawn for that way in.</returns>
    internal static string? WayIn(PoseId pose, ForwardBend bend, Variant variant, bool bed, bool extendedRise) => pose switch
    {
        PoseId.U => bend switch { ForwardBend.HalfFold => "u-alt", ForwardBend.Supine => "u-sup", _ => "u" },
        PoseId.S => "s",
        PoseId.V when bed => VBed,
        PoseId.V => V(variant, Moment.WayIn),
        PoseId.X => "x",
        PoseId.E when bed => null,
        PoseId.E => extendedRise ? "e-wall" : "e-floor",
        _ => Lying,
    };

    /// <summary>One of the four drawings of the main pose, off the bed.</summary>
    internal static string V(Variant variant, Moment moment)
    {
        var place = variant switch { Variant.Chair => "v-chair", Variant.Wall => "v-wall", _ => "v-wall-easy" };
        return moment switch
        {
            Moment.SetUp => place + "-setup",
            Moment.WayIn => place + "-in",
            Moment.Hold => place + "-hold",
            _ => place + "-out",
        };
    }

    /// <summary>What of the main pose is drawn.</summary>
    internal enum Moment
    {
        SetUp,
        WayIn,
        Hold,
        WayOut,
    }
}
