using NodaTime;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Coaching.Walking;

/// <summary>
/// Judges by the words alone whether a pose may be shown: what was asked, what was answered, when. It knows the order of
/// the cards (design 3.2) and the outcomes (the protocol's table) and nothing of the coach's own state.
/// </summary>
internal sealed record SafetyOracle
{
    private static readonly string[] TimeLimited = ["SCR-2b", "SCR-10c", "SCR-11", "SCR-13b", "SCR-15a"];
    private static readonly string Emergency = ProtocolText.Message("MSG-EMERGENCY");
    private static readonly string Dvt = ProtocolText.Message("MSG-DVT");
    private static readonly string EyeNow = ProtocolText.Message("MSG-EYE-NOW");
    private static readonly string Tingle = ProtocolText.Message("MSG-TINGLE");
    private static readonly string LightV = ProtocolText.Message("MSG-LIGHT-V");

    public static SafetyOracle Start { get; } = new();

    private bool Consented { get; init; }

    /// <summary>Without saving: the questions come each time, so nothing is shown outside a session (SAFE-37).</summary>
    private bool IsGuest { get; init; }

    /// <summary>A pose was begun as it should; its way back may follow whatever has come since (SEQ-9).</summary>
    private bool Begun { get; init; }

    /// <summary>Cards answered in the present or last asking, a bit for each; 255: all.</summary>
    private int Answered { get; init; }

    private DateOnly? CompleteOn { get; init; }

    /// <summary>The asking has come to its last card once; by which answers is not looked at.</summary>
    private bool LastCardSeen { get; init; }

    /// <summary>Present card, and the single questions of it that were asked so far.</summary>
    private (int Card, IReadOnlyList<string> Asked) Single { get; init; } = (0, []);

    /// <summary>Questions of rank BLOCK or worse that stand at yes.</summary>
    private IReadOnlyList<string> Blocking { get; init; } = [];

    /// <summary>An emergency was told and neither taken back nor cleared.</summary>
    private bool Flagged { get; init; }

    /// <summary>The day of a symptom of the hold: no further hold on it (DOSE-28).</summary>
    private DateOnly? SymptomOn { get; init; }

    /// <summary>Another adult must be within call (PRE-6), for good with SCR-17.</summary>
    private bool NeedsBuddy { get; init; }

    private bool BuddyTold { get; init; }

    /// <summary>When the last pre-check was passed; <see langword="null"/>: none, or one is open.</summary>
    private DateTimeOffset? Prechecked { get; init; }

    /// <summary>The pre-check card names all of PRE-1 to PRE-5.</summary>
    private bool AskedAll { get; init; }

    /// <summary>Single questions of the pre-check that still want a no; <see langword="null"/>: none is being asked.</summary>
    private int? NosMissing { get; init; }

    /// <summary>Why the last words should not have been said; <see langword="null"/>: nothing against them.</summary>
    public string? Fault { get; private init; }

    /// <summary>Everything that the judgement hangs on, with instants as seen from <paramref name="now"/>.</summary>
    public string KeyAt(DateTimeOffset now) => string.Join('|', Consented, IsGuest, Begun, LastCardSeen, Answered, CompleteOn, Single.Card,
        string.Join(',', Single.Asked.Select(a => a.Length)), string.Join(',', Blocking), Flagged, SymptomOn, NeedsBuddy, BuddyTold,
        now - Prechecked, AskedAll, NosMissing);

    public SafetyOracle After(Walk walk, CoachInput input, IReadOnlyList<Saying> said)
    {
        var next = this with { Fault = null };
        // Whichever copy of the welcome it stands on.
        if (input is CoachInput.Press { Button.Verb: "con-agree" or "con-guest" })
            next = next with { Consented = true };
        // What was not understood answered nothing: the question had been left.
        if (AnswerIn(walk, input) is var (asking, answer) && !said.Any(s => Says(s.Message, "I didn't quite get that. You can write")))
            next = next.Told(asking, answer, walk.Now);
        foreach (var saying in said)
            next = next.Heard(saying);
        return next;
    }

