namespace RecoveryBot;

/// <summary>Whoever runs this coach, for those who want to reach them (section "Operator").</summary>
public sealed class OperatorOptions
{
    /// <summary>Both stand in the middle of messages, and platforms take some 2000 characters.</summary>
    public const int LongestName = 100;

    /// <summary>As <see cref="LongestName"/>.</summary>
    public const int LongestContact = 300;

    /// <summary>One line of at most 100 characters; <see langword="null"/> or empty: not told.</summary>
    public string? Name { get; set; }

    /// <summary>A mail address, a link or a name on the platform, one line of at most 300 characters; <see langword="null"/> or empty: not told.</summary>
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

    internal static bool Fits(string? text, int longest) => (text ?? "").Length <= longest && !(text ?? "").Any(char.IsControl);
}
