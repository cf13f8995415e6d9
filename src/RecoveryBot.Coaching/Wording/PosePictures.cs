using RecoveryBot.Coaching.Sequence;

namespace RecoveryBot.Coaching.Wording;

/// <summary>The drawings of the ways in, by name; the host keeps them (design 3.3).</summary>
public static class PosePictures
{
    private const string VBed = "v-bed-hold";

    /// <summary>Every name that a message may carry.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["u", "u-alt", "u-sup", "s", "v-wall-in", "v-wall-easy-in", "v-chair-in", VBed, "x", "e-floor", "e-wall", "c"];

    /// <param name="bend">What stands in the slot of U.</param>
    /// <param name="bed">The legs rest on pillows on a bed (POSE-V14).</param>
    /// <param name="extendedRise">The back is supported in E (CUE-E-EXT).</param>
    /// <returns><see langword="null"/>: nothing is drawn for that way in.</returns>
    internal static string? WayIn(PoseId pose, ForwardBend bend, Variant variant, bool bed, bool extendedRise) => pose switch
    {
        PoseId.U => bend switch { ForwardBend.HalfFold => "u-alt", ForwardBend.Supine => "u-sup", _ => "u" },
        PoseId.S => "s",
        PoseId.V when bed => VBed,
        PoseId.V => variant switch { Variant.Chair => "v-chair-in", Variant.Wall => "v-wall-in", _ => "v-wall-easy-in" },
        PoseId.X => "x",
        PoseId.E when bed => null,
        PoseId.E => extendedRise ? "e-wall" : "e-floor",
        _ => "c",
    };
}
