using System.Text;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Measuring;
using RecoveryBot.Coaching.Safety;
using RecoveryBot.Coaching.Sequence;
using RecoveryBot.Coaching.Session;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Coaching;

/// <summary>The drawings are leafed through by whoever might begin a session, and by nobody else (P7).</summary>
public sealed class DrawingsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 19, 30, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 3, 2);

    /// <summary>A healthy adult who agreed and answered all questions today.</summary>
    private static readonly UserState Screened = new()
    {
        Zone = "Europe/Berlin",
        Consent = new Consent(Consent.PresentVersion, Now, Guest: false),
        Screening = new ScreeningRecord { AskedOn = Today },
    };

    [Fact]
    [Trait("Rule", "SEQ-1")]
    public void Whoever_is_at_the_wall_leafs_through_the_sequence_and_the_chair_beside_the_wall()
    {
        var talk = Talk(Screened).Say("/learn").Press("The poses, drawn");

        Assert.Equal(
            ["Standing forward bend", "Reclining bound angle", "Legs up the wall", "Calves on the chair", "Side rest", "Easy pose", "Corpse pose", "Frequent questions"],
            talk.Last.Buttons.Select(b => b.Label));
        Assert.Equal(
            [
                "u", "u-out", "s", "v-wall-easy-setup", "v-wall-easy-in", "v-wall-easy-hold", "v-wall-easy-out",
                "v-chair-setup", "v-chair-in", "v-chair-hold", "v-chair-out", "x", "x-out", "e-floor", "c",
            ],
            Leafed(talk).Select(m => m.Picture!.Name));
    }

    [Fact]
    public void Every_drawing_is_shown_to_somebody_and_each_with_words_that_fit()
    {
        var messages = People().SelectMany(person => Leafed(Talk(person).Say("/learn poses")).Append(Talk(person).Say("seated rest").Last)).ToList();

        Assert.Equal(PosePictures.All.Order(StringComparer.Ordinal), messages.Select(m => m.Picture!.Name).Distinct().Order(StringComparer.Ordinal));
        Assert.All(messages, message =>
        {
            Assert.InRange(message.Text.Length, 1, 400);
            Assert.All(message.Buttons, button => Assert.InRange(button.Label.Length, 1, 40));
            Assert.All(message.Buttons, button => Assert.InRange(Encoding.UTF8.GetByteCount(button.Id), 1, 64));
        });
    }

    [Fact]
    public void Each_pose_of_the_list_opens_at_its_first_drawing()
    {
        foreach (var person in People())
        {
            var list = Talk(person).Say("/learn poses").Last;
            Assert.InRange(list.Buttons.Count, 5, 8);
            foreach (var button in list.Buttons.SkipLast(1))
            {
                var page = Talk(person).Say("/learn poses").Press(button.Label).Last;

                Assert.StartsWith(button.Label, page.Text, StringComparison.Ordinal);
                Assert.NotNull(page.Picture);
            }
        }
    }

    [Fact]
    [Trait("Rule", "POSE-6")]
    public void A_drawing_comes_with_the_words_that_it_has_in_a_session()
    {
        var shown = Leafed(Talk(Screened).Say("/learn poses")).ToDictionary(m => m.Picture!.Name);
        var session = new TestConversation().ToSideRest().Minutes(9).Said.Where(m => m.Picture is not null);

        Assert.Equal(
            "Standing forward bend (Uttanasana)\nFeet hip-width, knees soft.\nSlide your hips back as you breathe out.\nRest your hands on blocks, shins or a chair.",
            shown["u"].Text);
        Assert.Equal("Coming up from the forward bend\nHands to your thighs, knees bent.\nCome up over four breaths, head last.\nStand still until your view is steady.", shown["u-out"].Text);
        Assert.All(session, message => Assert.Contains(CueOf(shown[message.Picture!.Name]), message.Text));
        Assert.All(shown.Values, message => Assert.Contains(CueOf(message), AllCues()));
    }

    [Theory]
    [InlineData("SCR-9b", "Lie back, knees bent.\nSoles together, knees out onto cushions.\nFeet further away if it pulls.\nProp your head and chest on two pillows.", "s")]
    [InlineData("SCR-9b", "Lower yourself over one side.\nPillow under your knees.\nArms out, palms up.\nProp your head and chest on two pillows.", "c")]
    [InlineData("SCR-16", "Back against the wall.\nLegs any way that is easy.\nEyes open on one spot.", "e-wall")]
    [InlineData("SCR-17", "Lie on the bed, firm pillows under your calves.\nKnees bent, low back wide.", "v-bed-hold")]
    public void What_the_health_answers_add_is_said_with_the_drawing(string question, string cue, string picture)
    {
        var person = Screened with { Screening = Yes(question, inSession: question == "SCR-9b") };

        Assert.Equal(cue, CueOf(Leafed(Talk(person).Say("/learn poses")).Single(m => m.Picture!.Name == picture)));
    }

    [Fact]
    [Trait("Rule", "SEQ-15")]
    [Trait("Rule", "SEQ-16")]
    [Trait("Rule", "POSE-U10")]
    public void What_somebody_is_not_led_through_is_not_shown_not_even_by_an_old_button()
    {
        foreach (var person in People())
        {
            var mine = Leafed(Talk(person).Say("/learn poses")).Select(m => m.Picture!.Name).ToList();
            foreach (var other in PosePictures.All.Except(mine))
            {
                var pressed = Press(person, "pic-" + other);

                Assert.Contains("Which pose would you like to see?", pressed.Last.Text);
                Assert.Null(pressed.Last.Picture);
            }

            Assert.Equal(person.DoseBase.WithoutS, !mine.Contains("s"));
            Assert.Single(mine, name => name is "u" or "u-alt" or "u-sup");
            Assert.Equal(mine.Contains("u"), mine.Contains("u-out"));
        }

        var eyes = Screened with
        {
            Screening = Yes("SCR-3") with { Clearances = [new Clearance("SCR-3", "eye", Today, null, false, false)] },
            Settings = new Settings { HalfFold = true },
        };
        Assert.Equal("u-sup", Leafed(Talk(eyes).Say("/learn poses"))[0].Picture!.Name);
    }

    /// <summary>All answers and all that else may stand against a session, each with each.</summary>
    [Fact]
    [Trait("Rule", "SAFE-2")]
    [Trait("Rule", "INV-14")]
    public void No_drawing_is_shown_unless_a_session_might_be_planned()
    {
        string[] words = ["/learn poses", "show me the poses", "The poses, drawn"];
        string[] pressed = ["list", "s", "u-sup", "v-wall-easy-in", "v-chair-hold", "c"];
        var (shown, refused) = (0, 0);
        foreach (var (what, person) in Everybody())
        {
            var leads = LeadsToPlan(person);
            foreach (var talk in words.Select(word => Talk(person).Say(word)).Concat(pressed.Select(name => Press(person, "pic-" + name))))
            {
                Assert.True(leads || talk.Said.All(m => !IsPose(m)), $"{what}: {talk.Texts}");
                Assert.NotEmpty(talk.Said);
                _ = talk.Said.Any(IsPose) ? shown++ : refused++;
            }

            // After four weeks the choice that comes with their end is first, also where it was put off.
            if (leads && person is { Consent: { Guest: false, IsOutdated: false }, Dialogue: null, Measures.BlockFrom: null })
                Assert.Contains("Which pose would you like to see?", Talk(person).Say("/learn poses").Last.Text);
        }

        Assert.True(shown > 500 && refused > 40_000, $"{shown} shown, {refused} refused");
    }

    [Theory]
    [InlineData("my chest hurts")]
    [InlineData("pressure behind my eyes")]
    [InlineData("I had chest pain last year")]
    [InlineData("I was diagnosed with glaucoma")]
    [InlineData("both feet are numb")]
    [InlineData("I want to die")]
    [InlineData("/start_session")]
    [InlineData("/safety")]
    public void After_it_old_buttons_show_no_pose(string words)
    {
        var leafed = Talk(Screened).Say("/learn poses").Press("Legs up the wall").Press("Next drawing");
        var old = leafed.Said.SelectMany(m => m.Buttons).Where(b => b.Id.StartsWith("v1:pic-", StringComparison.Ordinal)).DistinctBy(b => b.Id).ToList();
        var state = leafed.Say(words).State;
        if (words == "/safety")
            state = leafed.Press("Ask all again").None(1).Press("One or more, or not sure").Press("Yes").Say("/stop").State;
        Assert.Null(leafed.Last.Picture);

        Assert.True(old.Count > 8);
        Assert.All(old, button => Assert.DoesNotContain(new TestConversation { State = state, Now = leafed.Now }.Press(button).Said, IsPose));
        Assert.DoesNotContain(new TestConversation { State = state, Now = leafed.Now }.Say("next").Said, IsPose);
        Assert.DoesNotContain(new TestConversation { State = state, Now = leafed.Now }.Hear(new CoachInput.Opened()).Said, IsPose);
    }

    [Fact]
    public void Twenty_eight_days_later_the_questions_come_before_the_same_buttons()
    {
        var leafed = Talk(Screened).Say("/learn poses").Press("Corpse pose");
        leafed.Now += TimeSpan.FromDays(28);

        leafed.Press("Previous drawing");

        Assert.Equal("The drawings come once the health questions are answered.", leafed.Last.Text);
        Assert.Contains("1 of 8", leafed.Press("Ask me the questions").Last.Text);
    }

    [Fact]
    public void Next_and_back_may_be_typed_and_lead_out_at_the_beginning()
    {
        var talk = Talk(Screened).Say("poses").Say("next").Say("next").Say("back");

        Assert.Equal("u", talk.Last.Picture!.Name);
        Assert.Contains("Which pose would you like to see?", talk.Say("back").Last.Text);
        Assert.Equal("c", talk.Say("corpse pose").Last.Picture!.Name);
        Assert.Equal("Stress and cortisol", talk.Say("all the poses").Say("frequent questions").Last.Buttons[0].Label);
        Assert.Contains("somewhat lower stress markers", talk.Say("stress and cortisol").Last.Text);
    }

    [Fact]
    public void A_drawing_takes_a_drawing_s_place_and_never_that_of_words()
    {
        var list = Decide(Screened, new CoachInput.Text("/learn poses"));
        var first = PressFirst(list);
        var second = PressFirst(first);
        var back = Decide(second.State, new CoachInput.Press(new ButtonId("pic-list", 0, second.State.Step)));

        Assert.Equal([Placement.New, Placement.Edit, Placement.New], new[] { first, second, back }.Select(d => d.Replies.Single().Placement));
    }

    [Fact]
    public void A_dialogue_that_waits_for_an_answer_stays_open_beside_the_drawings()
    {
        var measuring = Screened with { Dialogue = new Dialogue.Measuring(MeasureTopic.HeavyLegs) { Step = 3 }, Step = 3 };

        var talk = Press(measuring, "pic-u");

        Assert.Equal("u", talk.Last.Picture!.Name);
        Assert.IsType<Dialogue.Measuring>(talk.State.Dialogue);
    }

    [Fact]
    [Trait("Rule", "SAFE-37")]
    public void A_guest_is_told_why_not()
    {
        var guest = Screened with { Consent = Screened.Consent! with { Guest = true }, LastContact = Now };

        Assert.Contains("you use me without saving", Talk(guest).Say("/learn poses").Last.Text);
    }

    [Fact]
    public void In_the_middle_of_the_questions_they_go_on()
    {
        var talk = new TestConversation().Say("/start").Press("I'm 18 or over, I agree").None(2).Say("/learn poses");

        Assert.StartsWith("The drawings come once the health questions are answered.", talk.Texts[talk.Texts.IndexOf("The drawings", StringComparison.Ordinal)..]);
        Assert.Contains("3 of 8", talk.Last.Text);
        Assert.Contains("4 of 8", talk.None(1).Last.Text);
    }

    [Fact]
    [Trait("Rule", "SAFE-7")]
    [Trait("Rule", "SAFE-2")]
    public void The_seated_rest_has_its_drawing_once_the_questions_are_answered()
    {
        var unasked = Screened with { Screening = new ScreeningRecord() };

        Assert.Equal("e-chair", Talk(Screened with { Screening = Yes("SCR-6") }).Say("seated rest").Last.Picture!.Name);
        Assert.StartsWith("Seated rest", Talk(unasked).Say("seated rest").Last.Text);
        Assert.Null(Talk(unasked).Say("seated rest").Last.Picture);
    }

    private static TestConversation Talk(UserState person) => new() { State = person, Now = Now };

    private static TestConversation Press(UserState person, string verb) =>
        Talk(person).Hear(new CoachInput.Press(new ButtonId(verb, person.SessionNumber, person.Step)));

    private static Decision Decide(UserState person, CoachInput input) => Coach.Decide(person, input, Now);

    private static Decision PressFirst(Decision before) => Decide(
        before.State, new CoachInput.Press(new ButtonId(before.Replies.Single().Buttons[0].Verb, 0, before.State.Step)));

    /// <summary>From the list through all drawings, one after the other.</summary>
    private static List<ChatMessage> Leafed(TestConversation talk)
    {
        var messages = new List<ChatMessage> { talk.Press(talk.Last.Buttons[0].Label).Last };
        while (talk.Last.Buttons.Any(b => b.Label == "Next drawing"))
            messages.Add(talk.Press("Next drawing").Last);
        Assert.Equal(messages.Count, messages.Select(m => m.Picture!.Name).Distinct().Count());
        return messages;
    }

    private static bool IsPose(ChatMessage message) => message.Picture is not null
        || message.Text.Contains("Which pose would you like to see?", StringComparison.Ordinal);

    private static string CueOf(ChatMessage message) => message.Text[(message.Text.IndexOf('\n') + 1)..];

    private static HashSet<string> AllCues() =>
    [
        .. new[] { Cues.UIn(), Cues.UOut(), Cues.SIn(), Cues.VSetUp(), Cues.VIn(), Cues.VHold(), Cues.VOut(), Cues.VChair(), Cues.VChairOut(), Cues.X(), Cues.EIn(), Cues.CIn() }
            .Append(SessionLines.PlanChair()).Append(SessionLines.XOut()).Select(line => Words.English.Text(line)),
    ];

    private static ScreeningRecord Yes(string question, bool inSession = false) =>
        new() { AskedOn = Today, Answers = [new GivenAnswer(question, true, Today, InSession: inSession)] };

    /// <summary>Whoever may begin, in every variant, with every forward bend, on the bed and off it, with and without support in E and S.</summary>
    private static IEnumerable<UserState> People() =>
        from answers in new[] { new ScreeningRecord { AskedOn = Today }, Yes("SCR-5c"), Yes("SCR-8a"), Yes("SCR-17"), Yes("SCR-20"), Yes("SCR-9b", inSession: true) }
        from variant in Enum.GetValues<Variant>()
        from half in new[] { false, true }
        from withoutS in new[] { false, true }
        select Screened with
        {
            Screening = answers,
            DoseBase = Dose.Start with { Variant = variant, WithoutS = withoutS },
            Settings = new Settings { HalfFold = half },
        };

    private static IEnumerable<(string What, UserState Person)> Everybody()
    {
        var yes = ScreeningQuestions.All.Select(question => (question.Id, Yes(question.Id)));
        (string What, ScreeningRecord Record)[] screenings =
        [
            .. yes, ("none", Screened.Screening), ("never asked", new ScreeningRecord()), ("reopened", Yes("SCR-16") with { AskedOn = null }),
            ("28 days ago", new ScreeningRecord { AskedOn = Today.AddDays(-28) }), ("27 days ago", new ScreeningRecord { AskedOn = Today.AddDays(-27) }),
            ("sign", Yes("SCR-1")), ("cleared", Yes("SCR-6") with { Clearances = [new Clearance("SCR-6", "heart", Today.AddMonths(-2), null, false, false)] }),
            ("cleared long ago", Yes("SCR-6") with { Clearances = [new Clearance("SCR-6", "heart", Today.AddMonths(-7), null, false, false)] }),
        ];
        (string What, Dose Dose)[] doses =
        [
            ("active", Dose.Start), ("red flag", Dose.Start with { RedFlagged = true }), ("paused", Dose.Start with { Pause = PauseReason.TinglingEarly }),
            ("screened out", Dose.Start with { ScreenedOut = true }), ("resting", Dose.Start with { RestUntil = Today.AddDays(1) }),
            ("symptom today", Dose.Start with { SymptomDay = Today, LastDay = Today }), ("long away", Dose.Start with { LastDay = Today.AddDays(-40) }),
        ];
        var live = new TestConversation().ToHold().State;
        var session = new DoseEvent.Reported(
            Now.AddDays(-9), Today.AddDays(-9), 1, Now.AddDays(-9),
            new SessionReport { Day = Today.AddDays(-9), VRan = true, Complete = true, Held = 5, PlannedHold = 5 });
        (string What, Func<UserState, UserState> Change)[] others =
        [
            ("nothing", s => s),
            ("nobody", s => s with { Consent = null }),
            ("guest", s => s with { Consent = s.Consent! with { Guest = true }, LastContact = Now }),
            ("outdated", s => s with { Consent = s.Consent! with { Version = Consent.PresentVersion - 1 } }),
            ("outdated, erasing", s => s with { Consent = s.Consent! with { Version = Consent.PresentVersion - 1 }, Dialogue = new Dialogue.Erasing() }),
            ("closed day", s => s with { NoSessionOn = Today }),
            ("crisis", s => s with { CrisisOn = Today }),
            ("check", s => s with { Check = new SafetyCheck.Red(RedTopic.Other) }),
            ("is it now", s => s with { Check = new SafetyCheck.HappeningNow(RecoveryBot.Coaching.Safety.Recognition.Sign.Tingle) }),
            ("asked again", s => s with { AskAgainAt = Now.AddMinutes(3) }),
            ("settling", s => s with { Settlings = [new Settling { Kind = SettlingKind.Tingling, Session = 0, Since = Now }] }),
            ("asking", s => s with { Dialogue = new Dialogue.Screening(Afterwards.Nothing, 3) { Begun = Today } }),
            ("reading", s => s with { Dialogue = new Dialogue.Drawings("u") }),
            ("live", s => s with { Session = live.Session, SessionNumber = live.SessionNumber }),
            ("pre-check", s => s with { Session = new TestConversation().Say("/start").Press("I'm 18 or over, I agree").None(8).State.Session }),
            ("planned", s => s with { Session = new TestConversation().ToPlan().State.Session }),
            ("resting", s => s with { Session = new SessionState.Resting(3, 1) { Since = Now } }),
            ("silent", s => s with { Session = new SessionState.Unanswered(((SessionState.Live)live.Session!).Run), SessionNumber = live.SessionNumber }),
            ("unreported", s => s with { Last = new LastSession(((SessionState.Live)live.Session!).Run, Now.AddHours(-3), Unreported: true), SessionNumber = live.SessionNumber }),
            ("four weeks over", s => s with { Measures = new MeasureLog { BlockFrom = Today.AddDays(-28) }, Events = [session], SessionNumber = 1 }),
            ("four weeks told", s => s with { Measures = new MeasureLog { BlockFrom = Today.AddDays(-28), EndTold = true }, Events = [session], SessionNumber = 1 }),
            ("session today", s => s with { Events = [session with { At = Now.AddHours(-5), Day = Today, Report = session.Report with { Day = Today } }], SessionNumber = 1 }),
        ];
        return from screening in screenings
               from dose in doses
               from other in others
               select ($"{screening.What}, {dose.What}, {other.What}", other.Change(Screened with { Screening = screening.Record, DoseBase = dose.Dose }));
    }

    /// <summary>Whether a session might begin: its pre-check is asked, with nothing before it.</summary>
    private static bool LeadsToPlan(UserState person) => person.Session is null
        && Talk(person).Say("/start_session").State is { Session: SessionState.Precheck } or { Dialogue: Dialogue.BreakOffer };
}
