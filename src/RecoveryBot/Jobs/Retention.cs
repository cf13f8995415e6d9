using RecoveryBot.Storage;

namespace RecoveryBot.Jobs;

/// <summary>Forgets what has had its time.</summary>
public sealed class Retention(CoachStore store, Conversation conversation, TimeProvider time)
{
    /// <summary>Update ids. Telegram keeps updates for a day, so a week is ample (design 4).</summary>
    private static readonly TimeSpan InboxAge = TimeSpan.FromDays(8);

    /// <summary>Inputs that could not be decided on: time enough for whoever looks into them.</summary>
    private static readonly TimeSpan DeadLetterAge = TimeSpan.FromDays(30);

    /// <summary>Which nudges were sent: a day has its own only until it is over.</summary>
    private static readonly TimeSpan NudgeAge = TimeSpan.FromDays(30);

    /// <summary>One commit's worth, so that somebody who writes meanwhile waits for one batch at most.</summary>
    private const int MostAtOnce = 100;

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await store.ForgetInboxAsync(now - InboxAge, cancellationToken).ConfigureAwait(false);
        await store.ForgetDeadLettersAsync(now - DeadLetterAge, cancellationToken).ConfigureAwait(false);
        await store.ForgetNudgesAsync(now - NudgeAge, cancellationToken).ConfigureAwait(false);
        await LookAtSilentAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The coach tells them first, and erases them a month later (design 4).</summary>
    private async Task LookAtSilentAsync(CancellationToken cancellationToken)
    {
        while (await store.SilentUsersAsync(time.GetUtcNow(), MostAtOnce, cancellationToken).ConfigureAwait(false) is { Count: > 0 } silent)
            await conversation.ForgetAsync(silent, cancellationToken).ConfigureAwait(false);
    }
}
