using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Tests.Host.Telegram;

/// <summary>The menu and the descriptions, set by the bot itself.</summary>
public sealed class TelegramSetUpTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    public async Task A_second_start_sets_nothing_again()
    {
        await using var rig = await TelegramHostRig.StartAsync();
        await rig.SetUp.RunAsync(Stop);
        var set = rig.Fake.Log.Calls.Count(call => call.Method.StartsWith("setMy", StringComparison.Ordinal));

        await rig.RestartAsync(TimeSpan.Zero);
        await rig.SetUp.RunAsync(Stop);

        Assert.Equal(3, set);
        Assert.Equal(3, rig.Fake.Log.Calls.Count(call => call.Method.StartsWith("setMy", StringComparison.Ordinal)));
        rig.AssertClean();
    }

    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    public async Task Every_command_of_the_menu_exists_and_is_in_the_help()
    {
        await using var rig = await TelegramHostRig.StartAsync();
        await rig.AgreeAsync();
        var help = Words.English.Text(TalkLines.Help());

        foreach (var (name, _) in CommandList.All)
        {
            Assert.True(name == "help" || help.Contains("/" + name, StringComparison.Ordinal), name);
            await rig.SayAsync("/" + name);
            Assert.DoesNotContain(Words.English.Text(TalkLines.Unknown()), rig.TextsIn(TelegramHostRig.Ann.Id));
        }
    }
}
