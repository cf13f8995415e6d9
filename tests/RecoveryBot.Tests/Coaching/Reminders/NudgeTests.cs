using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Reminders;
using RecoveryBot.Coaching.Safety;
using RecoveryBot.Coaching.Session;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Coaching.Reminders;

/// <summary>What comes of a reminder that is due (design 3.5).</summary>
public sealed class NudgeTests
{
    [Fact]
    [Trait("Rule", "TIME-2")]
    public void An_evening_reminder_comes_once_an_hour_before_bed()
    {
        var talk = ReminderRig.In("Europe/Berlin").Say("/remind evening").Say("22:30");
        Assert.Contains("today 21:30, in 9 hours 30 minutes, your time", talk.Last.Text, StringComparison.Ordinal);

        talk.Wait(TimeSpan.FromDays(2));

        Assert.Equal(["21:30", "21:30"], talk.Local(talk.Nudges.Select(n => n.At)).Select(at => at.ToString("HH:mm", null)));
        Assert.All(talk.Nudges, n => Assert.Equal(["Start now", "Not today"], n.Message.Buttons.Select(b => b.Label)));
    }

    [Fact]
    public void Start_now_goes_to_the_pre_check_at_once()
    {
        var talk = ReminderRig.In("Europe/Berlin").Say("/remind 20:30").UntilNudge().Press("Start now");

        Assert.IsType<SessionState.Precheck>(talk.State.Session);
        Assert.Contains("Before", talk.Last.Text + "Before", StringComparison.Ordinal);
    }

    [Fact]
    public void In_20_min_names_its_time_moves_the_same_nudge_and_works_twice_while_it_fits()
    {
        var talk = ReminderRig.In("Europe/Berlin").Say("/remind 20:30").UntilNudge();
        Assert.Equal(["Start now", "In 20 min, 20:50", "Not today"], talk.Last.Buttons.Select(b => b.Label));

        talk.Press("In 20 min, 20:50").UntilNudge();
        Assert.Equal("20:50", talk.TimeNow());
        talk.Press("In 20 min, 21:10").UntilNudge();
        Assert.Equal("21:10", talk.TimeNow());

        talk.Wait(TimeSpan.FromHours(12));
        Assert.Equal(3, talk.Nudges.Count);
        Assert.Equal("20:30", talk.UntilNudge().TimeNow());
    }

    [Fact]
    public void A_snooze_is_offered_only_up_to_the_latest_start_and_never_becomes_tomorrow()
    {
        var talk = ReminderRig.In("Europe/Berlin").Say("/remind 20:30").UntilNudge();
        for (var times = 0; times < 4; times++)
            talk.Press(talk.Asking.Buttons.Single(b => b.Label.StartsWith("In 20 min", StringComparison.Ordinal)).Label).UntilNudge();

        Assert.Equal("21:50", talk.TimeNow());
        // 22:10 would be in the quiet hours.
        Assert.DoesNotContain(talk.Last.Buttons, b => b.Label.StartsWith("In 20 min", StringComparison.Ordinal));
    }

    [Fact]
    public void Typed_words_do_what_the_buttons_do()
    {
        var talk = ReminderRig.In("Europe/Berlin").Say("/remind 20:30").UntilNudge().Say("in 20 min");
        Assert.Equal("All right, I'll be back at 20:50.", talk.Last.Text);
        talk.UntilNudge().Say("not today");
        Assert.StartsWith("All right, not today. Next: tomorrow 20:30", talk.Last.Text, StringComparison.Ordinal);
        talk.UntilNudge().Say("Start now");
        Assert.IsType<SessionState.Precheck>(talk.State.Session);
    }

    [Theory]
    [InlineData("Not today")]
    [InlineData("In 20 min, 20:50")]
    public void An_answer_to_yesterday_s_nudge_is_too_late_and_told_so(string answer)
    {
        var talk = ReminderRig.In("Europe/Berlin").Say("/remind 20:30").UntilNudge();
        var button = talk.Last.Buttons.Single(b => b.Label == answer);

        talk.Minutes(10 * 60).Press(button);

        Assert.StartsWith("That one was for an earlier day. Next: today 20:30", talk.Last.Text, StringComparison.Ordinal);
        Assert.Single(talk.State.Reminders.All, reminder => reminder.Newest is { Answered: true });
    }

    [Fact]
    [Trait("Rule", "TIME-4")]
    public void Evening_workout_and_fixed_time_share_one_nudge_a_day()
    {
        var talk = ReminderRig.In("Europe/Berlin").Say("/remind evening 22:30").Say("/remind 21:30").Say("/remind workout every day 18:00");

        talk.Wait(TimeSpan.FromDays(3));

        Assert.Equal(["18:15", "18:15", "18:15"], talk.Local(talk.Nudges.Select(n => n.At)).Select(at => at.ToString("HH:mm", null)));
    }

