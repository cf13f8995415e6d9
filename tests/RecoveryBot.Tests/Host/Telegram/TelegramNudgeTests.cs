using FakeTelegram;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Reminders;
using RecoveryBot.Coaching.Safety;

namespace RecoveryBot.Tests.Host.Telegram;

/// <summary>Messages that nobody asked for keep to Telegram's bulk limit, and hold up nobody who talks.</summary>
public sealed class TelegramNudgeTests
{
    private const int First = 2000;
    private const int Many = 100;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    public async Task A_hundred_nudges_go_out_thirty_at_once_and_thirty_a_second_and_none_is_refused()
    {
        await using var rig = await StartAsync();

        await rig.Sweep.SweepAsync(Stop);
        await rig.DrainAsync();
        Assert.Equal(30, rig.Fake.Log.Of("sendMessage").Count);

        for (var second = 1; second <= 2; second++)
        {
            await SecondAsync(rig);
            Assert.InRange(rig.Fake.Log.Of("sendMessage").Count, 29 + (30 * second), 31 + (30 * second));
        }

        await SecondAsync(rig);
        Assert.Equal(100, rig.Fake.Log.Of("sendMessage").Count);
        Assert.Equal(Many, Enumerable.Range(First, Many).Count(id => rig.TextsIn(id).Count == 1));
        rig.AssertClean();
    }

    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    public async Task Whoever_writes_meanwhile_is_answered_at_once()
    {
        await using var rig = await StartAsync();
        await rig.Sweep.SweepAsync(Stop);
        await rig.DrainAsync();

        rig.Fake.People.Say(new Person(2099), "/help");
        await rig.PollAsync();
        await rig.DrainAsync();

        Assert.Contains("What I can do", Assert.Single(rig.TextsIn(2099)), StringComparison.Ordinal);
    }

    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    public async Task The_zone_is_guessed_from_the_language_of_the_app_and_confirmed()
    {
        await using var rig = await TelegramHostRig.StartAsync();
        var bea = new Person(1002, "Bea", "de");
        await rig.SayAsync("/start", bea);
        await rig.PressAsync("I'm 18 or over, I agree", bea);
        await rig.SayAsync("/stop", bea);

        await rig.SayAsync("/remind 21:30", bea);
        Assert.Equal("Is it 20:42 for you, Monday? That is the time in Berlin.", rig.Newest(bea.Id));
        await rig.PressAsync("Yes", bea);

        Assert.Contains("today 21:30, in 48 minutes, your time", rig.Newest(bea.Id), StringComparison.Ordinal);
        Assert.Equal("Europe/Berlin", (await rig.StateOfAsync(bea))!.Zone);
    }

    private static async Task SecondAsync(TelegramHostRig rig)
    {
        for (var part = 0; part < 25; part++)
        {
            rig.Time.Advance(TimeSpan.FromMilliseconds(40));
            await rig.DrainAsync();
        }
    }

    /// <summary>People who said hello an hour ago, and whose time has come.</summary>
    private static async Task<TelegramHostRig> StartAsync()
    {
        var rig = await TelegramHostRig.StartAsync(Greeting, floodLimits: true);
        for (var n = 0; n < Many; n++)
            rig.Fake.People.Say(new Person(First + n), "hello");
        await rig.PollAsync();
        rig.Time.Advance(TimeSpan.FromHours(1));
        return rig;
    }

    /// <summary>Whoever says hello is silently somebody with a reminder in an hour.</summary>
    private static Decision Greeting(UserState state, CoachInput input, DateTimeOffset now) => input is not CoachInput.Text { Words: "hello" }
        ? Coach.Decide(state, input, now)
        : new Decision
        {
            State = new UserState
            {
                Zone = "Etc/UTC",
                Consent = new Consent(Consent.PresentVersion, now, Guest: false),
                Screening = new ScreeningRecord { AskedOn = DateOnly.FromDateTime(now.UtcDateTime) },
                Reminders = new ReminderBook
                {
                    All = [new Reminder(new ReminderWish.FixedTime(Weekdays.All, TimeOnly.FromDateTime(now.UtcDateTime.AddHours(1))), now) { DueAt = now.AddHours(1) }],
                },
            },
        };
}
