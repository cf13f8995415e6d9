using FakeDiscord;
using FakeDiscord.Rest;

namespace RecoveryBot.Tests.Host.Discord;

/// <summary>"One moment …" never stays: it becomes the answer, or goes when that comes another way or not at all.</summary>
public sealed class DiscordPromiseTests
{
    private const string Placeholder = "One moment …";
    private const string Remove = "DELETE /channels/{channel_id}/messages/{message_id}";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.2);
    private static readonly Person Ann = DiscordHostRig.Ann;

    /// <summary>The next message to any chat has to wait for a minute, and what comes behind it too.</summary>
    private static readonly Fault Held = new(FaultKind.TooMany) { Route = DiscordHostRig.Send, RetryAfter = 60 };

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    [Trait("Rule", "SAFE-10")]
    public async Task A_warning_that_had_to_be_waited_for_rings_as_a_message_of_its_own()
    {
        using var store = new SlowStore();
        await using var rig = await DiscordHostRig.StartAsync(store.Decide);
        await rig.AgreeAsync();
        await rig.ToHoldAsync();
        var before = rig.SaidTo().Count;

        store.Stop();
        var used = rig.Fake.People.Command(Ann, "tingling");
        await rig.ReceivedAsync(used);
        rig.Time.Advance(Patience);
        await rig.Interactions.WhenAnsweredAsync();
        Assert.Equal(Placeholder, rig.Newest());
        store.GoOn();
        await rig.TurnAsync();

        var said = rig.SaidTo().Skip(before).ToList();
        Assert.Contains("our signal to come out", DiscordHostRig.TextOf(said[0]), StringComparison.Ordinal);
        Assert.Equal(0L, said[0]["flags"]!.GetValue<long>());
        Assert.NotEqual($"{used.OriginalId}", said[0]["id"]!.ToString());
        AssertNoneLeft(rig);
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task A_promise_is_in_the_store_until_it_is_kept()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        var used = await PromiseAsync(rig);
        Assert.Equal($"{used.ChannelId}/{used.OriginalId}", Stored(rig));

        rig.Time.Advance(TimeSpan.FromMinutes(1));
        await rig.DeliverAsync();
        await rig.DeliverAsync();

        Assert.StartsWith("What I can do", DiscordHostRig.TextOf(rig.AnswerTo(used)!), StringComparison.Ordinal);
        AssertNoneLeft(rig);
        Assert.Empty(rig.Fake.Log.Of(Remove));
        rig.AssertClean();
    }

    [Theory(Timeout = DiscordHostRig.PatienceMilliseconds)]
    [InlineData(1)]
    [InlineData(70)]
    [InlineData(150)]
    public async Task Killed_before_it_is_kept_the_promise_goes_and_the_answer_comes_once(int downSeconds)
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await PromiseAsync(rig);

        await rig.KillAsync();
        rig.Time.Advance(TimeSpan.FromSeconds(downSeconds));
        await rig.BeginAsync();
        rig.Time.Advance(TimeSpan.FromSeconds(60));
        await rig.DeliverAsync();
        await rig.DeliverAsync();

        Assert.Single(rig.TextsTo(), text => text.StartsWith("What I can do", StringComparison.Ordinal));
        AssertNoneLeft(rig);
        rig.AssertClean();
    }

    [Theory(Timeout = DiscordHostRig.PatienceMilliseconds)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Killed_before_the_commit_the_command_comes_again_and_the_promise_goes(bool isNoted)
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.SettleInAsync();
        rig.Execute("CREATE TRIGGER full BEFORE INSERT ON inbox BEGIN SELECT RAISE(FAIL, 'full'); END");
        var used = rig.Fake.People.Command(Ann, "help");
        await rig.ReceivedAsync(used);
        rig.Time.Advance(Patience);
        await rig.Interactions.WhenAnsweredAsync();
        Assert.Equal(Placeholder, rig.Newest());

        await rig.KillAsync();
        rig.Execute("DROP TRIGGER full");
        if (!isNoted)
            rig.Execute("DELETE FROM platform_state WHERE key = 'discord.promises'");
        await rig.BeginAsync();
        await rig.Interactions.WhenAnsweredAsync();

        Assert.Single(rig.TextsTo(), text => text.StartsWith("What I can do", StringComparison.Ordinal));
        AssertNoneLeft(rig);
        Assert.Empty(rig.Log.Lines);
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task Killed_after_it_was_kept_the_answer_stays_though_nobody_had_noted_that()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        var used = await PromiseAsync(rig);
        var noted = Stored(rig);
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        await rig.DeliverAsync();
        await rig.DeliverAsync();

        await rig.KillAsync();
        rig.Execute($"UPDATE platform_state SET value = CAST('{noted}' AS BLOB) WHERE key = 'discord.promises'");
        await rig.BeginAsync();

        Assert.StartsWith("What I can do", DiscordHostRig.TextOf(rig.AnswerTo(used)!), StringComparison.Ordinal);
        Assert.Equal("", Stored(rig));
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    [Trait("Rule", "SAFE-10")]
    public async Task An_answer_that_is_withdrawn_takes_its_promise_with_it()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.AgreeAsync();
        await rig.ToHoldAsync();
        rig.Fake.Faults.Add(Held);
        await rig.SayAsync("/why");
        rig.Fake.People.Command(Ann, "help");
        await rig.TurnAsync();
        rig.Time.Advance(Patience);
        await rig.Interactions.WhenAnsweredAsync();
        Assert.Equal(Placeholder, rig.Newest());

        await rig.SayAsync("my feet tingle");
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        await rig.DeliverAsync();
        await rig.DeliverAsync();
        rig.Time.Advance(TimeSpan.FromSeconds(10));
        await rig.Interactions.WhenAnsweredAsync();

        Assert.Contains(rig.TextsTo(), text => text.Contains("our signal to come out", StringComparison.Ordinal));
        AssertNoneLeft(rig);
        Assert.Equal(0, rig.Interactions.Open);
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task A_promise_that_cannot_be_taken_away_is_tried_again()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await PromiseAsync(rig);
        await rig.KillAsync();
        rig.Fake.Faults.Add(new Fault(FaultKind.Refuse) { Route = Remove, Status = 502 });
        await rig.BeginAsync();
        Assert.Contains(Placeholder, rig.TextsTo());

        rig.Time.Advance(TimeSpan.FromMinutes(2));
        await rig.CommandAsync("why");
        await rig.CommandAsync("why");

        AssertNoneLeft(rig);
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task A_command_in_a_server_that_comes_again_is_told_the_way_in_the_answer_that_stands_there()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.SettleInAsync();
        rig.Execute("CREATE TRIGGER full BEFORE INSERT ON inbox BEGIN SELECT RAISE(FAIL, 'full'); END");
        var used = rig.Fake.People.Command(Ann, "help", place: DiscordHostRig.Server);
        await rig.ReceivedAsync(used);
        rig.Time.Advance(Patience);
        await rig.Interactions.WhenAnsweredAsync();
        Assert.Equal(5, used.AnswerType);

        await rig.KillAsync();
        rig.Execute("DROP TRIGGER full");
        await rig.BeginAsync();
        await rig.Interactions.WhenAnsweredAsync();

        Assert.StartsWith("We go on in private", DiscordHostRig.TextOf(rig.AnswerTo(used)!), StringComparison.Ordinal);
    }

    /// <summary>A command in the DM whose answer waits behind a message that Discord will not take yet.</summary>
    private static async Task<Interaction> PromiseAsync(DiscordHostRig rig)
    {
        await rig.SettleInAsync();
        rig.Fake.Faults.Add(Held);
        await rig.SayAsync("/why");
        var used = rig.Fake.People.Command(Ann, "help");
        await rig.TurnAsync();
        rig.Time.Advance(Patience);
        await rig.Interactions.WhenAnsweredAsync();
        Assert.Equal(Placeholder, DiscordHostRig.TextOf(rig.AnswerTo(used)!));
        return used;
    }

    private static void AssertNoneLeft(DiscordHostRig rig)
    {
        Assert.DoesNotContain(Placeholder, rig.TextsTo());
        Assert.Equal("", Stored(rig));
    }

    private static string Stored(DiscordHostRig rig) =>
        rig.Query<string?>("SELECT CAST(value AS TEXT) FROM platform_state WHERE key = 'discord.promises'") ?? "";
}
