using System.Text.RegularExpressions;
using RecoveryBot.Discord.Requests;
using RecoveryBot.Discord.Types;

namespace RecoveryBot.Discord.Rest;

/// <summary>
/// Discord's limits, checked before the wire: what would be refused as a malformed form is refused here in the same words,
/// with the field's name, and costs no call.
/// </summary>
internal static partial class BodyRules
{
    private const int MaxFiles = 10;
    private const int MaxRequestBytes = 25 * 1024 * 1024;

    public static IEnumerable<string> Problems(CreateMessage message) =>
        Length("nonce", message.Nonce, 1, CreateMessage.MaxNonceLength)
            .Concat(Message(message.Content, message.Embeds, message.Components, message.Files))
            .Concat(Empty(message.Content, message.Embeds, message.Components, message.Files));

    public static IEnumerable<string> Problems(EditMessage message) =>
        Message(message.Content, message.Embeds, message.Components, message.Files);

    public static IEnumerable<string> Problems(InteractionMessage message) =>
        Message(message.Content, message.Embeds, message.Components, message.Files)
            .Concat(Empty(message.Content, message.Embeds, message.Components, message.Files));

    public static IEnumerable<string> Problems(InteractionResponse response) => response switch
    {
        InteractionResponse.Reply reply => Problems(reply.Data),
        InteractionResponse.UpdateMessage update => Problems(update.Data),
        InteractionResponse.OpenModal open => Problems(open.Data),
        _ => [],
    };

    public static IEnumerable<string> Problems(IReadOnlyList<ApplicationCommand> commands) =>
        Count("commands", commands.Count, 0, 100)
            .Concat(Unique("commands", commands.Select(command => command.Name)))
            .Concat(commands.SelectMany((command, index) => Problems($"commands[{index}]", command)));

    private static IEnumerable<string> Message(
        string? content, IReadOnlyList<Embed>? embeds, IReadOnlyList<ActionRow>? rows, IReadOnlyList<FileUpload> files) =>
        Length("content", content, 0, Types.Message.MaxContentLength)
            .Concat(Problems(embeds ?? []))
            .Concat(Problems(rows ?? []))
            .Concat(Problems(files));

    private static IEnumerable<string> Empty(
        string? content, IReadOnlyList<Embed>? embeds, IReadOnlyList<ActionRow>? rows, IReadOnlyList<FileUpload> files) =>
        content is { Length: > 0 } || embeds is { Count: > 0 } || rows is { Count: > 0 } || files.Count > 0
            ? []
            : ["content: empty"];

    private static IEnumerable<string> Problems(IReadOnlyList<Embed> embeds) =>
        Count("embeds", embeds.Count, 0, 10)
            .Concat(embeds.SelectMany((embed, index) => Problems($"embeds[{index}]", embed)))
            .Concat(Count("embeds text", embeds.Sum(TextOf), 0, Embed.MaxTextOfAll));

    private static IEnumerable<string> Problems(string at, Embed embed) =>
        Length($"{at}.title", embed.Title, 0, 256)
            .Concat(Length($"{at}.description", embed.Description, 0, 4096))
            .Concat(Length($"{at}.footer.text", embed.Footer?.Text, 1, 2048))
            .Concat(Count($"{at}.fields", embed.Fields?.Count ?? 0, 0, 25))
            .Concat((embed.Fields ?? []).SelectMany((field, index) =>
                Length($"{at}.fields[{index}].name", field.Name, 1, 256)
                    .Concat(Length($"{at}.fields[{index}].value", field.Value, 1, 1024))));

    private static int TextOf(Embed embed) =>
        (embed.Title?.Length ?? 0) + (embed.Description?.Length ?? 0) + (embed.Footer?.Text.Length ?? 0)
        + (embed.Fields ?? []).Sum(field => field.Name.Length + field.Value.Length);

    private static IEnumerable<string> Problems(IReadOnlyList<ActionRow> rows) =>
        Count("components", rows.Count, 0, ActionRow.MaxRows)
            .Concat(rows.SelectMany((row, index) => row.Components.SelectMany((component, place) =>
                Problems($"components[{index}].components[{place}]", component))))
            .Concat(Unique("components", rows.SelectMany(row => row.Components).Select(CustomIdOf).OfType<string>()));

    private static IEnumerable<string> Problems(string at, Component component) => component switch
    {
        Button button => Length($"{at}.custom_id", button.CustomId, 1, Component.MaxCustomIdLength)
            .Concat(Length($"{at}.label", button.Label, 1, Button.MaxLabelLength)),
        LinkButton link => Length($"{at}.url", link.Url, 1, 512)
            .Concat(Length($"{at}.label", link.Label, 1, Button.MaxLabelLength)),
        StringSelect select => Length($"{at}.custom_id", select.CustomId, 1, Component.MaxCustomIdLength)
            .Concat(Length($"{at}.placeholder", select.Placeholder, 0, 150))
            .Concat(Count($"{at}.min_values", select.MinValues ?? 1, 0, 25))
            .Concat(Count($"{at}.max_values", select.MaxValues ?? 1, 1, 25))
            .Concat(Count($"{at}.options", select.Options.Count, 1, 25))
            .Concat(Unique($"{at}.options", select.Options.Select(option => option.Value)))
            .Concat(select.Options.SelectMany((option, index) =>
                Length($"{at}.options[{index}].label", option.Label, 1, 100)
                    .Concat(Length($"{at}.options[{index}].value", option.Value, 1, 100))
                    .Concat(Length($"{at}.options[{index}].description", option.Description, 0, 100)))),
        TextInput input => Length($"{at}.custom_id", input.CustomId, 1, Component.MaxCustomIdLength)
            .Concat(Length($"{at}.placeholder", input.Placeholder, 0, 100))
            .Concat(Length($"{at}.value", input.Value, 0, 4000))
            .Concat(Count($"{at}.max_length", input.MaxLength ?? 1, 1, 4000)),
        _ => [],
    };

