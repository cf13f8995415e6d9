using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Tests.Host.Discord;

/// <summary>The slash commands, set by the bot itself.</summary>
public sealed class DiscordSetUpTests
{
    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task A_second_start_sets_nothing_again()
    {
        await using var rig = await DiscordHostRig.StartAsync();

        await rig.RestartAsync(TimeSpan.Zero);
        await rig.SetUp.RunAsync(TestContext.Current.CancellationToken);

        Assert.Single(rig.Fake.Log.Of("PUT /applications/{application_id}/commands"));
        Assert.Equal(CommandList.All.Count, rig.Fake.Commands.Creations);
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task Every_command_of_the_menu_is_answered_as_a_command()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.SettleInAsync();

        foreach (var command in rig.Fake.Commands.All)
        {
            var used = await rig.CommandAsync(command["name"]!.ToString());
            Assert.Equal(4, used.AnswerType);
        }

        Assert.DoesNotContain(Words.English.Text(TalkLines.Unknown()), rig.TextsTo());
        rig.AssertClean();
    }
}
