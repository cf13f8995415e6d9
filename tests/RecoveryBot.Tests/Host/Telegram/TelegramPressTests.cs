using FakeTelegram;
using RecoveryBot.Coaching;

namespace RecoveryBot.Tests.Host.Telegram;

/// <summary>Presses that are not what was shown: late, forged, somebody else's, again (design 3.3).</summary>
public sealed class TelegramPressTests
{
    private static readonly Person Eve = new(2002, "Eve");

    [Theory(Timeout = TelegramHostRig.PatienceMilliseconds)]
    [InlineData("v1:con-agree")]
    [InlineData("drop table users")]
    [InlineData("v2:con-agree:0-1")]
    public async Task What_is_none_of_our_buttons_is_over_in_a_line_and_changes_nothing(string data)
    {
        await using var rig = await TelegramHostRig.StartAsync();
        await rig.SayAsync("/start");
        var (before, said) = (await rig.StateOfAsync(), rig.SaidIn(TelegramHostRig.Ann.Id).Count);

        rig.Fake.People.Press(TelegramHostRig.Ann, 1, data);
        await rig.TurnAsync();

        Assert.Equal("That step is over.", rig.Fake.Log.Of("answerCallbackQuery")[^1].Text);
        Assert.Equivalent(before, await rig.StateOfAsync(), strict: true);
        Assert.Equal(said, rig.SaidIn(TelegramHostRig.Ann.Id).Count);
        rig.AssertClean();
    }

    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    public async Task A_press_from_a_group_is_somebody_elses()
    {
        await using var rig = await TelegramHostRig.StartAsync();
        await rig.SayAsync("/start");
        var (_, data) = rig.ButtonOf("I'm 18 or over, I agree");

        rig.Fake.People.Press(Eve, 1, data, group: -5);
        await rig.TurnAsync();

        Assert.Equal("This is someone else's session.", rig.Fake.Log.Of("answerCallbackQuery")[^1].Text);
        Assert.Null(await rig.StateOfAsync(Eve));
        rig.AssertClean();
    }

    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    public async Task An_old_button_says_so_and_shows_the_step_that_is_on()
    {
        await using var rig = await TelegramHostRig.StartAsync();
        await rig.SayAsync("/start");
        var (message, data) = rig.ButtonOf("I'm 18 or over, I agree");
        await rig.PressAsync("I'm 18 or over, I agree");
        await rig.PressAsync("None of these");

        rig.Fake.People.Press(TelegramHostRig.Ann, message, data, inaccessible: true);
        await rig.TurnAsync();

        Assert.StartsWith("That step is over.", rig.Newest(), StringComparison.Ordinal);
        Assert.Contains("2 of 8", rig.Newest(), StringComparison.Ordinal);
        rig.AssertClean();
    }

    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    public async Task A_press_that_nothing_is_said_to_is_answered_all_the_same()
    {
        await using var rig = await TelegramHostRig.StartAsync((state, _, _) => new Decision { State = state });

        rig.Fake.People.Press(TelegramHostRig.Ann, 1, "v1:ses-done:1-1");
        await rig.TurnAsync();

        Assert.Single(rig.Fake.Log.Of("answerCallbackQuery"));
        rig.AssertClean();
    }

    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    public async Task A_press_is_answered_beside_its_message_and_before_a_held_one()
    {
        await using var rig = await TelegramHostRig.StartAsync();
        await rig.SayAsync("/start");
        rig.Fake.Faults.Add(new Fault(FaultKind.Refuse)
        {
            ChatId = TelegramHostRig.Ann.Id,
            Status = 429,
            Text = "Too Many Requests: retry after 60",
            RetryAfter = 60,
        });

        await rig.PressAsync("What is stored?");
        await rig.PressAsync("I'm 18 or over, I agree");

        Assert.Equal(2, rig.Fake.Log.Of("answerCallbackQuery").Count);
        rig.AssertClean();
    }

    [Fact(Timeout = 4 * TelegramHostRig.PatienceMilliseconds)]
    public async Task Of_a_thousand_mixed_presses_every_valid_one_counts_and_no_other()
    {
        await using var rig = await TelegramHostRig.StartAsync();
        for (var person = 0; person < 13; person++)
        {
            var who = new Person(10_000 + person);
            await rig.SayAsync("/start", who);
            var old = rig.ButtonOf("I'm 18 or over, I agree", who.Id).Data;
            await rig.PressAsync("I'm 18 or over, I agree", who);
            for (var card = 1; card < 8; card++)
            {
                var (message, data) = rig.ButtonOf("None of these", who.Id);
                List<(Person Who, long? Group, string Data)> presses = [.. Invalid(data, old, who), .. Invalid(data, old, who)];
                // The valid one comes first, last and at every place between.
                presses.Insert((7 * person + card) % (presses.Count + 1), (who, null, data));
                foreach (var (from, group, pressed) in presses)
                    rig.Fake.People.Press(from, message, pressed, group);
                await rig.TurnAsync();
                old = data;

                // One card further, not two and not none.
                Assert.Contains($"{card + 1} of 8", rig.Newest(who.Id), StringComparison.Ordinal);
            }
        }

        Assert.Null(await rig.StateOfAsync(Eve));
        rig.AssertClean();
    }

    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    public async Task A_forged_id_in_our_own_form_is_over_in_a_line_and_changes_nothing()
    {
        await using var rig = await TelegramHostRig.StartAsync();
        await rig.SayAsync("/start");
        await rig.PressAsync("I'm 18 or over, I agree");
        var (before, said) = (await rig.StateOfAsync(), rig.SaidIn(TelegramHostRig.Ann.Id).Count);

        foreach (var data in (string[])["v1:ses-go:1-9999", "v1:scr-none:0-77", "v1:chk-yes:0-500", "v1:ses-start:9-1"])
            rig.Fake.People.Press(TelegramHostRig.Ann, 1, data);
        await rig.TurnAsync();

        Assert.Equal(Enumerable.Repeat("That step is over.", 4), rig.Fake.Log.Of("answerCallbackQuery").TakeLast(4).Select(call => call.Text));
        Assert.Equivalent(before, await rig.StateOfAsync(), strict: true);
        Assert.Equal(said, rig.SaidIn(TelegramHostRig.Ann.Id).Count);
        rig.AssertClean();
    }

    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    public async Task A_button_from_before_everything_was_erased_leads_to_the_welcome_and_a_symptom_to_its_advice()
    {
        await using var rig = await TelegramHostRig.StartAsync();

        rig.Fake.People.Press(TelegramHostRig.Ann, 1, "v1:ses-go:3-41");
        await rig.TurnAsync();
        Assert.NotEmpty(rig.ButtonOf("I'm 18 or over, I agree").Data);

        rig.Fake.People.Press(TelegramHostRig.Ann, 1, "v1:sym-tingle:3-41");
        await rig.TurnAsync();
        Assert.Contains(rig.TextsIn(TelegramHostRig.Ann.Id), text => text.Contains("bring them down", StringComparison.Ordinal));
        rig.AssertClean();
    }

    /// <summary>Forged, of another version, of a step that is over, somebody else's, no id at all.</summary>
    private static IEnumerable<(Person Who, long? Group, string Data)> Invalid(string data, string old, Person who) =>
    [
        (who, null, $"{data[..data.LastIndexOf('-')]}-9876"),
        (who, null, data.Replace("v1:", "v0:", StringComparison.Ordinal)),
        (who, null, old),
        (Eve, -77, data),
        (who, null, "None of these"),
    ];
}
