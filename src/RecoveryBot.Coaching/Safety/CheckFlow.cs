using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Safety.Recognition;
using RecoveryBot.Coaching.Sequence;
using RecoveryBot.Coaching.Session;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Safety;

/// <summary>The open questions about a sign of the body: one at a time, each with what silence means.</summary>
internal static class CheckFlow
{
    public static void AskRed(Turn turn, RedTopic topic) => AskStrong(turn, new SafetyCheck.Red(topic), Catalogue.MsgAskRed());

    public static void AskDvt(Turn turn) => AskStrong(turn, new SafetyCheck.Dvt(), SymptomLines.AskDvt());

    /// <summary>SAFE-28: ease off, and one tap question; 60 s of silence count as 4 or more.</summary>
    public static void AskPain(Turn turn, SessionState.Live live, bool withTingling)
    {
        turn.WithdrawsSessionMessages = true;
        var wait = live.Run.Pace.Waits(TimeSpan.FromSeconds(60));
        Put(turn, new SafetyCheck.Pain(withTingling) { WakeAt = turn.Now + wait });
        turn.Say(CardOf(turn.State.Check!), DeliveryClass.Safety);
    }

    public static void AskAlsoLegsUp(Turn turn, bool tingling)
    {
        Put(turn, new SafetyCheck.AlsoLegsUp(tingling));
        turn.Say(CardOf(turn.State.Check!), DeliveryClass.Safety);
    }

    /// <summary>TXT-14: now, or in the last session?</summary>
    public static void AskWhen(Turn turn, SymptomFlow.Heard heard)
    {
        var sign = heard.Sign == Sign.LightNear ? Sign.Light : heard.Sign;
        Put(turn, new SafetyCheck.When(sign, heard.Sharp, heard.Gone, heard.Minute));
        turn.Say(CardOf(turn.State.Check!), DeliveryClass.Safety);
    }

    public static void AskHappeningNow(Turn turn, Sign sign, Line answer)
    {
        Put(turn, new SafetyCheck.HappeningNow(sign));
        turn.Say(CardOf(turn.State.Check!) with { Text = SymptomLines.IsItNow(answer) }, DeliveryClass.Safety);
    }

    public static Card CardOf(SafetyCheck check) => check switch
    {
        SafetyCheck.Red => YesNo(Catalogue.MsgAskRed(), SymptomLines.YesAny(), SymptomLines.NoNone()),
        SafetyCheck.Dvt => YesNo(SymptomLines.AskDvt(), SymptomLines.YesAny(), SymptomLines.NoNone()),
        SafetyCheck.NotASymptom => YesNo(SymptomLines.NotASymptomAsk(), SymptomLines.YesIDid(), SymptomLines.NoIDidNot()),
        SafetyCheck.AlsoLegsUp => new Card(SymptomLines.WithLegsUp(), new Button("chk-yes", SymptomLines.YesLegsUp()),
            new Button("chk-no", SymptomLines.NoBeganHere()), new Button("chk-unsure", SymptomLines.NotSure())),
        SafetyCheck.FollowUp => YesNo(SymptomLines.FollowUp(), SymptomLines.FollowUpNot(), SymptomLines.FollowUpGone()),
        SafetyCheck.When => new Card(SymptomLines.NowOrLast(), new Button("chk-now", SymptomLines.NowWord()),
            new Button("chk-last", SymptomLines.InLastSession())),
        SafetyCheck.Onset => new Card(SymptomLines.OnsetAsk()) { ExpectsNumber = true },
        SafetyCheck.HowLong => new Card(SymptomLines.HowLongAsk(), new Button("chk-w10", SessionLines.Within10()),
            new Button("chk-w30", SessionLines.From10To30()), new Button("chk-long", SessionLines.Longer()),
            new Button("chk-still", SessionLines.StillThere())),
        SafetyCheck.LegsNumb => YesNo(SymptomLines.LegsNumbAsk(), SymptomLines.LegsNumbYes(), SymptomLines.LegsNumbNo()),
        SafetyCheck.HappeningNow => YesNo(SymptomLines.IsItNow(SymptomLines.Question()), SymptomLines.YesNow(), SymptomLines.NotNowFine()),
        SafetyCheck.Pain pain => PainCard(pain),
        _ => throw new ArgumentOutOfRangeException(nameof(check)),
    };

