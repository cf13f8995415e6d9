using System.Text.RegularExpressions;
using System.Xml.Linq;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Measuring;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Coaching.Measuring;

[Trait("Rule", "TIME-5")]
public sealed class BlockTests
{
    private static readonly DateOnly Day29 = FourWeeks.First.AddDays(28);

    [Theory]
    [InlineData("hello")]
    [InlineData("/start")]
    [InlineData("/start_session")]
    public void Whoever_comes_back_after_day_28_is_told_once_and_asked_how_to_go_on(string words)
    {
        var talk = AfterFourWeeks(Day29).Say(words);

        Assert.Equal(["Go on", "Stay", "Stop here"], talk.Last.Buttons.Select(button => button.Label));
        Assert.Single(talk.Said, said => said.Text.StartsWith("Four weeks are full: Mon 2 Mar to Sun 29 Mar.", StringComparison.Ordinal) && said.Chart is not null);
        var page = Assert.Single(talk.Said, said => said.File is not null);
        Assert.Equal("recoverybot-four-weeks-2026-03-29.html", page.File!.Name);
        Assert.Equal(DeliveryClass.File, page.Class);

        talk.Say("/cancel").Said.Clear();
        talk.Say("hello");
        Assert.DoesNotContain(talk.Said, said => said.File is not null);
    }

    [Fact]
    public void The_last_session_is_followed_by_the_end_after_its_own_summary()
    {
        var talk = AfterFourWeeks(FourWeeks.Last, events: DaysBefore(FourWeeks.Last));

        Home(talk);

        var texts = talk.Said.Select(said => said.Text).ToList();
        var summary = texts.FindIndex(text => text.StartsWith("Nicely done", StringComparison.Ordinal));
        var end = texts.FindIndex(text => text.StartsWith("Four weeks are full", StringComparison.Ordinal));
        Assert.True(summary >= 0 && summary < end, talk.Texts);
        Assert.StartsWith("What next?", talk.Last.Text);
    }

