using System.Text.Json.Nodes;
using FakeTelegram;
using Microsoft.Extensions.Options;
using RecoveryBot.Telegram;
using RecoveryBot.Telegram.Polling;
using RecoveryBot.Telegram.Requests;

namespace RecoveryBot.Tests.Telegram;

/// <summary>
/// Nothing acknowledged is lost: an update is confirmed by the poll after its commit, and by nothing else.
/// </summary>
public sealed class TelegramPollerTests
{
    private readonly KeepingConsumer _consumer = new();
    private readonly KeepingLog<TelegramPoller> _log = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_poll_takes_a_webhook_away_and_keeps_what_waits()
    {
        await using var rig = await TelegramRig.WithAnnAsync();
        await rig.Client.SetWebhookAsync(new SetWebhook { Url = "http://127.0.0.1:1/hook" }, Stop);

        await PollerOf(rig).StepAsync(_consumer, Stop);

        Assert.Single(_consumer.Ids);
        Assert.Empty(rig.Fake.Log.Violations);
    }

    [Fact]
    public async Task The_kinds_wanted_are_said_with_every_poll()
    {
        await using var rig = await TelegramRig.StartAsync();

        await PollerOf(rig).StepAsync(_consumer, Stop);

        Assert.Equal(
            """["message","edited_message","callback_query","my_chat_member"]""",
            rig.Fake.Log.Of("getUpdates")[0].Parameters["allowed_updates"]!.ToJsonString());
    }

    [Fact]
    public async Task One_poll_is_one_commit_and_none_is_skipped_or_repeated()
    {
        await using var rig = await TelegramRig.StartAsync();
        var sent = Enumerable.Range(0, 250).Select(i => rig.Fake.People.Say(TelegramRig.Ann, $"{i}")!.Value).ToList();
        var poller = PollerOf(rig);

        for (var i = 0; i < 4; i++)
            await poller.StepAsync(_consumer, Stop);

        Assert.Equal([100, 100, 50], _consumer.Batches.Select(batch => batch.Count));
        Assert.Equal(sent, _consumer.Ids);
        Assert.Equal(0, rig.Fake.Updates.Count);
    }

    [Fact]
    public async Task What_came_while_nobody_polled_may_be_late_and_what_comes_then_is_not()
    {
        await using var rig = await TelegramRig.WithAnnAsync();
        for (var i = 0; i < 120; i++)
            rig.Fake.People.Say(TelegramRig.Ann, $"{i}");
        var poller = PollerOf(rig);

        await poller.StepAsync(_consumer, Stop);
        await poller.StepAsync(_consumer, Stop);
        rig.Fake.People.Say(TelegramRig.Ann, "on time");
        await poller.StepAsync(_consumer, Stop);
        rig.Fake.Faults.Add(new Fault(FaultKind.Refuse) { Method = "getUpdates", Status = 502 });
        await poller.StepAsync(_consumer, Stop);
        rig.Fake.People.Say(TelegramRig.Ann, "late");
        await poller.StepAsync(_consumer, Stop);

        Assert.Equal([true, true, false, true], _consumer.Late);
    }