    /// <summary>Silence has decided (SAFE-28, SAFE-34).</summary>
    public static void Tick(Turn turn, SafetyCheck check)
    {
        switch (check)
        {
            case SafetyCheck.Pain when turn.State.Session is SessionState.Live live:
                turn.State = turn.State with { Check = null };
                SymptomFlow.ComeOutInPain(turn, live.Run, live.Stage);
                break;
            case SafetyCheck.Red red:
                Unheard(turn, red with { Told = true, WakeAt = null });
                break;
            case SafetyCheck.Dvt dvt:
                Unheard(turn, dvt with { Told = true, WakeAt = null });
                break;
            case SafetyCheck.FollowUp { Asked: false } follow:
                Put(turn, follow with { Asked = true, WakeAt = turn.Now + new Pace(turn.State.TimeScale).Waits(TimeSpan.FromMinutes(2)) });
                turn.Say(CardOf(turn.State.Check!), DeliveryClass.Safety, sound: true);
                break;
            case SafetyCheck.FollowUp:
                Unheard(turn, new SafetyCheck.Red(RedTopic.Unwell, Told: true));
                break;
            default:
                turn.State = turn.State with { Check = check with { WakeAt = null } };
                break;
        }
    }

    /// <summary>A typed answer: anything but a clear no counts as yes (SAFE-4, SAFE-34). False: not for this question.</summary>
    public static bool Text(Turn turn, SafetyCheck check, string words, int? number)
    {
        switch (check)
        {
            case SafetyCheck.Onset onset:
                Told(turn, onset.Sign, onset.Session, number);
                return true;
            case SafetyCheck.When or SafetyCheck.HowLong or SafetyCheck.Pain:
                return false;
        }

        var answer = Answers.Read(words);
        if (answer == Answer.Unclear && check is SafetyCheck.NotASymptom or SafetyCheck.HappeningNow or SafetyCheck.FollowUp { Asked: false })
            return false;
        Press(turn, check, answer switch
        {
            Answer.ClearNo when check is SafetyCheck.FollowUp => "chk-yes",
            Answer.ClearYes when check is SafetyCheck.FollowUp => "chk-no",
            Answer.ClearNo => "chk-no",
            _ => "chk-yes",
        });
        return true;
    }

    public static void Press(Turn turn, SafetyCheck check, string verb)
    {
        switch (check, verb)
        {
            case (SafetyCheck.NotASymptom flag, "chk-not"):
                turn.State = turn.State with { Check = flag with { Step = turn.NextStep } };
                turn.Answer(CardOf(check), DeliveryClass.Safety);
                break;
            case (SafetyCheck.NotASymptom flag, "chk-no"):
                turn.Record(new DoseEvent.RedFlagTakenBack(turn.Now, turn.Today, flag.FlagAt, turn.State.Last?.Run.Number));
                turn.State = turn.State with
                {
                    Check = null,
                    NoSessionOn = turn.Today,
                    Screening = turn.State.Screening with { AskedOn = null },
                };
                turn.Answer(new Card(SymptomLines.TakenBack()), DeliveryClass.Safety);
                break;
            case (SafetyCheck.NotASymptom, _):
                turn.State = turn.State with { Check = null };
                turn.Answer(new Card(Catalogue.MsgEmergency()), DeliveryClass.Safety);
                break;
            case (SafetyCheck.Red or SafetyCheck.FollowUp { Asked: true }, "chk-yes"):
                SymptomFlow.RedFlag(turn, dvt: false, eye: false);
                break;
            case (SafetyCheck.Dvt, "chk-yes"):
                SymptomFlow.RedFlag(turn, dvt: true, eye: false);
                break;
            case (SafetyCheck.Red or SafetyCheck.Dvt, "chk-no"):
                ClearNo(turn, check);
                break;
            case (SafetyCheck.FollowUp, _):
                turn.State = turn.State with { Check = null };
                turn.Answer(new Card(SymptomLines.GoodToAsk()));
                break;
            case (SafetyCheck.Pain, _):
                PainAnswer(turn, verb);
                break;
            case (SafetyCheck.AlsoLegsUp also, _):
                AlsoLegsUp(turn, also, clearNo: verb == "chk-no");
                break;
            case (SafetyCheck.When when, _):
                WhenAnswer(turn, when, now: verb == "chk-now");
                break;
            case (SafetyCheck.HowLong told, _):
                HowLong(turn, told, verb);
                break;
            case (SafetyCheck.LegsNumb, "chk-yes"):
                turn.State = turn.State with { Check = null, Screening = turn.State.Screening with { AskedOn = null } };
                turn.Answer(new Card(Catalogue.MsgClear()), DeliveryClass.Safety);
                break;
            case (SafetyCheck.LegsNumb, _):
                turn.State = turn.State with { Check = null, Screening = turn.State.Screening with { AskedOn = null } };
                turn.Answer(new Card(SymptomLines.NotedScreening()), DeliveryClass.Safety);
                break;
            case (SafetyCheck.HappeningNow now, "chk-yes"):
                turn.State = turn.State with { Check = null };
                SymptomFlow.Present(turn, new SymptomFlow.Heard(now.Sign));
                break;
            case (SafetyCheck.HappeningNow, _):
                turn.State = turn.State with { Check = null };
                turn.Answer(new Card(SymptomLines.GoodToAsk()));
                break;
            default:
                Talk.StepOver(turn);
                break;
        }
    }

