using System.Net.WebSockets;
using System.Text.Json.Nodes;
using FakeDiscord;
using FakeDiscord.Gateway;

namespace RecoveryBot.Tests.Discord;

/// <summary>The fake's gateway: sessions, resuming, close codes, limits, and the ways to lose a connection.</summary>
public sealed class FakeDiscordGatewayTests
{
    private const string Heartbeat = """{"op":1,"d":null}""";

    [Fact(Timeout = RawDiscord.PatienceMilliseconds)]
    public async Task A_session_starts_with_hello_identify_and_ready()
    {
        await using var discord = await RawDiscord.StartAsync();
        using var gateway = await RawGateway.OpenAsync(discord);

        var hello = await gateway.ReadAsync();
        await gateway.SendAsync(Heartbeat);
        var ack = await gateway.ReadAsync();
        await gateway.IdentifyAsync();
        var ready = await gateway.ReadAsync();

        Assert.Equal(41250, hello["d"]!["heartbeat_interval"]!.GetValue<int>());
        Assert.Equal(11, RawGateway.Op(ack));
        Assert.Equal(("READY", 1), (RawGateway.Event(ready), ready["s"]!.GetValue<int>()));
        Assert.Equal($"{discord.Options.ApplicationId}", ready["d"]!["application"]!["id"]!.ToString());
        Assert.Equal($"{discord.Options.BotId}", ready["d"]!["user"]!["id"]!.ToString());
        Assert.NotEqual(discord.Fake.Gateway.Url, ready["d"]!["resume_gateway_url"]!.ToString());
        Assert.Equal((1, 0, 1), (discord.Fake.Gateway.Log.Identifies, discord.Fake.Gateway.Log.Resumes, discord.Fake.Gateway.Log.Heartbeats));
    }

    [Fact(Timeout = RawDiscord.PatienceMilliseconds)]
    public async Task Text_comes_with_the_intent_and_interactions_always()
    {
        await using var discord = await RawDiscord.StartAsync();
        using var deaf = await RawGateway.ReadyAsync(discord, intents: 0);
        discord.Time.Advance(TimeSpan.FromSeconds(5));
        using var hearing = await RawGateway.ReadyAsync(discord);

        var sent = await discord.SayAsync("""{"content":"t"}""");
        discord.Fake.People.Say(RawDiscord.Ann, "hello");
        await discord.CommandAsync();

        Assert.Equal("INTERACTION_CREATE", RawGateway.Event(await deaf.ReadAsync()));
        Assert.Equal($"{sent.Id}", (await hearing.ReadAsync())["d"]!["id"]!.ToString());
        Assert.Equal("hello", (await hearing.ReadAsync())["d"]!["content"]!.ToString());
        Assert.Equal("INTERACTION_CREATE", RawGateway.Event(await hearing.ReadAsync()));
    }

    [Fact(Timeout = RawDiscord.PatienceMilliseconds)]
    public async Task A_resume_brings_what_was_missed_in_order()
    {
        await using var discord = await RawDiscord.StartAsync();
        using var first = await RawGateway.ReadyAsync(discord);
        discord.Fake.Gateway.Drop();
        await first.BrokenAsync();
        discord.Fake.People.Say(RawDiscord.Ann, "a");
        discord.Fake.People.Say(RawDiscord.Ann, "b");

        using var second = await RawGateway.GreetedAsync(discord, first.ResumeUrl);
        await second.ResumeAsync(first.SessionId, first.Sequence);

        Assert.Equal("a", (await second.ReadAsync())["d"]!["content"]!.ToString());
        Assert.Equal("b", (await second.ReadAsync())["d"]!["content"]!.ToString());
        Assert.Equal("RESUMED", RawGateway.Event(await second.ReadAsync()));
        Assert.Equal(4, second.Sequence);
        Assert.True((await discord.Fake.Gateway.Log.WhenAsync(frame => frame.IsFromBot(6))).IsResumeUrl);
        Assert.Equal(1, discord.Fake.Gateway.Log.Identifies);
    }

    [Theory(Timeout = RawDiscord.PatienceMilliseconds)]
    [InlineData(1000, false)]
    [InlineData(1001, false)]
    [InlineData(4000, true)]
    public async Task The_code_that_a_bot_closes_with_decides_about_its_session(int code, bool resumes)
    {
        await using var discord = await RawDiscord.StartAsync();
        using var first = await RawGateway.ReadyAsync(discord);
        await first.CloseAsync(code);

        using var second = await RawGateway.GreetedAsync(discord);
        await second.ResumeAsync(first.SessionId, first.Sequence);
        var answer = await second.ReadAsync();

        if (resumes)
            Assert.Equal("RESUMED", RawGateway.Event(answer));
        else
            Assert.Equal((9, false), (RawGateway.Op(answer), answer["d"]!.GetValue<bool>()));
    }

