using System.Text.Json.Nodes;
using FakeDiscord;
using FakeDiscord.Gateway;
using FakeDiscord.Rest;
using RecoveryBot.Coaching;

namespace RecoveryBot.Tests.Host.Discord;

/// <summary>Presses that are not what was shown: late, forged, somebody else's, again (design 3.3).</summary>
public sealed class DiscordPressTests
{
    private static readonly Person Eve = new(1_001_000_000_000_000_666, "eve");

    [Theory(Timeout = DiscordHostRig.PatienceMilliseconds)]
    [InlineData("v1:con-agree")]
    [InlineData("drop table users")]
    [InlineData("v2:con-agree:0-1")]
    [InlineData("v1-list")]
    [InlineData("v1:ses-go:1-9999")]
    [InlineData("v1:scr-none:0-77")]
    [InlineData("v1:chk-yes:0-500")]
    [InlineData("v1:ses-start:9-1")]
    public async Task What_is_none_of_our_buttons_is_over_for_that_person_alone_and_changes_nothing(string customId)
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.SayAsync("/start");
        await rig.PressAsync("I'm 18 or over, I agree");
        var (before, said) = (await rig.StateOfAsync(), rig.SaidTo().Count);

        var press = rig.Fake.People.Press(DiscordHostRig.Ann, rig.ButtonOf("None of these").Message, customId);
        await rig.TurnAsync();

        Assert.Equal("That step is over.", DiscordHostRig.TextOf(rig.AnswerTo(press)!));
        Assert.True(DiscordHostRig.IsEphemeral(rig.AnswerTo(press)!));
        Assert.Equivalent(before, await rig.StateOfAsync(), strict: true);
        Assert.Equal(said + 1, rig.SaidTo().Count); // That line.
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task A_choice_that_was_not_offered_is_over_as_well()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.SayAsync("/start");
        await rig.PressAsync("I'm 18 or over, I agree");
        var before = await rig.StateOfAsync();

        var forged = rig.Fake.People.Select(
            DiscordHostRig.Ann, rig.ButtonOf("None of these").Message, "v1-list", "v1:scr-none:0-99", "v1:scr-none:0-2");
        await rig.TurnAsync();

