namespace RecoveryBot;

/// <summary>Who may use this coach (section "Access").</summary>
public sealed class AccessOptions
{
    /// <summary>Accounts as <c>telegram:123</c>, separated by commas; <see langword="null"/> or empty: everybody.</summary>
    public string? AllowedUsers { get; set; }

    /// <returns><see langword="null"/>: an entry is no <c>platform:id</c>.</returns>
    public static IReadOnlySet<string>? TryParse(string? allowed)
    {
        var accounts = (allowed ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return accounts.All(account => account.Split(':') is [{ Length: > 0 }, { Length: > 0 }])
            ? accounts.ToHashSet(StringComparer.OrdinalIgnoreCase)
            : null;
    }
}
