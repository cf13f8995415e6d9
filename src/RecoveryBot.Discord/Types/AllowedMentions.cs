namespace RecoveryBot.Discord.Types;

/// <summary>Whom a message may ping: nobody, whatever its text says.</summary>
public sealed record AllowedMentions
{
    private AllowedMentions()
    {
    }

    /// <summary>The only one in use.</summary>
    public static AllowedMentions Nobody { get; } = new();

    /// <summary>Kinds of mention to be looked for: none.</summary>
    public IReadOnlyList<string> Parse { get; } = [];
}
