using RecoveryBot.Telegram.Types;

namespace RecoveryBot.Telegram;

/// <summary>
/// Who keeps the updates. Telegram forgets an update once it is confirmed, so it is confirmed only when kept.
/// </summary>
public interface IUpdateConsumer
{
    /// <summary>The offset stored with the last commit; <see langword="null"/>: none yet.</summary>
    Task<long?> LoadOffsetAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Stores the updates or their effects, and the offset, in one transaction. Returns when it is durable; throws
    /// when it is not, and the same updates come again. One already stored is skipped, by its id and not by order.
    /// </summary>
    /// <param name="updates">At least one, in order.</param>
    /// <param name="offset">The offset to start from next time; <see langword="null"/>: posted, so there is none.</param>
    /// <param name="mayBeLate">
    /// They may have waited: nothing was received for a while, as before the program's start or while polls failed.
    /// </param>
    /// <param name="cancellationToken">Cancelled when the program stops: commit or throw.</param>
    Task CommitAsync(IReadOnlyList<Update> updates, long? offset, bool mayBeLate, CancellationToken cancellationToken);
}