    private static Card YesNo(Line text, Line yes, Line no) => new(text,
        new Button("chk-yes", yes, ButtonTone.Alarm), new Button("chk-no", no));

    private static Card PainCard(SafetyCheck.Pain pain)
    {
        var strong = new List<Button>();
        if (pain.WithTingling)
            strong.Add(new Button("chk-legs", SymptomLines.TinglingLegs()));
        strong.Add(new Button("chk-pull", SymptomLines.APull()));
        strong.Add(new Button("chk-four", SymptomLines.FourOrMore(), ButtonTone.Alarm));
        strong.Add(new Button("chk-head", SymptomLines.ChestHead(), ButtonTone.Alarm));
        if (pain.WithTingling)
            strong.Add(new Button("chk-face", SymptomLines.FaceOrSide(), ButtonTone.Alarm));
        strong.Add(new Button("chk-calf", SymptomLines.OneCalf()));
        return new Card(pain.WithTingling ? SymptomLines.EaseOffBoth() : SymptomLines.EaseOff(), strong);
    }

    private static void Put(Turn turn, SafetyCheck check) =>
        turn.State = turn.State with { Check = check with { Step = turn.NextStep } };

    /// <summary>Come out now, one question; in a session silence for 2 minutes speaks (SAFE-34).</summary>
    private static void AskStrong(Turn turn, SafetyCheck check, Line text)
    {
        turn.WithdrawsSessionMessages = true;
        if (turn.State.Session is SessionState.Live live)
        {
            var run = live.Stage is Stage.Holding { Pose: PoseId.V } ? SessionFlow.LegsDown(turn, live.Run) : live.Run;
            run = run with { Report = run.Report with { SomethingElse = true } };
            SessionFlow.Note(turn, run);
            // The pose ends here; nothing counts down while the question is open.
            SessionFlow.Stay(turn, run, new Stage.Settling(live.Stage.Pose), turn.Now, turn.NextStep);
            check = check with { WakeAt = turn.Now + run.Pace.Waits(TimeSpan.FromMinutes(2)) };
        }

        Put(turn, check);
        turn.Say(CardOf(check) with { Text = text }, DeliveryClass.Safety, sound: true);
    }

    /// <summary>Nobody answered: the advice is given and the session ends; silence alone never blocks (SAFE-34).</summary>
    private static void Unheard(Turn turn, SafetyCheck open)
    {
        if (turn.State.Session is SessionState.Live live)
            SessionFlow.Close(turn, live.Run, unreported: false);
        Put(turn, open);
        turn.Say(CardOf(open) with { Text = Catalogue.MsgEmergency() }, DeliveryClass.Safety, sound: true);
    }

