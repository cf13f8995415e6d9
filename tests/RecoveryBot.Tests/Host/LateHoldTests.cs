using RecoveryBot.Outbox;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Host;

/// <summary>A message that could not be sent in time never sends anybody back into a pose that is over.</summary>
[Trait("Rule", "SEQ-24")]
public sealed class LateHoldTests : IDisposable
{
    private readonly TalkingRig _talk = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _talk.Dispose();

    [Fact]
    public async Task After_a_downtime_past_its_end_the_hold_is_not_shown_any_more()
    {
        await HoldUnseenAsync(TimeSpan.FromMinutes(1));
        _talk.BeDown(TimeSpan.FromMinutes(6));

        await _talk.Rig.Worker.DrainAsync(Stop);
        Assert.Empty(_talk.Rig.Channel.Shown);
        await _talk.FireAsync();

        Assert.StartsWith("Time's up.", Assert.Single(_talk.Rig.Channel.Texts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Up_to_its_end_the_hold_is_shown_however_late()
    {
        await HoldUnseenAsync(TimeSpan.FromMinutes(1));
        _talk.BeDown(TimeSpan.FromMinutes(2));

        await _talk.Rig.Worker.DrainAsync(Stop);

        Assert.Contains("until", Assert.Single(_talk.Rig.Channel.Texts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bell_takes_the_place_of_the_hold_that_waits_for_a_chat()
    {
        await HoldUnseenAsync(TimeSpan.FromMinutes(20));
        var before = _talk.Rig.Channel.Shown.Count;
        _talk.Rig.Channel.Answer = null;

        await _talk.WaitAsync(TimeSpan.FromMinutes(5));
        Assert.StartsWith("Time's up.", Assert.Single(_talk.Rig.Channel.Texts.Skip(before)), StringComparison.Ordinal);
        await _talk.WaitAsync(TimeSpan.FromMinutes(30));
        await _talk.Rig.Worker.DrainAsync(Stop);

        Assert.DoesNotContain(_talk.Rig.Channel.Texts.Skip(before), text => text.Contains("until", StringComparison.Ordinal));
    }

    /// <param name="held">For so long the chat takes no message once the legs are up.</param>
    private async Task HoldUnseenAsync(TimeSpan held)
    {
        await _talk.AgreeAsync();
        await _talk.SayAsync("No to all", "15 minutes", "Start", "I'm in position");
        await _talk.WaitAsync(TimeSpan.FromMinutes(1));
        await _talk.SayAsync("I'm in position");
        await _talk.WaitAsync(TimeSpan.FromMinutes(3));
        _talk.Rig.Channel.Answer = new Delivery.Later(held);
        await _talk.SayAsync("Legs are up");
    }
}