    [Fact]
    public void Two_kinds_in_the_same_minute_are_one_nudge()
    {
        var talk = ReminderRig.In("Europe/Berlin").Say("/remind evening 22:30").Say("/remind 21:30").Say("/remind desk every day 20:30-22:30").Press("Yes, all the same");

        talk.Wait(TimeSpan.FromHours(12));

        Assert.Single(talk.Nudges);
    }

    [Fact]
    [Trait("Rule", "TIME-4")]
    public void Not_today_silences_the_others_of_that_day_too()
    {
        var talk = ReminderRig.In("Europe/Berlin").Say("/remind workout every day 18:00").Say("/remind 20:30").UntilNudge().Press("Not today");

        talk.Wait(TimeSpan.FromHours(12));

        Assert.Single(talk.Nudges);
        Assert.Equal("18:15", talk.UntilNudge().TimeNow());
    }

    [Fact]
    public void After_a_session_there_is_none_that_day()
    {
        var talk = ReminderRig.In("Europe/Berlin").Say("/remind 20:30");
        talk.State = talk.State with { Events = [new DoseEvent.Reported(talk.Now, new DateOnly(2026, 1, 5), 1, talk.Now, new SessionReport { Day = new DateOnly(2026, 1, 5), VRan = true, Held = 5 })] };

        talk.Wait(TimeSpan.FromHours(20));
        Assert.Empty(talk.Nudges);
        Assert.Equal("20:30", talk.UntilNudge().TimeNow());
    }

    [Fact]
    [Trait("Rule", "QV-15")]
    [Trait("Rule", "TIME-11")]
    public void While_a_screening_is_open_there_is_none_and_it_is_not_made_up_later()
    {
        var talk = ReminderRig.In("Europe/Berlin").Say("/remind 20:30");
        talk.State = talk.State with { Dialogue = new Dialogue.Screening(Afterwards.Nothing, 2) { Begun = new DateOnly(2026, 3, 2) } };
        talk.Wait(TimeSpan.FromHours(9));
        talk.State = talk.State with { Dialogue = null };
        talk.Wait(TimeSpan.FromHours(12));

        Assert.Empty(talk.Nudges);
    }

    [Theory]
    [InlineData("session")]
    [InlineData("check")]
    [InlineData("settling")]
    [Trait("Rule", "TIME-11")]
    public void In_a_session_or_a_safety_check_there_is_none(string open)
    {
        var talk = ReminderRig.At("Europe/Berlin", "2026-01-05T20:29").Say("/remind 20:30");
        if (open == "session")
            talk.Say("/start_session");
        else
            talk.Say(open == "check" ? "my chest hurts a bit maybe" : "my feet are tingling");

        talk.Minutes(2);

        Assert.Empty(talk.Nudges);
    }

    [Fact]
    [Trait("Rule", "TIME-11")]
    public void While_paused_it_says_once_what_is_allowed_instead_and_then_nothing()
    {
        var talk = ReminderRig.In("Europe/Berlin").Paused().Say("/remind 20:30").Wait(TimeSpan.FromDays(10));

        var said = Assert.Single(talk.Nudges);
        Assert.Contains("A seated rest is fine", said.Message.Text, StringComparison.Ordinal);
        Assert.Equal(["Seated rest"], said.Message.Buttons.Select(b => b.Label));
    }

    [Fact]
    [Trait("Rule", "TIME-11")]
    [Trait("Rule", "DOSE-22")]
    public void Before_the_rest_is_over_there_is_no_nudge_and_after_it_there_is()
    {
        var talk = ReminderRig.In("Europe/Berlin").Say("/remind 20:30");
        talk.State = talk.State with { DoseBase = talk.State.DoseBase with { RestUntil = new DateOnly(2026, 1, 8) } };

        talk.Wait(TimeSpan.FromDays(4));

        Assert.StartsWith("No legs-up for now.", talk.Nudges[0].Message.Text, StringComparison.Ordinal);
        Assert.Equal([5, 8], talk.Local(talk.Nudges.Select(n => n.At)).Select(at => at.Day));
        Assert.Contains(talk.Nudges[1].Message.Buttons, b => b.Label == "Start now");
    }

