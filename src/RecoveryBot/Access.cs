using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using RecoveryBot.Channels;
using RecoveryBot.Channels.Terminal;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Safety;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Outbox;

namespace RecoveryBot;

/// <summary>Lets in whom the operator allows. Nothing of a stranger is written, so what they are told goes past the outbox.</summary>
public sealed class Access(
    IOptions<AccessOptions> options,
    IOptions<OperatorOptions> @operator,
    IEnumerable<IChatChannel> channels,
    TimeProvider time,
    ILogger<Access> log)
{
    /// <summary>Beyond this a flood of strangers is not told anything.</summary>
    private const int MostRemembered = 10_000;

    private static readonly TimeSpan Once = TimeSpan.FromDays(1);
    private readonly IReadOnlySet<string> _allowed = AccessOptions.TryParse(options.Value.AllowedUsers)!;
    private readonly Dictionary<string, IChatChannel> _channels = channels.ToDictionary(channel => channel.Platform);
    private readonly Dictionary<string, DateTimeOffset> _told = [];
    private readonly Lock _gate = new();

    /// <summary>Who runs this coach; <see langword="null"/>: not told.</summary>
    public string? RunBy => @operator.Value.RunBy;

    /// <summary>Whoever sits at the terminal is never a stranger.</summary>
    public bool Allows(IncomingUpdate update) =>
        _allowed.Count == 0 || update.Platform == TerminalChannel.Name || _allowed.Contains(AccountOf(update));

    /// <summary>
    /// Tells a stranger the id to give to the operator, once a day; a sign of the body is answered each time.
    /// </summary>
    public async Task TurnAwayAsync(IncomingUpdate update, CancellationToken cancellationToken)
    {
        if (AdviceFor(update) is { } advice)
            await TellAsync(update, advice, cancellationToken).ConfigureAwait(false);

        if (!IsFirstToday(AccountOf(update)))
            return;

        log.StrangerTold(update.Platform, AccountOf(update));
        await TellAsync(update, new ChatMessage { Text = LineFor(AccountOf(update)) }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same where something has to be answered each time, and nobody else sees it.</summary>
    public ChatMessage AnswerTo(IncomingUpdate update)
    {
        if (IsFirstToday(AccountOf(update)))
            log.StrangerTold(update.Platform, AccountOf(update));
        var line = new ChatMessage { Text = LineFor(AccountOf(update)) };
        return AdviceFor(update) is { } advice ? advice with { Text = $"{advice.Text}\n\n{line.Text}" } : line;
    }

    private ChatMessage? AdviceFor(IncomingUpdate update) => SafetyNet.Answer(new UserState(), update.Input) is { } answer
        ? Words.English.Render(answer, DateTimeZone.Utc, time.GetUtcNow())
        : null;

    private static string AccountOf(IncomingUpdate update) => $"{update.Platform}:{update.ExternalUserId}";

    private string LineFor(string account)
    {
        return $"This coach is for invited people. Give this to the operator{(RunBy is { } who ? $" ({who})" : "")}: {account}";
    }

    private bool IsFirstToday(string account)
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            if (_told.TryGetValue(account, out var at) && now - at < Once)
                return false;

            if (_told.Count >= MostRemembered)
            {
                foreach (var old in _told.Where(other => now - other.Value >= Once).Select(other => other.Key).ToList())
                    _told.Remove(old);
            }

            if (_told.Count >= MostRemembered)
                return false;

            _told[account] = now;
            return true;
        }
    }

    private async Task TellAsync(IncomingUpdate update, ChatMessage message, CancellationToken cancellationToken)
    {
        if (!_channels.TryGetValue(update.Platform, out var channel))
            return;

        try
        {
            var outgoing = new Outgoing(update.ChatId, message, "stranger-" + update.UpdateId) { Callback = update.Callback };
            if (await channel.DeliverAsync(outgoing, cancellationToken).ConfigureAwait(false) is Delivery.Moved(var chat))
                await channel.DeliverAsync(outgoing with { Chat = chat }, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.ChannelThrew(e, update.Platform, 0);
        }
    }
}
