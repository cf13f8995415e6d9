using System.Globalization;
using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Reminders;
using RecoveryBot.Coaching.Safety;
using RecoveryBot.Coaching.Session;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Measuring;

/// <summary>The end of four weeks: what they were, as words, picture and page; then go on, stay or stop (TIME-5).</summary>
internal static class BlockFlow
{
    /// <summary>A longer message is told in two.</summary>
    private const int LongestMessage = 700;

    /// <summary>A full screening that young needs no other one at the end (SAFE-3a offers it early).</summary>
    private const int FreshScreening = 7;

    /// <summary>The four weeks are over, and nothing is asked about what comes next yet.</summary>
    public static bool IsOver(Turn turn) => turn.State is { Consent.Guest: false, Measures.BlockFrom: { } from }
        && turn.Today > from.AddDays(MeasureLog.BlockDays - 1) && !DoseRules.NeedsScreeningAfterGap(turn.Dose, turn.Today);

    /// <summary>Tells the end of four weeks by itself, once, when nothing else is open: after the last session, or when the person is back.</summary>
    public static void Offer(Turn turn)
    {
        if (IsDue(turn) && Open.Card(turn) is null)
            End(turn, Afterwards.Nothing);
    }

    /// <summary>The four weeks are over, or their last session is done, and it has not been told yet.</summary>
    public static bool IsDue(Turn turn) => turn.State is { Consent: { Guest: false, IsOutdated: false }, Session: null, AskAgainAt: null, Measures.EndTold: false }
        && turn.State.CrisisOn != turn.Today
        && (IsOver(turn) || (MeasureLog.IsLastDay(turn.State.Measures.BlockFrom, turn.Today) && HeldToday(turn)));

    /// <summary>Before a session that begins after the four weeks; whoever was told, and begins, goes on.</summary>
    /// <returns>Whether something has to be answered first.</returns>
    public static bool ComesFirst(Turn turn, Afterwards then)
    {
        if (!IsOver(turn))
            return false;
        if (!turn.State.Measures.EndTold)
        {
            End(turn, then);
            return turn.State.Dialogue is Dialogue.BlockEnd;
        }

        BeginAnew(turn);
        return false;
    }

    /// <summary>Asked for, at any time.</summary>
    public static void Say(Turn turn)
    {
        if (turn.State.Consent is null)
        {
            Talk.Welcome(turn, Afterwards.Nothing);
        }
        else if (turn.State.Session is SessionState.Live or SessionState.Unanswered || turn.State.Settlings.Count > 0)
        {
            // An upload may take a while, and the next message of the pose would wait behind it.
            Open.Say(turn, TalkLines.AfterSession());
        }
        else
        {
            var block = BlockRecord.Of(turn.State, turn.Today);
            if (!block.History.Sessions.Any())
                Open.Say(turn, ProgressLines.NoSessions());
            else if (block is { IsFull: true, IsBlock: true } && Open.Card(turn) is null)
                End(turn, Afterwards.Nothing);
            else
                Tell(turn, block, Open.Continue);
        }
    }

    public static Card CardOf(Turn turn) => new(BlockLines.Choice(Math.Max(turn.Dose.Target, DoseLimits.LowestGoal)),
        new Button("blk-on", BlockLines.GoOn(), ButtonTone.Primary), new Button("blk-stay", BlockLines.Stay()), new Button("blk-stop", BlockLines.Stop()));

    public static void Press(Turn turn, Dialogue.BlockEnd end, string verb)
    {
        switch (verb)
        {
            case "blk-on":
                Choose(turn, end, BlockLines.WentOn());
                break;
            case "blk-stay":
                turn.Record(new DoseEvent.GoalSet(turn.Now, turn.Today, turn.Dose.Target));
                Choose(turn, end, BlockLines.Stayed(turn.Dose.Goal));
                break;
            case "blk-stop":
                Planner.Switch(turn, off: true);
                Choose(turn, end with { Then = Afterwards.Nothing }, BlockLines.Stopped());
                break;
            default: Talk.StepOver(turn); break;
        }
    }

    /// <summary>Plain words for the three; false: they are none.</summary>
    public static bool Text(Turn turn, Dialogue.BlockEnd end, string words)
    {
        var verb = words.Trim(' ', '.', '!').ToLowerInvariant() switch
        {
            "on" or "continue" or "yes" or "more" => "blk-on",
            "same" or "keep" or "stay the same" => "blk-stay",
            "stop" or "no" or "end" or "enough" => "blk-stop",
            _ => null,
        };
        if (verb is not null)
            Press(turn, end, verb);
        return verb is not null;
    }

    private static void End(Turn turn, Afterwards then)
    {
        turn.State = turn.State with { Measures = turn.State.Measures with { EndTold = true } };
        Tell(turn, BlockRecord.Of(turn.State, turn.Today), AskNext);

        void AskNext(Turn asked)
        {
            // On a pause or a block there is nothing to choose: a clinician's yes comes first.
            if (!asked.Dose.IsActive)
                return;
            asked.State = asked.State with { Dialogue = new Dialogue.BlockEnd(then) { Step = asked.NextStep } };
            asked.Say(CardOf(asked));
        }
    }

    /// <param name="goOn">What comes under it.</param>
    private static void Tell(Turn turn, BlockRecord block, Action<Turn> goOn)
    {
        var (done, measured) = (BlockWords.Done(block), BlockWords.Measured(block));
        var together = new Line("Units", "Lines", [new LineList([done, measured])]);
        var fits = turn.Words.Text(together).Length <= LongestMessage;
        turn.Say(new Card(fits ? together : done) { Chart = block.History });
        if (!fits)
            turn.Say(measured);
        var name = string.Create(CultureInfo.InvariantCulture, $"recoverybot-four-weeks-{block.To:yyyy-MM-dd}.html");
        turn.Say(
            new Card(LastValues(turn) is { } due ? BlockLines.PageAndLastValues(due) : BlockLines.Page())
            {
                File = new ChatFile(name) { Text = new BlockPage(turn.Words).Write(block) },
            },
            DeliveryClass.File);
        goOn(turn);
    }

    /// <summary>What was measured before, and not on the last day (MEAS-1).</summary>
    private static LineList? LastValues(Turn turn)
    {
        var log = turn.State.Measures;
        if (!MeasureLog.IsLastDay(log.BlockFrom, turn.Today))
            return null;
        var due = MeasureTopics.All.Where(topic => topic != MeasureTopic.Sleep
            && log.OfBlock(MeasureTopics.Of(topic)[0]).LastOrDefault() is { } last && turn.Today.DayNumber - last.Day.DayNumber >= 7).ToList();
        return due.Count == 0 ? null : new LineList([.. due.Select(MeasureWords.NameOf)], ", ");
    }

    private static void Choose(Turn turn, Dialogue.BlockEnd end, Line said)
    {
        turn.State = turn.State with { Dialogue = null };
        BeginAnew(turn);
        turn.Answer(new Card(said));
        if (end.Then.StartSession)
            StartFlow.Begin(turn, end.Then.Minutes);
    }

    /// <summary>The next session is day 1, and all health questions come before it.</summary>
    private static void BeginAnew(Turn turn)
    {
        turn.State = turn.State with { Measures = turn.State.Measures with { BlockFrom = null, EndTold = false } };
        if (!(turn.Today.DayNumber - turn.State.Screening.AskedOn?.DayNumber < FreshScreening))
            ScreeningFlow.Reopen(turn);
    }

    private static bool HeldToday(Turn turn) =>
        turn.State.Events.Any(e => e.Day == turn.Today && e is DoseEvent.Reported { Report: { VRan: true, IsBreak: false } });
}
