using RecoveryBot.Coaching.Measuring;
using RecoveryBot.Coaching.Reminders;
using RecoveryBot.Coaching.Safety;
using RecoveryBot.Coaching.Session;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching;

/// <summary>Consent, stopping, erasing, and what is said between sessions.</summary>
internal static class Talk
{
    /// <summary>The button that erases everything.</summary>
    public const string EraseYes = "del-yes";

    public static void Welcome(Turn turn, Afterwards then)
    {
        if (turn.State.Dialogue is not Dialogue.Welcome)
            turn.Say(TalkLines.FirstWords(Catalogue.MsgDisclaimer()));
        turn.State = turn.State with { Dialogue = new Dialogue.Welcome(then) { Step = turn.NextStep } };
        turn.Say(CardOf(turn, turn.State.Dialogue!));
    }

    /// <summary>
    /// The text has changed since it was agreed to, and nothing is under way that has to come to its end first: before anything
    /// else it is asked again.
    /// </summary>
    public static bool MustAgreeAgain(Turn turn) => turn.State is
    { Consent.IsOutdated: true, Session: null, Check: null, Settlings: [], AskAgainAt: null, Dialogue: not Dialogue.Erasing };

    public static void AskAgain(Turn turn, Afterwards then)
    {
        turn.State = turn.State with { Dialogue = new Dialogue.Welcome(then) { Step = turn.NextStep } };
        turn.Say(CardOf(turn, turn.State.Dialogue!));
    }

