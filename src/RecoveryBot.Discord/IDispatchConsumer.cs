using RecoveryBot.Discord.Gateway;

namespace RecoveryBot.Discord;

/// <summary>
/// Who keeps the dispatches. Discord replays after a resume whatever came after the position, so the position is stored only
/// together with what it stands for.
/// </summary>
public interface IDispatchConsumer
{
    /// <summary>The position and identifies stored last; <see cref="GatewayMemory.Empty"/>: none yet.</summary>
    Task<GatewayMemory> LoadAsync(Shard shard, CancellationToken cancellationToken);

    /// <summary>
    /// Stores when this bot identified, before it does so once more: beyond 1000 a day Discord takes the token away, also
    /// from a process that keeps crashing. Returns when it is durable; throws when it is not, and nothing is sent.
    /// </summary>
    /// <param name="identifies">All of the last 24 h, oldest first; they replace what was kept.</param>
    Task KeepIdentifiesAsync(
        Shard shard, IReadOnlyList<DateTimeOffset> identifies, CancellationToken cancellationToken);

    /// <summary>
    /// Told of a dispatch as it comes, before it waits for its commit: a deadline counts from here, however slow the store
    /// is. It returns at once and does not throw. A dispatch that is committed was received, perhaps in an earlier process.
    /// </summary>
    void Received(Dispatch dispatch)
    {
    }

    /// <summary>
    /// Stores the dispatches or their effects, and the position, in one transaction. Returns when it is durable; throws when
    /// it is not, and the same dispatches come again. Called one at a time for each shard, beside the connection: it may be
    /// slow without harm to it. After a crash a dispatch may come a second time: by interaction or message id it is skipped.
    /// </summary>
    /// <param name="dispatches">At least one, in order, also those that mean nothing to the host.</param>
    /// <param name="position">After the last of them.</param>
    /// <param name="cancellationToken">Cancelled when the program stops: commit or throw.</param>
    Task CommitAsync(
        Shard shard, IReadOnlyList<Dispatch> dispatches, GatewayPosition position, CancellationToken cancellationToken);
}