    [Theory]
    [InlineData("SCR-11", 1)]
    [InlineData("SCR-2a", 0)]
    [InlineData("SCR-1", 0)]
    [InlineData("SCR-18", 0)]
    [Trait("Rule", "SAFE-7")]
    [Trait("Rule", "TIME-11")]
    public void Whoever_is_blocked_hears_once_of_a_rest_and_not_when_a_doctor_comes_first(string question, int said)
    {
        var talk = ReminderRig.In("Europe/Berlin").Say("/remind 20:30");
        var day = new DateOnly(2026, 1, 5);
        talk.State = talk.State with { Screening = talk.State.Screening with { Answers = [new GivenAnswer(question, true, day)] } };

        talk.Wait(TimeSpan.FromDays(5));

        Assert.Equal(said, talk.Nudges.Count);
        Assert.All(talk.Nudges, nudge => Assert.DoesNotContain(nudge.Message.Buttons, button => button.Label == "Start now"));
    }

    [Fact]
    [Trait("Rule", "TIME-11")]
    public void After_a_red_flag_there_is_not_even_that()
    {
        var talk = ReminderRig.In("Europe/Berlin").Say("/remind 20:30");
        talk.State = talk.State with { DoseBase = talk.State.DoseBase with { RedFlagged = true } };

        Assert.Empty(talk.Wait(TimeSpan.FromDays(5)).Nudges);
    }

    [Theory]
    [InlineData(90, 1)]
    [InlineData(119, 1)]
    [InlineData(121, 0)]
    [InlineData((60 * 24 * 6) + 180, 0)]
    public void A_nudge_that_was_missed_comes_only_while_it_is_useful(int minutesDown, int nudges)
    {
        var talk = ReminderRig.At("Europe/Berlin", "2026-01-05T18:00").Say("/remind 18:30").Minutes(29).BeDown(TimeSpan.FromMinutes(minutesDown + 1));

        Assert.Equal(nudges, talk.Nudges.Count);
        Assert.True(talk.State.Reminders.Due.Single().Due > talk.Now);
    }

    [Theory]
    [InlineData(6, 1)]
    [InlineData(9, 0)]
    [Trait("Rule", "TIME-2")]
    public void A_missed_evening_nudge_comes_only_before_the_latest_start(int minutesLate, int nudges)
    {
        var talk = ReminderRig.At("Europe/Berlin", "2026-01-05T21:00").Say("/remind evening 22:30");
        talk.BeDown(TimeSpan.FromMinutes(30 + minutesLate));

        Assert.Equal(nudges, talk.Nudges.Count);
    }

    [Fact]
    public void After_downtime_there_is_one_message_at_most()
    {
        var talk = ReminderRig.At("Europe/Berlin", "2026-01-05T08:00").Say("/remind evening 22:30").Say("/remind workout every day 18:00")
            .Say("/remind 19:00").Say("/remind desk every day 9-19");

        talk.BeDown(TimeSpan.FromHours(11.2));
        Assert.Single(talk.Nudges);
        talk.BeDown(TimeSpan.FromDays(3));
        Assert.True(talk.Nudges.Count <= 2);
    }

    [Fact]
    public void Stop_outside_a_session_switches_all_off_and_says_how_to_switch_them_on()
    {
        var talk = ReminderRig.In("Europe/Berlin").Say("/remind 20:30").Say("/remind desk weekdays 9-17").Say("/stop");
        Assert.Contains("/remind on", talk.Last.Text, StringComparison.Ordinal);
        Assert.Empty(talk.State.Reminders.Due);
        Assert.Empty(talk.Wait(TimeSpan.FromDays(9)).Nudges);

        talk.Say("/remind on");
        Assert.NotEmpty(talk.Wait(TimeSpan.FromDays(2)).Nudges);
    }

    [Theory]
    [InlineData("/cancel")]
    [InlineData("never mind")]
    public void Other_words_leave_them_on(string words)
    {
        var talk = ReminderRig.In("Europe/Berlin").Say("/remind 20:30").Say(words);

        Assert.NotEmpty(talk.State.Reminders.Due);
    }

    [Fact]
    [Trait("Rule", "QV-6")]
    public void Stop_in_a_dialogue_or_before_the_first_pose_leaves_them_on()
    {
        var talk = ReminderRig.In("Europe/Berlin").Say("/remind 20:30").Say("/start_session").Say("/stop").Say("/settings").Say("/stop");

        Assert.NotEmpty(talk.State.Reminders.Due);
    }

    [Theory]
    [InlineData("/remind 23:00")]
    [InlineData("/remind workout mon 21:55")]
    [InlineData("/remind desk weekdays 6:30-10")]
    public void In_the_quiet_hours_it_is_asked_first(string words)
    {
        var talk = ReminderRig.In("Europe/Berlin").Say(words);
        Assert.Contains("quiet hours, 22:00 to 07:00", talk.Last.Text, StringComparison.Ordinal);
        Assert.Empty(talk.State.Reminders.Due);

        talk.Press("Yes, all the same");
        Assert.Single(talk.Wait(TimeSpan.FromDays(7)).Nudges.Take(1));
    }

