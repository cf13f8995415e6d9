using RecoveryBot.Coaching.Session;

namespace RecoveryBot.Tests.Host.Telegram;

/// <summary>A person and the coach on Telegram, through the whole host.</summary>
public sealed class TelegramSessionTests
{
    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    public async Task A_whole_first_session_is_led_by_pressing_buttons()
    {
        await using var rig = await TelegramHostRig.StartAsync();
        await rig.AgreeAsync();

        await rig.ToHoldAsync();
        Assert.Contains("Legs up the wall, until", rig.Newest(), StringComparison.Ordinal);
        await rig.WaitAsync(TimeSpan.FromMinutes(5));
        Assert.StartsWith("Time's up.", rig.Newest(), StringComparison.Ordinal);
        await rig.PressAsync("I'm on my side");
        await rig.WaitAsync(TimeSpan.FromMinutes(8));
        await rig.PressAllAsync("Yes, 5 minutes", "None");

        Assert.Contains(rig.TextsIn(TelegramHostRig.Ann.Id), text => text.StartsWith("Nicely done: 5 minutes", StringComparison.Ordinal));
        rig.AssertClean();
    }

    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    public async Task The_eight_health_cards_are_one_message()
    {
        await using var rig = await TelegramHostRig.StartAsync();

        await rig.AgreeAsync();

        Assert.Single(rig.Fake.Log.Of("sendMessage"), call => call.Text!.Contains(" of 8", StringComparison.Ordinal));
        Assert.All(rig.Fake.Log.Of("sendMessage"), call => Assert.True(call.Parameters["disable_notification"]!.GetValue<bool>()));
    }

    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    [Trait("Rule", "SAFE-10")]
    public async Task Tingling_in_words_ends_the_hold_with_sound_and_names_the_way_out()
    {
        await using var rig = await TelegramHostRig.StartAsync();
        await rig.AgreeAsync();
        await rig.ToHoldAsync();
        await rig.WaitAsync(TimeSpan.FromMinutes(3));

        await rig.SayAsync("both feet tingle");

        Assert.IsNotType<Stage.Holding>((await rig.StateOfAsync())!.Session is SessionState.Live live ? live.Stage : null);
        Assert.Contains("our signal to come out", rig.Newest(), StringComparison.Ordinal);
    }

    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    public async Task The_end_of_a_hold_rings_and_the_clock_counts_down_in_the_app()
    {
        await using var rig = await TelegramHostRig.StartAsync();
        await rig.AgreeAsync();
        await rig.ToHoldAsync();
        var hold = rig.SaidIn(TelegramHostRig.Ann.Id)[^1];
        var end = rig.Time.GetUtcNow().AddMinutes(5).AddSeconds(-1).ToUnixTimeSeconds();

        await rig.WaitAsync(TimeSpan.FromMinutes(5));

        var times = hold["caption_entities"]!.AsArray().Where(entity => entity!["type"]!.ToString() == "date_time").ToList();
        Assert.Equal(["t", "r"], times.Select(time => time!["date_time_format"]!.ToString()));
        Assert.All(times, time => Assert.Equal(end, time!["unix_time"]!.GetValue<long>()));
        var bell = rig.Fake.Log.Of("sendMessage")[^1];
        Assert.StartsWith("Time's up.", bell.Text, StringComparison.Ordinal);
        Assert.False(bell.Has("disable_notification"));
    }

    [Theory(Timeout = TelegramHostRig.PatienceMilliseconds)]
    [InlineData("/start-session 20")]
    [InlineData("/Start_Session@Recovery_Test_Bot 20")]
    [InlineData("/startsession 20")]
    public async Task A_session_begins_however_the_command_is_spelled(string typed)
    {
        await using var rig = await TelegramHostRig.StartAsync();
        await rig.AgreeAsync();
        await rig.SayAsync("/stop");

        await rig.SayAsync(typed);
        await rig.PressAsync("No to all");

        Assert.StartsWith("Today's plan, 20 minutes", rig.Newest(), StringComparison.Ordinal);
    }

    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    [Trait("Rule", "SEQ-24")]
    public async Task A_restart_in_a_hold_keeps_the_bell()
    {
        await using var rig = await TelegramHostRig.StartAsync();
        await rig.AgreeAsync();
        await rig.ToHoldAsync();
        await rig.WaitAsync(TimeSpan.FromMinutes(1));

        await rig.RestartAsync(TimeSpan.FromMinutes(2));
        Assert.DoesNotContain("Time's up.", rig.Newest(), StringComparison.Ordinal);
        await rig.WaitAsync(TimeSpan.FromMinutes(2));

        Assert.StartsWith("Time's up.", rig.Newest(), StringComparison.Ordinal);
        Assert.Single(rig.TextsIn(TelegramHostRig.Ann.Id), text => text.StartsWith("Time's up.", StringComparison.Ordinal));
    }

    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    public async Task A_sticker_gets_one_friendly_line()
    {
        await using var rig = await TelegramHostRig.StartAsync();
        await rig.AgreeAsync();
        var before = rig.SaidIn(TelegramHostRig.Ann.Id).Count;

        rig.Fake.People.SendOther(TelegramHostRig.Ann);
        await rig.TurnAsync();

        Assert.Equal(before + 1, rig.SaidIn(TelegramHostRig.Ann.Id).Count);
    }

    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    public async Task An_edit_is_no_answer_but_a_sign_of_the_body_in_it_counts()
    {
        await using var rig = await TelegramHostRig.StartAsync();
        await rig.AgreeAsync();
        await rig.ToHoldAsync();
        await rig.SayAsync("nice");
        var mine = rig.Fake.Chats.MessagesOf(TelegramHostRig.Ann.Id)
            .Last(message => message["text"]!.ToString() == "nice")["message_id"]!.GetValue<long>();
        var before = rig.SaidIn(TelegramHostRig.Ann.Id).Count;

        rig.Fake.People.Edit(TelegramHostRig.Ann, mine, "/stop");
        await rig.TurnAsync();
        Assert.Equal(before, rig.SaidIn(TelegramHostRig.Ann.Id).Count);
        rig.Fake.People.Edit(TelegramHostRig.Ann, mine, "my toes tingle");
        await rig.TurnAsync();

        Assert.Contains("our signal to come out", rig.Newest(), StringComparison.Ordinal);
    }
}