    [Fact]
    public async Task What_could_not_be_committed_comes_again()
    {
        await using var rig = await TelegramRig.WithAnnAsync();
        var poller = PollerOf(rig);
        _consumer.Failures = 2;

        var pauses = new[]
        {
            await poller.StepAsync(_consumer, Stop), await poller.StepAsync(_consumer, Stop),
            await poller.StepAsync(_consumer, Stop),
        };

        Assert.InRange(pauses[0], TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1));
        Assert.InRange(pauses[1], TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        Assert.Equal(TimeSpan.Zero, pauses[2]);
        Assert.Single(_consumer.Ids);
        Assert.Equal(2, _log.Lines.Count(line => line.StartsWith("Error: Updates from Telegram could not be stored", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Killed_before_the_next_poll_the_new_process_sees_the_update_again_unless_its_offset_says_otherwise()
    {
        await using var rig = await TelegramRig.WithAnnAsync();
        await PollerOf(rig).StepAsync(_consumer, Stop);
        var forgetful = new KeepingConsumer();
        var remembering = new KeepingConsumer { Offset = _consumer.Offset };

        await PollerOf(rig).StepAsync(forgetful, Stop);
        await PollerOf(rig).StepAsync(remembering, Stop);

        Assert.Equal(_consumer.Ids, forgetful.Ids);
        Assert.Empty(remembering.Ids);
        Assert.Equal(0, rig.Fake.Updates.Count);
    }

    [Fact(Timeout = TelegramRig.PatienceMilliseconds)]
    public async Task A_stop_after_a_commit_confirms_it_with_one_last_poll()
    {
        await using var rig = await TelegramRig.WithAnnAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        _consumer.OnCommit = stop.Cancel;

        await PollerOf(rig).RunAsync(_consumer, stop.Token);

        var last = rig.Fake.Log.Of("getUpdates")[^1];
        Assert.Equal(2, rig.Fake.Log.Of("getUpdates").Count);
        Assert.Equal(_consumer.Offset, last.Number("offset"));
        Assert.False(last.Has("timeout"));
        Assert.Equal(0, rig.Fake.Updates.Count);
    }

    [Fact(Timeout = TelegramRig.PatienceMilliseconds)]
    public async Task A_stop_before_the_commit_confirms_nothing()
    {
        await using var rig = await TelegramRig.WithAnnAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        (_consumer.Failures, _consumer.OnCommit) = (1, stop.Cancel);

        await PollerOf(rig).RunAsync(_consumer, stop.Token);

        Assert.Single(rig.Fake.Log.Of("getUpdates"));
        Assert.Equal(1, rig.Fake.Updates.Count);
    }

    [Fact(Timeout = TelegramRig.PatienceMilliseconds)]
    public async Task A_confirming_poll_that_fails_ends_the_stop_all_the_same()
    {
        await using var rig = await TelegramRig.WithAnnAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        _consumer.OnCommit = () =>
        {
            rig.Fake.Faults.Add(new Fault(FaultKind.CutBefore) { Method = "getUpdates" });
            stop.Cancel();
        };

        await PollerOf(rig).RunAsync(_consumer, stop.Token);

        Assert.Contains(_log.Lines, line => line.StartsWith("Debug: The last updates could not be confirmed", StringComparison.Ordinal));
    }

    [Fact(Timeout = TelegramRig.PatienceMilliseconds)]
    public async Task A_waiting_poll_brings_what_is_said_at_once_and_ends_with_the_stop()
    {
        await using var rig = await TelegramRig.StartAsync();
        rig.Options.PollSeconds = 30;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var committed = new TaskCompletionSource();
        _consumer.OnCommit = committed.SetResult;
        var running = PollerOf(rig).RunAsync(_consumer, stop.Token);
        await rig.Fake.Updates.WhenPolledAsync();

        rig.Fake.People.Say(TelegramRig.Ann, "tingling");
        await committed.Task;
        await rig.Fake.Updates.WhenPolledAsync();
        await stop.CancelAsync();
        await running;

        Assert.Equal("tingling", _consumer.Batches[0][0].Message!.Text);
        Assert.Equal(30, rig.Fake.Log.Of("getUpdates")[0].Number("timeout"));
    }

    [Fact]
    public async Task A_server_that_does_not_wait_is_not_asked_without_pause()
    {
        await using var rig = await TelegramRig.StartAsync();

        Assert.Equal(TimeSpan.FromSeconds(1), await PollerOf(rig).StepAsync(_consumer, Stop));
    }

    [Fact]
    public async Task Another_poller_is_given_way_with_growing_pauses_and_a_plain_line()
    {
        await using var rig = await TelegramRig.WithAnnAsync();
        rig.Fake.Faults.Add(new Fault(FaultKind.Refuse)
        {
            Method = "getUpdates",
            Status = 409,
            Times = 6,
            Text = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
        });
        var poller = PollerOf(rig);

        var pauses = new List<double>();
        for (var i = 0; i < 7; i++)
            pauses.Add((await poller.StepAsync(_consumer, Stop)).TotalSeconds);

        Assert.Equal([3, 6, 12, 24, 48, 60, 0], pauses);
        Assert.Single(_consumer.Ids);
        Assert.Equal("Warning: Another process polls Telegram with this bot's token; trying again in 3 s.", _log.Lines[0]);
    }

    [Fact(Timeout = TelegramRig.PatienceMilliseconds)]
    public async Task The_older_of_two_polls_is_the_one_that_ends()
    {
        await using var rig = await TelegramRig.StartAsync();
        rig.Options.PollSeconds = 30;
        var older = PollerOf(rig).StepAsync(_consumer, Stop);
        await rig.Fake.Updates.WhenPolledAsync();

        var younger = rig.Client.GetUpdatesAsync(new GetUpdates { Timeout = 30 }, Stop);

        Assert.Equal(TimeSpan.FromSeconds(3), await older);
        await rig.Fake.Updates.WhenPolledAsync();
        rig.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Empty(await younger);
    }

    [Fact]
    public async Task A_webhook_set_meanwhile_is_taken_away_again()
    {
        await using var rig = await TelegramRig.WithAnnAsync();
        var poller = PollerOf(rig);
        await poller.StepAsync(_consumer, Stop);
        await rig.Client.SetWebhookAsync(new SetWebhook { Url = "http://127.0.0.1:1/hook" }, Stop);
        rig.Fake.People.Say(TelegramRig.Ann, "again");

        await poller.StepAsync(_consumer, Stop);
        await poller.StepAsync(_consumer, Stop);

        Assert.Equal(2, rig.Fake.Log.Of("deleteWebhook").Count);
        Assert.Equal(2, _consumer.Ids.Count());
    }

    [Theory(Timeout = TelegramRig.PatienceMilliseconds)]
    [InlineData(401, "Unauthorized")]
    [InlineData(404, "Not Found")]
    public async Task A_refused_token_ends_the_polling_and_says_what_to_do(int code, string words)
    {
        await using var rig = await TelegramRig.StartAsync();
        rig.Fake.Faults.Add(new Fault(FaultKind.Refuse) { Status = code, Text = words });

        var refused = await Assert.ThrowsAsync<TelegramTokenRefusedException>(
            () => PollerOf(rig).RunAsync(_consumer, Stop));

        Assert.Contains("@BotFather", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(rig.Options.Token!, refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FaultKind.Refuse, 500)]
    [InlineData(FaultKind.Body, 502)]
    [InlineData(FaultKind.CutBefore, 0)]
    [InlineData(FaultKind.Truncate, 0)]
    public async Task Trouble_over_there_is_met_with_longer_and_longer_pauses(FaultKind kind, int status)
    {
        await using var rig = await TelegramRig.WithAnnAsync();
        rig.Fake.Faults.Add(new Fault(kind) { Method = "getUpdates", Status = status, Times = 8 });
        var poller = PollerOf(rig);

        for (var i = 0; i < 8; i++)
        {
            var most = Math.Min(60, Math.Pow(2, i));
            Assert.InRange((await poller.StepAsync(_consumer, Stop)).TotalSeconds, most / 2, most);
        }

        Assert.Equal(TimeSpan.Zero, await poller.StepAsync(_consumer, Stop));
        Assert.Single(_consumer.Ids);
    }

    [Fact(Timeout = TelegramRig.PatienceMilliseconds)]
    public async Task A_wait_that_was_asked_for_is_kept_to_the_second()
    {
        await using var rig = await TelegramRig.WithAnnAsync();
        rig.Fake.Faults.Add(new Fault(FaultKind.Refuse)
        {
            Method = "getUpdates",
            Status = 429,
            Text = "Too Many Requests: retry after 47",
            RetryAfter = 47,
        });
        var watch = new WatchedTime(rig.Time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        _consumer.OnCommit = stop.Cancel;
        var running = new TelegramPoller(rig.Client, Options.Create(rig.Options), watch, _log).RunAsync(_consumer, stop.Token);
        await watch.WhenWaitingAsync(TimeSpan.FromSeconds(47));

        rig.Time.Advance(TimeSpan.FromSeconds(46.9));
        var early = rig.Fake.Log.Of("getUpdates").Count;
        rig.Time.Advance(TimeSpan.FromSeconds(0.1));
        await running;

        Assert.Equal(1, early);
        Assert.Single(_consumer.Ids);
    }

    [Fact]
    public async Task One_undecodable_update_does_not_hold_up_the_other_ninety_nine()
    {
        await using var rig = await TelegramRig.StartAsync();
        for (var i = 0; i < 100; i++)
        {
            if (i == 50)
                rig.Fake.Updates.AddRaw(new JsonObject { ["message"] = new JsonObject { ["text"] = 5 } });
            else
                rig.Fake.People.Say(TelegramRig.Ann, $"{i}");
        }

        await PollerOf(rig).StepAsync(_consumer, Stop);

        var batch = Assert.Single(_consumer.Batches);
        Assert.Equal(99, batch.Count(update => update.Message is not null));
        Assert.Contains("\"text\":5", batch[50].Undecodable, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(2_000_000_000)]
    public async Task Ids_that_start_anew_are_followed_wherever_they_go(long restart)
    {
        await using var rig = await TelegramRig.WithAnnAsync();
        var poller = PollerOf(rig);
        await poller.StepAsync(_consumer, Stop);
        await poller.StepAsync(_consumer, Stop);
        rig.Fake.Updates.RestartIdsAt(restart);
        rig.Fake.People.Say(TelegramRig.Ann, "one");
        await poller.StepAsync(_consumer, Stop);
        rig.Fake.People.Say(TelegramRig.Ann, "two");

        await poller.StepAsync(_consumer, Stop);
        await poller.StepAsync(_consumer, Stop);

        Assert.Equal([restart, restart + 1], _consumer.Ids.Skip(1));
        Assert.Equal(0, rig.Fake.Updates.Count);
    }

    private TelegramPoller PollerOf(TelegramRig rig) => new(rig.Client, Options.Create(rig.Options), rig.Time, _log);
}
