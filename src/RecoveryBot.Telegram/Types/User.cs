namespace RecoveryBot.Telegram.Types;

/// <summary>A Telegram account, a person's or a bot's.</summary>
public sealed record User
{
    /// <summary>Up to 52 significant bits.</summary>
    public required long Id { get; init; }

    public bool IsBot { get; init; }

    public string FirstName { get; init; } = "";

    /// <summary>Without the at sign; every bot has one, people need not.</summary>
    public string? Username { get; init; }

    /// <summary>The app's language as an IETF tag (<c>en</c>, <c>pt-br</c>): a hint, not a setting.</summary>
    public string? LanguageCode { get; init; }
}