    /// <summary>Which question was answered, and with which label or words; null: none.</summary>
    private static (ChatMessage Asking, string Answer)? AnswerIn(Walk walk, CoachInput input)
    {
        var asked = walk.Asking is null ? [] : walk.Older.Prepend(walk.Asking).ToList();
        var health = asked.FirstOrDefault(IsHealthQuestion);
        var open = walk.Newest == walk.Asking ? walk.Asking : health ?? walk.Asking;
        switch (input)
        {
            case CoachInput.Text text when open is not null && AnswerOf(open, text.Words) is { } answer:
                return (open, answer);
            case CoachInput.Press press:
                // An older copy of a question that is still open counts as well.
                var id = press.Button.ToString();
                var on = asked.Find(m => m.Buttons.Any(b => b.Id == id));
                return on is not null && (KeyOf(on) == KeyOf(open!) || (health is not null && KeyOf(on) == KeyOf(health)))
                    ? (on, on.Buttons.First(b => b.Id == id).Label) : null;
            default:
                return null;
        }
    }

    private static string? AnswerOf(ChatMessage asking, string words) => words switch
    {
        _ when asking.ExpectsNumber => words,
        "no" => asking.Buttons.FirstOrDefault(b => b.Label is "None of these" or "No to all" or "No" or "No, none of that" or "No, I did not"
            or "No, none of it is true")?.Label ?? "no",
        "yes" or "not sure" or "maybe" =>
            asking.Buttons.FirstOrDefault(b => b.Label is "One or more, or not sure" or "Yes" or "Yes, within call")?.Label,
        _ => asking.Buttons.FirstOrDefault(b => b.Label == words)?.Label,
    };

    private static bool IsHealthQuestion(ChatMessage message) =>
        CardOf(message) is not null || message.Buttons.Any(b => b.Label is "No to all" or "Yes, within call") || IsSingle(message);

    private static bool IsSingle(ChatMessage message) => message.Buttons.Count == 3
        && message.Buttons[0].Label == "Yes" && message.Buttons[1].Label == "No" && message.Buttons[2].Label == "Not sure";

    private SafetyOracle Told(ChatMessage asking, string answer, DateTimeOffset now)
    {
        var next = answer switch
        {
            "I'm 18 or over, I agree" or "Use without saving" => this with { Consented = true },
            "No, I did not" or "No, none of that" or "A clinician has said yes" => this with { Flagged = false },
            "No, none of it is true" => this with { Blocking = [] },
            "Yes, within call" => this with { BuddyTold = true },
            "Yes, or not sure" when Says(asking, "neuropathy") => this with { Blocking = [.. Blocking, "SCR-12a"] },
            _ => this,
        };
        if (answer == "A clinician has said yes")
            next = next with { Blocking = [] };
        if (CardOf(asking) is { } card)
            return next.ToldCard(card, answer, now);
        if (asking.Buttons.Any(b => b.Label == "No to all"))
            return next.ToldPrecheck(answer, now);
        if (IsSingle(asking))
            return next.NosMissing is null ? next.ToldSingle(answer, now) : next.ToldPrecheckSingle(answer);
        if (asking.ExpectsNumber && next.Single.Asked.Count > 0)
            return next.ToldNumber(answer, now);
        if (answer == "No, none of that" && next.NosMissing > 0)
            return next with { NosMissing = next.NosMissing - 1 };
        if (answer is "No, none of that" or "no" && next.NosMissing is null && next.Single is { Card: 1 })
            return next with { Answered = next.Answered | 1 };
        if (answer == "About two hours ago" && next.NosMissing is null or 0)
            return next with { Prechecked = now };
        return next;
    }

    private SafetyOracle ToldCard(int card, string answer, DateTimeOffset now) => answer switch
    {
        "None of these" => (this with
        {
            Answered = Answered | (1 << (card - 1)),
            Blocking = [.. Blocking.Where(id => !(TimeLimited.Contains(id) && ProtocolText.Cards[card - 1].Contains(id)))],
        }).Completed(now),
        "One or more, or not sure" => this with { Single = (card, []) },
        _ => this,
    };

