using FakeTelegram;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Measuring;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Host.Telegram;

public sealed class TelegramChartTests
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 1, 2, 3];
    private static readonly Person Ann = TelegramHostRig.Ann;

    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    public async Task A_chart_is_a_photo_with_the_words_under_it()
    {
        await using var rig = await TelegramHostRig.StartAsync(Charting, draw: _ => Png);

        await rig.SayAsync("/progress");

        var said = rig.SaidIn(Ann.Id)[^1];
        Assert.NotNull(said["photo"]);
        Assert.StartsWith("Minutes held", said["caption"]!.ToString(), StringComparison.Ordinal);
        rig.AssertClean();
    }

    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    public async Task Where_nothing_is_drawn_the_words_go_alone()
    {
        await using var rig = await TelegramHostRig.StartAsync(Charting, draw: _ => null);

        await rig.SayAsync("/progress");

        Assert.Null(rig.SaidIn(Ann.Id)[^1]["photo"]);
        Assert.StartsWith("Minutes held", rig.Newest(), StringComparison.Ordinal);
    }

    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    public async Task Twenty_charts_in_a_renderer_that_hangs_delay_no_bell()
    {
        using var open = new ManualResetEventSlim();
        await using var rig = await TelegramHostRig.StartAsync(Charting, draw: _ =>
        {
            open.Wait();
            return Png;
        });
        try
        {
            await rig.AgreeAsync();
            await rig.ToHoldAsync();
            await rig.WaitAsync(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
            var others = Enumerable.Range(0, 20).Select(n => new Person(2000 + n)).ToList();
            foreach (var person in others)
                rig.Fake.People.Say(person, "/progress");
            await rig.PollAsync();
            var draining = rig.DrainAsync();

            rig.Time.Advance(TimeSpan.FromSeconds(1));
            await rig.Wake.FireDueAsync(TestContext.Current.CancellationToken);
            await rig.Fake.Log.WhenAsync(call => call.ChatId == Ann.Id && call.Text?.StartsWith("Time's up", StringComparison.Ordinal) == true);

            Assert.All(others, person => Assert.Empty(rig.SaidIn(person.Id)));
            Assert.False(draining.IsCompleted);
            open.Set();
            await draining;
            Assert.All(others, person => Assert.NotNull(rig.SaidIn(person.Id)[^1]["photo"]));
        }
        finally
        {
            open.Set();
        }
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
