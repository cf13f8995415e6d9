using FakeDiscord.Rest;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Measuring;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Host.Discord;

public sealed class DiscordRecordTests
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 1, 2, 3];

    [Theory(Timeout = DiscordHostRig.PatienceMilliseconds)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_chart_is_an_attachment_with_a_description_under_the_words(bool byCommand)
    {
        await using var rig = await DiscordHostRig.StartAsync(Charting, draw: _ => Png);
        await rig.SayAsync("/start");

        if (byCommand)
            await rig.CommandAsync("progress");
        else
            await rig.SayAsync("/progress");

        var chart = Assert.Single(rig.SaidTo()[^1]["attachments"]!.AsArray())!;
        Assert.Equal("chart.png", chart["filename"]!.ToString());
        Assert.StartsWith("Chart of the last 28 days", chart["description"]!.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("Minutes held", rig.Newest(), StringComparison.Ordinal);
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task Where_nothing_is_drawn_the_words_go_alone()
    {
        await using var rig = await DiscordHostRig.StartAsync(Charting, draw: _ => null);
        await rig.SayAsync("/start");

        await rig.SayAsync("/progress");

        Assert.Empty(rig.SaidTo()[^1]["attachments"]!.AsArray());
        Assert.StartsWith("Minutes held", rig.Newest(), StringComparison.Ordinal);
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task An_export_is_an_attachment()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.SettleInAsync();

        await rig.SayAsync("/export");

        Assert.StartsWith("Here is all that I keep about you", rig.Newest(), StringComparison.Ordinal);
        Assert.Equal("recoverybot-export-2026-03-02.zip", Assert.Single(rig.SaidTo()[^1]["attachments"]!.AsArray())!["filename"]!.ToString());
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task A_file_that_is_refused_is_told_in_words_and_not_tried_again()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.SettleInAsync();
        rig.Fake.Faults.Add(new Fault(FaultKind.Refuse) { Route = DiscordHostRig.Send, Status = 413, Code = 40005 });

        await rig.SayAsync("/export");
        await rig.WaitAsync(TimeSpan.FromMinutes(10));
        await rig.DrainAsync();

        Assert.Equal("The file did not get through. Please ask for it again in a while.", rig.Newest());
        Assert.Empty(rig.SaidTo()[^1]["attachments"]!.AsArray());
    }

    /// <summary>The real coach, with a chart for whoever asks.</summary>
    private static Decision Charting(UserState state, CoachInput input, DateTimeOffset now) => input is CoachInput.Text { Words: "/progress" }
        ? new Decision
        {
            State = state with { Step = state.Step + 1 },
            Replies = [new Reply(new Line("Progress", "RowsTitle", []))
            {
                Chart = HoldHistory.Of(Dose.Start, FourWeeks.Events, FourWeeks.Last),
                Step = state.Step + 1,
            }],
        }
        : Coach.Decide(state, input, now);
}
