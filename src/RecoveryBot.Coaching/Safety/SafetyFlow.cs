using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Safety.Recognition;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Safety;

/// <summary>/safety: the present outcome, correcting an answer (SAFE-5), recording a clinician's clearance (SAFE-6).</summary>
internal static class SafetyFlow
{
    public static void Begin(Turn turn) => Show(turn, new Dialogue.Safety(SafetyQuestion.Menu));

    public static Card CardOf(Turn turn, Dialogue.Safety d) => d.Question switch
    {
        SafetyQuestion.WhichAnswer => List(YesAnswers(turn).Select(ScreeningFlow.TextOf)),
        SafetyQuestion.WhichClearance => List(ToClear(turn).Select(NameOf)),
        SafetyQuestion.InOtherWords => new Card(ScreeningLines.StillSo(ScreeningFlow.TextOf(d.About!)),
            new Button("saf-still", ScreeningLines.StillTrue()), new Button("saf-not-true", ScreeningLines.NotTrue())),
        SafetyQuestion.Clinician => new Card(ScreeningLines.WhichClinician(), new Button("saf-doctor", ScreeningLines.Doctor()),
            new Button("saf-specialist", ScreeningLines.Specialist()), new Button("saf-physio", ScreeningLines.Physio())),
        SafetyQuestion.ClearedWhen => new Card(ScreeningLines.ClearedWhen(), new Button("saf-days", ScreeningLines.InTheLastDays()),
            new Button("saf-month", ScreeningLines.InTheLastMonth()), new Button("saf-three", ScreeningLines.InThreeMonths()),
            new Button("saf-longer", ScreeningLines.LongerAgo())),
        SafetyQuestion.LimitMinutes => new Card(ScreeningLines.LimitMinutes(), new Button("saf-free", ScreeningLines.NoLimit()),
            new Button("saf-5", ScreeningLines.Five()), new Button("saf-10", ScreeningLines.Ten())),
        SafetyQuestion.LimitChair => new Card(ScreeningLines.LimitChair(), new Button("saf-chair", ScreeningLines.ChairOnly()),
            new Button("saf-wall", ScreeningLines.WallToo())),
        SafetyQuestion.LimitBend => new Card(ScreeningLines.LimitBend(), new Button("saf-bend", ScreeningLines.BendFine()),
            new Button("saf-no-bend", ScreeningLines.NoBend())),
        SafetyQuestion.LimitOther => new Card(ScreeningLines.LimitOther(), new Button("saf-none", ScreeningLines.NoOther()),
            new Button("saf-other", ScreeningLines.AnotherLimit())),
        _ => new Card(ScreeningLines.SafetyMenu(Headline(turn), Answers(turn)),
            new Button("saf-correct", ScreeningLines.Correct()), new Button("saf-cleared", ScreeningLines.ClinicianYes()),
            new Button("saf-again", ScreeningLines.AskAgain()), new Button("saf-close", ScreeningLines.CloseSafety())),
    };

    public static void Press(Turn turn, Dialogue.Safety d, string verb)
    {
        var draft = d.Draft;
        switch (d.Question, verb)
        {
            case (SafetyQuestion.Menu, "saf-correct") when YesAnswers(turn).Count == 0: Close(turn, ScreeningLines.NothingToCorrect()); break;
            case (SafetyQuestion.Menu, "saf-correct") when YesAnswers(turn) is [var only]:
                Show(turn, new Dialogue.Safety(SafetyQuestion.InOtherWords, only));
                break;
            case (SafetyQuestion.Menu, "saf-cleared") when ToClear(turn) is [var only]:
                Show(turn, new Dialogue.Safety(SafetyQuestion.Clinician, only));
                break;
            case (SafetyQuestion.Menu, "saf-correct"): Show(turn, d with { Question = SafetyQuestion.WhichAnswer }); break;
            case (SafetyQuestion.Menu, "saf-cleared") when ToClear(turn).Count == 0: Close(turn, ScreeningLines.NothingToClear()); break;
            case (SafetyQuestion.Menu, "saf-cleared"): Show(turn, d with { Question = SafetyQuestion.WhichClearance }); break;
            case (SafetyQuestion.Menu, "saf-again"): ScreeningFlow.Begin(turn, Afterwards.Nothing); break;
            case (SafetyQuestion.Menu, "saf-close"): Close(turn, ScreeningLines.SafetyClosed()); break;
            case (SafetyQuestion.InOtherWords, "saf-still"): Close(turn, ScreeningLines.Kept()); break;
            case (SafetyQuestion.InOtherWords, "saf-not-true"): Correct(turn, d.About!); break;
            case (SafetyQuestion.Clinician, "saf-doctor" or "saf-specialist" or "saf-physio"):
                Show(turn, d with
                {
                    // A yes after a pause or a warning sign is a fresh one; for an old condition it may be older.
                    Question = d.About is Clearance.Pause or Clearance.RedFlag ? SafetyQuestion.LimitMinutes : SafetyQuestion.ClearedWhen,
                    Draft = new Clearance(d.About!, verb["saf-".Length..], turn.Today, null, false, false),
                });
                break;
            case (SafetyQuestion.ClearedWhen, "saf-longer"): Close(turn, ScreeningLines.YesTooOld()); break;
            case (SafetyQuestion.ClearedWhen, "saf-days" or "saf-month" or "saf-three"):
                var months = verb switch { "saf-days" => 0, "saf-month" => 1, _ => 3 };
                Show(turn, d with { Question = SafetyQuestion.LimitMinutes, Draft = draft! with { Day = turn.Today.AddMonths(-months) } });
                break;
            case (SafetyQuestion.LimitMinutes, "saf-free" or "saf-5" or "saf-10"):
                Show(turn, d with
                {
                    Question = SafetyQuestion.LimitChair,
                    Draft = draft! with { LongestMinutes = verb switch { "saf-5" => 5, "saf-10" => 10, _ => null } },
                });
                break;
            case (SafetyQuestion.LimitChair, "saf-chair" or "saf-wall"):
                Show(turn, d with { Question = SafetyQuestion.LimitBend, Draft = draft! with { ChairOnly = verb == "saf-chair" } });
                break;
            case (SafetyQuestion.LimitBend, "saf-bend" or "saf-no-bend"):
                Show(turn, d with { Question = SafetyQuestion.LimitOther, Draft = draft! with { NoForwardBend = verb == "saf-no-bend" } });
                break;
            case (SafetyQuestion.LimitOther, "saf-other"): Close(turn, ScreeningLines.OtherKeeps()); break;
            case (SafetyQuestion.LimitOther, "saf-none"): Cleared(turn, draft!); break;
            default: Talk.StepOver(turn); break;
        }
    }