    [Theory(Timeout = RawDiscord.PatienceMilliseconds)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task A_session_waits_five_minutes(int secondsMore, bool resumes)
    {
        await using var discord = await RawDiscord.StartAsync();
        using var first = await RawGateway.ReadyAsync(discord);
        discord.Fake.Gateway.Drop();
        await first.BrokenAsync();
        await discord.Fake.Gateway.Log.WhenAsync(frame => frame.Kind == FrameKind.Cut);
        using var second = await RawGateway.GreetedAsync(discord);
        discord.Time.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(secondsMore));

        await second.ResumeAsync(first.SessionId, first.Sequence);

        Assert.Equal(resumes ? 0 : 9, RawGateway.Op(await second.ReadAsync()));
    }

    [Theory(Timeout = RawDiscord.PatienceMilliseconds)]
    [InlineData("""{"op":99}""", 4001)]
    [InlineData("""{"op":1,""", 4002)]
    [InlineData("""[1]""", 4002)]
    [InlineData("""{"op":3,"d":{"since":null,"activities":[],"status":"online","afk":false}}""", 4003)]
    [InlineData("""{"op":2,"d":{"token":"x","intents":0,"properties":{"os":"","browser":"","device":""}}}""", 4004)]
    [InlineData("""{"op":6,"d":{"token":"x","session_id":"s","seq":1}}""", 4004)]
    [InlineData("""{"op":2,"d":{"token":"%","intents":0}}""", 4002)]
    [InlineData("""{"op":2,"d":{"token":"%","intents":0,"properties":{"os":"","browser":"","device":""},"shard":[1,1]}}""", 4010)]
    [InlineData("""{"op":2,"d":{"token":"%","properties":{"os":"","browser":"","device":""}}}""", 4013)]
    [InlineData("""{"op":2,"d":{"token":"%","intents":4194304,"properties":{"os":"","browser":"","device":""}}}""", 4013)]
    [InlineData("""{"op":2,"d":{"token":"%","intents":32768,"properties":{"os":"","browser":"","device":""}}}""", 4014)]
    public async Task A_wrong_payload_closes_the_connection(string payload, int code)
    {
        await using var discord = await RawDiscord.StartAsync();
        using var gateway = await RawGateway.GreetedAsync(discord);

        await gateway.SendAsync(payload.Replace("%", discord.Fake.Token, StringComparison.Ordinal));

        Assert.Equal(code, await gateway.ClosedAsync());
        Assert.Single(discord.Fake.Log.Violations);
    }

    [Fact(Timeout = RawDiscord.PatienceMilliseconds)]
    public async Task A_second_identify_or_a_number_from_the_future_closes_the_connection()
    {
        await using var discord = await RawDiscord.StartAsync();
        using var first = await RawGateway.ReadyAsync(discord);
        await first.IdentifyAsync();
        Assert.Equal(4005, await first.ClosedAsync());
        discord.Time.Advance(TimeSpan.FromSeconds(5));
        using var second = await RawGateway.ReadyAsync(discord);
        second.Cut();

        using var third = await RawGateway.GreetedAsync(discord);
        await third.ResumeAsync(second.SessionId, 99);

        Assert.Equal(4007, await third.ClosedAsync());
    }

    [Theory(Timeout = RawDiscord.PatienceMilliseconds)]
    [InlineData("/?encoding=json")]
    [InlineData("/?v=9&encoding=json")]
    [InlineData("/?v=10&encoding=etf")]
    public async Task Another_version_is_refused(string query)
    {
        await using var discord = await RawDiscord.StartAsync();
        using var gateway = await RawGateway.OpenAsync(discord, query: query);

        Assert.Equal(4012, await gateway.ClosedAsync());
    }

    [Theory(Timeout = RawDiscord.PatienceMilliseconds)]
    [InlineData(4096, null)]
    [InlineData(4097, 4002)]
    public async Task A_payload_has_4096_bytes_at_most(int bytes, int? code)
    {
        await using var discord = await RawDiscord.StartAsync();
        using var gateway = await RawGateway.GreetedAsync(discord);

        await gateway.SendAsync(Heartbeat.PadRight(bytes));

        if (code is null)
            Assert.Equal(11, RawGateway.Op(await gateway.ReadAsync()));
        else
            Assert.Equal(code, await gateway.ClosedAsync());
    }

