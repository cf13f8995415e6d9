using RecoveryBot.Coaching.Safety;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Measuring;

/// <summary>Measuring by oneself, each time the same way: how to, one number, and what it is compared with (MEAS-1 to MEAS-12).</summary>
internal static class MeasureFlow
{
    private const decimal LowestTape = 3;
    private const decimal HighestTape = 40;

    /// <summary>How long the suggestion of MEAS-11 rests, days. Our own number.</summary>
    private const int AdviceRests = 28;

    private static readonly IReadOnlyList<(string Verb, MeasureNote Note, Func<Line> Label)> Notes =
    [
        ("mea-note-none", MeasureNote.None, MeasureLines.NoteNone), ("mea-note-heat", MeasureNote.Heat, MeasureLines.NoteHeat),
        ("mea-note-travel", MeasureNote.Travel, MeasureLines.NoteTravel), ("mea-note-salt", MeasureNote.Salt, MeasureLines.NoteSalt),
        ("mea-note-period", MeasureNote.Period, MeasureLines.NotePeriod), ("mea-note-ill", MeasureNote.Illness, MeasureLines.NoteIllness),
    ];

    public static Line NameOf(MeasureNote note) => Notes.First(known => known.Note == note).Label();

    public static void Begin(Turn turn) => Show(turn, new Dialogue.Measuring());

    public static Card CardOf(Turn turn, Dialogue.Measuring measuring) => (measuring.Topic, measuring.Part) switch
    {
        (MeasureTopic.None, _) => Menu(turn, MeasureWords.Menu(turn)),
        (_, MeasurePart.Note) => new Card(MeasureLines.AskNote(), [.. Notes.Select(note => new Button(note.Verb, note.Label()))]),
        (_, MeasurePart.Height) => Number(MeasureLines.AskHeight()),
        (MeasureTopic.Ankles, MeasurePart.Second) => Number(MeasureLines.AskRightAnkle()),
        (MeasureTopic.ChairReach, MeasurePart.Second) => Number(MeasureLines.AskRightLeg()),
        _ => Number(MeasureWords.HowTo(turn, measuring.Topic)),
    };

    public static void Press(Turn turn, Dialogue.Measuring measuring, string verb)
    {
        switch (verb)
        {
            case "mea-ankles": Show(turn, new Dialogue.Measuring(MeasureTopic.Ankles)); break;
            case "mea-heavy": Show(turn, new Dialogue.Measuring(MeasureTopic.HeavyLegs)); break;
            case "mea-sleep": Show(turn, new Dialogue.Measuring(MeasureTopic.Sleep)); break;
            case "mea-reach": Show(turn, new Dialogue.Measuring(MeasureTopic.Reach)); break;
            case "mea-chair": Show(turn, new Dialogue.Measuring(MeasureTopic.ChairReach)); break;
            case "mea-changes": Show(turn, new Dialogue.Measuring(), MeasureWords.Changes(turn.State.Measures)); break;
            case "mea-back": Show(turn, new Dialogue.Measuring()); break;
            case "mea-close":
                turn.State = turn.State with { Dialogue = null };
                Open.Answer(turn, MeasureLines.Closed());
                break;
            default:
                if (measuring.Part == MeasurePart.Note && Notes.FirstOrDefault(note => note.Verb == verb) is { Verb: not null } chosen)
                    Noted(turn, measuring, chosen.Note);
                else
                    Talk.StepOver(turn);
                break;
        }
    }

    /// <summary>"7/10" where heaviness from 0 to 10 is asked for: that answer is no pain, so nobody asks about one.</summary>
    public static bool OutOfTen(Turn turn, string words)
    {
        if (turn.State is not
            {
                Session: null, Check: null, AskAgainAt: null, Settlings: [],
                Dialogue: Dialogue.Measuring { Topic: MeasureTopic.HeavyLegs, Part: MeasurePart.First } measuring,
            })
            return false;
        return MeasureNumber.IsOutOfTen(words) && Text(turn, measuring, words);
    }

    /// <summary>A typed value; false: it is none to this question.</summary>
    public static bool Text(Turn turn, Dialogue.Measuring measuring, string words)
    {
        if (measuring.Topic == MeasureTopic.None || measuring.Part == MeasurePart.Note || !MeasureNumber.IsIn(words))
            return false;
        if (measuring.Part == MeasurePart.Height)
        {
            TapeAt(turn, measuring, words);
            return true;
        }

        var what = MeasureTopics.Of(measuring.Topic)[measuring.Part == MeasurePart.Second ? 1 : 0];
        if (MeasureSpec.Of(what).Read(words) is { } value)
            Take(turn, measuring, what, value);
        else
            turn.Say(CardOf(turn, measuring) with { Text = MeasureWords.OutOfRange(MeasureSpec.Of(what)) });
        return true;
    }