        Assert.Equal("That step is over.", DiscordHostRig.TextOf(rig.AnswerTo(forged)!));
        Assert.Equivalent(before, await rig.StateOfAsync(), strict: true);
    }

    [Theory(Timeout = DiscordHostRig.PatienceMilliseconds)]
    [InlineData(0)]
    [InlineData(2)]
    public async Task A_press_from_elsewhere_is_somebody_elses(int context)
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.SayAsync("/start");
        var (message, customId, _) = rig.ButtonOf("I'm 18 or over, I agree");
        var data = new JsonObject { ["custom_id"] = customId, ["component_type"] = 2 };

        var press = rig.Fake.People.Forge(
            Eve, InteractionKind.Component, data, new Place(context, 3_000_000_000_000_000_009, context == 0), message);
        await rig.TurnAsync();

        Assert.Equal("This is someone else's session.", DiscordHostRig.TextOf(rig.AnswerTo(press)!));
        Assert.True(DiscordHostRig.IsEphemeral(rig.AnswerTo(press)!));
        Assert.Null(await rig.StateOfAsync(Eve));
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task An_old_button_says_so_and_shows_the_step_that_is_on()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.SayAsync("/start");
        var (message, customId, _) = rig.ButtonOf("I'm 18 or over, I agree");
        await rig.PressAsync("I'm 18 or over, I agree");
        await rig.PressAsync("None of these");

        rig.Fake.People.Press(DiscordHostRig.Ann, message, customId);
        await rig.TurnAsync();

        Assert.StartsWith("That step is over.", rig.Newest(), StringComparison.Ordinal);
        Assert.Contains("2 of 8", rig.Newest(), StringComparison.Ordinal);
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task A_press_that_nothing_is_said_to_is_answered_all_the_same()
    {
        await using var rig = await DiscordHostRig.StartAsync((state, _, _) => new Decision { State = state });
        var mine = rig.Fake.People.Say(DiscordHostRig.Ann, "hi");

        rig.Fake.People.Press(DiscordHostRig.Ann, mine, "v1:ses-done:1-1");
        await rig.TurnAsync();

        Assert.Single(rig.Fake.Log.Of(DiscordHostRig.Callback));
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task A_press_is_answered_once_it_is_stored_and_before_a_held_message()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.SayAsync("/start");
        rig.Fake.Faults.Add(new Fault(FaultKind.TooMany) { ChannelId = rig.Fake.Channels.DmWith(DiscordHostRig.Ann), RetryAfter = 60 });

        await rig.PressAsync("What is stored?");
        await rig.PressAsync("I'm 18 or over, I agree");

        Assert.Equal([6, 6], rig.Fake.Interactions.All.TakeLast(2).Select(press => press.AnswerType));
        Assert.Equal(2, rig.SaidTo().Count); // The welcome.
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task A_button_from_before_everything_was_erased_leads_to_the_welcome_and_a_symptom_to_its_advice()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        var mine = rig.Fake.People.SendOther(DiscordHostRig.Ann, new JsonObject { ["content"] = "x", ["type"] = 6 });

        rig.Fake.People.Press(DiscordHostRig.Ann, mine, "v1:ses-go:3-41");
        await rig.TurnAsync();
        Assert.NotEmpty(rig.ButtonOf("I'm 18 or over, I agree").CustomId);

        rig.Fake.People.Press(DiscordHostRig.Ann, mine, "v1:sym-tingle:3-41");
        await rig.TurnAsync();
        Assert.Contains(rig.TextsTo(), text => text.Contains("bring them down", StringComparison.Ordinal));
        rig.AssertClean();
    }

    [Fact(Timeout = 4 * DiscordHostRig.PatienceMilliseconds)]
    public async Task Of_a_thousand_mixed_presses_every_valid_one_counts_and_no_other()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        var pressed = 0;
        for (var person = 0; person < 13; person++)
        {
            var who = new Person(1_002_000_000_000_000_000 + (ulong)person);
            await rig.SayAsync("/start", who);
            var old = rig.ButtonOf("I'm 18 or over, I agree", who);
            await rig.PressAsync("I'm 18 or over, I agree", who);
            for (var card = 1; card < 8; card++)
            {
                var valid = rig.ButtonOf("None of these", who);
                var presses = Invalid(rig, who, valid, old).Concat(Invalid(rig, who, valid, old)).ToList();
                // The valid one comes first, last and at every place between.
                presses.Insert((7 * person + card) % (presses.Count + 1), () => rig.Press("None of these", who));
                presses.ForEach(press => press());
                pressed += presses.Count;
                await rig.TurnAsync();
                old = valid;

                // One card further, not two and not none.
                var shown = rig.TextsTo(who).Last(text => text.Contains(" of 8", StringComparison.Ordinal));
                Assert.Contains($"{card + 1} of 8", shown, StringComparison.Ordinal);
                Assert.DoesNotContain(rig.TextsTo(who), text => text.Contains($"{card + 2} of 8", StringComparison.Ordinal));
            }
        }

        Assert.True(pressed > 1_000, $"{pressed}");
        Assert.Null(await rig.StateOfAsync(Eve));
        Assert.Equal(0, rig.Query<int>("SELECT count(*) FROM dead_letters"));
        rig.AssertClean();
    }

    /// <summary>Forged, of another version, of a step that is over, somebody else's, no id at all, and one that was brought already.</summary>
    private static IEnumerable<Action> Invalid(
        DiscordHostRig rig, Person who, (ulong Message, string CustomId, string? Value) valid, (ulong Message, string CustomId, string? Value) old)
    {
        var data = valid.Value ?? valid.CustomId;
        yield return () => rig.Fake.People.Press(who, valid.Message, $"{data[..data.LastIndexOf('-')]}-9876");
        yield return () => rig.Fake.People.Press(who, valid.Message, data.Replace("v1:", "v0:", StringComparison.Ordinal));
        yield return () => rig.Fake.People.Press(who, old.Message, old.Value ?? old.CustomId);
        yield return () => rig.Fake.People.Forge(
            Eve, InteractionKind.Component, new JsonObject { ["custom_id"] = data, ["component_type"] = 2 }, DiscordHostRig.Server);
        yield return () => rig.Fake.People.Press(who, valid.Message, "None of these");
        yield return () => Again(rig.Fake.Gateway);
    }

    /// <summary>The gateway brings the last interaction that it has brought once more.</summary>
    private static void Again(GatewayServer gateway) => gateway.Dispatch(
        "INTERACTION_CREATE",
        gateway.Log.Frames.Last(frame => frame.IsEvent("INTERACTION_CREATE")).Payload!["d"]!.DeepClone().AsObject());
}
