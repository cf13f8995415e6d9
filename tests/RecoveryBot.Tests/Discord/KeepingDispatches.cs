using RecoveryBot.Discord;
using RecoveryBot.Discord.Gateway;

namespace RecoveryBot.Tests.Discord;

/// <summary>A store in memory that can be made to fail or to wait, and tells what was committed.</summary>
internal sealed class KeepingDispatches : IDispatchConsumer
{
    private readonly Lock _gate = new();
    private readonly List<Dispatch> _kept = [];
    private readonly List<(int Count, TaskCompletionSource Seen)> _watchers = [];

    public GatewayPosition? Position { get; set; }

    public IReadOnlyList<DateTimeOffset> Identifies { get; set; } = [];

    public List<Shard> Loaded { get; } = [];

    /// <summary>How many commits fail from now on.</summary>
    public int Failures { get; set; }

    /// <summary>How many stores of identifies fail from now on.</summary>
    public int IdentifyFailures { get; set; }

    /// <summary>Commits wait for it.</summary>
    public Task Commits { get; set; } = Task.CompletedTask;

    public IReadOnlyList<Dispatch> Kept
    {
        get
        {
            lock (_gate)
                return [.. _kept];
        }
    }

    /// <summary>Completes when so many dispatches are committed.</summary>
    public Task KeptAsync(int count)
    {
        lock (_gate)
        {
            if (_kept.Count >= count)
                return Task.CompletedTask;
            var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _watchers.Add((count, seen));
            return seen.Task.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    public Task<GatewayMemory> LoadAsync(Shard shard, CancellationToken cancellationToken)
    {
        lock (_gate)
            Loaded.Add(shard);
        return Task.FromResult(new GatewayMemory(Position, Identifies));
    }

    public Task KeepIdentifiesAsync(
        Shard shard, IReadOnlyList<DateTimeOffset> identifies, CancellationToken cancellationToken)
    {
        if (IdentifyFailures-- > 0)
            throw new IOException("The disk is full.");
        Identifies = identifies;
        return Task.CompletedTask;
    }

    public async Task CommitAsync(
        Shard shard, IReadOnlyList<Dispatch> dispatches, GatewayPosition position, CancellationToken cancellationToken)
    {
        await Commits.WaitAsync(cancellationToken);
        if (Failures-- > 0)
            throw new IOException("The disk is full.");
        lock (_gate)
        {
            _kept.AddRange(dispatches);
            Position = position;
            foreach (var (_, seen) in _watchers.Where(watcher => watcher.Count <= _kept.Count))
                seen.TrySetResult();
        }
    }
}