    [Fact]
    public void Before_the_last_day_nothing_comes_by_itself()
    {
        var talk = AfterFourWeeks(FourWeeks.Last.AddDays(-1), events: DaysBefore(FourWeeks.Last.AddDays(-1)));

        Home(talk);

        Assert.DoesNotContain(talk.Said, said => said.Text.StartsWith("Four weeks are full", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("my feet are tingling")]
    [InlineData("my chest hurts")]
    [InlineData("/why")]
    public void A_symptom_and_other_wishes_are_answered_alone(string words)
    {
        var talk = AfterFourWeeks(Day29).Say(words);

        Assert.DoesNotContain(talk.Said, said => said.File is not null);
    }

    [Theory]
    [InlineData("Go on", 15)]
    [InlineData("Stay", 6)]
    public void Going_on_and_staying_ask_the_health_questions_again_before_the_next_session(string choice, int goal)
    {
        var talk = AfterFourWeeks(Day29).Say("/start_session 20").Press(choice);

        Assert.StartsWith("We ", talk.Said[^2].Text);
        Assert.Contains("1 of 8", talk.Last.Text);
        Assert.Equal(goal, talk.Dose.Goal);
        Assert.Null(talk.State.Measures.BlockFrom);
    }

    [Theory]
    [InlineData("Stop here")]
    [InlineData("stop")]
    [InlineData("no")]
    public void Stopping_begins_nothing_and_keeps_the_record(string choice)
    {
        var talk = AfterFourWeeks(Day29).Say("/start_session").Say(choice);

        Assert.Equal(
            "Then we stop here, and I don't remind you. Your record stays as it is: /export gives it to you, /delete erases it. If you want to begin again one day: /start_session, and /remind on.",
            talk.Last.Text);
        Assert.Null(talk.State.Session);
        Assert.Null(talk.State.Dialogue);
        Assert.Contains("22 sessions", talk.Say("/progress").Last.Text);
    }

    [Fact]
    public void Whoever_was_told_and_begins_a_session_goes_on()
    {
        var talk = AfterFourWeeks(Day29).Say("/start_session").Say("/start_session");

        Assert.Contains("1 of 8", talk.Last.Text);
        Assert.Null(talk.State.Measures.BlockFrom);
    }

    [Fact]
    public void Health_questions_answered_in_the_last_week_are_not_asked_again()
    {
        var talk = AfterFourWeeks(Day29);
        talk.State = talk.State with { Screening = talk.State.Screening with { AskedOn = Day29.AddDays(-6) } };

        talk.Say("/start_session").Press("Go on");

        Assert.Equal("No to all", talk.Last.Buttons[0].Label);
    }

    [Fact]
    public void On_a_pause_there_is_nothing_to_choose()
    {
        var talk = AfterFourWeeks(Day29, events: [.. FourWeeks.Events, new DoseEvent.RedFlag(At(FourWeeks.Last), FourWeeks.Last)]).Say("hello");

        Assert.Contains("Holds are on pause until a clinician has said yes. After tingling on Tue 10 Mar the hold went from ", talk.Texts);
        Assert.NotNull(talk.Last.File);
        Assert.Null(talk.State.Dialogue);
    }

    [Fact]
    public void In_a_pose_the_summary_waits()
    {
        var talk = new TestConversation().ToHold().Say("summary");

        Assert.StartsWith("After the session.", talk.Last.Text);
        Assert.Null(talk.Last.File);
    }

    [Fact]
    public void The_summary_so_far_can_be_asked_for_from_progress()
    {
        var talk = AfterFourWeeks(FourWeeks.First.AddDays(12)).Say("/progress").Press("Summary so far");

        Assert.Contains("Your four weeks so far: since Mon 2 Mar, day 13 of 28.", talk.Texts);
        Assert.NotNull(talk.Last.File);
        Assert.Empty(talk.Last.Buttons);
    }

    [Fact]
    public void West_over_the_date_line_the_first_day_stays_the_first()
    {
        var talk = AfterFourWeeks(FourWeeks.First);
        talk.State = talk.State with { Zone = "Pacific/Apia" };
        talk.Now = new DateTimeOffset(FourWeeks.First, new TimeOnly(5, 0), TimeSpan.Zero);
        talk.Say("/settings Honolulu").Say("/cancel").Say("summary");

        Assert.Contains("Your four weeks so far: since Mon 2 Mar, day 1 of 28.\n1 session on 1 day,", talk.Texts);
    }

    [Fact]
    public void Guests_have_no_four_weeks()
    {
        var talk = AfterFourWeeks(Day29);
        talk.State = talk.State with { Consent = talk.State.Consent! with { Guest = true } };

        Assert.DoesNotContain(talk.Say("hello").Said, said => said.File is not null);
    }

    [Fact]
    public void The_page_is_one_document_with_nothing_from_elsewhere()
    {
        var page = PageOf(AfterFourWeeks(Day29));

        var html = XDocument.Parse(page);
        Assert.Equal("html", html.Root!.Name.LocalName);
        Assert.DoesNotContain("src=", page);
        Assert.DoesNotContain("href=", page);
        Assert.DoesNotContain("<script", page);
    }

    [Fact]
    public void Sessions_without_a_report_are_told_beside_what_was_felt()
    {
        var talk = AfterFourWeeks(Day29, events: [FourWeeks.Session(FourWeeks.First, 1, 5, r => r with { Complete = false }), FourWeeks.Session(FourWeeks.Last, 2, 5)]);

        var page = PageOf(talk);

        Assert.Contains("No symptom was reported. Without a report: 1 session.", talk.Texts);
        Assert.Contains("<p>Without a report: 1 session.</p>", page);
        Assert.DoesNotContain("Without a report", PageOf(AfterFourWeeks(Day29)));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(20, true)]
    public void Where_the_page_leaves_changes_out_it_says_so(int days, bool isTold)
    {
        var slow = Enumerable.Range(0, days).Select(i => FourWeeks.Session(
            FourWeeks.First.AddDays(i), i + 1, 5, r => r with { Tingling = new TinglingReport(3, new SettleTime.Gone(12)) }));

        var page = PageOf(AfterFourWeeks(Day29, events: [.. slow]));

        Assert.Equal(isTold, Regex.IsMatch(page, @"The last 12 of (1[3-9]|2\d) changes\."));
    }

    private static string PageOf(TestConversation talk) => Assert.Single(talk.Say("summary").Said, said => said.File is not null).File!.Text!;

    private static IReadOnlyList<DoseEvent> DaysBefore(DateOnly day) => [.. FourWeeks.Events.Where(happened => happened.Day < day)];

    private static DateTimeOffset At(DateOnly day) => new(day, new TimeOnly(20, 0), TimeSpan.Zero);

    private static void Home(TestConversation talk)
    {
        talk.Say("/start_session 30");
        for (var step = 0; step < 60 && talk.Last.Buttons.FirstOrDefault(button => button.Tone == ButtonTone.Primary) is not null || talk.Last.Countdown > talk.Now; step++)
        {
            if (talk.Last.Countdown > talk.Now)
                talk.Wait(talk.Last.Countdown.Value - talk.Now);
            else if (talk.Last.Text.StartsWith("What next?", StringComparison.Ordinal))
                return;
            else
                talk.Press(talk.Last.Buttons.First(button => button.Tone == ButtonTone.Primary));
        }
    }

    /// <summary>Agreed and screened on the first of the four weeks, and now it is the evening of that day.</summary>
    private static TestConversation AfterFourWeeks(DateOnly today, IReadOnlyList<DoseEvent>? events = null)
    {
        var talk = new TestConversation();
        talk.State = talk.State with
        {
            Consent = new Consent(Consent.PresentVersion, At(FourWeeks.First), Guest: false),
            Events = [.. (events ?? FourWeeks.Events).Where(happened => happened.Day <= today)],
            Measures = new MeasureLog { BlockFrom = FourWeeks.First },
            Screening = talk.State.Screening with { AskedOn = FourWeeks.First },
        };
        return talk.Wait(At(today) - talk.Now);
    }
}
