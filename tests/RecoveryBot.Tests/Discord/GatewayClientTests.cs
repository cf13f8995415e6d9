using RecoveryBot.Discord;
using RecoveryBot.Discord.Gateway;
using RecoveryBot.Discord.Types;

namespace RecoveryBot.Tests.Discord;

/// <summary>The client on a real socket, against a server that follows the test's script.</summary>
public sealed class GatewayClientTests
{
    /// <summary>A guard, never a wait.</summary>
    private const int Patience = 60_000;

    [Fact(Timeout = Patience)]
    public async Task It_identifies_with_two_intents_and_names_itself()
    {
        await using var rig = await GatewayRig.StartAsync();

        var (peer, identify) = await rig.GreetAsync();

        Assert.Equal(("/", "?v=10&encoding=json"), (peer.Path, peer.Query));
        Assert.Matches(@"^DiscordBot \(https://[^ ]+, [0-9.]+\)$", peer.UserAgent);
        Assert.Equal(2, (int)identify["op"]!);
        Assert.Equal(4097, (int)identify["d"]!["intents"]!);
        Assert.Equal(GatewayRig.Token, (string)identify["d"]!["token"]!);
        Assert.Equal("[0,1]", identify["d"]!["shard"]!.ToJsonString());
        Assert.Single(rig.Consumer.Identifies);
    }

    [Fact(Timeout = Patience)]
    public async Task Identify_ready_reconnect_resume()
    {
        await using var rig = await GatewayRig.StartAsync();
        var peer = await rig.LiveAsync();
        await peer.EventAsync(2);
        await rig.Consumer.KeptAsync(2);

        await peer.SendAsync("""{"op":7,"d":null}""");
        var left = await peer.LeftAsync();
        var (next, resume) = await rig.GreetAsync();
        await next.EventAsync(2);
        await next.EventAsync(3);
        await next.EventAsync(4, "RESUMED");
        await rig.Consumer.KeptAsync(4);

        Assert.Equal(4000, left);
        Assert.Equal(6, (int)resume["op"]!);
        Assert.Equal("session1", (string)resume["d"]!["session_id"]!);
        Assert.Equal(2, (int)resume["d"]!["seq"]!);
        Assert.Equal(4, rig.Consumer.Position!.Sequence);
        Assert.Equal(4, rig.Consumer.Kept.Count);
        Assert.Single(rig.Consumer.Identifies);
    }

    [Fact(Timeout = Patience)]
    public async Task A_new_process_resumes_after_the_last_commit()
    {
        await using var server = await ScriptedGateway.StartAsync();
        var consumer = new KeepingDispatches();
        await using (var first = await GatewayRig.StartAsync(consumer))
        {
            var peer = await first.LiveAsync();
            await peer.EventAsync(7);
            await consumer.KeptAsync(2);
            var leaving = peer.LeftAsync();
            await first.StopAsync();
            Assert.Equal(4000, await leaving);
        }

        consumer.Position = consumer.Position! with { ResumeUrl = server.Url };
        await using var second = await GatewayRig.StartAsync(consumer);
        var resumed = await server.AcceptAsync();
        await resumed.HelloAsync();
        var resume = await resumed.ReceiveAsync();

        Assert.Equal(7, (int)resume!["d"]!["seq"]!);
        Assert.Single(consumer.Identifies);
    }

    [Fact(Timeout = Patience)]
    public async Task An_interaction_and_a_message_arrive_as_such_and_the_unknown_does_no_harm()
    {
        await using var rig = await GatewayRig.StartAsync();
        var peer = await rig.LiveAsync();

        await peer.SendAsync("""{"op":77,"d":{}}""");
        await peer.SendAsync("not json at all");
        await peer.EventAsync(2, "INTERACTION_CREATE", """
            {"id":"1199999999999999999","application_id":"1","type":3,"token":"aW50ZXJhY3Rpb24","version":1,"locale":"de","context":1,
            "user":{"id":"42","username":"ann","global_name":"Ann"},"channel_id":"77","message":{"id":"5","channel_id":"77"},
            "data":{"custom_id":"v1:tingling:4-2","component_type":2,"id":3},"app_permissions":"0","entitlements":[]}
            """);
        await peer.EventAsync(3, "MESSAGE_CREATE", """
            {"id":"6","channel_id":"77","author":{"id":"42","username":"ann"},"content":"both feet tingle","type":0,"mystery":[1]}
            """);
        await peer.EventAsync(4, "MESSAGE_CREATE", """{"id":{},"content":"a shape nobody knows"}""");
        await peer.EventAsync(5, "GUILD_DELETE", """{"id":"9","unavailable":true}""");
        await rig.Consumer.KeptAsync(5);

        var interaction = Assert.IsType<Dispatch.InteractionCreate>(rig.Consumer.Kept[1]).Interaction;
        Assert.Equal((new Snowflake(42), "v1:tingling:4-2"), (interaction.Person!.Id, interaction.Data!.CustomId));
        Assert.Equal((InteractionType.Component, InteractionContext.BotDm), (interaction.Type, interaction.Context));
        var message = Assert.IsType<Dispatch.MessageCreate>(rig.Consumer.Kept[2]).Message;
        Assert.Equal(("both feet tingle", true), (message.Content, message.IsFromPerson));
        var undecodable = Assert.IsType<Dispatch.Undecodable>(rig.Consumer.Kept[3]);
        Assert.Contains("a shape nobody knows", undecodable.Json, StringComparison.Ordinal);
        Assert.DoesNotContain("a shape nobody knows", undecodable.ToString(), StringComparison.Ordinal);
        Assert.Equal(new Dispatch.GuildDelete(new Snowflake(9), Unavailable: true), rig.Consumer.Kept[4]);
        Assert.Equal(5, rig.Consumer.Position!.Sequence);
    }