    public static void Start(Turn turn, string payload)
    {
        if (payload.Length is > 0 and <= 64 && payload.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
            turn.State = turn.State with { CameBy = payload };
        if (turn.State.Consent is null)
            Welcome(turn, new Afterwards(true));
        else
            Greet(turn);
    }

    /// <summary>A channel that shows itself was opened: the welcome, or the present step again.</summary>
    public static void Opened(Turn turn)
    {
        if (MustAgreeAgain(turn))
        {
            AskAgain(turn, Afterwards.Nothing);
            return;
        }

        if (turn.State.Consent is null && turn.State.Dialogue is not Dialogue.Welcome)
            Welcome(turn, new Afterwards(true));
        else if (turn.State.Session is SessionState.Unanswered unanswered)
            Presses.LegsDown(turn, unanswered with { Asked = false }, yes: false);
        else if (Open.Card(turn) is not null)
            Open.Continue(turn);
        else
            Greet(turn);
    }

    private static void Greet(Turn turn)
    {
        Open.Say(turn, TalkLines.WelcomeBack(Idle(turn)));
        BlockFlow.Offer(turn);
    }

    /// <summary>What can be done now; on a day of crisis no session is offered (SAFE-36).</summary>
    public static Line Idle(Turn turn) => turn.State.CrisisOn == turn.Today ? SymptomLines.CrisisAfter() : TalkLines.Idle();

    public static Line RunBy(Turn turn) => turn.State.RunBy is { } who ? TalkLines.RunBy(who) : TalkLines.RunByNobody();

    public static void Unreadable(Turn turn) => Open.Say(turn, TalkLines.CannotRead());

    public static void StepOver(Turn turn)
    {
        if (turn.State.Consent is null)
            Welcome(turn, Afterwards.Nothing);
        else
            Open.Say(turn, Open.Card(turn) is null ? TalkLines.StepOverIdle() : TalkLines.StepOver());
    }

    /// <summary>The next hold in words.</summary>
    public static Line NextHold(Turn turn) =>
        turn.Dose.IsActive ? SessionLines.TogetherLess(turn.Dose.Target) : Catalogue.MsgPaused();

    /// <param name="switchesOff">With nothing open all reminders go off: the word was "stop".</param>
    public static void Stop(Turn turn, bool switchesOff = false)
    {
        switch (turn.State.Session)
        {
            case SessionState.Live live: StopFlow.Stop(turn, live); break;
            case SessionState.Unanswered unanswered: Presses.LegsDown(turn, unanswered, yes: false); break;
            case SessionState.Resting:
                turn.State = turn.State with { Dialogue = turn.State.Dialogue as Dialogue.Erasing };
                RestFlow.End(turn, timesUp: false);
                break;
            default: Leave(turn, switchesOff); break;
        }
    }

    /// <summary>SEQ-28: asked once; in a pose the way back comes first, a second word erases at once.</summary>
    public static void Delete(Turn turn)
    {
        if (turn.State.Dialogue is Dialogue.Erasing { AfterWayBack: true })
        {
            Erase(turn, WayOutNow(turn));
        }
        else if (turn.State.Session is SessionState.Live live)
        {
            turn.State = turn.State with { Dialogue = new Dialogue.Erasing(AfterWayBack: true) { Step = turn.NextStep } };
            turn.Say(TalkLines.DeleteAfter(), DeliveryClass.Safety);
            StopFlow.Stop(turn, live);
            AfterSession(turn);
        }
        else
        {
            turn.State = turn.State with { Dialogue = new Dialogue.Erasing { Step = turn.NextStep } };
            turn.Say(CardOf(turn, turn.State.Dialogue!));
        }
    }

    /// <summary>An erasure that waited for the way back is carried out once the session is closed.</summary>
    /// <param name="wayOut">The way out of the pose in which it was closed; <see langword="null"/>: none is due.</param>
    public static void AfterSession(Turn turn, Line? wayOut = null)
    {
        if (turn.State is { Dialogue: Dialogue.Erasing { AfterWayBack: true }, Session: null })
            Erase(turn, wayOut);
    }

    public static Card CardOf(Turn turn, Dialogue dialogue) => dialogue switch
    {
        Dialogue.Welcome when turn.State.Consent is not null => new Card(TalkLines.ConsentChanged(),
            new Button("con-agree", TalkLines.AgreeAgain(), ButtonTone.Primary), new Button("con-erase", TalkLines.EraseInstead(), ButtonTone.Alarm),
            new Button("con-stored", TalkLines.WhatIsStored())),
        Dialogue.Welcome => new Card(TalkLines.Welcome(), new Button("con-agree", TalkLines.Agree(), ButtonTone.Primary),
            new Button("con-guest", TalkLines.Guest()), new Button("con-stored", TalkLines.WhatIsStored())),
        Dialogue.BreakOffer => new Card(SessionLines.AlreadyToday(),
            new Button("brk-go", SessionLines.ShortBreak(), ButtonTone.Primary), new Button("brk-no", SessionLines.NotNow())),
        Dialogue.Erasing { AfterWayBack: true } when turn.State.Session is SessionState.Live live => PoseCards.CardOf(turn, live),
        Dialogue.Erasing { AfterWayBack: true } when turn.State.Session is SessionState.Reporting report => ReportFlow.CardOf(report),
        _ => new Card(TalkLines.DeleteAsk(), new Button(EraseYes, TalkLines.DeleteYes(), ButtonTone.Alarm),
            new Button("del-no", TalkLines.DeleteNo())),
    };

    public static void Press(Turn turn, Dialogue dialogue, string verb)
    {
        switch (dialogue, verb)
        {
            case (Dialogue.Welcome welcome, "con-agree"): Agree(turn, welcome, guest: false); break;
            case (Dialogue.Welcome, "con-erase") when turn.State.Consent is not null: Delete(turn); break;
            case (Dialogue.Welcome welcome, "con-guest") when turn.State.Consent is null: Agree(turn, welcome, guest: true); break;
            case (Dialogue.Welcome welcome, "con-stored"):
                turn.State = turn.State with { Dialogue = welcome with { Step = turn.NextStep } };
                turn.Say(CardOf(turn, welcome) with
                {
                    Text = TalkLines.Stored(RunBy(turn)),
                    Buttons = [.. CardOf(turn, welcome).Buttons.Take(2)],
                });
                break;
            case (Dialogue.BreakOffer, "brk-go"):
                turn.State = turn.State with { Dialogue = null };
                PrecheckFlow.Begin(turn, null, isBreak: true);
                break;
            case (Dialogue.BreakOffer, "brk-no"):
                turn.State = turn.State with { Dialogue = null };
                turn.Answer(new Card(SessionLines.NotNowSaid()));
                break;
            case (Dialogue.Erasing, EraseYes): Erase(turn, WayOutNow(turn)); break;
            case (Dialogue.Erasing, "del-no"):
                turn.State = turn.State with { Dialogue = null };
                turn.Answer(new Card(TalkLines.DeleteKept()));
                break;
            default: StepOver(turn); break;
        }
    }

    private static void Agree(Turn turn, Dialogue.Welcome welcome, bool guest)
    {
        turn.State = turn.State with
        {
            Consent = new Consent(Consent.PresentVersion, turn.Now, guest),
            Dialogue = null,
        };
        if (guest)
            turn.Say(TalkLines.GuestAgreed());
        if (welcome.Then.StartSession)
            StartFlow.Begin(turn, welcome.Then.Minutes);
        else if (!turn.HasSpoken)
            turn.Answer(new Card(TalkLines.Hello(Talk.Idle(turn))));
    }

    private static void Leave(Turn turn, bool switchesOff)
    {
        var state = turn.State;
        var open = state.Dialogue is not null || state.Session is not null;
        if (switchesOff && !open && Open.Card(turn) is null && state.Reminders is { Off: false, All.Count: > 0 })
        {
            RemindFlow.SwitchOff(turn);
            return;
        }

        if (state.Session is SessionState.Reporting report)
            SessionFlow.Close(turn, report.Run, unreported: true);
        // A safety question and the settling clock stay: only an answer or a red flag ends them (SAFE-16, SAFE-34).
        turn.State = turn.State with { Dialogue = null, Session = null };
        Open.Say(turn, open ? TalkLines.LeftDialogue() : Open.Card(turn) is null ? TalkLines.NothingRunning() : TalkLines.FirstCheck());
    }

    /// <summary>Everything goes with this commit.</summary>
    /// <param name="wayOut">The way out of the pose that is on; <see langword="null"/>: none is.</param>
    public static void Erase(Turn turn, Line? wayOut)
    {
        turn.Erases = true;
        turn.TakeBack();
        turn.Say(wayOut is null ? TalkLines.Deleted() : TalkLines.DeletedWithWayOut(wayOut), DeliveryClass.Safety,
            sound: turn.Input is CoachInput.TimeUp);
    }

    private static Line? WayOutNow(Turn turn) =>
        turn.State.Session is SessionState.Live live ? PoseCards.OutOf(turn, live.Run, live.Stage.Pose) : null;
}
