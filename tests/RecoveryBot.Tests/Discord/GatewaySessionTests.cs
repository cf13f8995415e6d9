using RecoveryBot.Discord;
using RecoveryBot.Discord.Gateway;

namespace RecoveryBot.Tests.Discord;

/// <summary>The gateway's rules, one by one: hello, heartbeats, what each way of ending asks for.</summary>
public sealed class GatewaySessionTests
{
    [Fact]
    public void A_first_start_connects_at_once_and_identifies_after_hello()
    {
        var session = new SessionDriver();

        var connect = session.Hear(new GatewayInput.Started());
        var opened = session.Hear(new GatewayInput.Connected());
        var greeted = session.Hear(new GatewayInput.Hello(SessionDriver.Interval, TimeSpan.Zero));

        Assert.Equal([new GatewayAction.Connect("wss://gateway.example", TimeSpan.Zero)], connect);
        Assert.Empty(opened);
        var kept = Assert.IsType<GatewayAction.KeepIdentifies>(greeted[0]);
        Assert.Equal([session.Now], kept.Identifies);
        Assert.IsType<GatewayAction.Identify>(greeted[1]);
    }

    [Fact]
    public void A_restart_resumes_after_the_last_commit()
    {
        var session = new SessionDriver(SessionDriver.AtFive);

        var connect = session.Hear(new GatewayInput.Started());
        var greeted = session.Greet();

        Assert.Equal([new GatewayAction.Connect("wss://resume.example", TimeSpan.Zero)], connect);
        Assert.Equal([new GatewayAction.Resume(SessionDriver.AtFive)], greeted);
    }

    [Fact]
    public void A_shard_waits_for_its_turn_to_identify_and_its_heart_beats_meanwhile()
    {
        var session = new SessionDriver { Chance = 0.1 };
        session.Hear(new GatewayInput.Started());
        session.Hear(new GatewayInput.Connected());

        var greeted = session.Hear(new GatewayInput.Hello(SessionDriver.Interval, TimeSpan.FromSeconds(11)));
        var beatAt = session.State.Link.WakeAt!.Value;
        session.Now = beatAt;
        var beat = session.Hear(new GatewayInput.TimeUp());
        session.Now = session.State.Link.WakeAt!.Value;
        var turn = session.Hear(new GatewayInput.TimeUp());

        Assert.Empty(greeted);
        Assert.Equal(SessionDriver.Noon + (SessionDriver.Interval * 0.1), beatAt);
        Assert.Equal([new GatewayAction.Heartbeat(null)], beat);
        Assert.Equal(SessionDriver.Noon.AddSeconds(11), session.Now);
        Assert.IsType<GatewayAction.Identify>(turn[1]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.25)]
    [InlineData(1)]
    public void The_first_heartbeat_comes_after_a_random_part_of_the_interval_and_the_others_after_all_of_it(double chance)
    {
        var session = new SessionDriver(SessionDriver.AtFive) { Chance = chance };
        session.Hear(new GatewayInput.Started());
        session.Greet();

        var first = session.State.Link.WakeAt!.Value;
        session.Now = first;
        var beat = session.Hear(new GatewayInput.TimeUp());

        Assert.Equal(SessionDriver.Noon + (SessionDriver.Interval * chance), first);
        Assert.Equal([new GatewayAction.Heartbeat(5)], beat);
        session.Hear(new GatewayInput.Acknowledged());
        Assert.Equal(first + SessionDriver.Interval, ((GatewayLink.Greeted)session.State.Link).Heart.DueAt);
    }

    [Fact]
    public void A_timer_that_fires_early_does_nothing()
    {
        var session = SessionDriver.Greeted(SessionDriver.AtFive);
        session.Now = session.State.Link.WakeAt!.Value.AddMilliseconds(-4);

        Assert.Empty(session.Hear(new GatewayInput.TimeUp()));
    }

    [Fact]
    public void A_heartbeat_without_answer_means_a_dead_connection_which_is_left_with_4000_and_resumed()
    {
        var session = SessionDriver.Live();
        session.Hear(new GatewayInput.TimeUp());
        session.Now += SessionDriver.Interval;

        var actions = session.Hear(new GatewayInput.TimeUp());

        Assert.Equal(new GatewayAction.Report(GatewayTrouble.Silent), actions[0]);
        Assert.IsType<GatewayAction.Drop>(actions[1]);
        Assert.Equal("wss://resume.example", Assert.IsType<GatewayAction.Connect>(actions[2]).Url);
        Assert.Equal([new GatewayAction.Resume(SessionDriver.AtFive)], session.Follow(actions));
    }

