using RecoveryBot.Channels;
using RecoveryBot.Channels.Terminal;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Outbox;

namespace RecoveryBot.Demo;

/// <summary>Stands where the terminal would: what is said is read by the made-up person alone.</summary>
internal sealed class DemoChannel : IChatChannel
{
    public string Platform => TerminalChannel.Name;

    /// <summary>The newest message; <see langword="null"/>: nothing has been said.</summary>
    public ChatMessage? Newest { get; private set; }

    public Task<Delivery> DeliverAsync(Outgoing outgoing, CancellationToken cancellationToken)
    {
        Newest = outgoing.Message;
        return Task.FromResult<Delivery>(new Delivery.Sent("newest"));
    }
}
