using RecoveryBot.Coaching;
using RecoveryBot.Storage.Rows;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Host;

/// <summary>The program was not there when something fell due (P5, P6).</summary>
public sealed class DowntimeTests : IDisposable
{
    private readonly TalkingRig _talk = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _talk.Dispose();

    [Theory]
    [Trait("Rule", "SEQ-24")]
    [InlineData(5.01)]
    [InlineData(7)]
    [InlineData(60)]
    [InlineData(60 * 23)]
    public async Task A_hold_that_ended_meanwhile_is_told_by_the_way_out_and_nothing_else(double minutes)
    {
        await _talk.AgreeAsync();
        await _talk.HoldAsync();

        _talk.BeDown(TimeSpan.FromMinutes(minutes));
        await _talk.FireAsync();

        var told = Assert.Single(_talk.Rig.Channel.Shown);
        Assert.StartsWith("Time's up.", told.Message.Text, StringComparison.Ordinal);
        Assert.True(told.Message.Sound);
    }

    [Fact]
    public async Task A_hold_that_still_runs_goes_on_to_its_own_end()
    {
        await _talk.AgreeAsync();
        await _talk.HoldAsync();

        _talk.BeDown(TimeSpan.FromMinutes(3));
        await _talk.FireAsync();
        await _talk.WaitAsync(TimeSpan.FromMinutes(2) - TimeSpan.FromMilliseconds(1));
        Assert.DoesNotContain(_talk.Rig.Channel.Texts, text => text.StartsWith("Time's up.", StringComparison.Ordinal));

        await _talk.WaitAsync(TimeSpan.FromMilliseconds(1));
        Assert.StartsWith("Time's up.", _talk.Rig.Channel.Texts[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_way_out_comes_before_the_answer_to_whoever_writes_first()
    {
        await _talk.AgreeAsync();
        await _talk.HoldAsync();

        _talk.BeDown(TimeSpan.FromMinutes(6));
        await _talk.SayAsync("hello?");

        Assert.StartsWith("Time's up.", _talk.Rig.Channel.Texts[0], StringComparison.Ordinal);
        Assert.True(_talk.Rig.Channel.Shown[0].Message.Sound);
        await _talk.FireAsync();
        Assert.Equal(2, _talk.Rig.Channel.Shown.Count);
    }

    [Theory]
    [Trait("Rule", "SEQ-24a")]
    [InlineData(7)]
    [InlineData(10)]
    [InlineData(40)]
    public async Task Hands_free_the_way_out_is_told_though_the_session_has_run_on(double minutes)
    {
        await _talk.AgreeAsync();
        var ann = (await _talk.Rig.Store.FindUserAsync(TalkingRig.Ann, Stop))!;
        var handsFree = ann.State with { Settings = ann.State.Settings with { Pacing = Pacing.HandsFree } };
        await _talk.Rig.Store.CommitAsync([], [new UserChange(ann with { State = handsFree }, null)], _talk.Time.GetUtcNow(), Stop);
        _talk.BeDown(TimeSpan.FromSeconds(1));
        await _talk.SayAsync("No to all", "15 minutes", "Start");
        await _talk.WaitAsync(TimeSpan.FromMinutes(9));
        Assert.Contains("until in", _talk.Rig.Channel.Texts[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(_talk.Rig.Channel.Texts, text => text.StartsWith("Time's up.", StringComparison.Ordinal));

        _talk.BeDown(TimeSpan.FromMinutes(minutes));
        await _talk.FireAsync();

        Assert.StartsWith("Time's up.", Assert.Single(_talk.Rig.Channel.Texts), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "SAFE-16")]
    public async Task Tingling_that_was_left_alone_is_followed_up_by_one_message()
    {
        await _talk.AgreeAsync();
        await _talk.HoldAsync();
        await _talk.SayAsync("both feet tingle");

        _talk.BeDown(TimeSpan.FromHours(2));
        await _talk.FireAsync();

        Assert.Equal(DeliveryClass.Safety, Assert.Single(_talk.Rig.Channel.Shown).Message.Class);
    }
}
