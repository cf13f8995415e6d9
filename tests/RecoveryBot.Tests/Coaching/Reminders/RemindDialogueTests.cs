using RecoveryBot.Coaching.Reminders;
using RecoveryBot.Coaching.Session;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Coaching.Reminders;

/// <summary>/remind, /workout, and where the user lives.</summary>
public sealed class RemindDialogueTests
{
    [Theory]
    [InlineData("/remind 20:30", "Every day at 20:30", "today 20:30, in 8 hours 30 minutes")]
    [InlineData("/reminder 20:30", "Every day at 20:30", "today 20:30")]
    [InlineData("/set_reminder 20:30", "Every day at 20:30", "today 20:30")]
    [InlineData("/reminders at half past eight pm", "Every day at 20:30", "today 20:30")]
    [InlineData("/remind mon,wed,fri 18:45", "Monday, Wednesday, Friday at 18:45", "today 18:45, in 6 hours 45 minutes")]
    [InlineData("/remind tue 11:30", "Tuesday at 11:30", "tomorrow 11:30, in 23 hours 30 minutes")]
    [InlineData("/remind sat 11:30", "Saturday at 11:30", "Saturday 11:30, in 5 days")]
    [InlineData("/remind evening 22:30", "Evenings, before bed at 22:30", "today 21:30")]
    [InlineData("/remind workout mon wed 18:45", "After workouts (Monday, Wednesday, until 18:45)", "today 19:00")]
    [InlineData("/remind desk weekdays 9-17", "At the desk (Weekdays, 09:00 to 17:00)", "today 14:20")]
    [InlineData("remind me every evening at half past eight", "Every day at 20:30", "today 20:30")]
    [InlineData("please remind me on weekdays at 7pm", "Weekdays at 19:00", "today 19:00")]
    public void One_line_sets_it_and_it_is_told_back(string words, string what, string next)
    {
        var talk = ReminderRig.In("Europe/Berlin").Say(words);

        Assert.StartsWith($"Done. {what}.\nNext: {next}", talk.Last.Text, StringComparison.Ordinal);
        Assert.EndsWith(", your time.", talk.Last.Text, StringComparison.Ordinal);
        Assert.Single(talk.State.Reminders.Due);
    }

    [Theory]
    [InlineData("/remind 25:61", "I can't set a time from that")]
    [InlineData("/remind tomorrow-ish", "I can't set a time from that")]
    [InlineData("/remind tuesdy 20:30", "I don't know what \"tuesdy\" means here.")]
    [InlineData("/remind evening 99", "I can't set a time from that")]
    [InlineData("/remind 20:30 21:30", "I didn't quite get that.")]
    public void What_cannot_be_set_gets_one_clear_answer_with_an_example_and_changes_nothing(string words, string answer)
    {
        var talk = ReminderRig.In("Europe/Berlin").Say("/remind 20:00");
        var before = talk.State.Reminders;
        var said = talk.Said.Count;

        talk.Say(words);

        Assert.Equal(said + 1, talk.Said.Count);
        Assert.StartsWith(answer, talk.Last.Text, StringComparison.Ordinal);
        Assert.Contains("For example: /remind", talk.Last.Text, StringComparison.Ordinal);
        Assert.EndsWith("Nothing has changed.", talk.Last.Text, StringComparison.Ordinal);
        Assert.Equal(before, talk.State.Reminders);
    }

    [Fact]
    public void A_bedtime_inside_the_desk_hours_is_a_slip()
    {
        var talk = ReminderRig.In("Europe/Berlin").Say("/remind desk weekdays 9-17").Say("/remind evening 16:00");
        Assert.StartsWith("That bedtime lies inside your desk hours.", talk.Last.Text, StringComparison.Ordinal);

        talk.Say("/remind evening 22:30").Say("/remind desk weekdays 20:00-23:00");
        Assert.StartsWith("Those desk hours are empty, or your bedtime lies in them.", talk.Last.Text, StringComparison.Ordinal);
        Assert.Equal(2, talk.State.Reminders.All.Count);
    }