    private static void ClearNo(Turn turn, SafetyCheck check)
    {
        var told = check is SafetyCheck.Red { Told: true } or SafetyCheck.Dvt { Told: true };
        var topic = (check as SafetyCheck.Red)?.Topic ?? RedTopic.Other;
        turn.State = turn.State with { Check = null };
        if (told)
        {
            // A late clear no: full screening before anything else (SAFE-34).
            turn.State = turn.State with { Screening = turn.State.Screening with { AskedOn = null } };
            turn.Answer(new Card(SymptomLines.NotedScreening()), DeliveryClass.Safety);
            return;
        }

        if (turn.State.Dialogue is Dialogue.Screening { ListingSigns: true } screening)
        {
            ScreeningFlow.GoOn(turn, screening);
            return;
        }

        if (turn.State.Session is SessionState.Precheck { Question: PrecheckQuestion.Signs } precheck)
        {
            PrecheckFlow.GoOn(turn, precheck);
            return;
        }

        if (topic == RedTopic.Eyes)
            ScreeningFlow.NoteEyes(turn);
        var text = topic == RedTopic.Eyes ? SymptomLines.EyesAfterNo() : SymptomLines.AfterNo();
        if (turn.State.Session is SessionState.Live { Stage: Stage.Settling } live)
        {
            if (live.Run.LegsUpAt is not null)
            {
                SessionFlow.Begin(turn, live.Run, PoseId.X, text);
            }
            else
            {
                SessionFlow.Close(turn, live.Run, unreported: false);
                turn.Say(text, DeliveryClass.Safety);
            }

            if (topic is RedTopic.Unwell or RedTopic.Acid)
            {
                var at = turn.Now + live.Run.Pace.Lasts(5);
                turn.State = turn.State with { Check = new SafetyCheck.FollowUp(false) { Step = turn.NextStep, WakeAt = at } };
            }
        }
        else
        {
            turn.Answer(new Card(text), DeliveryClass.Safety);
            Open.Continue(turn);
        }
    }

    private static void PainAnswer(Turn turn, string verb)
    {
        turn.State = turn.State with { Check = null };
        var live = turn.State.Session as SessionState.Live;
        switch (verb)
        {
            case "chk-head" or "chk-face":
                SymptomFlow.RedFlag(turn, dvt: false, eye: false);
                break;
            case "chk-calf":
                AskDvt(turn);
                break;
            case "chk-pull" when live is { Stage: Stage.Holding { Pose: PoseId.V } hold }:
                var card = PoseCards.Hold(turn, live, hold);
                turn.State = turn.State with { Session = live with { Step = turn.NextStep } };
                turn.Answer(card with { Text = SymptomLines.EaseAndStay(Cues.VEase()) }, DeliveryClass.Session);
                break;
            case "chk-pull" when live is not null:
                var again = PoseCards.CardOf(turn, live);
                turn.State = turn.State with { Session = live with { Step = turn.NextStep } };
                turn.Answer(again with { Text = SessionLines.NextWayIn(SymptomLines.EaseAndGo(), again.Text) }, DeliveryClass.Session);
                break;
            case "chk-legs" when live is not null && live.Run.LegsUpAt is not null:
                AskAlsoLegsUp(turn, tingling: true);
                break;
            case "chk-legs" when live is not null:
                SymptomFlow.LeavePreparation(turn, live.Run, live.Stage, Cues.Shake());
                break;
            case "chk-four" when live is not null && live.Run.LegsUpAt is not null && live.Stage.Pose != PoseId.V:
                AskAlsoLegsUp(turn, tingling: false);
                break;
            default:
                if (live is not null)
                    SymptomFlow.ComeOutInPain(turn, live.Run, live.Stage);
                else
                    turn.Say(Catalogue.MsgPain());
                break;
        }
    }

    /// <summary>Anything but a clear no counts as a symptom of V; for tingling from the last minute held (SAFE-29).</summary>
    private static void AlsoLegsUp(Turn turn, SafetyCheck.AlsoLegsUp also, bool clearNo)
    {
        turn.State = turn.State with { Check = null };
        if (turn.State.Session is not SessionState.Live live)
        {
            turn.Say(Catalogue.MsgPain());
        }
        else if (clearNo)
        {
            SymptomFlow.AfterHoldElsewhere(turn, live.Run, live.Stage);
        }
        else if (also.Tingling)
        {
            var held = live.Run.Report.Held ?? live.Run.TimerHeld ?? 0;
            SymptomFlow.TinglingInHold(turn, live.Run, new SymptomFlow.Heard(Sign.Tingle, NamesLegs: true, Minute: held));
        }
        else
        {
            var run = live.Run with { Report = live.Run.Report with { Pain = 4 } };
            SessionFlow.Note(turn, run);
            SymptomFlow.AfterHoldElsewhere(turn, run with { Report = run.Report }, live.Stage);
        }
    }

