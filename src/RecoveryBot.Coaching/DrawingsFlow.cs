using RecoveryBot.Coaching.Session;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching;

/// <summary>
/// The drawings of the poses, to be leafed through: to whoever might begin a session now, and what they would be led
/// through (P7). Each press and each word passes the gate anew.
/// </summary>
internal static class DrawingsFlow
{
    /// <summary>The verb of the list.</summary>
    public const string ListVerb = "pic-list";

    private const string AskVerb = "pic-ask";

    /// <summary>What comes before the name of a drawing in the verb of its button.</summary>
    private const string Page = "pic-";

    private static readonly IReadOnlyList<string> Words =
    [
        "show me the poses", "show the poses", "see the poses", "show me the pose", "show me the drawings", "the drawings", "pictures of the pose",
        "picture of the pose", "drawings of the pose", "how does it look", "how do they look", "how does the pose look", "how do the poses look",
        "what does it look like", "what do they look like", "what does the pose look like", "what do the poses look like",
    ];

    /// <summary>Plain words that ask for the drawings.</summary>
    public static bool IsAskedFor(string text) => Words.Any(words => text.Contains(words, StringComparison.OrdinalIgnoreCase))
        || text.Trim(' ', '.', '!', '?').ToLowerInvariant() is "poses" or "the poses" or "drawings" or "pictures";

    public static Card CardOf(Turn turn, Dialogue.Drawings drawings)
    {
        if (!MayShow(turn))
            return LearnFlow.Menu();
        var pages = PosePages.Of(turn);
        return CardOf(pages, IndexOf(pages, drawings.Shown));
    }

    public static void Press(Turn turn, string verb)
    {
        if (verb == AskVerb)
            StartFlow.Begin(turn, null);
        else
            Show(turn, verb[Page.Length..]);
    }

    /// <summary>"Next" and "back"; false: the words are no answer.</summary>
    public static bool Text(Turn turn, Dialogue.Drawings drawings, string words)
    {
        var pages = PosePages.Of(turn);
        var at = IndexOf(pages, drawings.Shown);
        var wanted = words.Trim(' ', '.', '!').ToLowerInvariant() switch
        {
            "next" or "go on" or "more" => at + 1,
            "back" or "previous" when at >= 0 => at - 1,
            _ => pages.Count,
        };
        if (wanted == pages.Count || !MayShow(turn))
            return false;
        Show(turn, wanted < 0 ? null : pages[wanted].Picture);
        return true;
    }

    /// <summary>Shows a drawing, or the list, or says why not.</summary>
    /// <param name="picture">Its name; one that this person is not led through, or <see langword="null"/>: the list.</param>
    public static void Show(Turn turn, string? picture = null)
    {
        if (!MayShow(turn))
        {
            SayWhyNot(turn);
            return;
        }

        var pages = PosePages.Of(turn);
        var at = IndexOf(pages, picture);
        var leafs = at >= 0 && turn.State.Dialogue is Dialogue.Drawings { Shown: not null };
        // Another dialogue that waits for its answer stays open; these buttons work beside it.
        if (turn.State.Dialogue is null or Dialogue.Learning or Dialogue.Drawings)
            turn.State = turn.State with { Dialogue = new Dialogue.Drawings(at < 0 ? null : picture) { Step = turn.NextStep } };
        // A drawing can take a drawing's place, but not that of words.
        if (leafs)
            turn.Answer(CardOf(pages, at));
        else
            turn.Say(CardOf(pages, at));
    }

    private static bool MayShow(Turn turn) =>
        turn.State.Consent is { Guest: false, IsOutdated: false } && PoseGate.First(turn) == Hindrance.None;

    private static void SayWhyNot(Turn turn)
    {
        switch (PoseGate.First(turn))
        {
            case Hindrance.NotAgreed: Talk.Welcome(turn, Afterwards.Nothing); break;
            case Hindrance.SafetyQuestion: Open.Say(turn, TalkLines.FirstCheck()); break;
            case Hindrance.OpenSession: Open.Say(turn, TalkLines.AfterSession()); break;
            case Hindrance.Asking: Open.Say(turn, LearnLines.DrawingsAfterHealth()); break;
            case (Hindrance.Crisis or Hindrance.ClosedDay or Hindrance.Paused or Hindrance.NoHold) and var hindrance:
                turn.Say(PoseGate.Refusal(turn, hindrance));
                break;
            case var _ when turn.State.Consent is { Guest: true }: turn.Say(LearnLines.DrawingsForGuests()); break;
            case Hindrance.ScreeningDue: Ask(turn, LearnLines.DrawingsAfterHealth()); break;
            case Hindrance.Unreported or Hindrance.BlockEnd: Ask(turn, LearnLines.DrawingsAfterThis()); break;
            default: Talk.StepOver(turn); break; // An agreement to an older text, while another question is open.
        }
    }

    private static void Ask(Turn turn, Line line) =>
        turn.Say(new Card(line, new Button(AskVerb, LearnLines.AskMe(), ButtonTone.Primary)));

    private static int IndexOf(IReadOnlyList<PosePage> pages, string? picture)
    {
        for (var at = 0; at < pages.Count; at++)
        {
            if (pages[at].Picture == picture)
                return at;
        }

        return -1;
    }

    /// <param name="at">Below 0: the list.</param>
    private static Card CardOf(IReadOnlyList<PosePage> pages, int at) => at < 0
        ? new Card(LearnLines.AskPose(),
            [.. pages.DistinctBy(page => page.Pose.Name).Select(page => new Button(Page + page.Picture, page.Pose)), new Button("edu-back", LearnLines.Back())])
        : new Card(SessionLines.NextWayIn(pages[at].Title, pages[at].Cue), [.. Leafing(pages, at)]) { Picture = pages[at].Picture };

    private static IEnumerable<Button> Leafing(IReadOnlyList<PosePage> pages, int at)
    {
        if (at + 1 < pages.Count)
            yield return new Button(Page + pages[at + 1].Picture, LearnLines.NextDrawing(), ButtonTone.Primary);
        if (at > 0)
            yield return new Button(Page + pages[at - 1].Picture, LearnLines.PreviousDrawing());
        yield return new Button(ListVerb, LearnLines.AllPoses());
    }
}
