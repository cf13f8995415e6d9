using System.Text.Json;
using RecoveryBot.Discord.Types;
using RecoveryBot.Discord.Wire;

namespace RecoveryBot.Discord.Rest;

/// <summary>Whether two lists of commands mean the same, whatever their order and however absence is written.</summary>
internal static class CommandDifference
{
    public static bool AreSame(IReadOnlyList<ApplicationCommand> one, IReadOnlyList<ApplicationCommand> other) =>
        Written(one).SequenceEqual(Written(other), StringComparer.Ordinal);

    private static IEnumerable<string> Written(IReadOnlyList<ApplicationCommand> commands) => commands
        .Select(command => JsonSerializer.Serialize(Plain(command), DiscordJson.Default.ApplicationCommand))
        .Order(StringComparer.Ordinal);

    private static ApplicationCommand Plain(ApplicationCommand command) => command with
    {
        NameLocalizations = Plain(command.NameLocalizations),
        DescriptionLocalizations = Plain(command.DescriptionLocalizations),
        Options = command.Options is { Count: > 0 } options ? [.. options.Select(Plain)] : null,
        IntegrationTypes = [.. command.IntegrationTypes.Order()],
        Contexts = [.. command.Contexts.Order()],
    };

    private static CommandOption Plain(CommandOption option) => option with
    {
        NameLocalizations = Plain(option.NameLocalizations),
        DescriptionLocalizations = Plain(option.DescriptionLocalizations),
        Required = option.Required == true ? true : null,
    };

    private static SortedDictionary<string, string>? Plain(IReadOnlyDictionary<string, string>? texts) =>
        texts is { Count: > 0 } ? new SortedDictionary<string, string>(texts.ToDictionary(), StringComparer.Ordinal) : null;
}
