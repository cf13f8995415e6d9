using RecoveryBot.Coaching.Safety.Recognition;

namespace RecoveryBot.Tests.Coaching.Recognition;

/// <summary>Messages as people write them, in no list: what is read right may only grow, what is missed only shrink.</summary>
public sealed class MessageTests
{
    /// <summary>File, number of messages, fewest read exactly, most red flags missed, most red alarms raised for nothing.</summary>
    public static TheoryData<string, int, int, int, int> Sets => new()
    {
        { "messages.tsv", 700, 692, 2, 0 },
        { "messages-2.tsv", 716, 712, 1, 0 },
        { "messages-3.tsv", 520, 511, 1, 0 },
        { "messages-4.tsv", 331, 331, 0, 0 },
        { "messages-5.tsv", 860, 851, 0, 0 },
        { "messages-6.tsv", 560, 558, 0, 0 },
        { "messages-7.tsv", 1276, 1268, 1, 0 },
    };

    [Theory]
    [MemberData(nameof(Sets))]
    [Trait("Rule", "TXT-10")]
    public void No_fewer_messages_are_read_right_than_before(string file, int count, int right, int missed, int alarms)
    {
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, file))
            .Select(line => line.Split('\t')).Where(row => row.Length == 2)
            .Select(row => (Labels: row[0].Split('|'), Read: TextVectorTests.NameOf(Recogniser.Read(row[1])), Text: row[1])).ToList();

        var missing = rows.Where(row => row.Labels.All(IsRed) && !IsRedOrWas(row.Read)).ToList();
        var alarming = rows.Where(row => row.Labels is ["NONE"] && IsRedOrWas(row.Read)).ToList();

        Assert.Equal(count, rows.Count);
        Assert.InRange(rows.Count(row => row.Labels.Contains(row.Read)), right, count);
        Assert.True(missing.Count <= missed, string.Join('\n', missing));
        Assert.True(alarming.Count <= alarms, string.Join('\n', alarming));
    }

    private static bool IsRed(string label) => label.StartsWith("RED-", StringComparison.Ordinal) || label == "CRISIS";

    /// <summary>A red flag that has gone leads to the same message (SAFE-31).</summary>
    private static bool IsRedOrWas(string read) => IsRed(read) || read.StartsWith("RESOLVED:RED-", StringComparison.Ordinal);
}