    private SafetyOracle ToldSingle(string answer, DateTimeOffset now)
    {
        if (Single.Card < 2 || Single.Asked.Count == 0)
            return this;
        var ids = ProtocolText.Cards[Single.Card - 1];
        var id = ids[Math.Min(Single.Asked.Count, ids.Length) - 1];
        var next = this;
        if (answer != "No" && ProtocolText.OutcomeOf[id] != "CAUTION" || answer != "No" && id == "SCR-10b")
            next = next with { Blocking = [.. next.Blocking, id] };
        if (answer != "No" && id == "SCR-17")
            next = next with { NeedsBuddy = true };
        return Single.Asked.Count >= ids.Length
            ? (next with { Answered = next.Answered | (1 << (Single.Card - 1)) }).Completed(now)
            : next;
    }

    /// <summary>A week of pregnancy before 13 makes SCR-10b a caution; other numbers change nothing here.</summary>
    private SafetyOracle ToldNumber(string words, DateTimeOffset now) =>
        Blocking.Contains("SCR-10b") && Single is { Card: 5, Asked.Count: 2 } && int.TryParse(words, out var week) && week is >= 1 and < 13
            ? (this with { Blocking = [.. Blocking.Where(id => id != "SCR-10b")] }).Completed(now)
            : this;

    private SafetyOracle Completed(DateTimeOffset now) => Answered == 255
        ? this with { CompleteOn = DayOf(now) }
        : this;

    private SafetyOracle ToldPrecheck(string answer, DateTimeOffset now) => answer switch
    {
        // PRE-5 alone is enough only on the day of a full screening (SEQ-20).
        "No to all" when NosMissing is 0 || AskedAll || CompleteOn == DayOf(now) => this with { Prechecked = now, NosMissing = null },
        "Something is new" => this with { NosMissing = 4, AskedAll = false },
        _ => this,
    };

    /// <summary>PRE-1 that is not a clear no asks everything again (SAFE-3).</summary>
    private SafetyOracle ToldPrecheckSingle(string answer) => answer == "No"
        ? this with { NosMissing = NosMissing - 1 }
        : NosMissing == 4 ? this with { CompleteOn = null } : this;

    private SafetyOracle Heard(Saying saying)
    {
        var (message, at) = saying;
        var next = this;
        if (CardOf(message) is { } card)
            next = card == 1 ? next with { Answered = 0, Prechecked = null, NosMissing = null, Single = (1, []), NeedsBuddy = false }
                : next with { Single = (card, []), LastCardSeen = next.LastCardSeen || card == 8 };
        else if (IsSingle(message) && next.Single.Card >= 2 && next.NosMissing is null
            && !next.Single.Asked.Contains(KeyOf(message)))
            next = next with { Single = (next.Single.Card, [.. next.Single.Asked, KeyOf(message)]) };
        if (message.Buttons.Any(b => b.Label is "Something is new" or "One of these"))
        {
            var asksAll = message.Text.Contains("chest", StringComparison.Ordinal);
            next = next with { Prechecked = null, NosMissing = null, BuddyTold = false, AskedAll = asksAll };
        }

        if (Says(message, Emergency) || Says(message, Dvt) || Says(message, EyeNow))
            next = next with { Flagged = true, Answered = 0, CompleteOn = null };
        if (Says(message, "nothing is kept longer than 24 hours"))
            next = next with { IsGuest = true };
        // Also where it was answered on an older copy of the question.
        if (Says(message, "noted as a misunderstanding"))
            next = next with { Flagged = false };
        if (Says(message, "all health questions") || Says(message, "the health questions again"))
            next = next with { CompleteOn = null };
        if (Says(message, Tingle) || Says(message, LightV))
            next = next with { SymptomOn = DayOf(at) };
        return message switch
        {
            _ when IsDrawingOutsideSession(message) => next.Judged(message, next.AgainstDrawing(at)),
            _ when message.Text.AsSpan().ContainsAny(ProtocolText.IntoPose) => next.Judged(message, at),
            { Picture.Name: "e-chair" } => next.Judged(message, next.AgainstRest()),
            { Picture: not null } when Says(message, "just right for lying still") => next.Judged(message, next.AgainstDrawing(at)),
            { Picture.Name: "x" or "e-floor" or "e-wall" or "c" } => next.Judged(message, next.Begun ? null : "no pose was begun"),
            { Picture: not null } => next.Judged(message, at),
            _ => next,
        };
    }