    private static void TapeAt(Turn turn, Dialogue.Measuring measuring, string words)
    {
        if (MeasureNumber.Read(words, MeasureUnit.Centimetres) is not { } height || height is < LowestTape or > HighestTape)
        {
            turn.Say(CardOf(turn, measuring) with { Text = MeasureLines.BadCentimetres((int)LowestTape, (int)HighestTape) });
            return;
        }

        turn.State = turn.State with { Measures = turn.State.Measures with { AnkleHeight = height } };
        Show(turn, measuring with { Part = MeasurePart.Note });
    }

    private static void Take(Turn turn, Dialogue.Measuring measuring, Measure what, decimal value)
    {
        Keep(turn, new Measurement(0, what, value, turn.Today, turn.Now));
        // At once (MEAS-10): whoever leaves at the next question would never be asked about the leg.
        var isSign = measuring.Topic == MeasureTopic.Ankles && MeasureSigns.OfAnkles(turn.State.Measures);
        if (!isSign && NextPart(turn, measuring) is { } next)
            Show(turn, measuring with { Part = next });
        else
            Finish(turn, measuring);
    }

    private static MeasurePart? NextPart(Turn turn, Dialogue.Measuring measuring) => (measuring.Topic, measuring.Part) switch
    {
        (MeasureTopic.Ankles or MeasureTopic.ChairReach, MeasurePart.First) => MeasurePart.Second,
        (MeasureTopic.Ankles, MeasurePart.Second) when turn.State.Measures.AnkleHeight is null => MeasurePart.Height,
        (MeasureTopic.Ankles or MeasureTopic.HeavyLegs, _) => MeasurePart.Note,
        _ => null,
    };

    private static void Noted(Turn turn, Dialogue.Measuring measuring, MeasureNote note)
    {
        if (note != MeasureNote.None)
        {
            foreach (var value in Today(turn, measuring.Topic))
                Keep(turn, value with { Note = note });
        }

        Finish(turn, measuring);
    }

    private static List<Measurement> Today(Turn turn, MeasureTopic topic) =>
        [.. turn.State.Measures.Values.Where(v => v.Day == turn.Today && MeasureTopics.Of(topic).Contains(v.What))];

    private static void Keep(Turn turn, Measurement value)
    {
        var (log, kept) = turn.State.Measures.With(value);
        turn.State = turn.State with { Measures = log };
        turn.Record(kept);
    }

    /// <summary>What was told is compared; a sign in it comes before everything else.</summary>
    private static void Finish(Turn turn, Dialogue.Measuring measuring)
    {
        var log = turn.State.Measures;
        var result = MeasureWords.Result(log, measuring.Topic);
        if (measuring.Topic == MeasureTopic.Ankles && MeasureSigns.GrownAnkle(log) is { } grown)
        {
            turn.State = turn.State with { Dialogue = null };
            CheckFlow.Ask(turn, new SafetyCheck.Dvt(), grown == Measure.AnkleLeft ? MeasureLines.LeftGrew(result) : MeasureLines.RightGrew(result));
            return;
        }

        if (measuring.Topic == MeasureTopic.Ankles && MeasureSigns.BothAnklesGrow(log))
        {
            // SCR-6 is one of the health questions: all are asked again before any further pose.
            ScreeningFlow.Reopen(turn);
            result = MeasureLines.BothGrow(result);
        }
        else if (measuring.Topic == MeasureTopic.Sleep && MeasureSigns.SleepIsLong(log, turn.Today)
            && !(turn.Today.DayNumber - log.SleepAdvisedOn?.DayNumber < AdviceRests))
        {
            turn.State = turn.State with { Measures = log with { SleepAdvisedOn = turn.Today } };
            result = MeasureLines.SleepAdvice(result);
        }

        Show(turn, new Dialogue.Measuring(), result);
    }

    private static void Show(Turn turn, Dialogue.Measuring measuring, Line? text = null)
    {
        turn.State = turn.State with { Dialogue = measuring with { Step = turn.NextStep } };
        var card = CardOf(turn, measuring);
        turn.Answer(text is null ? card : card with { Text = text });
    }

    private static Card Number(Line text) => new(text, new Button("mea-back", MeasureLines.Back())) { ExpectsNumber = true };

    private static Card Menu(Turn turn, Line text)
    {
        var buttons = new List<Button>
        {
            new("mea-ankles", MeasureLines.Ankles()), new("mea-heavy", MeasureLines.HeavyLegs()), new("mea-sleep", MeasureLines.Sleep()),
            new("mea-reach", MeasureLines.Reach()), new("mea-chair", MeasureLines.ChairReach()),
        };
        if (turn.State.Measures.Values.Count > 0)
            buttons.Add(new Button("mea-changes", MeasureLines.Changes()));
        buttons.Add(new Button("mea-close", MeasureLines.Close()));
        return new Card(text, buttons);
    }
}
