using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Safety.Recognition;
using RecoveryBot.Coaching.Session;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Safety;

/// <summary>The health questions as eight cards, singly where one card is not a clear none (SAFE-2, SAFE-2a).</summary>
internal static class ScreeningFlow
{
    private static readonly IReadOnlyList<(string Verb, Line Label, bool Dvt, bool Eye)> Signs =
    [
        ("scr-chest", ScreeningLines.SignChest(), false, false),
        ("scr-breath", ScreeningLines.SignBreath(), false, false),
        ("scr-faint", ScreeningLines.SignFaint(), false, false),
        ("scr-headache", ScreeningLines.SignHeadache(), false, false),
        ("scr-sight", ScreeningLines.SignSight(), false, false),
        ("scr-stroke", ScreeningLines.SignStroke(), false, false),
        ("scr-flashes", ScreeningLines.SignFlashes(), false, true),
        ("scr-leg", ScreeningLines.SignLeg(), true, false),
        ("scr-back", ScreeningLines.SignBack(), false, false),
    ];

    public static void Begin(Turn turn, Afterwards then)
    {
        var first = turn.State.Screening.Answers.Count == 0 && turn.State.Screening.AskedOn is null;
        var dialogue = new Dialogue.Screening(then, 0) { Begun = turn.Today, Step = turn.NextStep };
        turn.State = turn.State with { Dialogue = dialogue, Session = null };
        var card = CardOf(dialogue);
        turn.Say(first ? card with { Text = ScreeningLines.First(card.Text) } : card);
    }

    /// <summary>Something is new: the earlier asking counts no more, also where this one is left before its end (SAFE-3).</summary>
    public static void BeginAnew(Turn turn, Afterwards then)
    {
        Begin(turn, then);
        Reopen(turn);
    }

    /// <summary>Asked for in the middle of the questions: they go on where they stand, and this follows them.</summary>
    public static void GoOnWith(Turn turn, Dialogue.Screening d, Afterwards then) => Show(turn, d with { Then = then });

    public static Card CardOf(Dialogue.Screening d) => d switch
    {
        { Confirming: { } id } => new Card(ScreeningLines.StillSo(TextOf(id)),
            new Button("scr-still", ScreeningLines.StillTrue()), new Button("scr-not-true", ScreeningLines.NotTrue())),
        { AskingNumber: true, Question: "SCR-10b" } => new Card(ScreeningLines.WhichWeek()) { ExpectsNumber = true },
        { AskingNumber: true } => new Card(ScreeningLines.WeeksAgo()) { ExpectsNumber = true },
        { ListingSigns: true } => new Card(ScreeningLines.WhichSign(),
            [.. Signs.Select(s => new Button(s.Verb, s.Label, ButtonTone.Alarm)), new Button("scr-unsure", ScreeningLines.NotSure())]),
        // The verbs name the question, so that a yes pressed too late still tells to what.
        { Question: { } id } => new Card(TextOf(id), new Button("scr-yes." + Code(id), ScreeningLines.Yes()),
            new Button("scr-no", ScreeningLines.No()), new Button("scr-unsure." + Code(id), ScreeningLines.NotSure())),
        _ => new Card(CardText(d.Card), new Button("scr-none", ScreeningLines.NoneOfThese(), ButtonTone.Primary),
            new Button("scr-some", ScreeningLines.OneOrMore())),
    };

