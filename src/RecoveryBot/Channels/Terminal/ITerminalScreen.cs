using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Channels.Terminal;

/// <summary>Where the coach's messages appear. Messages come from several threads, whole and one at a time.</summary>
public interface ITerminalScreen
{
    void Show(ChatMessage message);
}
