using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RecoveryBot.Discord.Rest;
using RecoveryBot.Discord.Types;

namespace RecoveryBot.Discord.Gateway;

/// <summary>
/// Receives from Discord: one connection for each shard, and a consumer that keeps what comes. A restart resumes after the
/// last commit, so nothing that happened meanwhile is lost while Discord remembers it, which is some minutes.
/// </summary>
public sealed class DiscordGateway(
    DiscordRestClient rest, IOptions<DiscordOptions> options, TimeProvider time, ILogger<DiscordGateway> log)
{
    /// <summary>How long the last commits may take when Discord has refused the bot.</summary>
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(5);

    /// <summary>0–1, drawn anew for each decision.</summary>
    internal Func<double> Chance { get; init; } = Random.Shared.NextDouble;

    /// <summary>Receives until cancelled, and leaves so that the next process can resume.</summary>
    /// <exception cref="DiscordRefusedException">The token, the shards or the intents are refused.</exception>
    public async Task RunAsync(IDispatchConsumer consumer, CancellationToken cancellationToken)
    {
        try
        {
            var info = await InsistAsync(() => AskAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
            await RunShardsAsync(info, consumer, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Left in good order.
        }
    }

    private async Task RunShardsAsync(GatewayBot info, IDispatchConsumer consumer, CancellationToken cancellationToken)
    {
        var count = options.Value.Shards ?? Math.Max(1, info.Shards);
        var turns = new IdentifyTurns(Math.Max(1, info.SessionStartLimit?.MaxConcurrency ?? 1), time);
        var notBefore = NextIdentify(info.SessionStartLimit, count);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = Enumerable.Range(0, count)
            .Select(id => RunShardAsync(new Shard(id, count), info.Url, notBefore, turns, consumer, over.Token))
            .ToList();
        var first = await Task.WhenAny(running).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await first.ConfigureAwait(false);
    }

    private async Task RunShardAsync(
        Shard shard, string url, DateTimeOffset? notBefore, IdentifyTurns turns, IDispatchConsumer consumer,
        CancellationToken cancellationToken)
    {
        var memory = await InsistAsync(() => consumer.LoadAsync(shard, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        var start = new GatewaySessionState
        {
            Url = url,
            Position = memory.Position,
            Budget = IdentifyBudget.For(shard, memory.Identifies, notBefore),
        };
        var token = options.Value.ReadToken() ?? throw new InvalidOperationException("Discord:Token is not set.");
        var backlog = new DispatchBacklog(shard, consumer, Chance, time, log);
        var committing = backlog.CommitAllAsync(cancellationToken);
        using var client = new GatewayClient(shard, start, token, consumer, backlog, turns, Chance, time, log);
        try
        {
            await client.RunAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            backlog.Complete();
            await committing.WaitAsync(DrainLimit, time, CancellationToken.None)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<GatewayBot> AskAsync(CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(options.Value.GatewayUrl)
            ? await rest.GetGatewayBotAsync(cancellationToken).ConfigureAwait(false)
            : new GatewayBot { Url = options.Value.GatewayUrl };

    private DateTimeOffset? NextIdentify(SessionStartLimit? limit, int shards)
    {
        if (limit is null || limit.Remaining >= shards)
            return null;
        var wait = TimeSpan.FromMilliseconds(Math.Clamp(limit.ResetAfter, 0, (long)TimeSpan.FromDays(1).TotalMilliseconds));
        log.IdentifiesSpent(wait.TotalSeconds);
        return time.GetUtcNow() + wait;
    }

    /// <summary>Tries until it works: a coach that starts before the network does must not give up.</summary>
    private async Task<T> InsistAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                return await work().ConfigureAwait(false);
            }
            catch (DiscordApiException refusal) when (refusal.Kind == DiscordErrorKind.Unauthorised)
            {
                throw DiscordRefusedException.Token(refusal.Message, refusal);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                var pause = BackOff.Jittered(failures, Chance());
                if (failure is DiscordRateLimitedException limited && limited.Wait > pause)
                    pause = limited.Wait;
                log.GatewayUnknown(failure, pause.TotalSeconds);
                await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
