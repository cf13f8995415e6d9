using RecoveryBot.Coaching.Safety.Recognition;
using RecoveryBot.Coaching.Session;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Safety;

/// <summary>
/// The open question about a sign of the body: its card, and where a press, words or silence go. What each question
/// does stands in <see cref="StrongSignFlow"/>, <see cref="PainFlow"/> and <see cref="ToldLaterFlow"/>.
/// </summary>
internal static class CheckFlow
{
    /// <summary>The yes to SCR-12a, asked as a check.</summary>
    public const string LegsNumbYes = "scr-yes.12a";

    public static Card CardOf(Turn turn, SafetyCheck check) => check switch
    {
        SafetyCheck.Red => YesNo(SymptomLines.AskRedPlain(), SymptomLines.YesAny(), SymptomLines.NoNone()),
        SafetyCheck.Dvt => YesNo(SymptomLines.AskDvt(), SymptomLines.YesAny(), SymptomLines.NoNone()),
        SafetyCheck.NotASymptom => YesNo(SymptomLines.NotASymptomAsk(), SymptomLines.YesIDid(), SymptomLines.NoIDidNot()),
        SafetyCheck.FollowUp => YesNo(SymptomLines.FollowUp(), SymptomLines.FollowUpNot(), SymptomLines.FollowUpGone()),
        // The verb names the question: a yes pressed after a no still tells to what.
        SafetyCheck.LegsNumb => new Card(SymptomLines.LegsNumbAsk(),
            new Button(LegsNumbYes, SymptomLines.LegsNumbYes(), ButtonTone.Alarm), new Button("chk-no", SymptomLines.LegsNumbNo())),
        SafetyCheck.HappeningNow => InHold(
            turn, YesNo(SymptomLines.IsItNow(SymptomLines.Question()), SymptomLines.YesNow(), SymptomLines.NotNowFine())),
        SafetyCheck.AlsoLegsUp => new Card(SymptomLines.WithLegsUp(), new Button("chk-yes", SymptomLines.YesLegsUp()),
            new Button("chk-no", SymptomLines.NoBeganHere()), new Button("chk-unsure", SymptomLines.NotSure())),
        SafetyCheck.Cramp => new Card(SymptomLines.CrampAsk(), new Button("chk-no", SymptomLines.CrampGone(), ButtonTone.Primary),
            new Button("chk-yes", SymptomLines.CrampStill(), ButtonTone.Alarm), PoseCards.Tingling, PoseCards.Dizzy),
        SafetyCheck.When => new Card(SymptomLines.NowOrLast(), new Button("chk-now", SymptomLines.NowWord()),
            new Button("chk-last", SymptomLines.InLastSession()), new Button("chk-neither", SymptomLines.NeitherWord())),
        SafetyCheck.Onset => new Card(SymptomLines.OnsetAsk()) { ExpectsNumber = true },
        SafetyCheck.HowLong => new Card(SymptomLines.HowLongAsk(), new Button("chk-w10", SessionLines.Within10()),
            new Button("chk-w30", SessionLines.From10To30()), new Button("chk-long", SessionLines.Longer()),
            new Button("chk-still", SessionLines.StillThere()))
        { ExpectsNumber = true },
        SafetyCheck.Pain pain => InHold(turn, PainFlow.CardOf(pain)),
        _ => throw new ArgumentOutOfRangeException(nameof(check)),
    };

    public static void Put(Turn turn, SafetyCheck check) =>
        turn.State = turn.State with { Check = check with { Step = turn.NextStep } };

    /// <summary>Asks, after what has to be done at once was said in the same message or is in <paramref name="text"/>.</summary>
    public static void Ask(Turn turn, SafetyCheck check, Line? text = null)
    {
        Put(turn, check);
        var card = CardOf(turn, check);
        turn.Say(text is null ? card : card with { Text = text }, DeliveryClass.Safety);
    }

    /// <summary>"Is it happening now?", unless another question is open: none is ever replaced by this one (TXT-6).</summary>
    public static void AskHappeningNow(Turn turn, Sign sign, Line answer)
    {
        if (turn.State.Check is null && turn.State.Settlings.Count == 0)
            Ask(turn, new SafetyCheck.HappeningNow(sign), SymptomLines.IsItNow(answer));
        else
            Open.Say(turn, answer);
    }

    /// <summary>Silence has decided (SAFE-26, SAFE-28, SAFE-29, SAFE-34).</summary>
    public static void Tick(Turn turn, SafetyCheck check)
    {
        switch (check)
        {
            case SafetyCheck.Pain or SafetyCheck.AlsoLegsUp or SafetyCheck.Cramp when turn.State.Session is SessionState.Live:
                PainFlow.Silence(turn, check);
                break;
            case SafetyCheck.Red or SafetyCheck.Dvt or SafetyCheck.FollowUp:
                StrongSignFlow.Silence(turn, check);
                break;
            default:
                turn.State = turn.State with { Check = check with { WakeAt = null } };
                break;
        }
    }

    public static void Press(Turn turn, SafetyCheck check, string verb)
    {
        switch (check)
        {
            case SafetyCheck.Red or SafetyCheck.Dvt or SafetyCheck.FollowUp or SafetyCheck.NotASymptom:
                StrongSignFlow.Press(turn, check, verb);
                break;
            case SafetyCheck.Pain or SafetyCheck.AlsoLegsUp or SafetyCheck.Cramp:
                PainFlow.Press(turn, check, verb);
                break;
            case SafetyCheck.HappeningNow now:
                turn.State = turn.State with { Check = null };
                if (verb == "chk-yes")
                    SymptomFlow.Present(turn, new SymptomFlow.Heard(now.Sign));
                else
                    Open.Answer(turn, SymptomLines.GoodToAsk());
                break;
            default:
                ToldLaterFlow.Press(turn, check, verb);
                break;
        }
    }

    /// <summary>A typed answer: anything but a clear no counts as yes (SAFE-4, SAFE-34). False: not for this question.</summary>
    public static bool Text(Turn turn, SafetyCheck check, string words, int? number)
    {
        switch (check)
        {
            case SafetyCheck.Pain:
                return PainFlow.Text(turn, number);
            case SafetyCheck.Cramp:
                if (!SettlingFlow.SaysGone(words))
                    return false;
                PainFlow.Press(turn, check, "chk-no");
                return true;
            case SafetyCheck.When or SafetyCheck.HowLong or SafetyCheck.Onset:
                return ToldLaterFlow.Text(turn, check, words, number);
        }

        var answer = Answers.Read(words);
        if (answer == Answer.Unclear && check is SafetyCheck.HappeningNow)
            return false;
        Press(turn, check, answer switch
        {
            // "Gone, and nothing of what I asked about?": here the clear yes is the good news.
            Answer.ClearYes when check is SafetyCheck.FollowUp => "chk-no",
            _ when check is SafetyCheck.FollowUp => "chk-yes",
            Answer.ClearNo => "chk-no",
            _ => "chk-yes",
        });
        return true;
    }

    /// <summary>During a hold the newest message always carries the symptom buttons and the way out (design 3.3).</summary>
    private static Card InHold(Turn turn, Card card) =>
        turn.State.Session is SessionState.Live { Stage: Stage.Holding { Pose: Sequence.PoseId.V } hold } live
            ? card with { Buttons = [.. card.Buttons, .. PoseCards.Hold(turn, live, hold).Buttons] }
            : card;

    private static Card YesNo(Line text, Line yes, Line no) => new(text,
        new Button("chk-yes", yes, ButtonTone.Alarm), new Button("chk-no", no));
}
