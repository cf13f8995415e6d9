using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;
using RecoveryBot.Telegram.Requests;
using RecoveryBot.Telegram.Types;
using RecoveryBot.Telegram.Wire;

namespace RecoveryBot.Telegram;

/// <summary>
/// The Bot API's methods under their wire names, exactly those that are used. Each throws <see cref="TelegramApiException"/>
/// when Telegram refuses and <see cref="TelegramTransportException"/> when no answer came; it waits and retries nothing.
/// </summary>
public sealed class TelegramClient : IDisposable
{
    /// <summary>
    /// How long an answer may take: an ordinary call's, an upload's, and a poll's beyond its own waiting.
    /// </summary>
    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan UploadLimit = TimeSpan.FromSeconds(100);
    private static readonly TimeSpan PollSlack = TimeSpan.FromSeconds(15);

    private readonly HttpClient _http;
    private readonly TelegramToken _token;
    private readonly string _server;
    private readonly TimeProvider _time;

    public TelegramClient(IOptions<TelegramOptions> options, TimeProvider time)
        : this(options.Value, time, TelegramConnections.Create())
    {
    }

    internal TelegramClient(TelegramOptions options, TimeProvider time, HttpMessageHandler connections)
    {
        _token = options.ReadToken() ?? throw new InvalidOperationException("Telegram:Token is not set.");
        _server = options.ApiBaseUrl.TrimEnd('/') + "/";
        _time = time;
        _http = new HttpClient(new TokenHandler(_token, connections))
        {
            MaxResponseContentBufferSize = TelegramConnections.MaxBodyBytes,
            Timeout = Timeout.InfiniteTimeSpan, // Each call has its own, on the injected clock.
        };
    }

    public Task<User> GetMeAsync(CancellationToken cancellationToken) =>
        SendAsync("getMe", null, TelegramJson.Default.ReplyUser, CallLimit, cancellationToken);

    /// <summary>The next updates in order; one of an unexpected shape is <see cref="Update.Undecodable"/>.</summary>
    public async Task<IReadOnlyList<Update>> GetUpdatesAsync(GetUpdates request, CancellationToken cancellationToken)
    {
        var limit = TimeSpan.FromSeconds(request.Timeout) + PollSlack;
        var body = TelegramContent.Json(request, TelegramJson.Default.GetUpdates);
        var reply = TelegramJson.Default.ReplyUpdateBatch;
        return (await SendAsync("getUpdates", body, reply, limit, cancellationToken)).Updates;
    }

    public Task SetWebhookAsync(SetWebhook request, CancellationToken cancellationToken) =>
        DoAsync("setWebhook", request, TelegramJson.Default.SetWebhook, cancellationToken);

    public Task DeleteWebhookAsync(DeleteWebhook request, CancellationToken cancellationToken) =>
        DoAsync("deleteWebhook", request, TelegramJson.Default.DeleteWebhook, cancellationToken);

    public Task<WebhookInfo> GetWebhookInfoAsync(CancellationToken cancellationToken) =>
        SendAsync("getWebhookInfo", null, TelegramJson.Default.ReplyWebhookInfo, CallLimit, cancellationToken);

    public Task AnswerCallbackQueryAsync(AnswerCallbackQuery request, CancellationToken cancellationToken) =>
        DoAsync("answerCallbackQuery", request, TelegramJson.Default.AnswerCallbackQuery, cancellationToken);

    public Task<Message> SendMessageAsync(SendMessage request, CancellationToken cancellationToken) =>
        WriteAsync("sendMessage", request, TelegramJson.Default.SendMessage, cancellationToken);

    public Task<Message> SendPhotoAsync(SendPhoto request, CancellationToken cancellationToken) =>
        SendFileAsync("sendPhoto", "photo", request.Photo, request, TelegramJson.Default.SendPhoto, cancellationToken);

    public Task<Message> SendDocumentAsync(SendDocument request, CancellationToken cancellationToken) => SendFileAsync(
        "sendDocument", "document", request.Document, request, TelegramJson.Default.SendDocument, cancellationToken);

    public Task SendChatActionAsync(SendChatAction request, CancellationToken cancellationToken) =>
        DoAsync("sendChatAction", request, TelegramJson.Default.SendChatAction, cancellationToken);

    public Task<Message> EditMessageTextAsync(EditMessageText request, CancellationToken cancellationToken) =>
        WriteAsync("editMessageText", request, TelegramJson.Default.EditMessageText, cancellationToken);

