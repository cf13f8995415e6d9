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
    public async Task Every_command_is_offered_everywhere_and_in_the_one_language_that_there_is()
    {
        await using var rig = await DiscordHostRig.StartAsync();

        Assert.All(rig.Fake.Commands.All, command =>
        {
            Assert.Equal([0L, 1, 2], command["contexts"]!.AsArray().Select(context => context!.GetValue<long>()));
            Assert.Equal([0L, 1], command["integration_types"]!.AsArray().Select(type => type!.GetValue<long>()));
            Assert.Null(command["name_localizations"]);
            Assert.Null(command["description_localizations"]);
        });
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task Every_call_says_which_program_it_is()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        var version = typeof(RecoveryBot.Discord.DiscordOptions).Assembly.GetName().Version!.ToString(3);

        Assert.NotEmpty(rig.Fake.Log.Calls);
        Assert.All(rig.Fake.Log.Calls, call => Assert.Equal($"DiscordBot (https://discord.com, {version})", call.UserAgent));
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
