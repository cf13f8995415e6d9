using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Discord;
using RecoveryBot.Discord.Rest;
using RecoveryBot.Discord.Types;
using RecoveryBot.Storage;
using RecoveryBot.Storage.Rows;

namespace RecoveryBot.Channels.Discord;

/// <summary>
/// The messages that stand in a DM in the place of a slow command's answer. They are kept in the store, so that none stays
/// behind when its answer goes another way, is withdrawn, or the program is killed.
/// </summary>
public sealed class DiscordPromises(DiscordRestClient rest, CoachStore store, TimeProvider time, ILogger<DiscordPromises> log) : IDisposable
{
    private const string Key = "discord.promises";

    private readonly ConcurrentDictionary<Snowflake, Promise> _open = new();
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>What they say.</summary>
    internal static string Words { get; } = DiscordText.Of(ChannelLines.OneMoment());

    /// <summary>How many stand in a chat as far as is known.</summary>
    internal int Open => _open.Count;

    /// <summary>Takes away what an earlier process left standing.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var entry in (await store.FindPlatformValueAsync(Key, cancellationToken).ConfigureAwait(false) ?? "").Split(' '))
        {
            if (entry.Split('/') is [var channel, var message]
                && Snowflake.TryParse(channel) is { } there && Snowflake.TryParse(message) is { } id)
                _open[id] = new Promise(there, IsInherited: true) { IsOver = true };
        }

        await TakeAwayAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Notes it at once; it is in the store when the task ends.</summary>
    internal Task KeepAsync(Snowflake channel, Snowflake message)
    {
        _open[message] = new Promise(channel, IsInherited: false);
        return SaveAsync(CancellationToken.None);
    }

    /// <summary>The answer has taken its place.</summary>
    internal Task ForgetAsync(Snowflake message) =>
        _open.TryRemove(message, out _) ? SaveAsync(CancellationToken.None) : Task.CompletedTask;

    /// <summary>Nothing takes its place any more: it goes, now or when Discord lets it.</summary>
    internal Task TakeBackAsync(Snowflake channel, Snowflake message, bool isInherited = false)
    {
        _open[message] = new Promise(channel, isInherited) { IsOver = true };
        return TakeAwayAsync(CancellationToken.None);
    }

    /// <summary>Tries once more what could not be taken away.</summary>
    internal Task TakeAwayAgainAsync() =>
        _open.Values.Any(promise => promise.IsOver) ? TakeAwayAsync(CancellationToken.None) : Task.CompletedTask;

    /// <summary>Whether something waits to be sent to the person who used a command, its answer perhaps.</summary>
    internal async Task<bool> IsAwaitedAsync(Interaction command, CancellationToken cancellationToken) =>
        await ChatOfAsync(command, cancellationToken).ConfigureAwait(false) is { } chat
        && await store.HasUnsentAsync(DiscordChannel.Name, chat, cancellationToken).ConfigureAwait(false);

    /// <returns>Where the answer to a command goes; <see langword="null"/>: nobody is known by that account.</returns>
    internal async Task<string?> ChatOfAsync(Interaction command, CancellationToken cancellationToken)
    {
        if (DiscordUpdates.IsInDm(command))
            return command.ChannelId!.Value.ToString();
        var account = new AccountKey(DiscordChannel.Name, command.Person!.Id.ToString());
        return (await store.FindUserAsync(account, cancellationToken).ConfigureAwait(false))?.Chat;
    }

    public void Dispose() => _turn.Dispose();

    private async Task TakeAwayAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            foreach (var (message, promise) in _open.Where(entry => entry.Value.IsOver))
            {
                if (await IsGoneAsync(message, promise, cancellationToken).ConfigureAwait(false))
                    _open.TryRemove(message, out _);
            }
        }
        finally
        {
            _turn.Release();
        }

        await SaveAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> IsGoneAsync(Snowflake message, Promise promise, CancellationToken cancellationToken)
    {
        try
        {
            // What an earlier process promised it may have kept, in that very message, and not have come to say so.
            if (promise.IsInherited
                && (await rest.GetMessageAsync(promise.Channel, message, cancellationToken).ConfigureAwait(false)).Content != Words)
                return true;
            await rest.DeleteMessageAsync(promise.Channel, message, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (DiscordApiException refusal)
        {
            return refusal.Kind is not (DiscordErrorKind.ServerFailed or DiscordErrorKind.Unauthorised);
        }
        catch (Exception e) when (e is DiscordRateLimitedException or DiscordTransportException)
        {
            log.PromiseNotTakenBack(e.Message);
            return false;
        }
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var all = string.Join(' ', _open.Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Value.Channel}/{entry.Key}")));
            await store.CommitAsync([], [], [new PlatformValue(Key, all)], time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        }
        catch (StorageException e)
        {
            log.PromisesNotKept(e.Message); // The next change writes all of them.
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <param name="Channel">The DM.</param>
    /// <param name="IsInherited">An earlier process made it.</param>
    private sealed record Promise(Snowflake Channel, bool IsInherited)
    {
        public bool IsOver { get; init; }
    }
}
