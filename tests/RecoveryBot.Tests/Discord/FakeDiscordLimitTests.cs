using System.Globalization;
using System.Text.Json;
using FakeDiscord.Rest;
using RecoveryBot.Tests.Support;
using RecoveryBot.Tests.Telegram;

namespace RecoveryBot.Tests.Discord;

/// <summary>The fake's rate limits, and the faults it can be told to have.</summary>
public sealed class FakeDiscordLimitTests
{
    private const string Route = "POST /channels/{channel_id}/messages";
    private const string Text = """{"content":"t"}""";

    [Fact]
    public async Task Every_answer_says_how_its_bucket_stands()
    {
        await using var discord = await RawDiscord.StartAsync();

        var sent = await discord.SayAsync(Text);
        var read = await discord.AskAsync("GET", $"channels/{discord.Dm}/messages");

        Assert.Equal("5", sent.Header("X-RateLimit-Limit"));
        Assert.Equal("5", sent.Header("X-RateLimit-Reset-After"));
        Assert.Equal(discord.Time.GetUtcNow().AddSeconds(5).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), sent.Header("X-RateLimit-Reset"));
        Assert.NotEqual(sent.Header("X-RateLimit-Bucket"), read.Header("X-RateLimit-Bucket"));
    }

    [Fact]
    public async Task A_full_bucket_refuses_until_it_is_reset()
    {
        await using var discord = await RawDiscord.StartAsync(options => options with { RateLimits = true });
        for (var i = 0; i < 5; i++)
            Assert.Equal($"{4 - i}", (await discord.SayAsync(Text)).Header("X-RateLimit-Remaining"));
        discord.Time.Advance(TimeSpan.FromSeconds(1.5));

        var over = await discord.SayAsync(Text);
        var elsewhere = await discord.AskAsync("GET", $"channels/{discord.Dm}/messages");
        discord.Time.Advance(TimeSpan.FromSeconds(3.5));
        var later = await discord.SayAsync(Text);

        Assert.Equal(429, over.Status);
        Assert.Equal(3.5, over.Json["retry_after"]!.GetValue<double>());
        Assert.Equal(("4", "user"), (over.Header("Retry-After"), over.Header("X-RateLimit-Scope")));
        Assert.False(over.Json["global"]!.GetValue<bool>());
        Assert.Equal(200, elsewhere.Status);
        Assert.Equal(200, later.Status);
        Assert.Equal(1, discord.Fake.RateLimits.InvalidRequests);
    }

    [Fact]
    public async Task Routes_can_share_a_bucket()
    {
        await using var discord = await RawDiscord.StartAsync();
        discord.Fake.RateLimits.Set(Route, new RouteLimit(1, TimeSpan.FromSeconds(2), "shared"));
        discord.Fake.RateLimits.Set("POST /channels/{channel_id}/typing", new RouteLimit(1, TimeSpan.FromSeconds(2), "shared"));

        var sent = await discord.SayAsync(Text);
        var typing = await discord.AskAsync("POST", $"channels/{discord.Dm}/typing");

        Assert.Equal((200, 429), (sent.Status, typing.Status));
        Assert.Equal(sent.Header("X-RateLimit-Bucket"), typing.Header("X-RateLimit-Bucket"));
    }

    [Fact]
    public async Task A_bot_has_fifty_requests_a_second_and_answers_besides()
    {
        await using var discord = await RawDiscord.StartAsync(options => options with { RateLimits = true });
        var interaction = await discord.CommandAsync();
        discord.Fake.RateLimits.Set("GET /users/@me", new RouteLimit(1000, TimeSpan.FromSeconds(1)));
        for (var i = 0; i < 49; i++)
            await discord.AskAsync("GET", "users/@me");

        var over = await discord.AskAsync("GET", "users/@me");
        var answer = await discord.AnswerAsync(interaction, """{"type":5}""");

        Assert.Equal(429, over.Status);
        Assert.True(over.Json["global"]!.GetValue<bool>());
        Assert.Equal(("true", "global"), (over.Header("X-RateLimit-Global"), over.Header("X-RateLimit-Scope")));
        Assert.Null(over.Header("X-RateLimit-Bucket"));
        Assert.Equal(204, answer.Status);
    }

    [Fact]
    public async Task A_shared_limit_is_nobodys_mistake()
    {
        await using var discord = await RawDiscord.StartAsync();
        discord.Fake.Faults.Add(new Fault(FaultKind.TooMany) { Route = Route, Scope = "shared", RetryAfter = 0.25 });

        var over = await discord.SayAsync(Text);

        Assert.Equal((429, "shared", "1"), (over.Status, over.Header("X-RateLimit-Scope"), over.Header("Retry-After")));
        Assert.Equal(0, discord.Fake.RateLimits.InvalidRequests);
    }

    [Theory]
    [InlineData(429, 30)]
    [InlineData(403, null)]
    public async Task Cloudflare_answers_with_a_page_and_no_limits(int status, int? retryAfter)
    {
        await using var discord = await RawDiscord.StartAsync();
        discord.Fake.Faults.Add(Fault.Cloudflare(status, retryAfter));

        var page = await discord.SayAsync(Text);

        Assert.Equal(status, page.Status);
        Assert.StartsWith("<!DOCTYPE html>", page.Text, StringComparison.Ordinal);
        Assert.Equal(retryAfter?.ToString(CultureInfo.InvariantCulture), page.Header("Retry-After"));
        Assert.Null(page.Header("X-RateLimit-Limit"));
    }

    [Theory]
    [InlineData(FaultKind.CutBefore, 0)]
    [InlineData(FaultKind.CutAfter, 1)]
    [InlineData(FaultKind.CutInside, 1)]
    public async Task A_connection_can_break_before_or_after_the_deed(FaultKind kind, int messages)
    {
        await using var discord = await RawDiscord.StartAsync();
        discord.Fake.Faults.Add(new Fault(kind) { Route = Route });

        await Assert.ThrowsAsync<HttpRequestException>(() => discord.SayAsync(Text));

        Assert.Equal(messages, discord.Fake.Channels.MessagesOf(discord.Dm).Count);
        Assert.Equal(kind == FaultKind.CutInside ? 200 : 0, discord.Fake.Log.Of(Route).Single().Status);
        Assert.Equal(200, (await discord.SayAsync(Text)).Status);
    }

    [Fact]
    public async Task A_fault_is_for_its_route_and_its_times()
    {
        await using var discord = await RawDiscord.StartAsync();
        discord.Fake.Faults.Add(new Fault(FaultKind.Refuse) { Route = Route, Times = 2, Status = 503, Code = 130000, Text = "Overloaded" });

        var other = await discord.AskAsync("GET", "users/@me");
        var first = await discord.SayAsync(Text);
        var second = await discord.SayAsync(Text);
        var third = await discord.SayAsync(Text);

        Assert.Equal([200, 503, 503, 200], new[] { other.Status, first.Status, second.Status, third.Status });
        Assert.Equal((130000, "Overloaded"), (first.Code, first.Json["message"]!.ToString()));
        Assert.Empty(discord.Fake.Log.Violations);
    }

    [Fact(Timeout = RawDiscord.PatienceMilliseconds)]
    public async Task An_answer_can_end_in_the_middle_or_come_late()
    {
        WatchedTime? time = null;
        await using var discord = await RawDiscord.StartAsync(
            options => options with { Time = time = new WatchedTime((ManualTimeProvider)options.Time) });
        discord.Fake.Faults.Add(new Fault(FaultKind.Truncate));
        discord.Fake.Faults.Add(new Fault(FaultKind.Slow) { Delay = TimeSpan.FromSeconds(10) });

        var half = await discord.SayAsync(Text);
        var asking = discord.SayAsync(Text);
        await time!.WhenWaitingAsync(TimeSpan.FromSeconds(10));
        var messages = discord.Fake.Channels.MessagesOf(discord.Dm).Count;
        discord.Time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(200, half.Status);
        Assert.ThrowsAny<JsonException>(() => half.Json);
        Assert.Equal(200, (await asking).Status);
        Assert.Equal((1, 2), (messages, discord.Fake.Channels.MessagesOf(discord.Dm).Count));
    }

    [Fact(Timeout = RawDiscord.PatienceMilliseconds)]
    public async Task A_call_can_stall_until_the_caller_gives_up()
    {
        await using var discord = await RawDiscord.StartAsync();
        discord.Fake.Faults.Add(new Fault(FaultKind.Stall));

        var asking = discord.SayAsync(Text);
        var call = await discord.Fake.Log.WhenAsync(call => call.Content == "t");

        Assert.False(asking.IsCompleted);
        Assert.Equal(0, call.Status);
        await discord.DisposeAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => asking);
    }
}
