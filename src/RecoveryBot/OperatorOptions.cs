namespace RecoveryBot;

/// <summary>Whoever runs this coach, for those who want to reach them (section "Operator").</summary>
public sealed class OperatorOptions
{
    /// <summary><see langword="null"/> or empty: not told.</summary>
    public string? Name { get; set; }

    /// <summary>A mail address, a link or a name on the platform; <see langword="null"/> or empty: not told.</summary>
    public string? Contact { get; set; }

    /// <summary>Both on one line; <see langword="null"/>: neither is told.</summary>
    public string? RunBy
    {
        get
        {
            var who = string.Join(", ", new[] { Name, Contact }.Where(part => !string.IsNullOrWhiteSpace(part)));
            return who.Length > 0 ? who : null;
        }
    }
}
