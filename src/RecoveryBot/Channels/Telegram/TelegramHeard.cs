using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Channels.Telegram;

/// <summary>What one update of Telegram asks for. Closed.</summary>
internal abstract record TelegramHeard
{
    private TelegramHeard() { }

    /// <summary>Somebody said or did something to the coach.</summary>
    public sealed record ToCoach(IncomingUpdate Update) : TelegramHeard;

    /// <summary>A press that changes nothing: a line over the chat.</summary>
    public sealed record Refused(string Press, Line Why) : TelegramHeard;

    /// <summary>A group that is told the way to the private chat.</summary>
    public sealed record InGroup(long Chat, long Message) : TelegramHeard;

    /// <summary>Nothing for us.</summary>
    public sealed record Nothing : TelegramHeard;
}