    [Fact]
    public void Quiet_hours_set_later_are_kept_and_the_evening_is_exempt()
    {
        var talk = ReminderRig.In("Europe/Berlin").Say("/remind 20:30").Say("/remind evening 23:45");
        Assert.Contains("inside your quiet hours", talk.Last.Text, StringComparison.Ordinal);
        talk.State = talk.State with { Settings = talk.State.Settings with { Quiet = new QuietHours(new TimeOnly(20, 0), new TimeOnly(7, 0)) } };

        Assert.Equal("22:45", talk.UntilNudge().TimeNow());
    }

    [Fact]
    [Trait("Rule", "TIME-2")]
    public void Start_now_late_in_the_evening_offers_what_still_ends_in_time()
    {
        var talk = ReminderRig.At("Europe/Berlin", "2026-01-05T21:00").Say("/remind evening 22:30").UntilNudge();
        talk.Minutes(20).Press("Start now").Press("No to all").Press("20 minutes");

        // BV-3: at 21:50 nine minutes, four of them with the legs up.
        var plan = Assert.IsType<SessionState.Planned>(talk.State.Session).Plan;
        Assert.Equal((9, 4), (plan.Total, plan.V));
    }

    [Fact]
    [Trait("Rule", "TIME-2")]
    [Trait("Rule", "POSE-C8")]
    public void Too_late_for_legs_up_there_is_the_corpse_pose_alone_and_it_ends_silently()
    {
        var talk = ReminderRig.At("Europe/Berlin", "2026-01-05T21:00").Say("/remind evening 22:30").UntilNudge().Minutes(25).Press("Start now");

        Assert.True(Assert.IsType<SessionState.Resting>(talk.State.Session).LyingDown);
        talk.Minutes(5);
        Assert.Equal("That was it. Stay as you are, or go to bed slowly.", talk.Last.Text);
        Assert.False(talk.Last.Sound);
    }

    [Fact]
    [Trait("Rule", "TIME-7")]
    public void A_desk_nudge_offers_a_walk_and_no_leg_up_pose()
    {
        var talk = ReminderRig.At("Europe/Berlin", "2026-01-05T08:00").Say("/remind desk weekdays 9-17").UntilNudge();
        Assert.Equal(["Walk now", "Not today"], talk.Last.Buttons.Select(b => b.Label));
        Assert.Contains("heel raises or ankle pumps", talk.Last.Text, StringComparison.Ordinal);

        talk.Press("Walk now");
        Assert.Null(talk.State.Session);
        talk.UntilNudge().Press("Not today");
        Assert.Equal("11:40", talk.UntilNudge().TimeNow());
        Assert.Equal(6, LocalClock.Local(talk.Now, NodaTime.DateTimeZoneProviders.Tzdb["Europe/Berlin"]).Day);
    }

    [Fact]
    public void Guests_have_none()
    {
        var talk = new TestConversation().Say("/start").Press("Use without saving").Say("/remind 20:30");

        Assert.Contains("use me without saving", talk.Texts, StringComparison.Ordinal);
        Assert.Empty(talk.State.Reminders.All);
    }

    [Fact]
    public void Early_or_twice_is_harmless_and_what_old_rules_arranged_is_put_right()
    {
        var talk = ReminderRig.In("Europe/Berlin").Say("/remind 20:30");
        var right = talk.State.Reminders.Due.Single().Due;
        // As if the zone had been an hour off when it was arranged, either way.
        foreach (var wrong in new[] { right.AddHours(1), right.AddHours(-1) })
        {
            talk.State = talk.State with { Reminders = talk.State.Reminders.With(talk.State.Reminders.All[0] with { DueAt = wrong }) };
            talk.Hear(new CoachInput.ReminderDue(ReminderKind.Fixed));
            Assert.Empty(talk.Nudges);
            Assert.Equal(right, talk.State.Reminders.Due.Single().Due);
        }

        talk.Minutes(60 * 9).Hear(new CoachInput.ReminderDue(ReminderKind.Fixed)).Hear(new CoachInput.ReminderDue(ReminderKind.Evening));
        Assert.Single(talk.Nudges);
    }

    [Fact]
    public void No_nudge_is_longer_than_160_characters()
    {
        var talk = ReminderRig.In("Europe/Berlin").Say("/remind evening 22:30").Say("/remind desk weekdays 9-17").Wait(TimeSpan.FromDays(60));
        talk.Say("/remind workout mon, tue, wed, thu, fri 18:45").Wait(TimeSpan.FromDays(60));
        talk.Paused().Say("/remind 20:30").Wait(TimeSpan.FromDays(9));

        Assert.All(talk.Nudges, n => Assert.InRange(n.Message.Text.Length, 1, 160));
        Assert.True(talk.Nudges.Select(n => n.Message.Text).Distinct().Count() >= 6);
    }
}
