using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Discord.Types;

namespace RecoveryBot.Channels.Discord;

/// <summary>The commands as Discord's menu has them: hyphens, what can be filled in, and what it could be.</summary>
internal static class DiscordCommands
{
    private static readonly IReadOnlyDictionary<string, Filling> Fillings = new Dictionary<string, Filling>
    {
        ["start-session"] = new(Minutes("minutes", ChannelLines.MenuMinutes(), 7, 60)),
        ["tingling"] = new(Minutes("minute", ChannelLines.MenuMinute(), 0, 30)),
        ["remind"] = new(Words("when", ChannelLines.MenuWhen())),
        ["settings"] = new(Words("place", ChannelLines.MenuPlace()), CommandWords.Places),
        ["learn"] = new(Words("topic", ChannelLines.MenuTopic()), CommandWords.Topics),
    };

    /// <summary>All of them. They appear in the DM and in servers, installed by a server or by a person.</summary>
    public static IReadOnlyList<ApplicationCommand> All { get; } = [.. CommandList.All.Select(CommandOf)];

    /// <summary>What can stand in an option that begins so; the first are the likeliest.</summary>
    public static IEnumerable<string> Suggestions(string command, string option, string typed) =>
        Fillings.GetValueOrDefault(command) is { Option.Name: var name, Suggest: { } suggest } && name == option ? suggest(typed) : [];

    private static ApplicationCommand CommandOf((string Name, Line Does) entry)
    {
        var name = entry.Name.Replace('_', '-');
        return new ApplicationCommand(name, English(entry.Does))
        {
            Contexts = [InteractionContext.Guild, InteractionContext.BotDm, InteractionContext.PrivateChannel],
            Options = Fillings.GetValueOrDefault(name) is { } filling
                ? [filling.Option with { Autocomplete = filling.Suggest is null ? null : true }]
                : null,
        };
    }

    private static CommandOption Minutes(string name, Line does, int least, int most) =>
        new(CommandOptionType.Integer, name, English(does)) { MinValue = least, MaxValue = most };

    private static CommandOption Words(string name, Line does) =>
        new(CommandOptionType.String, name, English(does)) { MaxLength = CommandOption.MaxChoiceLength };

    private static string English(Line line) => Coaching.Wording.Words.English.Text(line);

    /// <summary>What can be written behind a command.</summary>
    /// <param name="Suggest">From what is typed to what it could become; <see langword="null"/>: nothing is suggested.</param>
    private sealed record Filling(CommandOption Option, Func<string, IEnumerable<string>>? Suggest = null);
}
