using System.Text.Json.Nodes;

namespace FakeDiscord.Checks;

/// <summary>What the schema does not say about components. [Component Reference]</summary>
internal static class ComponentRules
{
    public const int Row = 1;
    public const int Button = 2;
    public const int StringSelect = 3;
    public const int TextInput = 4;
    public const int TextDisplay = 10;
    public const int Separator = 14;
    public const int Container = 17;
    public const int Label = 18;

    private const int LinkStyle = 5;
    private const int PremiumStyle = 6;
    private const int MostRows = 5;
    private const int MostComponents = 40;
    private const int LongestText = 4000;

    /// <param name="isV2">Whether the message carries the flag for components alone.</param>
    public static void CheckMessage(JsonNode? components, bool isV2, Problems problems)
    {
        CheckLayout(components, isV2, problems);
        CheckEach(components, problems);
    }

    /// <summary>Every component with its place, however deep.</summary>
    public static IEnumerable<(string Path, JsonObject Component)> All(JsonNode? components, string path = "components")
    {
        var index = 0;
        foreach (var component in components.Items())
        {
            var here = Problems.At(path, index++);
            foreach (var found in Within(component, here))
                yield return found;
        }
    }

    public static bool IsSelect(JsonObject component) => component["type"].Number() is 3 or (>= 5 and <= 8);

    /// <summary>What holds for each component wherever it stands.</summary>
    public static void CheckEach(JsonNode? components, Problems problems)
    {
        var customIds = new HashSet<string>();
        foreach (var (path, component) in All(components))
        {
            if (component["custom_id"].Text() is { } id && !customIds.Add(id))
                problems.Add(Problems.At(path, "custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED",
                    "Component custom id cannot be duplicated");
            if (component["type"].Number() == Button)
                CheckButton(component, path, problems);
            else if (component["type"].Number() == Row)
                CheckRow(component, path, problems);
            else if (IsSelect(component))
                CheckSelect(component, path, problems);
        }
    }

    private static IEnumerable<(string Path, JsonObject Component)> Within(JsonObject component, string path)
    {
        yield return (path, component);
        foreach (var name in new[] { "component", "accessory" })
        {
            if (component[name] is JsonObject inner)
                foreach (var found in Within(inner, Problems.At(path, name)))
                    yield return found;
        }

        foreach (var found in All(component["components"], Problems.At(path, "components")))
            yield return found;
    }

    private static void CheckLayout(JsonNode? components, bool isV2, Problems problems)
    {
        var top = components.Items().ToList();
        if (!isV2)
        {
            if (top.Count > MostRows)
                problems.Add("components", "BASE_TYPE_BAD_LENGTH", $"Must be between 1 and {MostRows} in length.");
            for (var i = 0; i < top.Count; i++)
                if (top[i]["type"].Number() != Row)
                    problems.Add(
                        $"components/{i}/type", "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (1,).");
            return;
        }

        var all = All(components).ToList();
        if (all.Count > MostComponents)
            problems.TooLong("components", MostComponents);
        if (all.Sum(found => found.Component["content"].Text()?.Length ?? 0) > LongestText)
            problems.TooLong("components", LongestText);
    }

    private static void CheckRow(JsonObject row, string path, Problems problems)
    {
        var children = row["components"].Items().ToList();
        if (children.Count > 1 && children.Exists(IsSelect))
            problems.Add(Problems.At(path, "components"), "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
                "The specified component exceeds the maximum width");
    }

    private static void CheckButton(JsonObject button, string path, Problems problems)
    {
        var style = button["style"].Number();
        var (hasId, hasUrl) = (button["custom_id"] is not null, button["url"] is not null);
        if (style is LinkStyle or PremiumStyle && hasId)
            problems.Add(Problems.At(path, "custom_id"), "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
                "A custom id and url cannot both be specified");
        if (style == LinkStyle && !hasUrl)
            problems.Required(Problems.At(path, "url"));
        if (style is not (LinkStyle or PremiumStyle) && !hasId)
            problems.Add(
                Problems.At(path, "custom_id"), "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED", "A custom id is required");
        if (style != LinkStyle && hasUrl)
            problems.Add(
                Problems.At(path, "url"), "BUTTON_COMPONENT_INVALID_STYLE", "A url is for the link style only");
        if (style == PremiumStyle != button["sku_id"] is not null)
            problems.Add(Problems.At(path, "sku_id"), "BUTTON_COMPONENT_INVALID_SKU",
                "A sku id goes with the premium style, and only with it");
        if (style != PremiumStyle && string.IsNullOrEmpty(button["label"].Text()) && button["emoji"] is null)
            problems.Required(Problems.At(path, "label"));
        if (button["url"].Text() is { } url && !MessageRules.HasScheme(url, "http", "https", "discord"))
            problems.Add(Problems.At(path, "url"), "URL_TYPE_INVALID_SCHEME",
                "Scheme must be one of ('http', 'https', 'discord').");
    }

    private static void CheckSelect(JsonObject select, string path, Problems problems)
    {
        var most = select["max_values"].Number() ?? 1;
        if ((select["min_values"].Number() ?? 1) > most)
            problems.Add(
                Problems.At(path, "min_values"), "NUMBER_TYPE_MAX", $"Value should be less than or equal to {most}.");
        var options = select["options"].Items().ToList();
        if (options.DistinctBy(option => option["value"].Text()).Count() < options.Count)
            problems.Add(Problems.At(path, "options"), "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
                "The specified option value is already used");
        if (options.Count > 0 && most > options.Count)
            problems.Add(Problems.At(path, "max_values"), "SELECT_COMPONENT_MAX_VALUES", "More values than options");
        if (options.Count(option => option["default"].IsTrue()) > most)
            problems.Add(
                Problems.At(path, "options"), "SELECT_COMPONENT_TOO_MANY_DEFAULTS", "More defaults than can be chosen");
    }
}
