using System.Text.RegularExpressions;
using RecoveryBot.Coaching.Safety.Recognition;

namespace RecoveryBot.Tests.Coaching.Recognition;

/// <summary>The free-text vectors of section 3.6, row by row.</summary>
public sealed class TextVectorTests
{
    public static TheoryData<string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "protocol.md")))
        {
            if (Regex.Match(line, @"^\| (TV-\d+) \| (.*) \| (\S+) \|$") is { Success: true } row)
                rows.Add(row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    [Trait("Rule", "TXT-9")]
    public void A_text_is_read_as_the_protocol_says(string id, string text, string expected)
    {
        Assert.Equal($"{id} {expected}", $"{id} {NameOf(Recogniser.Read(text))}");
    }

    [Fact]
    public void All_vectors_are_here() => Assert.Equal(151, Rows().Count);

    internal static string NameOf(RecoveryBot.Coaching.Safety.Recognition.Recognition read)
    {
        if (read.Highest is not { } highest)
            return "NONE";
        var sign = Regex.Replace(highest.Sign.ToString(), "(?<=[a-z])(?=[A-Z])", "-").ToUpperInvariant();
        return highest.Standing == Standing.Present ? sign : $"{highest.Standing.ToString().ToUpperInvariant()}:{sign}";
    }
}
