namespace RecoveryBot;

/// <summary>Whoever runs this coach, for those who want to reach them (section "Operator").</summary>
public sealed class OperatorOptions
{
    /// <summary><see langword="null"/> or empty: not told.</summary>
    public string? Name { get; set; }

    /// <summary>A mail address, a link or a name on the platform; <see langword="null"/> or empty: not told.</summary>
    public string? Contact { get; set; }
}
