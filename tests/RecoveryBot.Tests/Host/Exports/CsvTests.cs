using RecoveryBot.Exports;

namespace RecoveryBot.Tests.Host.Exports;

public sealed class CsvTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+41 79", "'+41 79")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"")]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("", "")]
    public void A_text_is_never_a_formula(string text, string cell)
    {
        var csv = new Csv("text");

        csv.Add(text);

        Assert.Equal("text\r\n" + cell + "\r\n", csv.ToString());
    }

    [Fact]
    public void Numbers_days_and_instants_are_written_for_every_culture_and_stay_numbers()
    {
        var csv = new Csv("a", "b", "c", "d", "e", "f");

        csv.Add(-12.5m, 7, new DateOnly(2026, 3, 2), new DateTimeOffset(2026, 3, 2, 21, 0, 0, TimeSpan.FromHours(1)), true, null);

        Assert.Equal("-12.5,7,2026-03-02,2026-03-02T20:00:00Z,yes,", csv.ToString().Split("\r\n")[1]);
    }

    [Fact]
    public void A_row_of_another_length_is_a_mistake_of_ours() => Assert.Throws<ArgumentException>(() => new Csv("a", "b").Add(1));
}
