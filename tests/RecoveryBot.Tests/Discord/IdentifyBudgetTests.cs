using RecoveryBot.Discord.Gateway;

namespace RecoveryBot.Tests.Discord;

/// <summary>1000 identifies a day cost the token: they are counted, spread and stopped.</summary>
public sealed class IdentifyBudgetTests
{
    private static readonly DateTimeOffset Noon = SessionDriver.Noon;

    /// <summary>Every session dies after 10 s and cannot be resumed; a day long, and whatever chance says.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(1)]
    public void A_gateway_that_drops_every_ten_seconds_costs_at_most_500_identifies_a_day(double chance)
    {
        var session = new SessionDriver { Chance = chance };

        DropFor(session, TimeSpan.FromHours(24), TimeSpan.FromSeconds(10), 4009);

        Assert.InRange(session.Identifies, 100, 500);
    }

    [Fact]
    public void No_rhythm_of_drops_costs_more()
    {
        foreach (var seconds in new[] { 0, 1, 30, 59, 61, 120, 299, 301, 600, 601, 900, 1800 })
        {
            var session = new SessionDriver { Chance = 0 };

            DropFor(session, TimeSpan.FromHours(24), TimeSpan.FromSeconds(seconds), 4009);

            Assert.InRange(session.Identifies, 40, 500);
        }
    }

    [Fact]
    public void Where_sessions_can_be_resumed_drops_cost_one_identify_and_little_time()
    {
        var session = new SessionDriver();

        var drops = DropFor(session, TimeSpan.FromHours(24), TimeSpan.FromSeconds(10), 4000);

        Assert.Equal(1, session.Identifies);
        Assert.InRange(drops, 24 * 3600 / 12, 24 * 3600 / 10);
    }

    [Fact]
    public void A_process_that_crashes_after_each_identify_is_slowed_down_as_well()
    {
        var now = Noon;
        IReadOnlyList<DateTimeOffset> kept = [];
        var identifies = 0;
        while (now < Noon.AddHours(24))
        {
            var session = new SessionDriver(identifies: kept) { Now = now };
            kept = session.Follow(session.Hear(new GatewayInput.Started())).OfType<GatewayAction.KeepIdentifies>().Single().Identifies;
            identifies++;
            now = session.Now.AddSeconds(1);
        }

        Assert.InRange(identifies, 100, 500);
    }

    [Theory]
    [InlineData(1, 900)]
    [InlineData(3, 300)]
    [InlineData(900, 1)]
    public void The_hard_stop_is_below_1000_over_all_shards(int shards, int each)
    {
        var times = Enumerable.Range(0, each).Select(i => Noon.AddHours(-20).AddMinutes(i)).ToList();
        var full = IdentifyBudget.For(new Shard(0, shards), times, notBefore: null);
        var almost = IdentifyBudget.For(new Shard(0, shards), times.Skip(1), notBefore: null);

        var now = Noon.AddHours(2);

        Assert.Equal(times[0].AddHours(24) - now, full.Wait(now, 0));
        Assert.Equal(TimeSpan.Zero, almost.Wait(now, 0));
        Assert.True(each * shards < 1000);
    }

    [Fact]
    public void Where_discord_says_none_remains_it_waits() => Assert.Equal(
        TimeSpan.FromMinutes(7), IdentifyBudget.For(new Shard(0, 1), [], Noon.AddMinutes(7)).Wait(Noon, 0.5));

    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 2)]
    [InlineData(5, 0, 16)]
    [InlineData(9, 1, 512)]
    [InlineData(10, 0, 300)]
    [InlineData(40, 1, 600)]
    public void The_pause_doubles_with_each_identify_of_the_last_hour_up_to_ten_minutes(int count, double chance, int seconds)
    {
        var budget = IdentifyBudget.For(new Shard(0, 1), Enumerable.Repeat(Noon, count), notBefore: null);

        Assert.Equal(TimeSpan.FromSeconds(seconds), budget.Wait(Noon, chance));
        Assert.Equal(TimeSpan.Zero, budget.Wait(Noon.AddHours(1), chance));
    }

    [Fact]
    public void A_clock_that_was_set_back_does_not_silence_the_bot() => Assert.InRange(
        IdentifyBudget.For(new Shard(0, 1), [Noon.AddDays(3)], notBefore: null).Wait(Noon, 1),
        TimeSpan.Zero, TimeSpan.FromSeconds(2));

    [Fact]
    public void Only_the_last_day_is_kept()
    {
        var budget = IdentifyBudget.For(new Shard(0, 1), [Noon.AddHours(-25), Noon.AddHours(-23)], notBefore: null);

        Assert.Equal([Noon.AddHours(-23), Noon], budget.Spend(Noon).Times);
    }

    /// <returns>How often it was dropped.</returns>
    private static int DropFor(SessionDriver session, TimeSpan time, TimeSpan life, int code)
    {
        var drops = 0;
        var actions = session.Hear(new GatewayInput.Started());
        while (true)
        {
            var asked = session.Follow(actions);
            if (session.Now - Noon >= time)
                return drops;
            if (asked[^1] is GatewayAction.Identify)
                session.Ready();
            else
                session.Hear(new GatewayInput.Dispatched(new RecoveryBot.Discord.Dispatch.Resumed(), 1));
            session.Now += life;
            actions = session.Close(code);
            drops++;
        }
    }
}
