using System.Text.Json.Nodes;

namespace FakeDiscord.Checks;

/// <summary>What the schema does not say about modals.</summary>
internal static class ModalRules
{
    private const int MostComponents = 5;

    public static void Check(JsonObject modal, Problems problems)
    {
        var components = modal["components"];
        if (components.Items().Count() > MostComponents)
            problems.Add("components", "BASE_TYPE_BAD_LENGTH", $"Must be between 1 and {MostComponents} in length.");
        ComponentRules.CheckEach(components, problems);
        foreach (var (path, component) in ComponentRules.All(components))
        {
            var isInLabel = path.EndsWith("/component", StringComparison.Ordinal);
            if (component["type"].Number() == ComponentRules.TextInput)
                CheckTextInput(component, isInLabel, path, problems);
            else if (component["type"].Number() == ComponentRules.Row && component["components"].Items().Count() > 1)
                problems.Add(Problems.At(path, "components"), "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
                    "The specified component exceeds the maximum width");
            else if (ComponentRules.IsSelect(component) && component["disabled"].IsTrue())
                problems.Add(
                    Problems.At(path, "disabled"), "COMPONENT_DISABLED_IN_MODAL", "Nothing can be disabled in a modal");
        }
    }

    private static void CheckTextInput(JsonObject input, bool isInLabel, string path, Problems problems)
    {
        if (isInLabel && input["label"] is not null)
            problems.Add(Problems.At(path, "label"), "TEXT_INPUT_LABEL_IN_LABEL", "The label around it has the text");
        else if (!isInLabel && input["label"] is null)
            problems.Required(Problems.At(path, "label"));
        var (least, most) = (input["min_length"].Number() ?? 0, input["max_length"].Number() ?? 4000);
        if (least > most)
            problems.Add(
                Problems.At(path, "min_length"), "NUMBER_TYPE_MAX", $"Value should be less than or equal to {most}.");
        if (input["value"].Text() is { Length: var length } && (length > most || (length > 0 && length < least)))
            problems.Add(
                Problems.At(path, "value"), "BASE_TYPE_BAD_LENGTH", $"Must be between {least} and {most} in length.");
    }
}
