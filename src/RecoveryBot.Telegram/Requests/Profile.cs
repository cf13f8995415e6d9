using RecoveryBot.Telegram.Types;

namespace RecoveryBot.Telegram.Requests;

/// <summary>Replaces the command menu of a scope and language; at most 100.</summary>
public sealed record SetMyCommands
{
    public required IReadOnlyList<BotCommand> Commands { get; init; }

    /// <summary><see langword="null"/>: <see cref="BotCommandScope.Default"/>.</summary>
    public BotCommandScope? Scope { get; init; }

    /// <summary>Two letters; <see langword="null"/>: for every language without a list of its own.</summary>
    public string? LanguageCode { get; init; }
}

/// <summary>Which command menu: to read or to take away.</summary>
public sealed record CommandMenu
{
    /// <summary><see langword="null"/>: <see cref="BotCommandScope.Default"/>.</summary>
    public BotCommandScope? Scope { get; init; }

    /// <summary>Two letters; <see langword="null"/>: the list for every other language.</summary>
    public string? LanguageCode { get; init; }
}

/// <summary>Sets what an empty chat shows. Limited hard: only on change.</summary>
public sealed record SetMyDescription
{
    /// <summary>0–512.</summary>
    public required string Description { get; init; }

    public string? LanguageCode { get; init; }
}

/// <summary>Sets what the profile page shows. Limited hard: only on change.</summary>
public sealed record SetMyShortDescription
{
    /// <summary>0–120.</summary>
    public required string ShortDescription { get; init; }

    public string? LanguageCode { get; init; }
}

/// <summary>Which language's description to read; <see langword="null"/>: the one for every other language.</summary>
public sealed record InLanguage(string? LanguageCode = null);