    [Fact]
    public void By_taps_it_asks_one_thing_after_the_other()
    {
        var talk = ReminderRig.In("Europe/Berlin").Say("/remind");
        Assert.Equal(["Evenings, before bed", "After workouts", "At a fixed time", "Desk days", "Leave it so"], talk.Last.Buttons.Select(b => b.Label));

        talk.Press("After workouts").Say("mon and thu");
        Assert.StartsWith("And when does the workout end?", talk.Last.Text, StringComparison.Ordinal);
        talk.Say("at seven");
        Assert.Equal(["At 07:00", "At 19:00"], talk.Last.Buttons.Select(b => b.Label));
        talk.Press("At 19:00");
        Assert.Contains("Monday, Thursday, until 19:00", talk.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_tells_each_next_time_and_changes_pauses_and_deletes()
    {
        var talk = ReminderRig.In("Europe/Berlin").Say("/remind 20:30").Say("/remind evening 22:30").Say("/remind");
        Assert.Equal("""
            Your reminders, by the clock of Europe/Berlin:
            Evenings, before bed at 22:30: today 21:30, in 9 hours 30 minutes
            Every day at 20:30: today 20:30, in 8 hours 30 minutes
            """.ReplaceLineEndings("\n"), talk.Last.Text);

        talk.Press("Fixed time: change or pause").Press("Pause").Say("until friday");
        Assert.StartsWith("Paused. I write again from Fri 9 Jan 2026 on.", talk.Last.Text, StringComparison.Ordinal);
        talk.Say("/remind");
        Assert.Contains("Every day at 20:30: paused until Fri 9 Jan 2026", talk.Last.Text, StringComparison.Ordinal);
        talk.Press("Evenings: change or pause").Press("Delete");
        Assert.Equal("20:30", talk.UntilNudge().TimeNow());
        Assert.Equal(9, talk.Local([talk.Now]).Single().Day);

        talk.Say("/remind").Press("Fixed time: change or pause").Press("Change").Say("19:15");
        Assert.Contains("Every day at 19:15", talk.Last.Text, StringComparison.Ordinal);
        talk.Say("/remind off");
        Assert.Empty(talk.State.Reminders.Due);
    }

    [Fact]
    public void A_pause_with_no_date_changes_nothing()
    {
        var talk = ReminderRig.In("Europe/Berlin").Say("/remind 20:30").Say("/remind").Press("Fixed time: change or pause").Press("Pause").Say("3/4");

        Assert.Contains("For example 12 March", talk.Last.Text, StringComparison.Ordinal);
        Assert.Null(talk.State.Reminders.All[0].PausedUntil);
    }

    [Fact]
    public void In_a_session_it_waits_until_after()
    {
        var talk = new TestConversation().ToHold().Say("/remind 20:30");

        Assert.StartsWith("After the session.", talk.Last.Text, StringComparison.Ordinal);
        Assert.Empty(talk.State.Reminders.All);
    }

    [Fact]
    public void Changing_the_time_on_a_day_that_had_its_nudge_gives_no_second_one()
    {
        var talk = ReminderRig.In("Europe/Berlin").Say("/remind 20:30").UntilNudge().Say("/remind 21:00");
        Assert.Contains("tomorrow 21:00", talk.Last.Text, StringComparison.Ordinal);

        Assert.Single(talk.Wait(TimeSpan.FromHours(12)).Nudges);
    }

    [Fact]
    public void The_summary_asks_once_about_a_reminder_and_a_no_is_a_no()
    {
        var talk = new TestConversation().ToSideRest().Home(5);
        Assert.EndsWith("Shall I remind you tomorrow?", talk.Last.Text, StringComparison.Ordinal);
        Assert.Equal(["Evenings, before bed", "After workouts", "No, thanks"], talk.Last.Buttons.Select(b => b.Label));

        talk.Press("No, thanks");
        Assert.Null(talk.State.Dialogue);
        Assert.True(talk.State.Reminders.OfferDeclined);
    }

    [Fact]
    public void An_offer_that_is_taken_asks_the_bedtime()
    {
        var talk = new TestConversation().ToSideRest().Home(5).Press("Evenings, before bed").Say("half past ten");

        Assert.Contains("before bed at 22:30", talk.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "SAFE-12")]
    [Trait("Rule", "TIME-1")]
    public void After_a_workout_now_is_refused_kindly_for_five_minutes()
    {
        var talk = ReminderRig.In("Europe/Berlin").Say("/workout").Minutes(2).Press("Now");
        Assert.Equal("Not quite yet: walk or stand about until your breath is calm, five minutes at least. \"Now\" works in 3 minutes.", talk.Last.Text);
        Assert.Null(talk.State.Session);

        talk.Minutes(3).Press("Now");
        Assert.IsType<SessionState.Precheck>(talk.State.Session);
    }

    [Fact]
    [Trait("Rule", "SAFE-12")]
    public void Telling_it_again_does_not_begin_the_five_minutes_anew()
    {
        var talk = ReminderRig.In("Europe/Berlin").Say("/workout").Minutes(4).Say("/workout").Minutes(1).Press("Now");

        Assert.IsType<SessionState.Precheck>(talk.State.Session);
    }

    [Theory]
    [InlineData("In 15 minutes", "12:15")]
    [InlineData("In an hour", "13:00")]
    public void A_workout_has_one_nudge_and_the_workout_days_none_on_that_day(string when, string at)
    {
        var talk = ReminderRig.In("Europe/Berlin").Say("/remind workout every day 13:30").Say("/workout").Press(when);
        Assert.StartsWith($"All right, at {at}, in ", talk.Last.Text, StringComparison.Ordinal);

        talk.Wait(TimeSpan.FromHours(18));

        Assert.Equal([at], talk.Local(talk.Nudges.Select(n => n.At)).Select(local => local.ToString("HH:mm", null)));
        Assert.Equal("13:45", talk.UntilNudge().TimeNow());
    }

    [Fact]
    public void A_workouts_own_nudge_does_not_count_as_the_one_of_the_day()
    {
        var talk = ReminderRig.In("Europe/Berlin").Say("/remind 20:30").Say("/workout").Press("In 15 minutes").Wait(TimeSpan.FromHours(12));

        Assert.Equal(["12:15", "20:30"], talk.Local(talk.Nudges.Select(n => n.At)).Select(local => local.ToString("HH:mm", null)));
    }

    [Fact]
    public void Without_a_zone_a_workout_can_be_told_all_the_same()
    {
        var talk = ReminderRig.At(null, "2026-01-05T12:00").Say("/workout").Press("In 15 minutes");

        Assert.Equal("All right, in 15 minutes.", talk.Last.Text);
        Assert.Single(talk.Minutes(15).Nudges);
    }

    [Fact]
    public void The_zone_is_asked_when_it_is_first_needed_and_what_was_asked_for_goes_on()
    {
        var talk = ReminderRig.At(null, "2026-01-06T13:35").Say("/remind 20:30");
        Assert.StartsWith("Which city are you in or near?", talk.Last.Text, StringComparison.Ordinal);

        talk.Say("Sydney");
        Assert.Equal("Sydney, New South Wales: it's 00:35 there now, Wednesday. Your time zone is Australia/Sydney.", talk.Said[^2].Text);
        Assert.Contains("today 20:30, in 19 hours 55 minutes, your time", talk.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_guessed_from_the_language_and_confirmed_with_the_clock_and_the_day()
    {
        var talk = ReminderRig.At(null, "2026-01-06T13:35");
        talk.State = talk.State with { AppLanguage = "de" };
        talk.Say("/remind 20:30");
        Assert.Equal("Is it 14:35 for you, Tuesday? That is the time in Berlin.", talk.Last.Text);

        talk.Say("yes");
        Assert.Equal("Europe/Berlin", talk.State.Zone);
        Assert.Contains("today 20:30, in 5 hours 55 minutes, your time", talk.Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CST", "Shanghai", "Asia/Shanghai")]
    [InlineData("Portland", "Portland, Maine", "America/New_York")]
    [InlineData("2:35 pm", "Lagos", "Africa/Lagos")]
    public void What_can_be_several_is_asked_and_never_guessed(string words, string choice, string zone)
    {
        var talk = ReminderRig.At(null, "2026-01-06T13:35").Say("/remind 20:30").Say(words);
        Assert.Null(talk.State.Zone);

        talk.Press(choice);
        Assert.Equal(zone, talk.State.Zone);
        Assert.NotEmpty(talk.State.Reminders.Due);
    }

    [Fact]
    public void A_place_that_is_none_gets_an_example_and_the_question_stays()
    {
        var talk = ReminderRig.At(null, "2026-01-06T13:35").Say("/remind 20:30").Say("Lilliput");
        Assert.Contains("such as Berlin or Chicago", talk.Last.Text, StringComparison.Ordinal);
        Assert.Null(talk.State.Zone);

        Assert.NotEmpty(talk.Say("Paris, France").State.Reminders.Due);
    }

    [Fact]
    public void In_the_settings_a_move_says_what_becomes_of_the_next_nudge()
    {
        var talk = ReminderRig.In("Europe/Berlin").Say("/remind 20:30").Say("/settings").Press("Time zone").Say("new york");

        var echo = talk.Said[^2].Text;
        Assert.StartsWith("New York City, New York: it's 06:00 there now, Monday.", echo, StringComparison.Ordinal);
        Assert.EndsWith("Your next reminder: today 20:30, in 14 hours 30 minutes.", echo, StringComparison.Ordinal);
        Assert.Contains("Time zone: America/New_York", talk.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Three_nights_in_a_row_ask_once_whether_somebody_has_moved()
    {
        var talk = ReminderRig.At("Europe/Berlin", "2026-01-05T20:00").Say("/remind 20:30").Say("/stop").Say("/remind on").Say("/cancel");
        for (var night = 0; night < 3; night++)
            talk.Wait(Until(talk, "03:10")).Say("/why");
        Assert.Equal("It's 03:10 in Berlin by my reckoning, the third night in a row. Have you moved?", talk.Last.Text);

        talk.Press("I've moved").Say("Chicago");
        Assert.Equal("America/Chicago", talk.State.Zone);
        Assert.Contains("Your next reminder: tomorrow 20:30", talk.Said[^2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_has_not_moved_is_not_asked_again()
    {
        var talk = ReminderRig.At("Europe/Berlin", "2026-01-05T20:00").Say("/remind 20:30");
        for (var night = 0; night < 3; night++)
            talk.Wait(Until(talk, "03:10")).Say("/why");
        talk.Press("No, that's right");
        for (var night = 0; night < 9; night++)
            talk.Wait(Until(talk, "03:10")).Say("/why");

        Assert.Single(talk.Said, message => message.Text.Contains("Have you moved?", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("21 to 8", "21:00 to 08:00")]
    [InlineData("none", "none")]
    [InlineData("23:30 - 6:30", "23:30 to 06:30")]
    public void Quiet_hours_are_a_setting(string words, string shown)
    {
        var talk = ReminderRig.In("Europe/Berlin").Say("/settings").Press("Quiet hours").Say(words);

        Assert.Contains("Quiet hours: " + shown, talk.Last.Text, StringComparison.Ordinal);
        Assert.Contains("I need two times", talk.Press("Quiet hours").Say("always").Last.Text, StringComparison.Ordinal);
    }

    private static TimeSpan Until(TestConversation talk, string time)
    {
        var zone = NodaTime.DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var next = LocalClock.Local(talk.Now, zone).Date.PlusDays(LocalClock.TimeOf(talk.Now, zone) < TimeOnly.Parse(time, null) ? 0 : 1);
        return LocalClock.InstantOf(next + NodaTime.LocalTime.FromTimeOnly(TimeOnly.Parse(time, null)), zone)!.Value - talk.Now;
    }
}