    /// <summary>The list of poses, and what is leafed through from it.</summary>
    private static bool IsDrawingOutsideSession(ChatMessage message) =>
        Says(message, "Which pose would you like to see?") || message.Buttons.Any(b => b.Label == "All the poses");

    private string? AgainstDrawing(DateTimeOffset at) => this switch
    {
        { IsGuest: true } => "a guest is asked each time",
        { CompleteOn: { } day } when DayOf(at) >= day.AddDays(28) => "the health questions are due",
        _ when SymptomOn == DayOf(at) => "a symptom closed the day",
        { Blocking.Count: > 0 } => $"{string.Join(", ", Blocking)} stands against it",
        { CompleteOn: null } => $"not all cards are answered ({Answered:b8})",
        _ => AgainstRest(),
    };

    /// <summary>The seated rest may be shown whatever was answered, once all was asked (SAFE-7).</summary>
    private string? AgainstRest() => this switch
    {
        { Consented: false } => "nobody agreed",
        { Flagged: true } => "an emergency stands",
        { LastCardSeen: false } => "the health questions were not asked to their end",
        _ => null,
    };

    private SafetyOracle Judged(ChatMessage message, DateTimeOffset at)
    {
        // A pose that is shown again, or goes on, was judged when it began.
        var begins = message.Buttons.Any(b => b.Label is "I'm in position" or "Legs are up");
        var fault = this switch
        {
            { Consented: false } => "nobody agreed",
            { Flagged: true } => "an emergency stands",
            { CompleteOn: null } => $"not all cards are answered ({Answered:b8})",
            { Blocking.Count: > 0 } => $"{string.Join(", ", Blocking)} stands against it",
            _ when SymptomOn == DayOf(at) => "a symptom closed the day",
            { Prechecked: null } => "no pre-check was passed",
            _ when begins && at - Prechecked >= TimeSpan.FromHours(1) => $"the pre-check is {at - Prechecked} old",
            _ when begins && DayOf(Prechecked!.Value) != DayOf(at) => "the pre-check is of another day",
            { NeedsBuddy: true, BuddyTold: false } => "nobody is within call",
            _ => null,
        };
        return (this with { Begun = Begun || begins }).Judged(message, fault);
    }

    private SafetyOracle Judged(ChatMessage message, string? fault) => fault is null ? this : this with { Fault = $"{fault}: {message.Text}" };

    private static bool Says(ChatMessage message, string words) => message.Text.Contains(words, StringComparison.Ordinal);

    private static int? CardOf(ChatMessage message) =>
        message.Text.IndexOf(" of 8 ·", StringComparison.Ordinal) is > 0 and var at ? message.Text[at - 1] - '0' : null;

    /// <summary>What a message asks, whatever is said before it.</summary>
    private static string KeyOf(ChatMessage message) => CardOf(message) is { } card
        ? $"card {card}"
        : message.Text[(message.Text.LastIndexOf('\n') + 1)..] + string.Join('|', message.Buttons.Select(b => b.Label));

    /// <summary>The local day, which begins at 04:00 (section 0).</summary>
    private static DateOnly DayOf(DateTimeOffset at) =>
        Instant.FromDateTimeOffset(at).InZone(Walk.Berlin).LocalDateTime.PlusHours(-4).Date.ToDateOnly();
}
