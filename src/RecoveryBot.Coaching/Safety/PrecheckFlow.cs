using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Safety.Recognition;
using RecoveryBot.Coaching.Session;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Safety;

/// <summary>The questions before every session and break (3.3, SAFE-11).</summary>
internal static class PrecheckFlow
{
    /// <summary>What the buttons of PRE-1, PRE-2 and PRE-3 end in.</summary>
    private const string New = ".1", Signs = ".2", Leg = ".3";

    public static void Begin(Turn turn, int? minutes, bool isBreak)
    {
        var after = turn.State.Screening.AskedOn == turn.Today
            && !turn.State.Events.Any(e => e is DoseEvent.Reported && e.Day == turn.Today);
        var shortForm = turn.Fitness.Outcome == Outcome.Ok && turn.Dose.CleanRun >= 5;
        var form = after ? PrecheckForm.AfterScreening : shortForm ? PrecheckForm.OneLine : PrecheckForm.Full;
        Show(turn, new SessionState.Precheck(minutes, isBreak, form, PrecheckQuestion.Card));
    }

    public static Card CardOf(Turn turn, SessionState.Precheck p)
    {
        var hours = turn.Fitness.HoursAfterMeal;
        return p.Question switch
        {
            PrecheckQuestion.Card when p.Form == PrecheckForm.AfterScreening => Two(
                SessionLines.NextWayIn(AfterScreening(turn), ScreeningLines.PreAfter(hours)), ScreeningLines.OneOfThese()),
            PrecheckQuestion.Card when p.Form == PrecheckForm.OneLine => Two(ScreeningLines.PreShort(hours), ScreeningLines.SomethingNew()),
            PrecheckQuestion.Card => Two(ScreeningLines.PreCard(hours), ScreeningLines.SomethingNew()),
            PrecheckQuestion.New => Single(ScreeningLines.Pre1(), New),
            PrecheckQuestion.Signs => Single(ScreeningLines.Pre2(), Signs),
            PrecheckQuestion.Leg => Single(ScreeningLines.Pre3(), Leg),
            PrecheckQuestion.Leftover => new Card(ScreeningLines.Pre4(),
                new Button("pre-tingling", ScreeningLines.Tingling()), new Button("pre-dizzy", ScreeningLines.Dizzy()),
                new Button("pre-no", ScreeningLines.No())),
            PrecheckQuestion.Body => new Card(ScreeningLines.Pre5(hours), new Button("pre-meal", ScreeningLines.Meal()),
                new Button("pre-body", ScreeningLines.Other()), new Button("pre-no", ScreeningLines.NoToAll())),
            PrecheckQuestion.MealTime => new Card(ScreeningLines.MealWhen(), new Button("pre-ate-0", ScreeningLines.JustNow()),
                new Button("pre-ate-1", ScreeningLines.OneHourAgo()), new Button("pre-ate-2", ScreeningLines.TwoHoursAgo())),
            _ => new Card(ScreeningLines.Pre6(), new Button("pre-within", ScreeningLines.Within(), ButtonTone.Primary),
                new Button("pre-alone", ScreeningLines.Alone())),
        };
    }

    public static void Press(Turn turn, SessionState.Precheck p, string verb)
    {
        switch (p.Question, verb.Split('.')[0])
        {
            case (PrecheckQuestion.Card, "pre-no"): Buddy(turn, p); break;
            case (PrecheckQuestion.Card, "pre-new"):
                Show(turn, p with { Question = p.Form == PrecheckForm.AfterScreening ? PrecheckQuestion.Body : PrecheckQuestion.New });
                break;
            case (PrecheckQuestion.New, "pre-yes" or "pre-unsure"):
                ScreeningFlow.BeginAnew(turn, new Afterwards(true, p.Minutes));
                break;
            case (PrecheckQuestion.New, "pre-no"): Show(turn, p with { Question = PrecheckQuestion.Signs }); break;
            case (PrecheckQuestion.Signs, "pre-yes"): SymptomFlow.RedFlag(turn, dvt: false, eye: false); break;
            case (PrecheckQuestion.Signs, "pre-unsure"): StrongSignFlow.AskRed(turn, RedTopic.Other); break;
            case (PrecheckQuestion.Signs, "pre-no"): Show(turn, p with { Question = PrecheckQuestion.Leg }); break;
            case (PrecheckQuestion.Leg, "pre-yes" or "pre-unsure"): SymptomFlow.RedFlag(turn, dvt: true, eye: false); break;
            case (PrecheckQuestion.Leg, "pre-no"): Show(turn, p with { Question = PrecheckQuestion.Leftover }); break;
            case (PrecheckQuestion.Leftover, "pre-no"): Show(turn, p with { Question = PrecheckQuestion.Body }); break;
            case (PrecheckQuestion.Leftover, "pre-tingling" or "pre-dizzy"):
                turn.Record(new DoseEvent.StillFelt(turn.Now, turn.Today, verb == "pre-dizzy"));
                Leave(turn, ScreeningLines.Pre4Advice(Catalogue.MsgPaused()));
                break;
            case (PrecheckQuestion.Body, "pre-no"): Buddy(turn, p); break;
            case (PrecheckQuestion.Body, "pre-meal"): Show(turn, p with { Question = PrecheckQuestion.MealTime }); break;
            case (PrecheckQuestion.Body, "pre-body"):
                turn.State = turn.State with { NoSessionOn = turn.Today };
                Leave(turn, ScreeningLines.Tomorrow());
                break;
            case (PrecheckQuestion.MealTime, _): Ate(turn, p, verb); break;
            case (PrecheckQuestion.Buddy, "pre-within"): Passed(turn, p); break;
            case (PrecheckQuestion.Buddy, _): Leave(turn, ScreeningLines.NotAlone()); break;
            default: Talk.StepOver(turn); break;
        }
    }

