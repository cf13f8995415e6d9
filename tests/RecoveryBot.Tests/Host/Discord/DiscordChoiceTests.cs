using FakeDiscord;

namespace RecoveryBot.Tests.Host.Discord;

/// <summary>A choice in a list is one press, and means what its button would; a summary is set apart.</summary>
public sealed class DiscordChoiceTests
{
    private static readonly Person Ann = DiscordHostRig.Ann;

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task Other_minutes_are_chosen_with_one_press()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.AgreeAsync();
        await rig.PressAsync("No to all");
        var rows = rig.SaidTo()[^1]["components"]!.AsArray();
        Assert.Equal(["15 minutes", "20 minutes", "30 minutes"], rows[0]!["components"]!.AsArray().Select(button => button!["label"]!.ToString()));
        Assert.Equal("Another number", rows[1]!["components"]![0]!["placeholder"]!.ToString());

        await rig.PressAsync("25 minutes");

        Assert.StartsWith("Today's plan", rig.Newest(), StringComparison.Ordinal);
        Assert.Equal(25, Assert.IsType<RecoveryBot.Coaching.Session.SessionState.Planned>((await rig.StateOfAsync())!.Session).Plan.Total);
        rig.AssertClean();
    }

    [Theory(Timeout = DiscordHostRig.PatienceMilliseconds)]
    [InlineData("Session minutes", "45 minutes", "Minutes for a session: 45 minutes")]
    [InlineData("Session minutes", "asked each time", "Minutes for a session: asked each time")]
    public async Task A_setting_is_chosen_with_one_press(string setting, string choice, string shown)
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.SettleInAsync();
        await rig.SayAsync("/settings");
        await rig.PressAsync(setting);

        await rig.PressAsync(choice);

        Assert.Contains(shown, rig.Newest(), StringComparison.Ordinal);
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task The_goal_of_the_hold_is_chosen_among_all_that_it_can_be()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.SettleInAsync();
        await rig.SayAsync("/settings");
        await rig.PressAsync("The hold");
        await rig.PressAsync("Goal for the hold");
        var list = rig.SaidTo()[^1]["components"]!.AsArray().Select(row => row!["components"]![0]!).Single(part => part["options"] is not null);
        Assert.Equal(Enumerable.Range(5, 11).Select(n => $"{n} minutes"), list["options"]!.AsArray().Select(option => option!["label"]!.ToString()));

        await rig.PressAsync("9 minutes");

        Assert.Contains("9", rig.Newest(), StringComparison.Ordinal);
        Assert.Contains((await rig.StateOfAsync())!.Events, happened => happened is RecoveryBot.Coaching.Dosing.DoseEvent.GoalSet { Minutes: 9 });
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task A_time_zone_is_chosen_by_what_the_clock_shows()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.SettleInAsync();
        await rig.SayAsync("/settings");
        await rig.PressAsync("Time zone");
        while (!rig.SaidTo()[^1]["components"]!.ToJsonString().Contains("options", StringComparison.Ordinal))
            await rig.PressAsync("Another place");
        var list = rig.SaidTo()[^1]["components"]!.AsArray().Select(row => row!["components"]![0]!).Single(part => part["options"] is not null);
        var labels = list["options"]!.AsArray().Select(option => option!["label"]!.ToString()).ToList();
        Assert.Equal(25, labels.Count);
        var clock = TimeZoneInfo.ConvertTime(rig.Time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo")).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains($"{clock} as in Tokyo", labels);

        await rig.PressAsync($"{clock} as in Tokyo");

        Assert.Equal("Asia/Tokyo", (await rig.StateOfAsync())!.Zone);
        rig.AssertClean();
    }

    [Theory(Timeout = DiscordHostRig.PatienceMilliseconds)]
    [InlineData("v1:zon-at.25:0-1")]
    [InlineData("v1:opt-n.99:0-1")]
    [InlineData("v1:opt-n.-5:0-1")]
    [InlineData("v1:opt-n.:0-1")]
    [InlineData("v1:opt-n.99999999999999999999:0-1")]
    [InlineData("v1:ses-min.25:0-1")]
    [InlineData("v1:opt-n.45:9-9999")]
    [InlineData("20")]
    [InlineData("")]
    public async Task A_forged_choice_changes_nothing(string value)
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.SettleInAsync();
        await rig.SayAsync("/settings");
        await rig.PressAsync("Session minutes");
        var (message, list, chosen) = rig.ButtonOf("45 minutes");
        var place = chosen!.Split(':')[^1];
        var forged = value.Replace("0-1", place, StringComparison.Ordinal);

        rig.Fake.People.Select(Ann, message, list, forged);
        await rig.TurnAsync();
        rig.Fake.People.Select(Ann, message, list, forged, chosen);
        await rig.TurnAsync();

        Assert.Null((await rig.StateOfAsync())!.Settings.SessionMinutes);
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task A_choice_of_a_question_that_is_over_is_over()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.SettleInAsync();
        await rig.SayAsync("/settings");
        await rig.PressAsync("Session minutes");
        var (message, list, chosen) = rig.ButtonOf("45 minutes");
        await rig.SayAsync("20");

        rig.Fake.People.Select(Ann, message, list, chosen!);
        await rig.TurnAsync();

        Assert.Equal(20, (await rig.StateOfAsync())!.Settings.SessionMinutes);
        rig.AssertClean();
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task A_summary_has_its_first_line_in_the_text_and_nothing_else_has_an_embed()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.AgreeAsync();
        await rig.ToHoldAsync();
        await rig.PressAsync("Come out now");
        while (!rig.SaidTo().Any(message => message["embeds"]!.AsArray().Count > 0))
        {
            var before = rig.SaidTo().Count;
            if (rig.SaidTo()[^1]["components"]!.AsArray().SelectMany(row => row!["components"]!.AsArray())
                .FirstOrDefault(button => button!["style"]?.GetValue<long>() is 1 or 2)?["label"]?.ToString() is { } next
                && !next.StartsWith("I'm in", StringComparison.Ordinal))
                await rig.PressAsync(next);
            await rig.WaitAsync(TimeSpan.FromMinutes(6));
            Assert.InRange(rig.SaidTo().Count, 1, 60);
        }

        var summary = Assert.Single(rig.SaidTo(), message => message["embeds"]!.AsArray().Count > 0);
        Assert.NotEmpty(DiscordHostRig.TextOf(summary));
        Assert.DoesNotContain('\n', DiscordHostRig.TextOf(summary));
        Assert.NotEmpty(summary["embeds"]![0]!["description"]!.ToString());
        rig.AssertClean();
    }
}
