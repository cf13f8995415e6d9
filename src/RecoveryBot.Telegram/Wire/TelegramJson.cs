using System.Text.Json.Serialization;
using RecoveryBot.Telegram.Requests;
using RecoveryBot.Telegram.Types;

namespace RecoveryBot.Telegram.Wire;

/// <summary>
/// The Bot API's JSON. Every parameter's default is false, zero or absent there too, so defaults are not written.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(GetUpdates))]
[JsonSerializable(typeof(SetWebhook))]
[JsonSerializable(typeof(DeleteWebhook))]
[JsonSerializable(typeof(AnswerCallbackQuery))]
[JsonSerializable(typeof(SendMessage))]
[JsonSerializable(typeof(SendPhoto))]
[JsonSerializable(typeof(SendDocument))]
[JsonSerializable(typeof(SendChatAction))]
[JsonSerializable(typeof(EditMessageText))]
[JsonSerializable(typeof(EditMessageCaption))]
[JsonSerializable(typeof(EditMessageReplyMarkup))]
[JsonSerializable(typeof(SetMyCommands))]
[JsonSerializable(typeof(CommandMenu))]
[JsonSerializable(typeof(SetMyDescription))]
[JsonSerializable(typeof(SetMyShortDescription))]
[JsonSerializable(typeof(InLanguage))]
[JsonSerializable(typeof(Update))]
[JsonSerializable(typeof(Reply<bool>))]
[JsonSerializable(typeof(Reply<User>))]
[JsonSerializable(typeof(Reply<Message>))]
[JsonSerializable(typeof(Reply<UpdateBatch>))]
[JsonSerializable(typeof(Reply<WebhookInfo>))]
[JsonSerializable(typeof(Reply<IReadOnlyList<BotCommand>>), TypeInfoPropertyName = "ReplyCommands")]
[JsonSerializable(typeof(Reply<BotDescription>))]
[JsonSerializable(typeof(Reply<BotShortDescription>))]
internal sealed partial class TelegramJson : JsonSerializerContext;

/// <summary>getMyDescription's answer.</summary>
internal sealed record BotDescription(string Description);

/// <summary>getMyShortDescription's answer.</summary>
internal sealed record BotShortDescription(string ShortDescription);
