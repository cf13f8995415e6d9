using RecoveryBot.Coaching.Safety.Recognition;

namespace RecoveryBot.Tests.Coaching.Recognition;

/// <summary>Seven hundred messages as people write them, in no list; the share read right may only grow.</summary>
public sealed class MessageTests
{
    [Fact]
    [Trait("Rule", "TXT-10")]
    public void No_fewer_messages_are_read_right_than_before()
    {
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "messages.tsv"))
            .Select(line => line.Split('\t')).Where(row => row.Length == 2).ToList();

        var right = rows.Count(row => row[0].Split('|').Contains(TextVectorTests.NameOf(Recogniser.Read(row[1]))));

        Assert.Equal(700, rows.Count);
        Assert.InRange(right, 485, rows.Count);
    }
}