    /// <summary>A yes, or "not sure", on a question that was left: it stands all the same, and all is asked again (SAFE-4, INV-14).</summary>
    /// <returns>False: the button says neither.</returns>
    public static bool LateYes(Turn turn, string verb)
    {
        var dot = verb.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0 || ScreeningQuestions.All.FirstOrDefault(q => Code(q.Id) == verb[(dot + 1)..]) is not { } question)
            return false;
        Stands(turn, new GivenAnswer(question.Id, true, turn.Today));
        Reopen(turn);
        Open.Say(turn, ScreeningLines.YesStands());
        return true;
    }

    private static string Code(string question) => question["SCR-".Length..].ToLowerInvariant();

    public static void Press(Turn turn, Dialogue.Screening d, string verb)
    {
        switch (d, verb.Split('.')[0])
        {
            case ({ Confirming: { } id }, "scr-still" or "scr-not-true"):
                Confirmed(turn, d, id, stillTrue: verb == "scr-still");
                break;
            case ({ ListingSigns: true }, "scr-unsure"):
                StrongSignFlow.AskRed(turn, RedTopic.Other);
                break;
            case ({ ListingSigns: true }, _) when Signs.Any(s => s.Verb == verb):
                var sign = Signs.First(s => s.Verb == verb);
                SymptomFlow.RedFlag(turn, sign.Dvt, sign.Eye);
                break;
            case ({ Question: null, ListingSigns: false }, "scr-none"):
                Next(turn, d, d.Card + 1);
                break;
            case ({ Question: null, ListingSigns: false }, "scr-some"):
                Show(turn, d.Card == 0
                    ? d with { ListingSigns = true }
                    : d with { Question = ScreeningQuestions.OnCard(d.Card)[0].Id });
                break;
            case ({ Question: { } single, AskingNumber: false }, "scr-yes" or "scr-unsure"):
                Yes(turn, d, single);
                break;
            case ({ Question: { } single, AskingNumber: false }, "scr-no"):
                NextSingle(turn, d, single);
                break;
            default:
                Talk.StepOver(turn);
                break;
        }
    }

    /// <summary>Words: a clear yes or no answers, anything unclear counts as yes (SAFE-4); false: shown again.</summary>
    public static bool Text(Turn turn, Dialogue.Screening d, string words)
    {
        if (d.AskingNumber)
        {
            Number(turn, d, d.Question == "SCR-10b" ? Weeks.OfPregnancy(words) : Weeks.Ago(words));
            return true;
        }

        var answer = Answers.Read(words);
        if (d.ListingSigns && answer == Answer.ClearNo)
        {
            Next(turn, d with { ListingSigns = false }, 1);
            return true;
        }

        var verb = (d.Confirming, d.Question, answer) switch
        {
            ({ }, _, Answer.ClearNo) => "scr-not-true",
            ({ }, _, _) => "scr-still",
            (_, { }, Answer.ClearNo) => "scr-no",
            (_, { }, Answer.ClearYes) => "scr-yes",
            (_, { }, _) when IsDoubt(words) => "scr-unsure",
            (_, null, Answer.ClearNo) when !d.ListingSigns => "scr-none",
            (_, null, Answer.ClearYes) when !d.ListingSigns => "scr-some",
            (_, null, _) when !d.ListingSigns && IsDoubt(words) => "scr-some",
            _ => null,
        };
        if (verb is null)
            return false;
        Press(turn, d, verb);
        return true;
    }

    /// <summary>The check question on card 1 was a clear no: the asking goes on.</summary>
    public static void GoOn(Turn turn, Dialogue.Screening d) => Next(turn, d with { ListingSigns = false }, d.Card + 1);

    /// <summary>The full set is asked again before any pose (SAFE-3).</summary>
    public static void Reopen(Turn turn) =>
        turn.State = turn.State with { Screening = turn.State.Screening with { AskedOn = null } };

    /// <summary>A sign was told of: answers from before it count no more, also those of an asking that is under way (SAFE-3).</summary>
    public static void ReopenForSign(Turn turn)
    {
        Reopen(turn);
        if (turn.State.Dialogue is Dialogue.Screening asking)
            turn.State = turn.State with { Dialogue = new Dialogue.Screening(asking.Then, 0) { Begun = turn.Today, Step = turn.NextStep } };
    }

    /// <summary>
    /// A yes stands from the moment it is given, also if the asking is left before its end: it blocks, and the next
    /// asking confirms it in other words (SAFE-5, INV-14).
    /// </summary>
    private static void Stands(Turn turn, GivenAnswer answer)
    {
        var record = turn.State.Screening;
        turn.State = turn.State with
        {
            Screening = record with { Answers = [.. record.Answers.Where(a => a.Question != answer.Question), answer] },
        };
    }

    /// <summary>A sign in a session answers a health question with yes from now on (SAFE-25, SAFE-26).</summary>
    public static void NoteYes(Turn turn, string question)
    {
        Stands(turn, new GivenAnswer(question, true, turn.Today, InSession: true));
        RecordScreened(turn);
    }

    public static void RecordScreened(Turn turn)
    {
        var result = turn.Fitness;
        turn.Record(new DoseEvent.Screened(
            turn.Now, turn.Today, result.Outcome < Outcome.Block, Math.Max(DoseLimits.ShortestHold, result.BaseCap),
            result.LockChair, result.Outcome >= Outcome.Caution, result.StartOnChair));
    }

    /// <summary>What a blocked user hears, and what is offered instead (SAFE-7).</summary>
    public static Line BlockedMessage(ScreeningResult result) => (result.Blocking.Count > 0 ? result.Blocking[0] : "") switch
    {
        "SCR-5b" => Catalogue.MsgBp(),
        _ when result.Blocking.Contains("SCR-18") => Catalogue.MsgAdult(),
        "SCR-3" or "SCR-4b" => Catalogue.MsgEye(),
        "SCR-10a" or "SCR-10b" => ScreeningLines.Seated(Catalogue.MsgPreg()),
        _ => ScreeningLines.Seated(Catalogue.MsgClear()),
    };

    private static bool IsDoubt(string words) =>
        words.Contains("sure", StringComparison.OrdinalIgnoreCase) || words.Contains("maybe", StringComparison.OrdinalIgnoreCase)
        || words.Contains("know", StringComparison.OrdinalIgnoreCase) || words.Contains("think", StringComparison.OrdinalIgnoreCase);

    private static void Yes(Turn turn, Dialogue.Screening d, string id)
    {
        var question = ScreeningQuestions.Find(id)!;
        var answer = new GivenAnswer(id, true, turn.Today);
        var told = d with { Answers = [.. d.Answers, answer] };
        Stands(turn, answer);
        if (question.Outcome == Outcome.UrgentToday)
            Finish(turn, told);
        else if (question.Weeks > 0 || id == "SCR-10b")
            Show(turn, told with { AskingNumber = true });
        else
            NextSingle(turn, told, id);
    }

    private static void Number(Turn turn, Dialogue.Screening d, int? weeks)
    {
        var id = d.Question!;
        var answer = d.Answers[^1];
        if (id == "SCR-10b")
        {
            // No number, or a later week, is SCR-10a; otherwise the block starts by itself at week 13.
            answer = weeks is >= 1 and < 13
                ? answer with { Until = turn.Today.AddDays((13 - weeks.Value) * 7) }
                : new GivenAnswer("SCR-10a", true, turn.Today);
        }
        else if (weeks is { } ago and >= 0)
        {
            answer = answer with { Until = turn.Today.AddDays((ScreeningQuestions.Find(id)!.Weeks - ago) * 7) };
        }

        Stands(turn, answer);
        NextSingle(turn, d with { AskingNumber = false, Answers = [.. d.Answers.SkipLast(1), answer] }, id);
    }

    private static void NextSingle(Turn turn, Dialogue.Screening d, string id)
    {
        var onCard = ScreeningQuestions.OnCard(d.Card);
        var next = onCard.SkipWhile(q => q.Id != id).Skip(1).FirstOrDefault();
        if (next is null)
            Next(turn, d with { Question = null }, d.Card + 1);
        else
            Show(turn, d with { Question = next.Id });
    }

    private static void Next(Turn turn, Dialogue.Screening d, int card)
    {
        if (card < ScreeningQuestions.Cards)
            Show(turn, d with { Card = card, Question = null });
        else
            Confirm(turn, d);
    }

    /// <summary>A block that was answered yes before and is not now is asked once more in other words (SAFE-5, INV-8).</summary>
    private static void Confirm(Turn turn, Dialogue.Screening d)
    {
        var open = turn.State.Screening.Answers.FirstOrDefault(a =>
            a.Yes && ScreeningQuestions.Find(a.Question) is { } q && Screening.RankOf(q, a, turn.Today) >= Outcome.Block
            && d.Answers.All(n => n.Question != a.Question) && !d.Denied.Contains(a.Question)
            && !(q.Weeks > 0 && turn.Today >= a.Until));
        if (open is null)
            Finish(turn, d);
        else
            Show(turn, d with { Question = null, Confirming = open.Question });
    }

    private static void Confirmed(Turn turn, Dialogue.Screening d, string id, bool stillTrue)
    {
        var before = turn.State.Screening.Answers.First(a => a.Question == id);
        d = d with { Confirming = null };
        Confirm(turn, stillTrue
            ? d with { Answers = [.. d.Answers, before with { Day = turn.Today }] }
            : d with { Denied = [.. d.Denied, id] });
    }

    private static void Finish(Turn turn, Dialogue.Screening d)
    {
        var corrected = turn.State.Screening.Answers.Where(a => d.Denied.Contains(a.Question))
            .Select(a => a with { Yes = false, CorrectedOn = turn.Today });
        var wasBlocked = turn.Dose.ScreenedOut;
        turn.State = turn.State with { Dialogue = null };
        Remember(turn, d.Begun, [.. d.Answers, .. corrected]);
        RecordScreened(turn);
        var result = turn.Fitness;
        if (result.Outcome >= Outcome.Block)
        {
            turn.Answer(RestFlow.WithOffer(turn, BlockedMessage(result)),
                result.Outcome > Outcome.Block ? DeliveryClass.Safety : DeliveryClass.Reply);
            return;
        }

        Resume(turn, wasBlocked);
        if (!turn.Dose.IsActive)
            turn.Answer(RestFlow.WithOffer(turn, Catalogue.MsgPaused()));
        else if (d.Then.StartSession)
            StartFlow.Begin(turn, d.Then.Minutes);
        else
            turn.Answer(new Card(result.Outcome == Outcome.Ok ? ScreeningLines.AllClear() : ScreeningLines.WithCare()));
    }

    /// <summary>DOSE-20: a clinician's clearance and this screening together lift a pause, a red flag or a block.</summary>
    private static void Resume(Turn turn, bool wasBlocked)
    {
        var valid = turn.State.Screening.Clearances.Where(c => c.IsValidOn(turn.Today)).ToList();
        var dose = turn.Dose;
        var lifts = (dose.RedFlagged && valid.Any(c => c.About == Clearance.RedFlag))
            || (dose.Pause is not null && !dose.RedFlagged && valid.Any(c => c.About == Clearance.Pause))
            || (wasBlocked && valid.Any(c => turn.State.Screening.Answers.Any(a => a.Yes && a.Question == c.About)));
        if (!lifts)
            return;
        turn.Record(new DoseEvent.Resumed(turn.Now, turn.Today, dose.RedFlagged));
        // A yes about a pause or a warning sign is spent: the next one needs a yes of its own (SAFE-33).
        var record = turn.State.Screening;
        turn.State = turn.State with
        {
            Screening = record with { Clearances = [.. record.Clearances.Where(c => c.About is not (Clearance.Pause or Clearance.RedFlag))] },
        };
    }

    private static void Remember(Turn turn, DateOnly asked, IReadOnlyList<GivenAnswer> answers) =>
        turn.State = turn.State with
        {
            Screening = turn.State.Screening with { AskedOn = asked, Answers = answers },
        };

    private static void Show(Turn turn, Dialogue.Screening d)
    {
        d = d with { Step = turn.NextStep };
        turn.State = turn.State with { Dialogue = d };
        turn.Answer(CardOf(d));
    }

    public static Line TextOf(string id) => ScreeningQuestions.Find(id)?.Text ?? CardText(0);

    private static Line CardText(int card) => card switch
    {
        0 => ScreeningLines.Card0(),
        1 => ScreeningLines.Card1(),
        2 => ScreeningLines.Card2(),
        3 => ScreeningLines.Card3(),
        4 => ScreeningLines.Card4(),
        5 => ScreeningLines.Card5(),
        6 => ScreeningLines.Card6(),
        _ => ScreeningLines.Card7(),
    };
}
