using System.Diagnostics.CodeAnalysis;

namespace RecoveryBot.Discord.Types;

/// <summary>A slash command. All its texts together are at most 8000.</summary>
/// <param name="Name">1–32 letters, digits, <c>- _ '</c>; lower case where there is one.</param>
/// <param name="Description">1–100.</param>
public sealed record ApplicationCommand(string Name, string Description)
{
    /// <summary>Names in other languages; <see langword="null"/>: none.</summary>
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    /// <summary>Descriptions in other languages; <see langword="null"/>: none.</summary>
    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    /// <summary>Up to 25, required ones first; <see langword="null"/>: none.</summary>
    public IReadOnlyList<CommandOption>? Options { get; init; }

    /// <summary>Who can have it: by a server and by themselves.</summary>
    public IReadOnlyList<IntegrationType> IntegrationTypes { get; init; } = [IntegrationType.Guild, IntegrationType.User];

    /// <summary>Where it appears; by default in the bot's DM alone.</summary>
    public IReadOnlyList<InteractionContext> Contexts { get; init; } = [InteractionContext.BotDm];
}

/// <summary>Something to fill in after a command.</summary>
/// <param name="Type">What it takes.</param>
/// <param name="Name">As a command's.</param>
/// <param name="Description">1–100.</param>
public sealed record CommandOption(CommandOptionType Type, string Name, string Description)
{
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    /// <summary><see langword="null"/>: it can be left out.</summary>
    public bool? Required { get; init; }

    /// <summary>Of an integer; <see langword="null"/>: any.</summary>
    public int? MinValue { get; init; }

    /// <summary>Of an integer; <see langword="null"/>: any.</summary>
    public int? MaxValue { get; init; }

    /// <summary>Of a string, 1–6000; <see langword="null"/>: 6000.</summary>
    public int? MaxLength { get; init; }
}

/// <summary>Kinds of command option in use; others keep their number.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "Discord's own words.")]
public enum CommandOptionType
{
    String = 3,
    Integer = 4,
    Boolean = 5,
}

/// <summary>How people come to have a command.</summary>
public enum IntegrationType
{
    Guild = 0,
    User = 1,
}