    [Fact(Timeout = Patience)]
    public async Task A_large_message_in_many_frames_arrives_whole()
    {
        await using var rig = await GatewayRig.StartAsync();
        var peer = await rig.LiveAsync();
        var words = new string('ä', 100_000);

        await peer.SendInPiecesAsync(
            $$$"""{"op":0,"s":2,"t":"MESSAGE_CREATE","d":{"id":"6","channel_id":"7","content":"{{{words}}}"}}""", 1_000);
        await rig.Consumer.KeptAsync(2);

        Assert.Equal(words, Assert.IsType<Dispatch.MessageCreate>(rig.Consumer.Kept[1]).Message.Content);
    }

    [Fact(Timeout = Patience)]
    public async Task Hearts_beat_while_a_commit_takes_its_time()
    {
        await using var rig = await GatewayRig.StartAsync();
        var peer = await rig.LiveAsync();
        var commits = new TaskCompletionSource();
        rig.Consumer.Commits = commits.Task;
        await peer.EventAsync(2);
        await peer.EventAsync(3);

        for (var beat = 0; beat < 3; beat++)
        {
            await rig.AdvanceToHeartbeatAsync(isFirst: beat == 0);
            Assert.Equal(1, (int)(await peer.ReceiveAsync())!["op"]!);
            await peer.SendAsync("""{"op":11}""");
            await peer.SendAsync("""{"op":1,"d":null}"""); // Its answer shows that the ack was read.
            Assert.Equal("""{"op":1,"d":3}""", (await peer.ReceiveAsync())!.ToJsonString());
        }

        Assert.Single(rig.Consumer.Kept);
        commits.SetResult();
        await rig.Consumer.KeptAsync(3);
    }

    [Fact(Timeout = Patience)]
    public async Task A_silent_server_is_left_and_resumed()
    {
        await using var rig = await GatewayRig.StartAsync();
        var peer = await rig.LiveAsync();

        await rig.AdvanceToHeartbeatAsync(isFirst: true);
        var beat = await peer.ReceiveAsync();
        await rig.AdvanceToHeartbeatAsync(isFirst: false);
        var left = await peer.LeftAsync();
        var (_, resume) = await rig.GreetAsync();

        Assert.Equal("""{"op":1,"d":1}""", beat!.ToJsonString());
        Assert.Equal(4000, left);
        Assert.Equal(6, (int)resume["op"]!);
        Assert.Contains(rig.Log.Lines, line => line.Contains("no answer to a heartbeat", StringComparison.Ordinal));
    }

    [Fact(Timeout = Patience)]
    public async Task What_could_not_be_committed_is_committed_later_and_in_order()
    {
        await using var rig = await GatewayRig.StartAsync();
        var peer = await rig.LiveAsync();
        rig.Consumer.Failures = 1;

        await peer.EventAsync(2, "A");
        await rig.Time.WhenWaitingAsync(TimeSpan.FromSeconds(0.5));
        await peer.EventAsync(3, "B");
        await rig.AdvanceAsync(TimeSpan.FromSeconds(0.5));
        await rig.Consumer.KeptAsync(3);

        Assert.Equal([new Dispatch.Other("A"), new Dispatch.Other("B")], rig.Consumer.Kept.Skip(1));
        Assert.Contains(rig.Log.Lines, line => line.StartsWith("Error: Dispatches from Discord could not be stored", StringComparison.Ordinal));
    }

