using NodaTime;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Tests.Support;

/// <summary>Talks with the coach alone, by a clock that moves when it is told to, and keeps what was said.</summary>
internal sealed class TestConversation
{
    public TestConversation(string zone = "Europe/Berlin") => State = new UserState { Zone = zone };

    public UserState State { get; set; }

    public DateTimeOffset Now { get; private set; } = new(2026, 3, 2, 19, 30, 0, TimeSpan.Zero);

    public List<ChatMessage> Said { get; } = [];

    public bool Erased { get; private set; }

    public ChatMessage Last => Said[^1];

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
        Said.AddRange(decision.Replies.Select(reply => Words.English.Render(reply, zone, Now)));
        return this;
    }

    /// <summary>Lets time pass; every timer fires when it is due.</summary>
    public TestConversation Wait(TimeSpan time)
    {
        var until = Now + time;
        for (var guard = 0; State.WakeAt is { } due && due <= until; guard++)
        {
            if (guard > 1000)
                throw new InvalidOperationException($"The timer does not move on: {State.Session} {State.Check} {State.Settlings.Count}");
            Now = due > Now ? due : Now;
            Hear(new CoachInput.TimeUp());
        }

        Now = until;
        return this;
    }

    public TestConversation Minutes(double minutes) => Wait(TimeSpan.FromMinutes(minutes));

    /// <summary>A healthy adult's way to the plan of 15 minutes.</summary>
    public TestConversation ToPlan()
    {
        Say("/start").Press("I'm 18 or over, I agree");
        for (var card = 0; card < 8; card++)
            Press("None of these");
        return Press("No to all").Press("15 minutes");
    }

    /// <summary>On to the main pose with the legs up.</summary>
    public TestConversation ToHold() => ToPlan().Press("Start").Press("I'm in position").Minutes(1)
        .Press("I'm in position").Minutes(3).Press("Legs are up");
}
