using RecoveryBot.Telegram;
using RecoveryBot.Telegram.Types;

namespace RecoveryBot.Tests.Telegram;

/// <summary>A store in memory that can be made to fail, and tells before it commits.</summary>
internal sealed class KeepingConsumer : IUpdateConsumer
{
    public List<IReadOnlyList<Update>> Batches { get; } = [];

    /// <summary>Of each batch, whether it may have waited.</summary>
    public List<bool> Late { get; } = [];

    public IEnumerable<long> Ids => Batches.SelectMany(batch => batch).Select(update => update.UpdateId);

    public long? Offset { get; set; }

    /// <summary>How many commits fail from now on.</summary>
    public int Failures { get; set; }

    public Action OnCommit { get; set; } = () => { };

    public Task<long?> LoadOffsetAsync(CancellationToken cancellationToken) => Task.FromResult(Offset);

    public Task CommitAsync(IReadOnlyList<Update> updates, long? offset, bool mayBeLate, CancellationToken cancellationToken)
    {
        OnCommit();
        if (Failures-- > 0)
            throw new IOException("The disk is full.");
        Batches.Add(updates);
        Late.Add(mayBeLate);
        Offset = offset;
        return Task.CompletedTask;
    }
}