    [Fact(Timeout = RawDiscord.PatienceMilliseconds)]
    public async Task A_connection_takes_120_payloads_a_minute()
    {
        await using var discord = await RawDiscord.StartAsync();
        using var gateway = await RawGateway.GreetedAsync(discord);
        for (var i = 0; i < 120; i++)
            await BeatAsync(gateway);
        discord.Time.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 120; i++)
            await BeatAsync(gateway);

        await gateway.SendAsync(Heartbeat);

        Assert.Equal(4008, await gateway.ClosedAsync());

        static async Task BeatAsync(RawGateway gateway)
        {
            await gateway.SendAsync(Heartbeat);
            Assert.Equal(11, RawGateway.Op(await gateway.ReadAsync()));
        }
    }

    [Fact(Timeout = RawDiscord.PatienceMilliseconds)]
    public async Task Identifies_keep_five_seconds_apart_and_are_counted()
    {
        await using var discord = await RawDiscord.StartAsync();
        using var first = await RawGateway.ReadyAsync(discord);
        discord.Time.Advance(TimeSpan.FromSeconds(4.9));
        using var hasty = await RawGateway.GreetedAsync(discord);
        await hasty.IdentifyAsync();
        var refusal = await hasty.ReadAsync();
        discord.Time.Advance(TimeSpan.FromSeconds(5));
        using var patient = await RawGateway.ReadyAsync(discord);

        var advice = await discord.AskAsync("GET", "gateway/bot");

        Assert.Equal((9, false), (RawGateway.Op(refusal), refusal["d"]!.GetValue<bool>()));
        Assert.Equal(997, advice.Json["session_start_limit"]!["remaining"]!.GetValue<int>());
        Assert.Equal(86_390_100, advice.Json["session_start_limit"]!["reset_after"]!.GetValue<int>());
        Assert.Equal(discord.Fake.Gateway.Url, advice.Json["url"]!.ToString());
    }

    [Fact(Timeout = RawDiscord.PatienceMilliseconds)]
    public async Task One_identify_too_many_costs_the_token()
    {
        await using var discord = await RawDiscord.StartAsync(options => options with { IdentifiesPerDay = 1 });
        using var first = await RawGateway.ReadyAsync(discord);
        discord.Time.Advance(TimeSpan.FromSeconds(5));
        using var second = await RawGateway.GreetedAsync(discord);

        await second.IdentifyAsync();

        Assert.Equal(4004, await second.ClosedAsync());
        Assert.Equal(4004, await first.ClosedAsync());
        Assert.Equal(401, (await discord.AskAsync("GET", "users/@me")).Status);
        Assert.Equal(0, discord.Fake.Gateway.Sessions);
    }

    [Fact(Timeout = RawDiscord.PatienceMilliseconds)]
    public async Task Shards_share_the_servers_and_the_first_has_the_direct_messages()
    {
        await using var discord = await RawDiscord.StartAsync(options => options with { Shards = 2, MaxConcurrency = 2 });
        using var none = await RawGateway.GreetedAsync(discord);
        await none.IdentifyAsync();
        Assert.Equal(4011, await none.ClosedAsync());
        using var zero = await RawGateway.ReadyAsync(discord, more: ""","shard":[0,2]""");
        using var one = await RawGateway.ReadyAsync(discord, more: ""","shard":[1,2]""");

        discord.Fake.People.Say(RawDiscord.Ann, "hello");
        await discord.CommandAsync(Place.Server(7UL << 22));

        Assert.Equal("MESSAGE_CREATE", RawGateway.Event(await zero.ReadAsync()));
        Assert.Equal("INTERACTION_CREATE", RawGateway.Event(await one.ReadAsync()));
    }

    [Fact(Timeout = RawDiscord.PatienceMilliseconds)]
    public async Task The_gateway_asks_to_reconnect_and_to_beat()
    {
        await using var discord = await RawDiscord.StartAsync();
        using var gateway = await RawGateway.ReadyAsync(discord);

        discord.Fake.Gateway.AskForHeartbeat();
        discord.Fake.Gateway.Reconnect();

        Assert.Equal(1, RawGateway.Op(await gateway.ReadAsync()));
        Assert.Equal(7, RawGateway.Op(await gateway.ReadAsync()));
    }

    [Theory(Timeout = RawDiscord.PatienceMilliseconds)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_invalid_session_may_be_resumable(bool resumable)
    {
        await using var discord = await RawDiscord.StartAsync();
        using var first = await RawGateway.ReadyAsync(discord);

        discord.Fake.Gateway.InvalidateSessions(resumable);
        var invalid = await first.ReadAsync();
        using var second = await RawGateway.GreetedAsync(discord);
        await second.ResumeAsync(first.SessionId, first.Sequence);

        Assert.Equal((9, resumable), (RawGateway.Op(invalid), invalid["d"]!.GetValue<bool>()));
        Assert.Equal(resumable ? 0 : 9, RawGateway.Op(await second.ReadAsync()));
    }

    [Theory(Timeout = RawDiscord.PatienceMilliseconds)]
    [InlineData(1000, true)]
    [InlineData(4000, true)]
    [InlineData(4008, true)]
    [InlineData(4009, false)]
    [InlineData(4014, false)]
    public async Task The_code_that_discord_closes_with_decides_about_the_session(int code, bool resumes)
    {
        await using var discord = await RawDiscord.StartAsync();
        using var first = await RawGateway.ReadyAsync(discord);
        discord.Fake.Gateway.Close(code);
        Assert.Equal(code, await first.ClosedAsync());

        using var second = await RawGateway.GreetedAsync(discord);
        await second.ResumeAsync(first.SessionId, first.Sequence);

        Assert.Equal(resumes ? 0 : 9, RawGateway.Op(await second.ReadAsync()));
    }

    [Fact(Timeout = RawDiscord.PatienceMilliseconds)]
    public async Task A_silent_connection_says_nothing_and_the_session_goes_on()
    {
        await using var discord = await RawDiscord.StartAsync();
        using var first = await RawGateway.ReadyAsync(discord);
        discord.Fake.Gateway.Silence();
        await first.SendAsync(Heartbeat);
        await discord.Fake.Gateway.Log.WhenAsync(frame => frame.IsFromBot(1));
        discord.Fake.People.Say(RawDiscord.Ann, "hello");

        using var second = await RawGateway.GreetedAsync(discord);
        await second.ResumeAsync(first.SessionId, first.Sequence);

        Assert.Equal("hello", (await second.ReadAsync())["d"]!["content"]!.ToString());
        Assert.DoesNotContain(discord.Fake.Gateway.Log.Frames, frame => frame is { Connection: 1, Op: 11 });
    }

    [Fact(Timeout = RawDiscord.PatienceMilliseconds)]
    public async Task Connections_to_come_can_fail_in_every_way()
    {
        await using var discord = await RawDiscord.StartAsync();
        var gateway = discord.Fake.Gateway;
        gateway.Faults.Add(new GatewayFault(GatewayFaultKind.Refuse));
        gateway.Faults.Add(new GatewayFault(GatewayFaultKind.Reset));
        gateway.Faults.Add(new GatewayFault(GatewayFaultKind.ReconnectFirst));
        gateway.Faults.Add(new GatewayFault(GatewayFaultKind.InvalidSession) { Resumable = true });
        gateway.Faults.Add(new GatewayFault(GatewayFaultKind.Close) { CloseCode = 4009 });
        gateway.Faults.Add(new GatewayFault(GatewayFaultKind.SilentAfterHello));

        await Assert.ThrowsAsync<WebSocketException>(() => RawGateway.OpenAsync(discord));
        await Assert.ThrowsAsync<WebSocketException>(() => RawGateway.OpenAsync(discord));
        using var hurried = await RawGateway.OpenAsync(discord);
        Assert.Equal(7, RawGateway.Op(await hurried.ReadAsync()));
        using var invalid = await RawGateway.GreetedAsync(discord);
        await invalid.IdentifyAsync();
        Assert.True((await invalid.ReadAsync())["d"]!.GetValue<bool>());
        using var closed = await RawGateway.GreetedAsync(discord);
        await closed.IdentifyAsync();
        Assert.Equal(4009, await closed.ClosedAsync());
        using var dumb = await RawGateway.GreetedAsync(discord);
        await dumb.IdentifyAsync();
        await gateway.Log.WhenAsync(frame => frame.IsFromBot(2), times: 3);

        Assert.DoesNotContain(gateway.Log.Frames, frame => frame.IsEvent("READY"));
    }

    [Fact(Timeout = RawDiscord.PatienceMilliseconds)]
    public async Task A_fault_can_be_for_the_address_for_resuming_alone()
    {
        await using var discord = await RawDiscord.StartAsync();
        discord.Fake.Gateway.Faults.Add(new GatewayFault(GatewayFaultKind.Refuse) { ResumeUrlOnly = true });

        using var usual = await RawGateway.GreetedAsync(discord);

        await Assert.ThrowsAsync<WebSocketException>(() => RawGateway.OpenAsync(discord, discord.Fake.Gateway.ResumeUrl));
    }

    [Fact(Timeout = RawDiscord.PatienceMilliseconds)]
    public async Task A_heartbeat_cannot_know_the_future()
    {
        await using var discord = await RawDiscord.StartAsync();
        using var gateway = await RawGateway.ReadyAsync(discord);

        await gateway.SendAsync("""{"op":1,"d":1}""");
        await gateway.ReadAsync();
        var before = discord.Fake.Log.Violations.Count;
        await gateway.SendAsync("""{"op":1,"d":2}""");
        await gateway.ReadAsync();

        Assert.Equal((0, 1), (before, discord.Fake.Log.Violations.Count));
    }

    [Fact(Timeout = RawDiscord.PatienceMilliseconds)]
    public async Task An_interaction_tells_who_did_what_where()
    {
        await using var discord = await RawDiscord.StartAsync();
        using var gateway = await RawGateway.ReadyAsync(discord, intents: 4097);

        await discord.CommandAsync();
        await discord.CommandAsync(Place.Server(6UL << 22));
        await discord.CommandAsync(Place.Private(88));
        var (dm, joined, server, other) = (await gateway.ReadAsync(), await gateway.ReadAsync(), await gateway.ReadAsync(), await gateway.ReadAsync());

        Assert.Equal($"{RawDiscord.Ann.Id}", dm["d"]!["user"]!["id"]!.ToString());
        Assert.Equal((1, $"{discord.Dm}"), (dm["d"]!["context"]!.GetValue<int>(), dm["d"]!["channel_id"]!.ToString()));
        Assert.Equal("0", dm["d"]!["authorizing_integration_owners"]!["0"]!.ToString());
        Assert.Equal("GUILD_CREATE", RawGateway.Event(joined));
        Assert.Equal($"{RawDiscord.Ann.Id}", server["d"]!["member"]!["user"]!["id"]!.ToString());
        Assert.Null(server["d"]!["user"]);
        Assert.Equal($"{6UL << 22}", server["d"]!["authorizing_integration_owners"]!["0"]!.ToString());
        Assert.Equal((2, "88"), (other["d"]!["context"]!.GetValue<int>(), other["d"]!["channel_id"]!.ToString()));
        Assert.Equal($"{RawDiscord.Ann.Id}", other["d"]!["authorizing_integration_owners"]!["1"]!.ToString());
    }

    [Fact(Timeout = RawDiscord.PatienceMilliseconds)]
    public async Task What_people_do_to_messages_is_told_and_ephemeral_ones_are_not()
    {
        await using var discord = await RawDiscord.StartAsync();
        using var gateway = await RawGateway.ReadyAsync(discord);
        var people = discord.Fake.People;
        var id = people.Say(RawDiscord.Ann, "a");
        people.Edit(RawDiscord.Ann, id, "b");
        people.Delete(RawDiscord.Ann, id);
        people.SendOther(RawDiscord.Ann, new JsonObject { ["webhook_id"] = "5", ["content"] = "w" });
        await discord.AnswerAsync(await discord.CommandAsync(), """{"type":4,"data":{"content":"t","flags":64}}""");
        await discord.SayAsync("""{"content":"end"}""");

        var told = new List<string>();
        for (var i = 0; i < 6; i++)
            told.Add(Short(await gateway.ReadAsync()));

        Assert.Equal(["MESSAGE_CREATE a", "MESSAGE_UPDATE b", "MESSAGE_DELETE ", "MESSAGE_CREATE w", "INTERACTION_CREATE ", "MESSAGE_CREATE end"], told);

        static string Short(JsonObject payload) => $"{RawGateway.Event(payload)} {payload["d"]!["content"]}";
    }

    [Fact(Timeout = RawDiscord.PatienceMilliseconds)]
    public async Task The_log_has_every_frame_and_no_token()
    {
        await using var discord = await RawDiscord.StartAsync();
        using var gateway = await RawGateway.ReadyAsync(discord);
        await gateway.CloseAsync(4000);

        var frames = discord.Fake.Gateway.Log.Frames;

        Assert.Equal([FrameKind.Opened, FrameKind.Sent, FrameKind.Received, FrameKind.Sent, FrameKind.ClosedByBot], frames.Select(frame => frame.Kind));
        Assert.Equal(4000, frames[^1].CloseCode);
        Assert.DoesNotContain(discord.Fake.Token, string.Concat(frames.Select(frame => frame.ToJson().ToJsonString())), StringComparison.Ordinal);
    }
}
