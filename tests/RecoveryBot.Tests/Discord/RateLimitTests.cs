using RecoveryBot.Discord;
using RecoveryBot.Discord.Requests;
using RecoveryBot.Discord.Rest;
using RecoveryBot.Discord.Types;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Discord;

/// <summary>Limits are learnt from the answers, and nobody waits long inside of the client.</summary>
public sealed class RateLimitTests
{
    /// <summary>A guard, never a wait.</summary>
    private const int Patience = 60_000;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = Patience)]
    public async Task An_empty_bucket_says_how_long_instead_of_waiting()
    {
        await using var rig = await RestRig.StartAsync();
        rig.Api.Answer(ApiAnswer.Message.In("h", limit: 5, remaining: 0, resetAfter: 4));
        await rig.SayAsync("one");

        rig.Advance(1);
        var limited = await Assert.ThrowsAsync<DiscordRateLimitedException>(() => rig.SayAsync("two"));
        rig.Advance(3.049);
        var three = rig.SayAsync("three");
        await WaitedAsync(rig, 0.001);
        rig.Advance(0.001);
        await three;

        Assert.Equal((TimeSpan.FromSeconds(3.05), false), (limited.Wait, limited.IsForAll));
        Assert.Equal("three", (string)rig.Api.Calls[1].Json["content"]!);
    }

    [Fact(Timeout = Patience)]
    public async Task Another_channel_is_another_bucket_and_another_route_with_the_same_hash_is_the_same()
    {
        await using var rig = await RestRig.StartAsync();
        rig.Api.Answer(
            ApiAnswer.Message.In("h", 5, 3, 4), ApiAnswer.Message.In("h", 5, 0, 4), ApiAnswer.Message.In("h", 5, 4, 4));
        await rig.SayAsync("one", RestRig.Bob);
        await rig.Client.EditMessageAsync(RestRig.Ann, new Snowflake(1), new EditMessage { Content = "two" }, Stop);

        await rig.SayAsync("three", RestRig.Bob);

        await Assert.ThrowsAsync<DiscordRateLimitedException>(() => rig.SayAsync("four"));
        Assert.Equal(3, rig.Api.Calls.Count);
    }

    [Fact(Timeout = Patience)]
    public async Task An_unknown_route_is_tried_by_one_call_alone()
    {
        await using var rig = await RestRig.StartAsync();
        var first = new TaskCompletionSource();
        rig.Api.Answer(ApiAnswer.Message.In("h", 5, 4, 4) with { Until = first.Task });

        var sayings = new[] { rig.SayAsync("one"), rig.SayAsync("two"), rig.SayAsync("three") };
        await rig.Api.CalledAsync(1);
        var alone = rig.Api.Calls.Count;
        first.SetResult();
        await Task.WhenAll(sayings);

        Assert.Equal(1, alone);
        Assert.Equal("one", (string)rig.Api.Calls[0].Json["content"]!);
        Assert.Equal(3, rig.Api.Calls.Count);
    }

    [Fact(Timeout = Patience)]
    public async Task Callers_go_in_the_order_in_which_they_came()
    {
        var bucket = new RateLimitBucket(new ManualTimeProvider(SessionDriver.Noon));
        var order = new List<int>();
        await bucket.EnterAsync(RateLimits.Patience, Stop);
        var waiting = Enumerable.Range(1, 20).Select(EnterAsync).ToList();

        for (var i = 0; i < 20; i++)
        {
            bucket.Leave();
            await Task.WhenAny(waiting);
            waiting.RemoveAll(task => task.IsCompleted);
        }

        Assert.Equal(Enumerable.Range(1, 20), order);
        async Task EnterAsync(int number)
        {
            Assert.Null(await bucket.EnterAsync(RateLimits.Patience, Stop));
            order.Add(number);
        }
    }

    [Fact(Timeout = Patience)]
    public async Task Who_waits_for_an_unknown_route_is_told_after_a_quarter_of_a_second()
    {
        await using var rig = await RestRig.StartAsync();
        var held = new TaskCompletionSource();
        rig.Api.Answer(ApiAnswer.Message with { Until = held.Task });
        var first = rig.SayAsync("one");
        await rig.Api.CalledAsync(1);

        var second = rig.SayAsync("two");
        await WaitedAsync(rig, 0.25);
        rig.Advance(0.25);
        var limited = await Assert.ThrowsAsync<DiscordRateLimitedException>(() => second);
        held.SetResult();
        await first;

        Assert.InRange(limited.Wait, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(250));
        Assert.Single(rig.Api.Calls);
    }

    [Fact(Timeout = Patience)]
    public async Task A_known_bucket_lets_in_as_many_as_remain_and_counts_down_by_itself()
    {
        await using var rig = await RestRig.StartAsync();
        var held = new TaskCompletionSource();
        rig.Api.Answer(ApiAnswer.Message.In("h", 5, 2, 4));
        await rig.SayAsync("one");
        rig.Api.Default = ApiAnswer.Message.In("h", 5, 1, 4) with { Until = held.Task };

        var two = rig.SayAsync("two");
        var three = rig.SayAsync("three");
        await rig.Api.CalledAsync(3);

        await Assert.ThrowsAsync<DiscordRateLimitedException>(() => rig.SayAsync("four"));
        held.SetResult();
        await Task.WhenAll(two, three);
        Assert.Equal(3, rig.Api.Calls.Count);
    }

    /// <summary>What the server says remains may not count the calls that are still on their way.</summary>
    [Fact(Timeout = Patience)]
    public async Task Calls_in_flight_are_taken_off_what_remains()
    {
        var bucket = new RateLimitBucket(new ManualTimeProvider(SessionDriver.Noon));
        await bucket.EnterAsync(RateLimits.Patience, Stop);
        bucket.Learn(Says(4), succeeded: true);
        bucket.Leave();
        for (var i = 0; i < 3; i++)
            Assert.Null(await bucket.EnterAsync(RateLimits.Patience, Stop));

        bucket.Learn(Says(3), succeeded: true);
        bucket.Leave();

        Assert.Null(await bucket.EnterAsync(RateLimits.Patience, Stop));
        Assert.NotNull(await bucket.EnterAsync(RateLimits.Patience, Stop));
        static RateLimitHeaders Says(int remaining) => new("h", 5, remaining, TimeSpan.FromSeconds(4), null, null);
    }

    [Fact(Timeout = Patience)]
    public async Task A_429_of_the_bucket_holds_that_channel_alone()
    {
        await using var rig = await RestRig.StartAsync();
        rig.Api.Answer(TooMany("user", 2.5));

        var limited = await Assert.ThrowsAsync<DiscordRateLimitedException>(() => rig.SayAsync("one"));
        var again = await Assert.ThrowsAsync<DiscordRateLimitedException>(() => rig.SayAsync("two"));
        await rig.SayAsync("three", RestRig.Bob);
        rig.Advance(2.6);
        await rig.SayAsync("four");

        Assert.Equal((TimeSpan.FromSeconds(2.5), false), (limited.Wait, limited.IsForAll));
        Assert.InRange(again.Wait, TimeSpan.FromSeconds(2.5), TimeSpan.FromSeconds(2.6));
        Assert.Equal(3, rig.Api.Calls.Count);
    }

    [Fact(Timeout = Patience)]
    public async Task A_global_429_holds_everything_but_interactions()
    {
        await using var rig = await RestRig.StartAsync();
        rig.Api.Answer(TooMany("global", 5));

        var limited = await Assert.ThrowsAsync<DiscordRateLimitedException>(() => rig.SayAsync("one"));
        var other = await Assert.ThrowsAsync<DiscordRateLimitedException>(() => rig.SayAsync("two", RestRig.Bob));
        rig.Api.Answer(ApiAnswer.Empty);
        await rig.RespondAsync(new InteractionResponse.DeferUpdate());
        await rig.Client.CreateFollowupMessageAsync(RestRig.App, RestRig.Click, new InteractionMessage { Content = "c" }, Stop);
        rig.Advance(5);
        await rig.SayAsync("three", RestRig.Bob);

        Assert.True(limited.IsForAll && other.IsForAll);
        Assert.Equal(TimeSpan.FromSeconds(5), other.Wait);
        Assert.Equal(4, rig.Api.Calls.Count);
    }

    [Theory(Timeout = Patience)]
    [InlineData("30", 30)]
    [InlineData(null, 60)]
    public async Task A_429_without_discords_json_is_cloudflares_and_holds_everything(string? retryAfter, int seconds)
    {
        await using var rig = await RestRig.StartAsync();
        rig.Api.Answer(new ApiAnswer(429, "<html>error code: 1015</html>", retryAfter is null ? [] : [("Retry-After", retryAfter)]));

        await Assert.ThrowsAsync<DiscordRateLimitedException>(() => rig.SayAsync("one"));
        var other = await Assert.ThrowsAsync<DiscordRateLimitedException>(() => rig.SayAsync("two", RestRig.Bob));

        Assert.Equal((TimeSpan.FromSeconds(seconds), true), (other.Wait, other.IsForAll));
    }

    [Fact(Timeout = Patience)]
    public async Task A_broken_wait_cannot_silence_a_channel_for_ever()
    {
        await using var rig = await RestRig.StartAsync();
        rig.Api.Answer(TooMany("user", 1e9));

        var limited = await Assert.ThrowsAsync<DiscordRateLimitedException>(() => rig.SayAsync("one"));

        Assert.Equal(TimeSpan.FromDays(1), limited.Wait);
    }

    [Fact(Timeout = Patience)]
    public async Task Forty_five_calls_a_second_go_and_the_next_is_told_to_wait()
    {
        await using var rig = await RestRig.StartAsync();
        for (ulong channel = 1; channel <= 45; channel++)
            await rig.SayAsync("hi", new Snowflake(channel));

        rig.Advance(0.5);
        var limited = await Assert.ThrowsAsync<DiscordRateLimitedException>(() => rig.SayAsync("hi", new Snowflake(46)));
        await rig.RespondAsync(new InteractionResponse.DeferUpdate());
        rig.Advance(0.3);
        var soon = rig.SayAsync("hi", new Snowflake(46));
        await WaitedAsync(rig, 0.2);
        rig.Advance(0.2);
        await soon;

        Assert.Equal((TimeSpan.FromSeconds(0.5), true), (limited.Wait, limited.IsForAll));
        Assert.Equal(47, rig.Api.Calls.Count);
    }

    /// <summary>Its route said that it was not its turn; the place in the bucket is free again.</summary>
    [Fact(Timeout = Patience)]
    public async Task Who_was_turned_away_by_the_limit_over_everything_takes_nothing_from_the_bucket()
    {
        await using var rig = await RestRig.StartAsync();
        rig.Api.Answer(ApiAnswer.Message.In("h", 5, 1, 60), TooMany("global", 5));
        await rig.SayAsync("one");
        await Assert.ThrowsAsync<DiscordRateLimitedException>(() => rig.SayAsync("two", RestRig.Bob));

        await Assert.ThrowsAsync<DiscordRateLimitedException>(() => rig.SayAsync("three"));
        rig.Advance(5);
        await rig.SayAsync("three");

        Assert.Equal(3, rig.Api.Calls.Count);
    }

    [Fact(Timeout = Patience)]
    public async Task Refused_calls_are_counted_warned_of_and_stopped()
    {
        await using var rig = await RestRig.StartAsync();
        var limits = rig.Client.Limits;
        var route = DiscordRoute.TriggerTyping(RestRig.Ann);
        await CountAsync(limits, route, 403, InvalidRequests.WarnAt - 1);
        await CountAsync(limits, route, 404, 100);
        var quiet = rig.Log.Lines.Count;

        await CountAsync(limits, route, 401, 1);
        var warned = rig.Log.Lines.Count;
        await CountAsync(limits, route, 403, InvalidRequests.StopAt - InvalidRequests.WarnAt);
        var stopped = await Assert.ThrowsAsync<DiscordRateLimitedException>(() => rig.SayAsync("hi"));
        await Assert.ThrowsAsync<DiscordRateLimitedException>(() => rig.RespondAsync(new InteractionResponse.DeferUpdate()));
        rig.Advance(600);
        await rig.SayAsync("hi");

        Assert.Equal((0, 1), (quiet, warned));
        Assert.Equal((TimeSpan.FromMinutes(10), true), (stopped.Wait, stopped.IsForAll));
        Assert.Single(rig.Api.Calls);
    }

    [Fact(Timeout = Patience)]
    public async Task A_shared_429_is_not_counted()
    {
        await using var rig = await RestRig.StartAsync();
        for (var i = 0; i < InvalidRequests.WarnAt; i++)
        {
            using var pass = await rig.Client.Limits.EnterAsync(DiscordRoute.Respond(RestRig.App, RestRig.Click, false), Stop);
            pass.Learn(new RateLimitHeaders(null, null, null, null, "shared", null), 429);
        }

        Assert.Empty(rig.Log.Lines);
    }

    [Fact(Timeout = Patience)]
    public async Task Idle_buckets_are_forgotten()
    {
        await using var rig = await RestRig.StartAsync();
        rig.Api.Default = ApiAnswer.Message.In("w", 5, 4, 1);
        for (var i = 0; i < 40; i++)
        {
            await rig.Client.CreateFollowupMessageAsync(
                RestRig.App, new InteractionToken($"token{i}"), new InteractionMessage { Content = "c" }, Stop);
        }

        var before = rig.Client.Limits.Buckets;
        rig.Advance(301);
        await rig.SayAsync("hi");

        Assert.InRange(before, 40, 80);
        Assert.InRange(rig.Client.Limits.Buckets, 1, 2);
    }

    private static ApiAnswer TooMany(string scope, double seconds) => new(
        429,
        FormattableString.Invariant($$"""{"message":"You are being rate limited.","retry_after":{{seconds}},"global":{{(scope == "global" ? "true" : "false")}}}"""),
        ("Retry-After", "1"), ("X-RateLimit-Scope", scope));

    private static async Task CountAsync(RateLimits limits, DiscordRoute route, int status, int times)
    {
        for (var i = 0; i < times; i++)
        {
            using var pass = await limits.EnterAsync(route with { Lane = Lane.Callback }, Stop);
            pass.Learn(new RateLimitHeaders(null, null, null, null, null, null), status);
        }
    }

    private static Task WaitedAsync(RestRig rig, double seconds) => rig.Time.WhenWaitingAsync(TimeSpan.FromSeconds(seconds));
}
