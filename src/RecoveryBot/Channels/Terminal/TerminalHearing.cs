using System.Globalization;
using Microsoft.Extensions.Logging;
using NodaTime;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Safety;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Outbox;
using RecoveryBot.Storage;

namespace RecoveryBot.Channels.Terminal;

/// <summary>Hands what is typed at the terminal to the coach and waits until the answers are shown.</summary>
public sealed class TerminalHearing(
    Conversation conversation, WakeLoop wake, DeliveryWorker delivery, TerminalSession session, TimeProvider time, ILogger<TerminalHearing> log)
{
    /// <summary>A line has no id of its own; one per line and start of the program is never seen twice.</summary>
    private readonly string _start = Guid.NewGuid().ToString("N");

    private int _line;

    /// <summary>What fell due while the program was down is said first, and is then the one message (P6).</summary>
    private async Task<bool> HasCaughtUpAsync(CancellationToken cancellationToken)
    {
        try
        {
            await wake.FireDueAsync(cancellationToken).ConfigureAwait(false);
            await delivery.DrainAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (StorageException e)
        {
            log.NotStored(e.Message);
        }

        return session.HasShown;
    }

    public async Task HearAsync(CoachInput input, CancellationToken cancellationToken)
    {
        if (input is CoachInput.Opened && await HasCaughtUpAsync(cancellationToken).ConfigureAwait(false))
            return;

        var id = string.Create(CultureInfo.InvariantCulture, $"{_start}-{++_line}");
        try
        {
            await conversation.HandleAsync(
                new IncomingUpdate(TerminalChannel.Name, TerminalChannel.Local, TerminalChannel.Local, id, input),
                cancellationToken).ConfigureAwait(false);
            await delivery.DrainAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (StorageException e)
        {
            // Nobody sends a line again by itself, and the talk goes on: the disk may have room again, the bell still rings.
            log.NotStored(e.Message);
            if (SafetyNet.Answer(new UserState(), input) is { } answer)
                session.Show(Words.English.Render(answer, DateTimeZone.Utc, time.GetUtcNow()));
            session.Show(Apology.NotKept);
        }
    }
}
