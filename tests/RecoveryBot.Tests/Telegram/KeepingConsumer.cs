using RecoveryBot.Telegram;
using RecoveryBot.Telegram.Types;

namespace RecoveryBot.Tests.Telegram;

/// <summary>A store in memory that can be made to fail, and tells before it commits.</summary>
internal sealed class KeepingConsumer : IUpdateConsumer
{
    public List<IReadOnlyList<Update>> Batches { get; } = [];

    public IEnumerable<long> Ids => Batches.SelectMany(batch => batch).Select(update => update.UpdateId);

    public long? Offset { get; set; }

    /// <summary>How many commits fail from now on.</summary>
    public int Failures { get; set; }

    public Action OnCommit { get; set; } = () => { };

    public Task<long?> LoadOffsetAsync(CancellationToken cancellationToken) => Task.FromResult(Offset);

    public Task CommitAsync(IReadOnlyList<Update> updates, long? offset, CancellationToken cancellationToken)
    {
        OnCommit();
        if (Failures-- > 0)
            throw new IOException("The disk is full.");
        Batches.Add(updates);
        Offset = offset;
        return Task.CompletedTask;
    }
}
