using NodaTime;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Reminders;
using RecoveryBot.Coaching.Session;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Tests.Support;

/// <summary>Talks with the coach alone, by a clock that moves when it is told to, and keeps what was said.</summary>
internal sealed class TestConversation
{
    /// <param name="target">Where the hold stands when the coach first hears of the person, minutes.</param>
    public TestConversation(string zone = "Europe/Berlin", int target = DoseLimits.Start) =>
        State = new UserState { Zone = zone, DoseBase = Dose.Start with { Target = target } };

    private readonly List<(ChatMessage, DateTimeOffset)> _nudges = [];

    public UserState State { get; set; }

    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 19, 30, 0, TimeSpan.Zero);

    public List<ChatMessage> Said { get; } = [];

    public bool Erased { get; private set; }

    public ChatMessage Last => Said[^1];

    /// <summary>The dose as it is folded from what has happened so far.</summary>
    public Dose Dose => DoseFold.Fold(State.DoseBase, State.Events);

    /// <summary>The report of the session that is on, or of the last one.</summary>
    public SessionReport Report => State.Events.OfType<DoseEvent.Reported>().Last().Report;

    /// <summary>The stage of the pose that is on.</summary>
    public Stage? Stage => (State.Session as SessionState.Live)?.Stage;

    /// <summary>All that was said, as one text.</summary>
    public string Texts => string.Join('\n', Said.Select(m => m.Text));

    /// <summary>The newest message that has buttons or wants a number.</summary>
    public ChatMessage Asking => Said.FindLast(m => m.Buttons.Count > 0 || m.ExpectsNumber)!;

    public TestConversation Say(string words) => Hear(new CoachInput.Text(words));

    /// <summary>Presses a button of the newest message that has any, by its label.</summary>
    public TestConversation Press(string label)
    {
        var button = Asking.Buttons.FirstOrDefault(b => b.Label == label)
            ?? throw new InvalidOperationException($"No button '{label}' under: {Asking.Text} [{string.Join(", ", Asking.Buttons.Select(b => b.Label))}]");
        return Hear(new CoachInput.Press(ButtonId.TryParse(button.Id)!.Value));
    }

    public TestConversation Press(ChatButton button) => Hear(new CoachInput.Press(ButtonId.TryParse(button.Id)!.Value));

    public TestConversation Hear(CoachInput input)
    {
        var decision = Coach.Decide(State, input, Now);
        Erased |= decision.Erases;
        State = decision.State;
        var zone = State.Zone is { } id ? DateTimeZoneProviders.Tzdb[id] : null;
        var said = decision.Replies.Select(reply => Words.English.Render(reply, zone, Now)).ToList();
        Said.AddRange(said);
        _nudges.AddRange(said.Where(message => message.Class == DeliveryClass.Nudge).Select(message => (message, Now)));
        return this;
    }

    /// <summary>Lets time pass; every timer and every reminder fires when it is due.</summary>
    public TestConversation Wait(TimeSpan time)
    {
        var until = Now + time;
        for (var guard = 0; !Erased && NextDue is { } due && due <= until; guard++)
        {
            if (guard > 3000)
                throw new InvalidOperationException($"The timer does not move on: {State.Session} {State.Check} {State.Settlings.Count}");
            Now = due > Now ? due : Now;
            Fire();
        }

        Now = until;
        return this;
    }

    /// <summary>Nobody is there for so long; then everything that has fallen due is looked at once.</summary>
    public TestConversation BeDown(TimeSpan time)
    {
        Now += time;
        while (NextDue is { } due && due <= Now)
            Fire();
        return this;
    }

    /// <summary>The messages of the class nudge so far.</summary>
    public IReadOnlyList<(ChatMessage Message, DateTimeOffset At)> Nudges => _nudges;

    private DateTimeOffset? NextDue => NextReminder is { } reminder && !(State.WakeAt <= reminder.Due) ? reminder.Due : State.WakeAt;

    private (ReminderKind Kind, DateTimeOffset Due)? NextReminder => State.Reminders.Due.OrderBy(due => due.Due).ThenBy(due => due.Kind)
        .Select(due => ((ReminderKind, DateTimeOffset)?)due).FirstOrDefault();

    private void Fire()
    {
        if (State.WakeAt is { } timer && !(NextReminder?.Due < timer))
            Hear(new CoachInput.TimeUp());
        else
            Hear(new CoachInput.ReminderDue(NextReminder!.Value.Kind));
    }

    public TestConversation Minutes(double minutes) => Wait(TimeSpan.FromMinutes(minutes));

    /// <summary>Answers some cards with "None of these".</summary>
    public TestConversation None(int cards)
    {
        for (var card = 0; card < cards; card++)
            Press("None of these");
        return this;
    }

    /// <summary>A healthy adult's way to the plan of 15 minutes.</summary>
    public TestConversation ToPlan()
    {
        Say("/start").Press("I'm 18 or over, I agree").None(8);
        return Press("No to all").Press(State.DoseBase.Target > 5 ? "30 minutes" : "15 minutes");
    }

    /// <summary>On to the main pose with the legs up.</summary>
    public TestConversation ToHold() => ToSetUp().Press("Legs are up");

    /// <summary>On to the way into the main pose.</summary>
    public TestConversation ToSetUp()
    {
        ToPlan().Press("Start").Press("I'm in position");
        var (u, s) = State.DoseBase.Target > 5 ? (2, 5) : (1, 3);
        return Minutes(u).Press("I'm in position").Minutes(s);
    }

    /// <summary>On through the whole hold to the side rest.</summary>
    public TestConversation ToSideRest() => ToHold().Minutes(State.DoseBase.Target).Press("I'm on my side");

    /// <summary>From the side rest to the summary, nothing to report.</summary>
    public TestConversation Home(int held)
    {
        Minutes(9);
        return Press(held == 1 ? "Yes, 1 minute" : $"Yes, {held} minutes").Press("None");
    }
}
