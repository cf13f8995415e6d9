using NodaTime;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Reminders;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Outbox;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Host;

/// <summary>Months at random with the real host: outages, a chat that is shut and opened, /stop and on again (P4, P6).</summary>
public sealed class ReminderLifeTests : IDisposable
{
    private const int Steps = 200;

    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    private readonly TalkingRig _talk = new();
    private readonly List<(DateTimeOffset At, ChatMessage Message)> _nudges = [];
    private int _seen;
    private int _press;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _talk.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [Trait("Rule", "TIME-4")]
    public async Task Whatever_happens_a_day_has_one_nudge_at_most_at_its_time_and_none_while_all_is_off(int seed)
    {
        var chance = new Random(seed);
        await _talk.AgreeAsync();
        await _talk.SayAsync("/stop", "/remind 20:30", "Berlin", "/remind evening 22:30");
        var (off, offAtAll, openedAgain) = (false, 0, 0);
        for (var step = 0; step < Steps; step++)
        {
            var before = _nudges.Count;
            switch (chance.Next(16))
            {
                case 0:
                    Restart(TimeSpan.FromMinutes(chance.Next(1, 4_000)));
                    break;
                case 1 when !off:
                    await _talk.SayAsync("/stop");
                    (off, offAtAll) = (true, offAtAll + 1);
                    break;
                case 2:
                    await _talk.SayAsync("/remind on", "/cancel");
                    off = false;
                    break;
                case 3:
                    _talk.Rig.Channel.Answer = new Delivery.Blocked();
                    break;
                case 4:
                    openedAgain += _talk.Rig.Channel.Answer is null ? 0 : 1;
                    _talk.Rig.Channel.Answer = null;
                    await _talk.SayAsync("/why");
                    break;
                default:
                    await WaitAsync(TimeSpan.FromMinutes(chance.Next(1, 1_500)));
                    break;
            }

            await SweepAsync();
            if (off)
                Assert.Equal(before, _nudges.Count);
            else if (_nudges.Count > before && chance.Next(3) > 0)
                await PressAsync(_nudges[^1].Message.Buttons[^1]);
        }

        Assert.True(offAtAll > 2 && openedAgain > 2 && _nudges.Count > 12, $"{offAtAll} {openedAgain} {_nudges.Count}");
        AssertAskedFor();
    }

    private void AssertAskedFor()
    {
        var days = new HashSet<LocalDate>();
        foreach (var (at, message) in _nudges)
        {
            var local = LocalClock.Local(at, Berlin);
            // 20:30 for two hours less the quiet ones, and the evening up to its latest start.
            Assert.True(local.TimeOfDay >= new LocalTime(20, 30) && local.TimeOfDay < new LocalTime(22, 0), $"{local} {message.Text}");
            Assert.True(days.Add(local.Date), $"{local} is the second of its day");
        }
    }

    private void Restart(TimeSpan down)
    {
        var blocked = _talk.Rig.Channel.Answer;
        _talk.BeDown(down);
        _talk.Rig.Channel.Answer = blocked;
        _seen = 0;
    }

    /// <summary>Lets time pass; every reminder is looked at when it is due.</summary>
    private async Task WaitAsync(TimeSpan time)
    {
        var until = _talk.Time.GetUtcNow() + time;
        while (_talk.Rig.Query<long?>("SELECT min(due) FROM reminders") is { } due && due <= until.ToUnixTimeMilliseconds())
        {
            var wait = DateTimeOffset.FromUnixTimeMilliseconds(due) - _talk.Time.GetUtcNow();
            await _talk.WaitAsync(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
            await SweepAsync();
        }

        await _talk.WaitAsync(until - _talk.Time.GetUtcNow());
    }

    private async Task SweepAsync()
    {
        await _talk.Rig.Sweep.SweepAsync(Stop);
        await _talk.Rig.Worker.DrainAsync(Stop);
        foreach (var shown in _talk.Rig.Channel.Shown.Skip(_seen).Where(shown => shown.Message.Class == DeliveryClass.Nudge))
            _nudges.Add((_talk.Time.GetUtcNow(), shown.Message));
        _seen = _talk.Rig.Channel.Shown.Count;
    }

    private async Task PressAsync(ChatButton button)
    {
        await _talk.Rig.Conversation.HandleAsync(
            HostRig.Says("", id: $"press{++_press}") with { Input = new CoachInput.Press(ButtonId.TryParse(button.Id)!.Value) }, Stop);
        await _talk.Rig.Worker.DrainAsync(Stop);
    }
}