    public Task<Message> EditMessageCaptionAsync(EditMessageCaption request, CancellationToken cancellationToken) =>
        WriteAsync("editMessageCaption", request, TelegramJson.Default.EditMessageCaption, cancellationToken);

    public Task<Message> EditMessageReplyMarkupAsync(
        EditMessageReplyMarkup request, CancellationToken cancellationToken) => WriteAsync(
            "editMessageReplyMarkup", request, TelegramJson.Default.EditMessageReplyMarkup, cancellationToken);

    public Task SetMyCommandsAsync(SetMyCommands request, CancellationToken cancellationToken) =>
        DoAsync("setMyCommands", request, TelegramJson.Default.SetMyCommands, cancellationToken);

    public Task<IReadOnlyList<BotCommand>> GetMyCommandsAsync(CommandMenu request, CancellationToken cancellationToken)
    {
        var body = TelegramContent.Json(request, TelegramJson.Default.CommandMenu);
        return SendAsync("getMyCommands", body, TelegramJson.Default.ReplyCommands, CallLimit, cancellationToken);
    }

    public Task DeleteMyCommandsAsync(CommandMenu request, CancellationToken cancellationToken) =>
        DoAsync("deleteMyCommands", request, TelegramJson.Default.CommandMenu, cancellationToken);

    public Task SetMyDescriptionAsync(SetMyDescription request, CancellationToken cancellationToken) =>
        DoAsync("setMyDescription", request, TelegramJson.Default.SetMyDescription, cancellationToken);

    /// <summary>What an empty chat shows; empty where nothing is set.</summary>
    public async Task<string> GetMyDescriptionAsync(InLanguage request, CancellationToken cancellationToken)
    {
        var body = TelegramContent.Json(request, TelegramJson.Default.InLanguage);
        var reply = TelegramJson.Default.ReplyBotDescription;
        return (await SendAsync("getMyDescription", body, reply, CallLimit, cancellationToken)).Description;
    }

    public Task SetMyShortDescriptionAsync(SetMyShortDescription request, CancellationToken cancellationToken) =>
        DoAsync("setMyShortDescription", request, TelegramJson.Default.SetMyShortDescription, cancellationToken);

    /// <summary>What the profile page shows; empty where nothing is set.</summary>
    public async Task<string> GetMyShortDescriptionAsync(InLanguage request, CancellationToken cancellationToken)
    {
        var body = TelegramContent.Json(request, TelegramJson.Default.InLanguage);
        var reply = TelegramJson.Default.ReplyBotShortDescription;
        return (await SendAsync("getMyShortDescription", body, reply, CallLimit, cancellationToken)).ShortDescription;
    }

    public void Dispose() => _http.Dispose();

    private Task<bool> DoAsync<T>(string method, T request, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        SendAsync(
            method, TelegramContent.Json(request, type), TelegramJson.Default.ReplyBoolean, CallLimit, cancellationToken);

    private Task<Message> WriteAsync<T>(
        string method, T request, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        SendAsync(
            method, TelegramContent.Json(request, type), TelegramJson.Default.ReplyMessage, CallLimit, cancellationToken);

    private Task<Message> SendFileAsync<T>(
        string method, string field, InputFile file, T request, JsonTypeInfo<T> type,
        CancellationToken cancellationToken) =>
        file is InputFile.Upload upload
            ? SendAsync(
                method, TelegramContent.Multipart(request, type, field, upload), TelegramJson.Default.ReplyMessage,
                UploadLimit, cancellationToken)
            : WriteAsync(method, request, type, cancellationToken);

    private async Task<TResult> SendAsync<TResult>(
        string method, HttpContent? body, JsonTypeInfo<Reply<TResult>> type, TimeSpan limit,
        CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _server + method) { Content = body };
        using var overdue = new CancellationTokenSource(limit, _time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, overdue.Token);
        try
        {
            using var response = await _http.SendAsync(request, ends.Token);
            var json = await response.Content.ReadAsByteArrayAsync(ends.Token);
            return TelegramReply.Read(method, response, json, type, _token);
        }
        catch (HttpRequestException failure)
        {
            throw TelegramConnections.Failed(method, failure);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TelegramTransportException(method, $"no answer within {limit.TotalSeconds} s");
        }
    }
}
