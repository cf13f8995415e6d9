using System.Globalization;
using System.Security;
using System.Text;

namespace RecoveryBot.Coaching.Charts;

/// <summary>Writes a picture as SVG text: whole numbers only, so nothing depends on a culture or comes out as NaN.</summary>
internal sealed class Svg
{
    private readonly StringBuilder _text = new();

    public Svg(int width, int height, string background)
    {
        Add($"""<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" font-family="DejaVu Sans, Verdana, sans-serif">""");
        Rect(0, 0, width, height, background);
    }

    public void Rect(int x, int y, int width, int height, string fill) =>
        Add($"""<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{fill}"/>""");

    public void Line(int x1, int y1, int x2, int y2, string stroke, int width) =>
        Add($"""<path d="M{x1} {y1}L{x2} {y2}" stroke="{stroke}" stroke-width="{width}"/>""");

    /// <param name="points">What follows <c>d=</c>.</param>
    public void Path(string points, string stroke, int width, string fill = "none") =>
        Add($"""<path d="{points}" fill="{fill}" stroke="{stroke}" stroke-width="{width}" stroke-linejoin="round"/>""");

    public void Circle(int x, int y, int radius, string fill, string stroke, int width) =>
        Add($"""<circle cx="{x}" cy="{y}" r="{radius}" fill="{fill}" stroke="{stroke}" stroke-width="{width}"/>""");

    /// <param name="anchor">start, middle or end.</param>
    public void Text(int x, int y, int size, string fill, string words, string anchor = "start") =>
        Add($"""<text x="{x}" y="{y}" font-size="{size}" fill="{fill}" text-anchor="{anchor}">{SecurityElement.Escape(words)}</text>""");

    public override string ToString() => _text + "</svg>\n";

    private void Add(FormattableString element) => _text.Append(element.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
