using RecoveryBot.Discord;
using RecoveryBot.Discord.Gateway;

namespace RecoveryBot.Tests.Host.Discord;

/// <summary>Passes everything to the receiver, and tells when it got there.</summary>
internal sealed class WatchedReceiver(IDispatchConsumer receiver) : IDispatchConsumer
{
    private readonly Lock _gate = new();
    private readonly HashSet<ulong> _received = [];
    private readonly List<(Func<bool> IsThere, TaskCompletionSource Seen)> _watchers = [];
    private GatewayPosition? _kept;

    /// <summary>Completes when an interaction has come in; it may still wait for its commit.</summary>
    public Task WhenReceivedAsync(ulong interaction) => WhenAsync(() => _received.Contains(interaction));

    /// <summary>Completes when everything up to an event of a session is stored.</summary>
    public Task WhenKeptAsync(string session, long sequence) =>
        WhenAsync(() => _kept is { } kept && kept.SessionId == session && kept.Sequence >= sequence);

    public Task<GatewayMemory> LoadAsync(Shard shard, CancellationToken cancellationToken) => receiver.LoadAsync(shard, cancellationToken);

    public Task KeepIdentifiesAsync(Shard shard, IReadOnlyList<DateTimeOffset> identifies, CancellationToken cancellationToken) =>
        receiver.KeepIdentifiesAsync(shard, identifies, cancellationToken);

    public void Received(Dispatch dispatch)
    {
        receiver.Received(dispatch);
        if (dispatch is Dispatch.InteractionCreate { Interaction.Id: var id })
            See(() => _received.Add(id.Value));
    }

    public async Task CommitAsync(
        Shard shard, IReadOnlyList<Dispatch> dispatches, GatewayPosition position, CancellationToken cancellationToken)
    {
        await receiver.CommitAsync(shard, dispatches, position, cancellationToken);
        See(() => _kept = position);
    }

    private Task WhenAsync(Func<bool> isThere)
    {
        lock (_gate)
        {
            if (isThere())
                return Task.CompletedTask;
            var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _watchers.Add((isThere, seen));
            return seen.Task;
        }
    }

    private void See(Action what)
    {
        lock (_gate)
        {
            what();
            foreach (var watcher in _watchers.FindAll(watcher => watcher.IsThere()))
            {
                _watchers.Remove(watcher);
                watcher.Seen.SetResult();
            }
        }
    }
}
