using System.Text.Json;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Safety;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Discord;
using RecoveryBot.Discord.Types;
using RecoveryBot.Storage;
using RecoveryBot.Storage.Rows;

namespace RecoveryBot.Channels.Discord;

/// <summary>
/// Translates dispatches for the coach. Coaching happens in the DM; a command used elsewhere is carried out there (D12).
/// </summary>
public sealed class DiscordUpdates(CoachStore store)
{
    private static readonly DiscordHeard Nothing = new DiscordHeard.Nothing();

    internal async Task<DiscordHeard> ReadAsync(Dispatch dispatch, CancellationToken cancellationToken) => dispatch switch
    {
        Dispatch.MessageCreate { Message: { GuildId: null, IsFromPerson: true } message } => new DiscordHeard.ToCoach(OfMessage(
            message, $"m{message.Id}",
            message.Content is { Length: > 0 } words ? new CoachInput.Text(words, message.Id.Timestamp) : new CoachInput.Unreadable())),
        // An edit is no answer and no command; only a sign of the body in it counts. Our own edits and previews come here too.
        Dispatch.MessageUpdate { Message: { GuildId: null, IsFromPerson: true, EditedTimestamp: { } at, Content: { } words } message }
            when IsSign(words) => new DiscordHeard.ToCoach(
                OfMessage(message, $"e{message.Id}-{at.ToUnixTimeMilliseconds()}", new CoachInput.Text(words))),
        Dispatch.InteractionCreate { Interaction: { Person: { } person } interaction } when IsToBeAnswered(interaction) =>
            await ReadInteractionAsync(interaction, person, cancellationToken).ConfigureAwait(false),
        Dispatch.Undecodable { Json: var json } => UndecodableDispatch.Read(json),
        _ => Nothing,
    };

    /// <summary>Whether the coach can write where it happened.</summary>
    internal static bool IsInDm(Interaction interaction) =>
        interaction is { GuildId: null, ChannelId: not null, Context: null or InteractionContext.BotDm };

    /// <summary>Whether a person used something of ours and waits for an answer.</summary>
    internal static bool IsToBeAnswered(Interaction interaction) =>
        interaction is { Type: InteractionType.Command or InteractionType.Component, Person.Bot: false };

    /// <summary>A sign of the body that is there now, as far as words alone can tell.</summary>
    private static bool IsSign(string words) => SafetyNet.Answer(new UserState(), new CoachInput.Text(words)) is not null;

    private static IncomingUpdate OfMessage(Message message, string id, CoachInput input) =>
        new(DiscordChannel.Name, message.Author!.Id.ToString(), message.ChannelId.ToString(), id, input);

    private async Task<DiscordHeard> ReadInteractionAsync(Interaction interaction, User person, CancellationToken cancellationToken)
    {
        var inDm = IsInDm(interaction);
        CoachInput input;
        switch (interaction)
        {
            case { Type: InteractionType.Command, Data: { Name: { } name } data }:
                input = new CoachInput.Text(Typed(name, data.Options), interaction.Id.Timestamp);
                break;
            case { Type: InteractionType.Component } when !inDm:
                return new DiscordHeard.Refused(interaction, ChannelLines.Foreign());
            case { Type: InteractionType.Component, Data: { } data } when DiscordButtons.Pressed(data) is { } button:
                input = new CoachInput.Press(button, interaction.Id.Timestamp);
                break;
            default:
                return new DiscordHeard.Refused(interaction, ChannelLines.Over());
        }

        var chat = inDm
            ? interaction.ChannelId!.Value.ToString()
            : await ChatOfAsync(person, cancellationToken).ConfigureAwait(false);
        return new DiscordHeard.ToCoach(
            new IncomingUpdate(DiscordChannel.Name, person.Id.ToString(), chat, $"i{interaction.Id}", input)
            {
                Callback = interaction.Id.ToString(),
                AppLanguage = interaction.Locale,
            });
    }

    /// <summary>The DM where the person is known, else the person, whose DM is opened with the first message.</summary>
    private async Task<string> ChatOfAsync(User person, CancellationToken cancellationToken) => await store.FindUserAsync(
        new AccountKey(DiscordChannel.Name, person.Id.ToString()), cancellationToken).ConfigureAwait(false) is { } user
        ? user.Chat
        : DiscordChat.OfPerson(person.Id);

    /// <summary>The command as it would be typed: <c>/start-session 20</c>.</summary>
    private static string Typed(string name, IReadOnlyList<CommandOptionValue>? options)
    {
        var values = (options ?? []).Where(option => option.Value is not null).Select(option => option.Value!.Value)
            .Select(value => value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText());
        return $"/{name} {string.Join(' ', values)}".TrimEnd();
    }
}
