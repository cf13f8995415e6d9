namespace RecoveryBot.Telegram.Requests;

/// <summary>Asks for updates and confirms all below the offset.</summary>
public sealed record GetUpdates
{
    /// <summary>
    /// The last <c>update_id</c> plus one; <see langword="null"/>: the oldest unconfirmed. Never negative: that
    /// forgets.
    /// </summary>
    public long? Offset { get; init; }

    /// <summary>1–100; <see langword="null"/>: 100.</summary>
    public int? Limit { get; init; }

    /// <summary>Seconds to wait for something, 0–50.</summary>
    public int Timeout { get; init; }

    /// <summary>The kinds wanted; the server remembers them. <see langword="null"/>: as before.</summary>
    public IReadOnlyList<string>? AllowedUpdates { get; init; }
}

/// <summary>Lets Telegram post updates to an address.</summary>
public sealed record SetWebhook
{
    /// <summary>HTTPS on port 443, 80, 88 or 8443.</summary>
    public required string Url { get; init; }

    /// <summary>1–256 of <c>A–Z a–z 0–9 _ -</c>; comes back in a header of each post.</summary>
    public string? SecretToken { get; init; }

    public IReadOnlyList<string>? AllowedUpdates { get; init; }
}

/// <summary>Takes the webhook away, so that polling can start.</summary>
public sealed record DeleteWebhook
{
    /// <summary>Forget the updates that wait. They may hold someone's tingling: never in normal running.</summary>
    public bool DropPendingUpdates { get; init; }
}

/// <summary>Ends the waiting sign on a pressed button.</summary>
public sealed record AnswerCallbackQuery
{
    /// <summary>The longest <see cref="Text"/>, in UTF-16 units.</summary>
    public const int MaxTextLength = 200;

    public required string CallbackQueryId { get; init; }

    /// <summary>A line shown over the chat for a moment, up to 200; <see langword="null"/>: nothing.</summary>
    public string? Text { get; init; }

    /// <summary>As a dialog to be closed instead.</summary>
    public bool ShowAlert { get; init; }
}
