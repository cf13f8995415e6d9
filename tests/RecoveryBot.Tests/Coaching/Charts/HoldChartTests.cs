using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using RecoveryBot.Coaching.Charts;
using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Measuring;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Tests.Coaching.Dosing;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Coaching.Charts;

public sealed class HoldChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Four_weeks_are_drawn_as_the_golden_picture() =>
        Golden.Check("Coaching/Charts/four-weeks.svg", Draw(FourWeeks.Events).Svg);

    [Fact]
    public void A_first_session_is_drawn_as_the_golden_picture() =>
        Golden.Check("Coaching/Charts/first-session.svg", Draw([FourWeeks.Session(FourWeeks.Last, 1, 5)]).Svg);

    [Fact]
    public void Every_mark_is_drawn_as_the_golden_picture()
    {
        var symptoms = new SessionReport
        {
            Day = default,
            RedFlag = true,
            Tingling = new TinglingReport(10, new SettleTime.Gone(2)),
            Lightheaded = new LightheadedReport(default, new SettleTime.Gone(2)),
            Pain = 6,
            SomethingElse = true,
        };
        var days = Enumerable.Range(0, 28).Select(d => FourWeeks.Session(FourWeeks.First.AddDays(d), d, 15, r => (d % 7) switch
        {
            1 => r with { RedFlag = true },
            2 => r with { Tingling = symptoms.Tingling },
            3 => r with { Lightheaded = symptoms.Lightheaded },
            4 => r with { Pain = 6 },
            5 => r with { SomethingElse = true },
            6 => symptoms with { Day = r.Day, VRan = true, Held = 15, Complete = true },
            _ => r,
        }));

        Golden.Check("Coaching/Charts/every-mark.svg", Draw(days).Svg);
    }

    /// <summary>WCAG: text at least 4.5:1, what is drawn at least 3:1, all on the white paper that is drawn first.</summary>
    [Theory]
    [InlineData("four-weeks.svg")]
    [InlineData("every-mark.svg")]
    public void Every_colour_stands_out_from_the_paper(string file)
    {
        var picture = XDocument.Load(Path.Combine(Repository.Tests, "Coaching", "Charts", file)).Root!;
        var drawn = picture.Elements().Skip(1).ToList();

        Assert.Equal("#ffffff", picture.Elements().First().Attribute("fill")!.Value);
        Assert.All(drawn.Where(e => e.Name == Svg + "text"), text => Assert.True(Contrast(text.Attribute("fill")!.Value) >= 4.5));
        Assert.All(
            drawn.SelectMany(e => e.Attributes().Where(a => a.Name.LocalName is "fill" or "stroke")).Select(a => a.Value)
                .Where(colour => colour is not ("none" or "#ffffff")),
            colour => Assert.True(Contrast(colour) >= 3, colour));
    }

    [Fact]
    public void The_marks_differ_in_shape_and_in_colour()
    {
        var marks = Enum.GetValues<HoldMark>().Select(mark =>
        {
            var svg = new Svg(10, 10, "#ffffff");
            ChartMarks.Draw(svg, mark, 5, 5);
            return XDocument.Parse(svg.ToString()).Root!.Elements().Last();
        }).ToList();

        Assert.Equal(5, marks.Select(mark => Regex.Replace(mark.Attribute("d")?.Value ?? "circle", "[0-9 -]+", ".")).Distinct().Count());
        Assert.Equal(5, marks.Select(mark => mark.Attribute("fill")!.Value is var fill and not "none" ? fill : mark.Attribute("stroke")!.Value).Distinct().Count());
    }

    /// <summary>A text of 30 is 9 pixels high where the picture is shown 300 wide.</summary>
    [Fact]
    public void No_text_is_too_small_for_a_picture_of_300_pixels_and_none_leaves_it()
    {
        foreach (var file in (string[])["four-weeks.svg", "every-mark.svg", "first-session.svg"])
        {
            foreach (var text in XDocument.Load(Path.Combine(Repository.Tests, "Coaching", "Charts", file)).Descendants(Svg + "text"))
            {
                var (x, size) = (Number(text, "x"), Number(text, "font-size"));
                Assert.True(size >= 30);
                // Wider than any letter of the font is on average.
                var width = text.Value.Length * size * 62 / 100;
                var left = text.Attribute("text-anchor")!.Value switch { "end" => x - width, "middle" => x - (width / 2), _ => x };
                Assert.InRange(left, 0, 960);
                Assert.InRange(left + width, 0, 960);
            }
        }
    }

    [Fact]
    public void Any_life_can_be_drawn()
    {
        Prop.ForAll(Histories.InOrder.ToArbitrary(), events =>
        {
            var history = HoldHistory.Of(Dose.Start, events, events.Max(e => e.Day));
            if (!history.Sessions.Any())
                return;
            var chart = HoldChart.Draw(history, Words.English);
            Assert.DoesNotContain("NaN", chart.Svg, StringComparison.Ordinal);
            Assert.All(XDocument.Parse(chart.Svg).Descendants(Svg + "rect"), bar => Assert.True(Number(bar, "height") > 0 && Number(bar, "y") >= 0));
            Assert.InRange(chart.Bars.Count, 1, 14);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    private static ChatChart Draw(IEnumerable<DoseEvent> events) =>
        HoldChart.Draw(HoldHistory.Of(Dose.Start, events, FourWeeks.Last), Words.English);

    private static int Number(XElement element, string name) => int.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    private static double Contrast(string colour) => 1.05 / (Luminance(colour) + 0.05);

    private static double Luminance(string colour)
    {
        double[] parts = [.. new[] { 1, 3, 5 }.Select(at => int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4))];
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }
}
