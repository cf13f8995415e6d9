using System.Globalization;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Safety;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Storage;
using RecoveryBot.Storage.Rows;
using RecoveryBot.Telegram.Text;
using RecoveryBot.Telegram.Types;

namespace RecoveryBot.Channels.Telegram;

/// <summary>
/// Translates updates for the coach. Coaching happens in private chats, whose id is the person's; of a group only signs of
/// the body count, and they are answered in private (D12).
/// </summary>
public sealed class TelegramUpdates(CoachStore store, TelegramBotName bot)
{
    private static readonly TelegramHeard Nothing = new TelegramHeard.Nothing();

    /// <param name="mayBeLate">It may have waited; a press does not tell for how long.</param>
    internal async Task<TelegramHeard> ReadAsync(Update update, bool mayBeLate, CancellationToken cancellationToken) => update switch
    {
        { Undecodable: { } json } => UndecodableUpdate.Read(update.UpdateId, json),
        { Message: { From: { IsBot: false } from } message } => message.Chat.IsPrivate
            ? await ReadPrivateAsync(update, message, from, cancellationToken).ConfigureAwait(false)
            : await ReadGroupAsync(update, message, from, cancellationToken).ConfigureAwait(false),
        { EditedMessage: { From: { IsBot: false } from, Text: { } words } message } =>
            await ReadEditAsync(update, message, from, words, cancellationToken).ConfigureAwait(false),
        { CallbackQuery: { } press } => ReadPress(update, press, mayBeLate),
        { MyChatMember: { Chat.IsPrivate: true } changed } => new TelegramHeard.ToCoach(
            Of(update, changed.From, new CoachInput.TimeUp()) with
            {
                Standing = changed.IsShutOut ? ChatStanding.Blocked : ChatStanding.Open,
            }),
        _ => Nothing,
    };

    /// <summary>A sign of the body that is there now, as far as words alone can tell.</summary>
    private static bool IsSign(string words) => SafetyNet.Answer(new UserState(), new CoachInput.Text(words)) is not null;

    private static IncomingUpdate Of(Update update, User from, CoachInput input)
    {
        var id = from.Id.ToString(CultureInfo.InvariantCulture);
        return new IncomingUpdate(
            TelegramChannel.Name, id, id, update.UpdateId.ToString(CultureInfo.InvariantCulture), input)
        {
            AppLanguage = from.LanguageCode,
        };
    }

    private async Task<TelegramHeard> ReadPrivateAsync(
        Update update, Message message, User from, CancellationToken cancellationToken)
    {
        if (message.Text is not { } words)
            return new TelegramHeard.ToCoach(Of(update, from, new CoachInput.Unreadable()));

        if (TypedCommand.TryParse(words) is { } command)
        {
            if (!await IsForUsAsync(command, cancellationToken).ConfigureAwait(false))
                return Nothing;
            words = $"/{command.Name} {command.Argument}".TrimEnd();
        }

        return new TelegramHeard.ToCoach(Of(update, from, new CoachInput.Text(words, message.Date)));
    }

    /// <summary>An edit is no answer and no command; only a sign of the body in it counts.</summary>
    private async Task<TelegramHeard> ReadEditAsync(
        Update update, Message message, User from, string words, CancellationToken cancellationToken) =>
        IsSign(words) && (message.Chat.IsPrivate || await IsKnownAsync(from, cancellationToken).ConfigureAwait(false))
            ? new TelegramHeard.ToCoach(Of(update, from, new CoachInput.Text(words)))
            : Nothing;

    private async Task<TelegramHeard> ReadGroupAsync(
        Update update, Message message, User from, CancellationToken cancellationToken)
    {
        if (message.Text is not { } words)
            return Nothing;

        var command = TypedCommand.TryParse(words);
        var addressed = command is not null && await IsForUsAsync(command, cancellationToken).ConfigureAwait(false)
            && (command.Bot is not null || IsOurs(command));
        if (command is not null && !addressed)
            return Nothing;

        var report = command is { Name: "tingling" };
        if ((report || IsSign(words)) && await IsKnownAsync(from, cancellationToken).ConfigureAwait(false))
        {
            var said = report ? $"/tingling {command!.Argument}".TrimEnd() : words;
            return new TelegramHeard.ToCoach(Of(update, from, new CoachInput.Text(said, message.Date)));
        }

        return addressed || IsSign(words) ? new TelegramHeard.InGroup(message.Chat.Id, message.MessageId) : Nothing;
    }

    private static TelegramHeard ReadPress(Update update, CallbackQuery press, bool mayBeLate)
    {
        if (press.Message is not { Chat: var chat } || chat.Id != press.From.Id)
            return new TelegramHeard.Refused(press.Id, ChannelLines.Foreign());

        return ButtonId.TryParse(press.Data) is { } button
            ? new TelegramHeard.ToCoach(Of(update, press.From, new CoachInput.Press(button) { MayBeLate = mayBeLate }) with { Callback = press.Id })
            : new TelegramHeard.Refused(press.Id, ChannelLines.Over());
    }

    private static bool IsOurs(TypedCommand command) =>
        command.Name == "start" || CommandList.All.Any(entry => entry.Name == command.Name);

    /// <summary>Where our own name is not told, a command with a name is taken as ours: better answered once too often.</summary>
    private async Task<bool> IsForUsAsync(TypedCommand command, CancellationToken cancellationToken) =>
        command.Bot is null
        || await bot.AskAsync(cancellationToken).ConfigureAwait(false) is not { } name
        || command.IsFor(name);

    private async Task<bool> IsKnownAsync(User from, CancellationToken cancellationToken) => await store.FindUserAsync(
        new AccountKey(TelegramChannel.Name, from.Id.ToString(CultureInfo.InvariantCulture)),
        cancellationToken).ConfigureAwait(false) is not null;
}