    /// <summary>The session of the same or the previous day takes it; otherwise a health question follows (TXT-13, TXT-14).</summary>
    private static void WhenAnswer(Turn turn, SafetyCheck.When when, bool now)
    {
        turn.State = turn.State with { Check = null };
        var last = turn.State.Last is { } l && turn.Today.DayNumber - l.Run.Day.DayNumber <= 1 ? l : null;
        switch (when.Sign)
        {
            case Sign.Tingle when last is null:
                Put(turn, new SafetyCheck.LegsNumb());
                turn.Answer(CardOf(turn.State.Check!), DeliveryClass.Safety);
                break;
            case Sign.Tingle or Sign.Light when last is not null && now && !when.Gone:
                TakenBy(turn, when, last.Run);
                break;
            case Sign.Tingle or Sign.Light when last is not null:
                Put(turn, new SafetyCheck.Onset(when.Sign, last.Run.Number));
                turn.Answer(CardOf(turn.State.Check!), DeliveryClass.Safety);
                break;
            case Sign.Pain when last is not null && !now:
                var hurt = last.Run with { Report = last.Run.Report with { Pain = 4, PainSharp = when.Sharp } };
                Keep(turn, hurt);
                turn.Answer(new Card(Noted(turn)), DeliveryClass.Safety);
                break;
            default:
                turn.State = turn.State with { Screening = turn.State.Screening with { AskedOn = null } };
                turn.Answer(new Card(SymptomLines.NotedScreening()), DeliveryClass.Safety);
                break;
        }
    }

    private static void TakenBy(Turn turn, SafetyCheck.When when, Run run)
    {
        var held = run.Report.Held ?? run.TimerHeld;
        run = when.Sign == Sign.Tingle
            ? run with { Report = run.Report with { Tingling = run.Report.Tingling ?? new TinglingReport(when.Minute ?? held, new SettleTime.NotTold()) } }
            : run with { Report = run.Report with { Lightheaded = run.Report.Lightheaded ?? new LightheadedReport(LightheadedMoment.Rise, new SettleTime.NotTold()) } };
        Keep(turn, run);
        SettlingFlow.Begin(turn, run, when.Sign == Sign.Tingle ? SettlingKind.Tingling : SettlingKind.Lightheaded, askWhere: false, early: false);
    }

    private static void Told(Turn turn, Sign sign, int session, int? minute)
    {
        Put(turn, new SafetyCheck.HowLong(sign, session, minute));
        turn.Say(CardOf(turn.State.Check!), DeliveryClass.Safety);
    }

    private static void HowLong(Turn turn, SafetyCheck.HowLong told, string verb)
    {
        turn.State = turn.State with { Check = null };
        if (turn.State.Last is not { } last || last.Run.Number != told.Session)
        {
            turn.Answer(new Card(SymptomLines.NotedScreening()), DeliveryClass.Safety);
            return;
        }

        SettleTime settled = verb switch
        {
            "chk-w10" => new SettleTime.Gone(10),
            "chk-w30" => new SettleTime.Gone(30),
            _ => new SettleTime.StillThere(),
        };
        var report = told.Sign == Sign.Tingle
            ? last.Run.Report with { Tingling = new TinglingReport(told.Minute, settled) }
            : last.Run.Report with { Lightheaded = new LightheadedReport(LightheadedMoment.Pose, settled) };
        Keep(turn, last.Run with { Report = report });
        turn.Answer(new Card(Noted(turn)), DeliveryClass.Safety);
    }

    private static void Keep(Turn turn, Run run)
    {
        SessionFlow.Note(turn, run);
        turn.State = turn.State with { Last = turn.State.Last! with { Run = run } };
    }

    private static Line Noted(Turn turn) => turn.Dose.IsActive
        ? SymptomLines.NotedDose(turn.Dose.Target) : SymptomLines.NotedPaused(Catalogue.MsgPaused());
}
