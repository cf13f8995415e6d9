namespace RecoveryBot.Telegram.Webhook;

/// <summary>What to answer to a posted update: a status and, with 503, when to post it again.</summary>
public readonly record struct WebhookAnswer(int Status, TimeSpan? RetryAfter = null)
{
    /// <summary>Committed: Telegram may forget it.</summary>
    public static WebhookAnswer Kept { get; } = new(200);

    /// <summary>Not an update.</summary>
    public static WebhookAnswer Malformed { get; } = new(400);

    /// <summary>Not from Telegram; nothing was read.</summary>
    public static WebhookAnswer Stranger { get; } = new(401);

    /// <summary>Longer than any update.</summary>
    public static WebhookAnswer TooLong { get; } = new(413);

    /// <summary>The store is down: Telegram keeps the update and posts it again.</summary>
    public static WebhookAnswer Later { get; } = new(503, TimeSpan.FromSeconds(5));
}
