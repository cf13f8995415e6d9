using NodaTime;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Tests.Coaching.Walking;

/// <summary>A message and when it was said.</summary>
internal sealed record Saying(ChatMessage Message, DateTimeOffset At);

/// <summary>
/// Where a walk through the whole conversation stands. Immutable: a test may go on from any point in several ways.
/// </summary>
internal sealed record Walk
{
    public static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly UserState Nobody = new() { Zone = Berlin.Id };

    private Walk()
    {
    }

    /// <summary>Somebody whom the coach has never heard of, at noon.</summary>
    public static Walk Start { get; } = new()
    {
        State = Nobody,
        Now = new DateTimeOffset(2026, 3, 2, 11, 0, 0, TimeSpan.Zero),
    };

    /// <summary>A healthy adult with the legs up; the hold has just begun.</summary>
    public static Walk InHold { get; } = ToHold(Start, "15 minutes");

    /// <summary>The same with a hold of 13 minutes.</summary>
    public static Walk InLongHold { get; } = ToHold(
        Start with { State = Nobody with { DoseBase = Dose.Start with { Target = 13 } } }, "30 minutes");

    public required UserState State { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>What was said in answer to the last input, or while time passed.</summary>
    public IReadOnlyList<Saying> Said { get; private init; } = [];

    /// <summary>The newest message that has buttons or wants a number; <see langword="null"/>: none yet.</summary>
    public ChatMessage? Asking { get; private init; }

    /// <summary>Messages with buttons from before <see cref="Asking"/>, newest first, at most eight.</summary>
    public IReadOnlyList<ChatMessage> Older { get; private init; } = [];

    /// <summary>The newest message of all; <see langword="null"/>: none yet.</summary>
    public ChatMessage? Newest { get; private init; }

    /// <summary>What was told and said so far, judged by the words alone.</summary>
    public SafetyOracle Oracle { get; private init; } = SafetyOracle.Start;

    public bool Erased { get; private init; }

    /// <summary>The step before; <see langword="null"/>: the walk begins here.</summary>
    public Walk? Before { get; private init; }

    /// <summary>What was done to come here, for people to read.</summary>
    public string Did { get; private init; } = "";

    public Walk Type(string words) => Hear(new CoachInput.Text(words), words);

    public Walk Press(ChatButton button) =>
        Hear(new CoachInput.Press(ButtonId.TryParse(button.Id)!.Value), $"[{button.Label}]");

    /// <summary>Presses a button of the newest message that has any.</summary>
    public Walk Press(string label) => Press(
        Asking?.Buttons.FirstOrDefault(b => b.Label == label)
        ?? throw new InvalidOperationException($"No button '{label}' after\n{this}"));

    public Walk Hear(CoachInput input, string? did = null)
    {
        var decision = Coach.Decide(State, input, Now);
        var said = decision.Replies.Select(reply => new Saying(Words.English.Render(reply, Berlin, Now), Now)).ToList();
        var next = this with
        {
            State = decision.Erases ? Nobody : decision.State,
            Erased = decision.Erases,
            Asking = decision.Erases ? null : Asking,
            Older = decision.Erases ? [] : Older,
            Said = said,
            Before = this,
            Did = did ?? input.ToString()!,
        };
        foreach (var saying in said)
            next = next.Shown(saying.Message);
        return next with { Oracle = decision.Erases ? SafetyOracle.Start : Oracle.After(this, input, said) };
    }

    /// <summary>What time alone brings next, a timer or a reminder; <see langword="null"/>: nothing.</summary>
    private (DateTimeOffset Due, CoachInput What)? NextDue => State.Reminders.Due
        .Select(reminder => (reminder.Due, (CoachInput)new CoachInput.ReminderDue(reminder.Kind)))
        .Concat(State.WakeAt is { } timer ? [(timer, new CoachInput.TimeUp())] : [])
        .OrderBy(next => next.Item1).Select(next => ((DateTimeOffset, CoachInput)?)next).FirstOrDefault();

    /// <summary>Lets time pass; every timer and every reminder fires when it is due.</summary>
    public Walk Wait(TimeSpan time)
    {
        var until = Now + time;
        var walk = this;
        var said = new List<Saying>();
        for (var fired = 0; walk.NextDue is var (due, what) && due <= until; fired++)
        {
            Assert.True(fired < 500, $"The timer does not move on after\n{this}");
            walk = (walk with { Now = due > walk.Now ? due : walk.Now }).Hear(what);
            said.AddRange(walk.Said);
        }

        return walk with { Now = until, Said = said, Before = this, Did = $"clock + {time}" };
    }

    public Walk Minutes(double minutes) => Wait(TimeSpan.FromMinutes(minutes));

    /// <summary>Lets time pass until a timer has fired; an hour if there is none.</summary>
    public Walk UntilDue() => NextDue is var (due, _) && due > Now ? Wait(due - Now) : Minutes(60);

    /// <summary>The last steps, for a failure to be understood.</summary>
    public override string ToString()
    {
        var steps = new List<string>();
        for (var walk = this; walk is not null && steps.Count < 25; walk = walk.Before)
        {
            var said = walk.Said.Select(s => $"      {s.Message.Text.ReplaceLineEndings(" / ")}\n");
            steps.Add($"{walk.Now:HH:mm:ss} {walk.Did}\n{string.Concat(said)}");
        }

        steps.Reverse();
        return string.Concat(steps);
    }

    private static Walk ToHold(Walk walk, string minutes)
    {
        walk = walk.Type("/start").Press("I'm 18 or over, I agree");
        for (var card = 0; card < 8; card++)
            walk = walk.Press("None of these");
        return walk.Press("No to all").Press(minutes).Press("Start").Press("I'm in position").UntilDue()
            .Press("I'm in position").UntilDue().Press("Legs are up");
    }

    private Walk Shown(ChatMessage message) => message.Buttons.Count == 0 && !message.ExpectsNumber
        ? this with { Newest = message }
        : this with
        {
            Newest = message,
            Asking = message,
            Older = Asking is { Buttons.Count: > 0 } before ? [before, .. Older.Take(7)] : Older,
        };
}
