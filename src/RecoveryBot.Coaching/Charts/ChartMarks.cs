using System.Globalization;
using RecoveryBot.Coaching.Measuring;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Charts;

/// <summary>The marks of what was felt: each differs from the others in shape and in colour.</summary>
internal static class ChartMarks
{
    private const string Edge = "#ffffff";
    private const int Size = 13;

    public static Line NameOf(HoldMark mark) => mark switch
    {
        HoldMark.Warning => ProgressLines.WarningShort(),
        HoldMark.Tingling => ProgressLines.Tingling(),
        HoldMark.Dizzy => ProgressLines.DizzyShort(),
        HoldMark.Pain => ProgressLines.Pain(),
        _ => ProgressLines.OtherShort(),
    };

    /// <param name="x">Its middle.</param>
    /// <param name="y">Its middle.</param>
    public static void Draw(Svg svg, HoldMark mark, int x, int y)
    {
        switch (mark)
        {
            case HoldMark.Tingling:
                svg.Path(Points($"M{x} {y - Size}L{x + Size} {y + Size}H{x - Size}Z"), Edge, 2, "#b3261e");
                break;
            case HoldMark.Dizzy:
                svg.Path(Points($"M{x} {y - Size}L{x + Size} {y}L{x} {y + Size}L{x - Size} {y}Z"), Edge, 2, "#6b3fa0");
                break;
            case HoldMark.Pain:
                svg.Path(Points($"M{x - 11} {y - 11}H{x + 11}V{y + 11}H{x - 11}Z"), Edge, 2, "#7a4a00");
                break;
            case HoldMark.Warning:
                svg.Path(Points($"M{x - 10} {y - 10}L{x + 10} {y + 10}M{x + 10} {y - 10}L{x - 10} {y + 10}"), "#1a1a1a", 6);
                break;
            default:
                svg.Circle(x, y, 11, "#00629b", Edge, 2);
                break;
        }
    }

    private static string Points(FormattableString path) => path.ToString(CultureInfo.InvariantCulture);
}