    public static bool Text(Turn turn, Dialogue.Safety d, string words)
    {
        if (d.Question == SafetyQuestion.LimitMinutes && Numbers.ReadMinutes(words) is >= DoseLimits.ShortestHold and <= DoseLimits.LongestHold and var limit)
        {
            Show(turn, d with { Question = SafetyQuestion.LimitChair, Draft = d.Draft! with { LongestMinutes = limit } });
            return true;
        }

        var items = d.Question switch
        {
            SafetyQuestion.WhichAnswer => YesAnswers(turn),
            SafetyQuestion.WhichClearance => ToClear(turn),
            _ => [],
        };
        if (Numbers.ReadMinutes(words) is not { } number || number < 1 || number > items.Count)
            return false;
        Show(turn, new Dialogue.Safety(
            d.Question == SafetyQuestion.WhichAnswer ? SafetyQuestion.InOtherWords : SafetyQuestion.Clinician, items[number - 1]));
        return true;
    }

    private static void Cleared(Turn turn, Clearance clearance)
    {
        var waiting = ToClear(turn).Count;
        var record = turn.State.Screening;
        turn.State = turn.State with
        {
            Screening = record with { Clearances = [.. record.Clearances.Where(c => c.About != clearance.About), clearance] },
        };
        // The last thing in the way: what comes now, and how gently (DOSE-20). Otherwise one yes is noted, and more are due.
        var start = Math.Min(clearance.LongestMinutes ?? DoseLimits.LongestHold, Math.Min(turn.Dose.Target, DoseLimits.Start));
        turn.Say(waiting > 1 ? ScreeningLines.Cleared() : Catalogue.MsgResume(start));
        ScreeningFlow.Begin(turn, Afterwards.Nothing);
    }

    private static void Correct(Turn turn, string id)
    {
        var record = turn.State.Screening;
        turn.State = turn.State with
        {
            Screening = record with
            {
                Answers = [.. record.Answers.Select(a => a.Question == id ? a with { Yes = false, CorrectedOn = turn.Today } : a)],
            },
        };
        if (record.AskedOn is not null)
            ScreeningFlow.RecordScreened(turn);
        Close(turn, ScreeningLines.Corrected());
    }

    private static void Close(Turn turn, Line line)
    {
        turn.State = turn.State with { Dialogue = null };
        turn.Answer(new Card(line));
    }

    private static void Show(Turn turn, Dialogue.Safety d)
    {
        d = d with { Step = turn.NextStep };
        turn.State = turn.State with { Dialogue = d };
        turn.Answer(CardOf(turn, d));
    }

    private static Card List(IEnumerable<Line> items) => new(ScreeningLines.WhichList(new LineList(
        [.. items.Select((line, i) => ScreeningLines.WhichItem(i + 1, line))])))
    { ExpectsNumber = true };

    private static List<string> YesAnswers(Turn turn) =>
        [.. turn.State.Screening.Answers.Where(a => a.Yes).Select(a => a.Question).Take(4)];

    private static List<string> ToClear(Turn turn)
    {
        var items = turn.Fitness.Blocking.Where(id => id != "SCR-18").Take(3).ToList();
        if (turn.Dose.RedFlagged)
            items.Add(Clearance.RedFlag);
        if (turn.Dose.Pause is not null)
            items.Add(Clearance.Pause);
        return items;
    }

    private static Line NameOf(string item) => item switch
    {
        Clearance.Pause => ScreeningLines.PauseItem(),
        Clearance.RedFlag => ScreeningLines.RedFlagItem(),
        _ => ScreeningFlow.TextOf(item),
    };

    private static Line Headline(Turn turn) =>
        turn.Fitness.Blocking.Contains("SCR-18") ? Catalogue.MsgAdult()
        : turn.Dose.RedFlagged || turn.Dose.Pause is not null ? ScreeningLines.SafetyPaused()
        : turn.State.Screening.AskedOn is null ? ScreeningLines.SafetyNone()
        : turn.Fitness.Outcome switch
        {
            Outcome.Ok => ScreeningLines.SafetyOk(),
            Outcome.Caution => ScreeningLines.SafetyCare(),
            _ => ScreeningLines.SafetyBlocked(),
        };

    private static LineList Answers(Turn turn)
    {
        var yes = YesAnswers(turn).Select(id => ScreeningLines.SafetyYes(ScreeningFlow.TextOf(id))).Take(2).ToList();
        return new LineList(yes.Count == 0 ? [ScreeningLines.SafetyNoYes()] : yes);
    }
}