    [Fact]
    public void A_heartbeat_that_was_asked_for_goes_at_once_and_leaves_the_schedule_alone()
    {
        var session = SessionDriver.Live();
        session.Hear(new GatewayInput.TimeUp());
        session.Hear(new GatewayInput.Acknowledged());
        var due = session.State.Link.WakeAt;

        var asked = session.Hear(new GatewayInput.HeartbeatAsked());
        session.Now = due!.Value;
        var next = session.Hear(new GatewayInput.TimeUp());

        Assert.Equal([new GatewayAction.Heartbeat(5)], asked);
        Assert.Equal([new GatewayAction.Heartbeat(5)], next);
    }

    [Fact]
    public void Of_120_payloads_a_minute_five_are_kept_for_heartbeats_that_are_due()
    {
        var session = SessionDriver.Live();
        var answered = Enumerable.Range(0, 200).Sum(_ => session.Hear(new GatewayInput.HeartbeatAsked()).Count);
        var due = session.Hear(new GatewayInput.TimeUp());
        session.Now += TimeSpan.FromMinutes(1);
        session.Hear(new GatewayInput.Acknowledged());
        var later = session.Hear(new GatewayInput.HeartbeatAsked());

        Assert.Equal(115, answered);
        Assert.Single(due);
        Assert.Single(later);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1005)]
    [InlineData(1006)]
    [InlineData(4000)]
    [InlineData(4001)]
    [InlineData(4002)]
    [InlineData(4008)]
    [InlineData(4999)]
    [InlineData(1000)]
    [InlineData(1001)]
    public void After_a_cut_the_session_is_resumed(int? code)
    {
        var session = SessionDriver.Live();

        var actions = session.Close(code);

        var connect = Assert.Single(actions.OfType<GatewayAction.Connect>());
        Assert.Equal("wss://resume.example", connect.Url);
        Assert.InRange(connect.Wait, TimeSpan.Zero, code == 4008 ? TimeSpan.FromMinutes(1) : TimeSpan.FromSeconds(1));
        Assert.Equal([new GatewayAction.Resume(SessionDriver.AtFive)], session.Follow(actions));
    }

    [Theory]
    [InlineData(4003)]
    [InlineData(4005)]
    [InlineData(4007)]
    [InlineData(4009)]
    public void Where_the_session_is_gone_a_new_one_is_made_at_the_ordinary_address(int code)
    {
        var session = SessionDriver.Live();

        var actions = session.Close(code);

        Assert.Contains(new GatewayAction.Report(GatewayTrouble.SessionLost), actions);
        Assert.Equal("wss://gateway.example", actions.OfType<GatewayAction.Connect>().Single().Url);
        Assert.Contains(session.Follow(actions), action => action is GatewayAction.Identify);
    }

    [Theory]
    [InlineData(4004)]
    [InlineData(4010)]
    [InlineData(4011)]
    [InlineData(4012)]
    [InlineData(4013)]
    [InlineData(4014)]
    public void Some_ends_are_final(int code)
    {
        var session = SessionDriver.Live();

        var actions = session.Close(code);

        Assert.Equal([new GatewayAction.GiveUp((GatewayCloseCode)code)], actions);
        Assert.Empty(session.Hear(new GatewayInput.Connected()));
        Assert.Null(session.State.Link.WakeAt);
    }

    [Theory]
    [InlineData(4001)]
    [InlineData(4002)]
    [InlineData(4003)]
    [InlineData(4005)]
    [InlineData(4007)]
    [InlineData(4008)]
    public void What_is_our_own_fault_is_reported(int code) =>
        Assert.Contains(new GatewayAction.Report(GatewayTrouble.OurBug, code), SessionDriver.Live().Close(code));

    [Fact]
    public void After_4008_a_minute_passes() => Assert.Equal(
        TimeSpan.FromMinutes(1), SessionDriver.Live().Close(4008).OfType<GatewayAction.Connect>().Single().Wait);

    [Theory]
    [InlineData(1000)]
    [InlineData(1001)]
    public void A_session_ended_in_good_order_is_resumed_once_and_then_given_up(int code)
    {
        var session = SessionDriver.Live();
        session.Follow(session.Close(code));

        var actions = session.Close(code);

        Assert.Contains(session.Follow(actions), action => action is GatewayAction.Identify);
    }

    [Fact]
    public void A_granted_resume_clears_that_account()
    {
        var session = SessionDriver.Live();
        session.Follow(session.Close(1000));
        session.Hear(new GatewayInput.Dispatched(new Dispatch.Resumed(), 6));

        var again = session.Follow(session.Close(1000));

        Assert.IsType<GatewayAction.Resume>(Assert.Single(again));
    }

    [Fact]
    public void Reconnect_leaves_with_4000_and_resumes()
    {
        var session = SessionDriver.Live();

        var actions = session.Hear(new GatewayInput.ReconnectAsked());

        Assert.IsType<GatewayAction.Drop>(actions[0]);
        Assert.IsType<GatewayAction.Resume>(Assert.Single(session.Follow(actions)));
    }

    [Fact]
    public void Reconnect_may_come_before_hello()
    {
        var session = new SessionDriver(SessionDriver.AtFive);
        session.Hear(new GatewayInput.Started());
        session.Hear(new GatewayInput.Connected());

        var actions = session.Hear(new GatewayInput.ReconnectAsked());

        Assert.IsType<GatewayAction.Drop>(actions[0]);
        Assert.IsType<GatewayAction.Resume>(Assert.Single(session.Follow(actions)));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.5, 3)]
    [InlineData(1, 5)]
    public void An_invalid_session_waits_one_to_five_seconds_and_identifies_at_the_ordinary_address(double chance, int seconds)
    {
        var session = SessionDriver.Live();
        session.Chance = chance;

        var actions = session.Hear(new GatewayInput.SessionInvalid(Resumable: false));

        Assert.IsType<GatewayAction.Drop>(actions[0]);
        Assert.Equal(
            new GatewayAction.Connect("wss://gateway.example", TimeSpan.FromSeconds(seconds)),
            actions.OfType<GatewayAction.Connect>().Single());
        Assert.Contains(session.Follow(actions), action => action is GatewayAction.Identify);
    }

    [Fact]
    public void An_invalid_session_that_may_be_resumed_is()
    {
        var session = SessionDriver.Live();

        var actions = session.Hear(new GatewayInput.SessionInvalid(Resumable: true));

        Assert.InRange(
            actions.OfType<GatewayAction.Connect>().Single().Wait, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5));
        Assert.IsType<GatewayAction.Resume>(Assert.Single(session.Follow(actions)));
    }

    [Fact]
    public void When_the_resume_address_cannot_be_reached_the_ordinary_one_is_taken_with_the_same_session()
    {
        var session = SessionDriver.Live();
        var urls = new List<string>();
        var actions = session.Close(null);
        for (var i = 0; i < 5; i++)
        {
            urls.Add(actions.OfType<GatewayAction.Connect>().Single().Url);
            actions = session.Hear(new GatewayInput.NotConnected());
        }

        Assert.Equal(
            [.. Enumerable.Repeat("wss://resume.example", 3), .. Enumerable.Repeat("wss://gateway.example", 2)], urls);
        Assert.IsType<GatewayAction.Resume>(Assert.Single(session.Follow(actions)));
    }

    [Fact]
    public void A_server_that_says_nothing_is_left()
    {
        var session = new SessionDriver();
        session.Hear(new GatewayInput.Started());
        session.Hear(new GatewayInput.Connected());
        session.Now = session.State.Link.WakeAt!.Value;

        var silent = session.Hear(new GatewayInput.TimeUp());

        Assert.Equal(TimeSpan.FromSeconds(20), session.Now - SessionDriver.Noon);
        Assert.IsType<GatewayAction.Drop>(silent[0]);
        Assert.IsType<GatewayAction.Connect>(silent[1]);
    }

    [Fact]
    public void A_session_that_is_never_ready_is_left()
    {
        var session = SessionDriver.Greeted();
        while (session.State.Link is GatewayLink.Asking { } asking && session.Now < SessionDriver.Noon.AddMinutes(5))
        {
            session.Now = asking.WakeAt!.Value;
            session.Hear(new GatewayInput.TimeUp());
            session.Hear(new GatewayInput.Acknowledged());
        }

        Assert.IsType<GatewayLink.Connecting>(session.State.Link);
        Assert.Equal(SessionDriver.Noon.AddMinutes(1), session.Now);
    }

    [Fact]
    public void A_session_that_is_never_granted_again_is_given_up_in_the_end()
    {
        var session = SessionDriver.Live();
        var actions = session.Close(null);
        var resumes = 0;
        while (session.Follow(actions).OfType<GatewayAction.Resume>().Any())
        {
            resumes++;
            actions = session.Close(null);
        }

        Assert.Equal(10, resumes);
        Assert.InRange(session.Now - SessionDriver.Noon.AddHours(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10));
    }

    [Fact]
    public void The_position_moves_with_each_dispatch_and_what_is_known_already_is_dropped()
    {
        var session = SessionDriver.Live();

        var six = session.Event(6);
        var sixAgain = session.Event(6);
        var four = session.Event(4);
        var eight = session.Event(8);

        Assert.Equal(
            [new GatewayAction.Deliver(new Dispatch.Other("E"), SessionDriver.AtFive with { Sequence = 6 })], six);
        Assert.Empty(sixAgain);
        Assert.Empty(four);
        Assert.Single(eight);
        Assert.Equal(8, session.State.Position!.Sequence);
    }

    [Fact]
    public void A_new_session_starts_its_own_count()
    {
        var session = SessionDriver.Live();
        session.Follow(session.Close(4009));

        var ready = session.Ready();
        var two = session.Event(2);

        Assert.Equal(new GatewayPosition("new1", "wss://resume.example", 1), Assert.IsType<GatewayAction.Deliver>(ready[0]).Position);
        Assert.Single(two);
    }

    [Theory]
    [InlineData("ws://resume.example")]
    [InlineData("not an address")]
    [InlineData("")]
    public void The_token_is_not_sent_to_a_less_protected_address(string resumeUrl)
    {
        var session = SessionDriver.Greeted();

        session.Hear(new GatewayInput.Dispatched(new Dispatch.Ready("s", resumeUrl, default, default), 1));

        Assert.Equal("wss://gateway.example", session.State.Position!.ResumeUrl);
    }

    [Fact]
    public void Stopping_leaves_with_4000_so_that_the_next_process_can_resume()
    {
        var session = SessionDriver.Live();

        Assert.Equal([new GatewayAction.Drop()], session.Hear(new GatewayInput.Stopped()));
        Assert.Empty(session.Close(null));
        Assert.Equal(SessionDriver.AtFive, session.State.Position);
    }

    [Fact]
    public void Failing_connections_wait_longer_each_time_up_to_a_minute()
    {
        var session = SessionDriver.Live();
        session.Chance = 1;
        var waits = new List<double>();
        var actions = session.Close(null);
        for (var i = 0; i < 9; i++)
        {
            waits.Add(actions.OfType<GatewayAction.Connect>().Single().Wait.TotalSeconds);
            actions = session.Hear(new GatewayInput.NotConnected());
        }

        Assert.Equal([1, 1, 2, 4, 8, 16, 32, 60, 60], waits);
    }

    /// <summary>No pair of link and input throws, and what was ended stays ended.</summary>
    [Fact]
    public void Every_input_has_an_answer_in_every_state()
    {
        GatewayInput[] inputs =
        [
            new GatewayInput.Started(), new GatewayInput.Connected(), new GatewayInput.NotConnected(),
            new GatewayInput.Closed(4000), new GatewayInput.TimeUp(), new GatewayInput.HeartbeatAsked(),
            new GatewayInput.Hello(TimeSpan.FromMilliseconds(-1), TimeSpan.Zero), new GatewayInput.Acknowledged(),
            new GatewayInput.ReconnectAsked(), new GatewayInput.SessionInvalid(true), new GatewayInput.SessionInvalid(false),
            new GatewayInput.Dispatched(new Dispatch.Resumed(), 7), new GatewayInput.Stopped(),
            new GatewayInput.Dispatched(new Dispatch.Ready("s", "", default, default), 1),
        ];
        var random = new Random(5);
        for (var walk = 0; walk < 500; walk++)
        {
            var session = new SessionDriver();
            for (var step = 0; step < 30; step++)
            {
                var ended = session.State.Link is GatewayLink.Ended;
                session.Hear(inputs[random.Next(inputs.Length - (step < 25 ? 2 : 0))]);
                session.Now += TimeSpan.FromSeconds(random.Next(60));
                Assert.True(!ended || session.State.Link is GatewayLink.Ended);
            }
        }
    }
}