    /// <summary>A yes, or "not sure", on questions that were left: it counts all the same (SAFE-4, INV-14).</summary>
    /// <returns>False: the button says neither, or it is known already.</returns>
    public static bool LateYes(Turn turn, string verb)
    {
        switch (verb)
        {
            case "pre-yes" + New or "pre-unsure" + New when turn.State is { Dialogue: not Dialogue.Screening, Session: not SessionState.Live }:
                ScreeningFlow.Reopen(turn);
                Open.Say(turn, ScreeningLines.YesStands());
                return true;
            case "pre-yes" + Signs: SymptomFlow.RedFlag(turn, dvt: false, eye: false); return true;
            case "pre-unsure" + Signs: StrongSignFlow.AskRed(turn, RedTopic.Other); return true;
            case "pre-yes" + Leg or "pre-unsure" + Leg: SymptomFlow.RedFlag(turn, dvt: true, eye: false); return true;
            default: return false;
        }
    }

    /// <summary>Words: only a clear no passes a question; only a clear yes passes "within call" (SAFE-4, PRE-6).</summary>
    public static bool Text(Turn turn, SessionState.Precheck p, string words)
    {
        var answer = Answers.Read(words);
        var verb = (p.Question, answer) switch
        {
            (PrecheckQuestion.Buddy, Answer.ClearYes) => "pre-within",
            (PrecheckQuestion.Buddy, Answer.ClearNo) => "pre-alone",
            (PrecheckQuestion.MealTime, _) => null,
            (_, Answer.ClearNo) => "pre-no",
            (PrecheckQuestion.Card, Answer.ClearYes) => "pre-new",
            (PrecheckQuestion.Body or PrecheckQuestion.Leftover, _) => null,
            (_, Answer.ClearYes) => "pre-yes",
            _ => null,
        };
        if (verb is null)
            return false;
        Press(turn, p, verb);
        return true;
    }

    /// <summary>The check question of PRE-2 was a clear no: the asking goes on.</summary>
    public static void GoOn(Turn turn, SessionState.Precheck p) => Show(turn, p with { Question = PrecheckQuestion.Leg });

    private static Line AfterScreening(Turn turn) =>
        turn.Fitness.Outcome == Outcome.Ok ? ScreeningLines.NothingAgainst()
        : turn.State.Screening.Answers.Any(a => a is { Yes: true, Question: "SCR-10b" }) ? ScreeningLines.MentionAtVisit(ScreeningLines.SomeCare())
        : ScreeningLines.SomeCare();

    private static Card Two(Line text, Line some) => new(text,
        new Button("pre-no", ScreeningLines.NoToAll(), ButtonTone.Primary), new Button("pre-new", some));

    /// <summary>The verbs name the question, so that a yes pressed too late still tells to what.</summary>
    private static Card Single(Line text, string question) => new(text, new Button("pre-yes" + question, ScreeningLines.Yes()),
        new Button("pre-no", ScreeningLines.No()), new Button("pre-unsure" + question, ScreeningLines.NotSure()));

    private static void Ate(Turn turn, SessionState.Precheck p, string verb)
    {
        var hours = verb switch { "pre-ate-0" => 0, "pre-ate-1" => 1, "pre-ate-2" => 2, _ => -1 };
        var wait = turn.Fitness.HoursAfterMeal - hours;
        if (hours < 0)
            Talk.StepOver(turn);
        else if (wait <= 0)
            Buddy(turn, p);
        else
            Leave(turn, Catalogue.MsgNotnow(ScreeningLines.AfterMeal(), turn.Now.AddHours(wait)));
    }

    private static void Buddy(Turn turn, SessionState.Precheck p)
    {
        if (turn.Fitness.Buddy || turn.Dose.Buddy)
            Show(turn, p with { Question = PrecheckQuestion.Buddy });
        else
            Passed(turn, p);
    }

    private static void Passed(Turn turn, SessionState.Precheck p)
    {
        turn.State = turn.State with { Session = null };
        // The questions may have been left open over a change of day or of dose: asked here, not assumed.
        if (turn.MayHold)
            StartFlow.Checked(turn, p.Minutes, p.IsBreak);
        else
            StartFlow.Begin(turn, p.Minutes);
    }

    private static void Leave(Turn turn, Line line)
    {
        turn.State = turn.State with { Session = null };
        turn.Answer(RestFlow.WithOffer(turn, line));
    }

    private static void Show(Turn turn, SessionState.Precheck p)
    {
        p = p with { Since = turn.Now, Step = turn.NextStep };
        turn.State = turn.State with { Session = p };
        turn.Answer(CardOf(turn, p));
    }
}