    private static IEnumerable<string> Problems(Modal modal) =>
        Length("custom_id", modal.CustomId, 1, Component.MaxCustomIdLength)
            .Concat(Length("title", modal.Title, 1, 45))
            .Concat(Count("components", modal.Components.Count, 1, 5))
            .Concat(Unique("components", modal.Components.Select(label => CustomIdOf(label.Component)).OfType<string>()))
            .Concat(modal.Components.SelectMany((label, index) =>
                Length($"components[{index}].label", label.Text, 1, 45)
                    .Concat(Length($"components[{index}].description", label.Description, 1, 100))
                    .Concat(Problems($"components[{index}].component", label.Component))));

    private static IEnumerable<string> Problems(IReadOnlyList<FileUpload> files) =>
        Count("files", files.Count, 0, MaxFiles)
            .Concat(files.SelectMany((file, index) =>
                Length($"attachments[{index}].filename", file.Name, 1, 1024)
                    .Concat(Length($"attachments[{index}].description", file.Description, 0, 1024))));

    /// <summary>Whether the files would be refused as too large (413).</summary>
    public static bool AreTooLarge(IReadOnlyList<FileUpload> files) =>
        files.Any(file => file.Content.Length > FileUpload.MaxBytes)
        || files.Sum(file => (long)file.Content.Length) > MaxRequestBytes;

    private static IEnumerable<string> Problems(string at, ApplicationCommand command)
    {
        var options = command.Options ?? [];
        return Named(at, command.Name, command.Description, command.NameLocalizations, command.DescriptionLocalizations)
            .Concat(Count($"{at}.contexts", command.Contexts.Count, 1, 3))
            .Concat(Count($"{at}.integration_types", command.IntegrationTypes.Count, 1, 2))
            .Concat(Count($"{at}.options", options.Count, 0, 25))
            .Concat(Unique($"{at}.options", options.Select(option => option.Name)))
            .Concat(options.SkipWhile(option => option.Required == true).Any(option => option.Required == true)
                ? [$"{at}.options: required ones come first"]
                : [])
            .Concat(options.SelectMany((option, index) => Named(
                $"{at}.options[{index}]", option.Name, option.Description, option.NameLocalizations,
                option.DescriptionLocalizations)))
            .Concat(Count($"{at} text", TextOf(command), 0, 8000));
    }

    private static IEnumerable<string> Named(
        string at, string name, string description, IReadOnlyDictionary<string, string>? names,
        IReadOnlyDictionary<string, string>? descriptions) =>
        new[] { name }.Concat(names?.Values ?? [])
            .Where(each => !CommandName.IsMatch(each) || each.Any(letter => char.ToLowerInvariant(letter) != letter))
            .Select(_ => $"{at}.name: not a command's name")
            .Concat(new[] { description }.Concat(descriptions?.Values ?? [])
                .SelectMany(each => Length($"{at}.description", each, 1, 100)));

    /// <summary>Of localizations the longest counts.</summary>
    private static int TextOf(ApplicationCommand command) =>
        Longest(command.Name, command.NameLocalizations) + Longest(command.Description, command.DescriptionLocalizations)
        + (command.Options ?? []).Sum(option =>
            Longest(option.Name, option.NameLocalizations) + Longest(option.Description, option.DescriptionLocalizations));

    private static int Longest(string text, IReadOnlyDictionary<string, string>? localizations) =>
        (localizations?.Values ?? []).Append(text).Max(each => each.Length);

    private static string? CustomIdOf(Component component) => component switch
    {
        Button button => button.CustomId,
        StringSelect select => select.CustomId,
        TextInput input => input.CustomId,
        _ => null,
    };

    private static IEnumerable<string> Length(string at, string? text, int least, int most) =>
        text is null || (text.Length >= least && text.Length <= most)
            ? []
            : [FormattableString.Invariant($"{at}: {text.Length} is not between {least} and {most}")];

    private static IEnumerable<string> Count(string at, int count, int least, int most) =>
        count >= least && count <= most
            ? []
            : [FormattableString.Invariant($"{at}: {count} is not between {least} and {most}")];

    private static IEnumerable<string> Unique(string at, IEnumerable<string> names) =>
        names.GroupBy(name => name).Any(group => group.Count() > 1) ? [$"{at}: the same twice"] : [];

    /// <summary>Letters, digits, and the marks of Devanagari and Thai, whose scripts .NET's expressions cannot name.</summary>
    [GeneratedRegex(@"^[-_'\p{L}\p{N}\u0900-\u097F\u0E00-\u0E7F]{1,32}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CommandName { get; }
}
