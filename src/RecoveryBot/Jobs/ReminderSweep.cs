using Microsoft.Extensions.Logging;
using NodaTime;
using RecoveryBot.Storage;

namespace RecoveryBot.Jobs;

/// <summary>
/// Looks at the reminders that are due: each batch passes through the coach and is one commit of nudges, messages and next
/// due instants.
/// </summary>
public sealed class ReminderSweep(CoachStore store, Conversation conversation, TimeProvider time, ILogger<ReminderSweep> log)
{
    /// <summary>One commit's worth, so that somebody who writes meanwhile waits for one batch at most.</summary>
    private const int MostAtOnce = 100;

    private bool _knowsRules;

    /// <summary>Looks at every reminder that is due now; completes when all that came of it is committed.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        if (!_knowsRules)
            await TakeUpRulesAsync(cancellationToken).ConfigureAwait(false);
        while (true)
        {
            var due = await store.DueRemindersAsync(time.GetUtcNow(), MostAtOnce, cancellationToken).ConfigureAwait(false);
            if (due.Count == 0)
                return;

            await conversation.RemindAsync(due, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A new program may know new rules of the time zones: then what was arranged by the old ones may be an hour off.</summary>
    private async Task TakeUpRulesAsync(CancellationToken cancellationToken)
    {
        var rules = DateTimeZoneProviders.Tzdb.VersionId;
        if (await store.TakeUpZoneRulesAsync(rules, cancellationToken).ConfigureAwait(false))
            log.ZoneRulesChanged(rules);
        _knowsRules = true;
    }
}