    /// <summary>What was received before the session died is not lost with it.</summary>
    [Fact(Timeout = Patience)]
    public async Task The_backlog_outlives_its_session()
    {
        await using var rig = await GatewayRig.StartAsync();
        var peer = await rig.LiveAsync();
        var commits = new TaskCompletionSource();
        rig.Consumer.Commits = commits.Task;
        await peer.EventAsync(2, "OLD");
        await peer.SendAsync("""{"op":1}""");
        await peer.ReceiveAsync();

        rig.Chance = 0.5;
        await peer.SendAsync("""{"op":9,"d":false}""");
        await rig.Time.WhenWaitingAsync(TimeSpan.FromSeconds(3));
        await rig.AdvanceAsync(TimeSpan.FromSeconds(3));
        var (next, identify) = await rig.GreetAsync();
        await next.ReadyAsync(rig.Server.Url, "session2");
        commits.SetResult();
        await rig.Consumer.KeptAsync(3);

        Assert.Equal(2, (int)identify["op"]!);
        Assert.Equal(new Dispatch.Other("OLD"), rig.Consumer.Kept[1]);
        Assert.Equal(("session2", 1L), (rig.Consumer.Position!.SessionId, rig.Consumer.Position.Sequence));
        Assert.Equal(2, rig.Consumer.Identifies.Count);
    }

    [Fact(Timeout = Patience)]
    public async Task It_does_not_identify_when_that_could_not_be_counted()
    {
        await using var rig = await GatewayRig.StartAsync(new KeepingDispatches { IdentifyFailures = 1 });

        var peer = await rig.Server.AcceptAsync();
        await peer.HelloAsync();
        var asked = await peer.ReceiveAsync();

        Assert.Null(asked);
        Assert.Contains(rig.Log.Lines, line => line.Contains("so it does not identify", StringComparison.Ordinal));
    }

    [Fact(Timeout = Patience)]
    public async Task A_gateway_that_refuses_connections_is_tried_again()
    {
        await using var rig = await GatewayRig.StartAsync(refusals: 1);

        await rig.Time.WhenWaitingAsync(TimeSpan.FromSeconds(0.5));
        await rig.AdvanceAsync(TimeSpan.FromSeconds(0.5));
        var (_, identify) = await rig.GreetAsync();

        Assert.Equal(2, (int)identify["op"]!);
    }

    [Theory(Timeout = Patience)]
    [InlineData(4004, "Discord refuses the bot token (gateway close code 4004)")]
    [InlineData(4011, "Discord wants another number of shards")]
    [InlineData(4014, "Discord refuses this bot's gateway connection (close code 4014)")]
    public async Task Some_close_codes_end_it_with_a_plain_line(int code, string line)
    {
        await using var rig = await GatewayRig.StartAsync();
        var peer = await rig.LiveAsync();

        await peer.CloseAsync(code);
        var refusal = await Assert.ThrowsAsync<DiscordRefusedException>(() => rig.Running);

        Assert.StartsWith(line, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Fact(Timeout = Patience)]
    public async Task Shards_identify_five_seconds_apart()
    {
        await using var rig = await GatewayRig.StartAsync(shards: 3);
        rig.Chance = 0.9;
        var peers = new List<GatewayPeer>();
        var identified = new List<int>();
        var first = -1;
        for (var i = 0; i < 3; i++)
        {
            var peer = await rig.Server.AcceptAsync();
            await peer.HelloAsync();
            await peer.SendAsync("""{"op":1}"""); // Its answer shows that the hello was read.
            while (await peer.ReceiveAsync() is { } payload && (int)payload["op"]! != 1)
            {
                identified.Add((int)payload["d"]!["shard"]![0]!);
                first = i;
            }

            peers.Add(peer);
        }

        var firstTurn = identified.Count;
        var waiting = peers.Where((_, i) => i != first).Select(peer => peer.ReceiveAsync()).ToList();
        await rig.AdvanceAsync(IdentifyTurns.Spacing - TimeSpan.FromMilliseconds(1));
        Assert.DoesNotContain(waiting, task => task.IsCompleted);
        await rig.AdvanceAsync(TimeSpan.FromMilliseconds(1));
        var second = await await Task.WhenAny(waiting);
        await rig.AdvanceAsync(IdentifyTurns.Spacing);
        var others = await Task.WhenAll(waiting);

        Assert.Equal(1, firstTurn);
        Assert.Equal(2, (int)second!["op"]!);
        Assert.Equal([0, 1, 2], identified.Concat(others.Select(asked => (int)asked!["d"]!["shard"]![0]!)).Order());
        Assert.Equal([0, 1, 2], rig.Consumer.Loaded.Select(shard => shard.Id).Order());
        Assert.True(IdentifyTurns.Spacing >= TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void A_position_reads_back_from_its_line()
    {
        var position = new GatewayPosition("abc", "wss://x.example", 12);

        Assert.Equal("12 abc wss://x.example", position.ToString());
        Assert.Equal(position, GatewayPosition.TryParse(position.ToString()));
        Assert.All([null, "", "12", "12 abc", "x abc wss://y", "1 2 3 4"], text => Assert.Null(GatewayPosition.TryParse(text)));
    }
}
