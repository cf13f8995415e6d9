using RecoveryBot.Channels;
using RecoveryBot.Outbox;

namespace CrashHost;

/// <summary>A chat channel with a crash point on either side of the call.</summary>
internal sealed class CrashingChannel(IChatChannel inner, Action before, Action after) : IChatChannel
{
    public string Platform => inner.Platform;

    public async Task<Delivery> DeliverAsync(Outgoing outgoing, CancellationToken cancellationToken)
    {
        before();
        var delivery = await inner.DeliverAsync(outgoing, cancellationToken);
        after();
        return delivery;
    }
}
