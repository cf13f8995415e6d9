using RecoveryBot.Channels;
using RecoveryBot.Outbox;

namespace CrashHost;

/// <summary>A chat channel with a crash point on either side of the call, and one before a nudge is claimed for it.</summary>
internal sealed class CrashingChannel(IChatChannel inner) : IChatChannel
{
    public Action BeforeClaim { get; init; } = () => { };

    public Action Before { get; init; } = () => { };

    public Action After { get; init; } = () => { };

    public string Platform => inner.Platform;

    public TimeSpan TakeUnasked()
    {
        BeforeClaim();
        return inner.TakeUnasked();
    }

    public async Task<Delivery> DeliverAsync(Outgoing outgoing, CancellationToken cancellationToken)
    {
        Before();
        var delivery = await inner.DeliverAsync(outgoing, cancellationToken);
        After();
        return delivery;
    }
}
