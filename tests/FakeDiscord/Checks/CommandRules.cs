using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace FakeDiscord.Checks;

/// <summary>What the schema does not say about commands. [Application Commands]</summary>
internal static class CommandRules
{
    public const int Slash = 1;

    private const int LongestTexts = 8000;
    private static readonly (int Kind, int Most)[] MostOfAKind = [(Slash, 100), (2, 15), (3, 15)];

    private static readonly HashSet<string> Locales =
    [
        "ar", "bg", "cs", "da", "de", "el", "en-GB", "en-US", "es-419", "es-ES", "fi", "fr", "he", "hi", "hr", "hu", "id", "it",
        "ja", "ko", "lt", "nl", "no", "pl", "pt-BR", "ro", "ru", "sv-SE", "th", "tr", "uk", "vi", "zh-CN", "zh-TW",
    ];

    public static void CheckAll(JsonArray commands, Problems problems)
    {
        for (var i = 0; i < commands.Count; i++)
            Check(commands[i]!.AsObject(), $"{i}", problems);
        foreach (var kind in MostOfAKind)
            if (commands.Items().Count(command => KindOf(command) == kind.Kind) > kind.Most)
                problems.TooLong("", kind.Most);
        var names = new HashSet<string>();
        for (var i = 0; i < commands.Count; i++)
            if (!names.Add($"{KindOf(commands[i]!)} {commands[i]!["name"]}"))
                problems.Add(
                    $"{i}/name", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
    }

    public static void Check(JsonObject command, string path, Problems problems)
    {
        var isSlash = KindOf(command) == Slash;
        if (isSlash)
            CheckName(command, path, problems);
        if (isSlash && string.IsNullOrEmpty(command["description"].Text()))
            problems.Required(Problems.At(path, "description"));
        if (!isSlash
            && (!string.IsNullOrEmpty(command["description"].Text()) || command["options"] is JsonArray { Count: > 0 }))
            problems.Add(path, "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION",
                "Only slash commands have a description or options.");
        CheckLocales(command, path, problems);
        CheckOptions(command["options"], Problems.At(path, "options"), problems);
        if (LengthOf(command) > LongestTexts)
            problems.Add(path, "APPLICATION_COMMAND_TOO_LARGE", $"Command exceeds maximum size ({LongestTexts})");
    }

    public static long KindOf(JsonNode command) => command["type"].Number() ?? Slash;

    /// <summary><c>^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$</c>, and lower case wherever there is one.</summary>
    public static bool IsName(string name) =>
        name.Length is >= 1 and <= 32
        && name.EnumerateRunes().All(rune => IsNameRune(rune) && Rune.ToLowerInvariant(rune) == rune);

    private static bool IsNameRune(Rune rune) =>
        rune.Value is '-' or '_' or '\''
        || IsDevanagari(rune.Value) || IsThai(rune.Value) || Rune.IsLetter(rune)
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    private static bool IsDevanagari(int rune) =>
        rune is (>= 0x0900 and <= 0x097F) or (>= 0xA8E0 and <= 0xA8FF) or (>= 0x11B00 and <= 0x11B09);

    private static bool IsThai(int rune) => rune is (>= 0x0E01 and <= 0x0E3A) or (>= 0x0E40 and <= 0x0E5B);

    private static void CheckName(JsonObject named, string path, Problems problems)
    {
        var names = (named["name_localizations"] as JsonObject ?? [])
            .Select(pair => ($"name_localizations/{pair.Key}", pair.Value.Text()))
            .Append(("name", named["name"].Text()));
        foreach (var (field, name) in names)
            if (name is not null && !IsName(name))
                problems.Add(Problems.At(path, field), "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
    }

    private static void CheckLocales(JsonObject named, string path, Problems problems)
    {
        foreach (var field in new[] { "name_localizations", "description_localizations" })
            foreach (var (locale, _) in named[field] as JsonObject ?? [])
                if (!Locales.Contains(locale))
                    problems.Add(
                        Problems.At(Problems.At(path, field), locale), "BASE_TYPE_CHOICES", "Not a locale of Discord.");
    }

    private static void CheckOptions(JsonNode? options, string path, Problems problems)
    {
        var all = options.Items().ToList();
        var optionalSeen = false;
        var names = new HashSet<string?>();
        for (var i = 0; i < all.Count; i++)
        {
            var (option, here) = (all[i], Problems.At(path, i));
            CheckName(option, here, problems);
            CheckLocales(option, here, problems);
            if (!names.Add(option["name"].Text()))
                problems.Add(Problems.At(here, "name"), "APPLICATION_COMMAND_OPTIONS_NAME_INVALID",
                    "Option names must be unique");
            if (option["required"].IsTrue() && optionalSeen)
                problems.Add(here, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                    "Required options must be placed before non-required options");
            optionalSeen |= !option["required"].IsTrue();
            CheckChoices(option, here, problems);
            CheckBounds(option, "min_value", "max_value", here, problems);
            CheckBounds(option, "min_length", "max_length", here, problems);
            CheckOptions(option["options"], Problems.At(here, "options"), problems);
        }

        if (all.Exists(IsSubcommand) && !all.TrueForAll(IsSubcommand))
            problems.Add(path, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                "Sub-command and sub-command group option types are mutually exclusive to all other types");
    }

    private static bool IsSubcommand(JsonObject option) => option["type"].Number() is 1 or 2;

    private static void CheckChoices(JsonObject option, string path, Problems problems)
    {
        var choices = option["choices"].Items().ToList();
        if (choices.Count > 0 && option["autocomplete"].IsTrue())
            problems.Add(Problems.At(path, "autocomplete"), "APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES",
                "Autocomplete and choices exclude each other");
        if (choices.DistinctBy(choice => choice["name"].Text()).Count() < choices.Count)
            problems.Add(Problems.At(path, "choices"), "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS",
                "Option choice names must be unique");
    }

    private static void CheckBounds(JsonObject option, string least, string most, string path, Problems problems)
    {
        if (option[least].Number() is { } low && option[most].Number() is { } high && low > high)
            problems.Add(Problems.At(path, least), "NUMBER_TYPE_MAX", $"Value should be less than or equal to {high}.");
    }

    /// <summary>All texts together; of localizations the longest counts.</summary>
    private static int LengthOf(JsonObject named) =>
        Longest(named, "name") + Longest(named, "description")
        + named["choices"].Items().Sum(choice => Longest(choice, "name") + (choice["value"].Text()?.Length ?? 0))
        + named["options"].Items().Sum(LengthOf);

    private static int Longest(JsonObject named, string field) => Math.Max(
        named[field].Text()?.Length ?? 0,
        (named[field + "_localizations"] as JsonObject ?? []).Select(pair => pair.Value.Text()?.Length ?? 0).DefaultIfEmpty().Max());
}
