using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RecoveryBot.Discord.Requests;
using RecoveryBot.Discord.Types;
using RecoveryBot.Discord.Wire;

namespace RecoveryBot.Discord.Rest;

/// <summary>
/// The REST calls in use, under their names in Discord's documentation. Each throws <see cref="DiscordApiException"/> when
/// Discord refuses, <see cref="DiscordRateLimitedException"/> when it is not its turn, which it waits for a quarter of a second
/// at most, and <see cref="DiscordTransportException"/> when no answer came. Nothing is retried but an interaction's first
/// answer.
/// </summary>
public sealed class DiscordRestClient : IDisposable
{
    /// <summary>How long an answer may take: an ordinary call's, an upload's, and an interaction's first, which is dead by then.</summary>
    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan UploadLimit = TimeSpan.FromSeconds(100);
    private static readonly TimeSpan RespondLimit = TimeSpan.FromSeconds(3);

    /// <summary>Until when a first answer can be tried a second time, counted from the interaction's id.</summary>
    private static readonly TimeSpan RespondAgainLimit = TimeSpan.FromSeconds(2.5);

    /// <summary>Where a 429 does not say how long.</summary>
    private static readonly TimeSpan UnsaidWait = TimeSpan.FromMinutes(1);

    private readonly HttpClient _http;
    private readonly DiscordToken _token;
    private readonly string _server;
    private readonly TimeProvider _time;
    private readonly DeadTokens _dead;

    public DiscordRestClient(IOptions<DiscordOptions> options, TimeProvider time, ILogger<DiscordRestClient> log)
        : this(options.Value, time, log, DiscordConnections.Create())
    {
    }

    internal DiscordRestClient(DiscordOptions options, TimeProvider time, ILogger log, HttpMessageHandler connections)
    {
        _token = options.ReadToken() ?? throw new InvalidOperationException("Discord:Token is not set.");
        _server = options.ApiBaseUrl.TrimEnd('/');
        _time = time;
        _dead = new DeadTokens(time);
        Limits = new RateLimits(time, log);
        _http = new HttpClient(new SecretsHandler(_token, connections))
        {
            MaxResponseContentBufferSize = DiscordConnections.MaxBodyBytes,
            Timeout = Timeout.InfiniteTimeSpan, // Each call has a limit of its own, by the injected clock.
        };
        _http.DefaultRequestHeaders.Add(UserAgent.Header, UserAgent.Value);
    }

    internal RateLimits Limits { get; }

    public Task<GatewayBot> GetGatewayBotAsync(CancellationToken cancellationToken) => ReadAsync(
        DiscordRoute.GetGatewayBot, null, DiscordJson.Default.GatewayBot, CallLimit, cancellationToken);

    public Task<Application> GetCurrentApplicationAsync(CancellationToken cancellationToken) => ReadAsync(
        DiscordRoute.GetCurrentApplication, null, DiscordJson.Default.Application, CallLimit, cancellationToken);

    /// <summary>Opens the DM with a person, or finds the one there is. Store its id: opening many quickly is punished.</summary>
    public Task<Channel> CreateDmAsync(Snowflake user, CancellationToken cancellationToken) => ReadAsync(
        DiscordRoute.CreateDm, DiscordContent.Of(new CreateDm(user), DiscordJson.Default.CreateDm),
        DiscordJson.Default.Channel, CallLimit, cancellationToken);

    public Task<Message> CreateMessageAsync(
        Snowflake channel, CreateMessage request, CancellationToken cancellationToken) => WriteAsync(
            DiscordRoute.CreateMessage(channel), request, DiscordJson.Default.CreateMessage, BodyRules.Problems(request),
            cancellationToken);

    public Task<Message> EditMessageAsync(
        Snowflake channel, Snowflake message, EditMessage request, CancellationToken cancellationToken) => WriteAsync(
            DiscordRoute.EditMessage(channel, message), request, DiscordJson.Default.EditMessage,
            BodyRules.Problems(request), cancellationToken);

    /// <summary>Shows "typing …" for 10 s or until the next message.</summary>
    public Task TriggerTypingAsync(Snowflake channel, CancellationToken cancellationToken) =>
        SendAsync(DiscordRoute.TriggerTyping(channel), null, CallLimit, cancellationToken);

    /// <summary>
    /// Answers an interaction for the first time. It waits for no other call, and where the connection breaks or Discord fails
    /// it is repeated once, at once, while there is time.
    /// </summary>
    /// <returns>
    /// The message that the answer made or changed; <see langword="null"/>: it made none, or only the repeat was answered.
    /// </returns>
    public async Task<Message?> CreateInteractionResponseAsync(
        Snowflake interaction, InteractionToken token, InteractionResponse response, CancellationToken cancellationToken)
    {
        var makesMessage = response is InteractionResponse.Reply or InteractionResponse.UpdateMessage;
        var route = DiscordRoute.Respond(interaction, token, makesMessage);
        var files = response switch
        {
            InteractionResponse.Reply reply => reply.Data.Files,
            InteractionResponse.UpdateMessage update => update.Data.Files,
            _ => [],
        };
        Check(route, BodyRules.Problems(response), files);
        var json = await RespondAsync(
            route, interaction, () => DiscordContent.Of(response, DiscordJson.Default.InteractionResponse, files),
            cancellationToken).ConfigureAwait(false);
        return json is { Length: > 0 } && makesMessage
            ? TryParse(json, DiscordJson.Default.CallbackResult)?.Resource?.Message
            : null;
    }

    /// <summary>Changes the first answer, or gives it after a deferral; for 15 minutes.</summary>
    public Task<Message> EditOriginalInteractionResponseAsync(
        Snowflake application, InteractionToken token, EditMessage request, CancellationToken cancellationToken) =>
        WriteAsync(
            DiscordRoute.EditOriginal(application, token), request, DiscordJson.Default.EditMessage,
            BodyRules.Problems(request), cancellationToken);

    /// <summary>Writes a further message to an interaction; for 15 minutes. After a deferral edit the original first.</summary>
    public Task<Message> CreateFollowupMessageAsync(
        Snowflake application, InteractionToken token, InteractionMessage request, CancellationToken cancellationToken) =>
        WriteAsync(
            DiscordRoute.FollowUp(application, token), request, DiscordJson.Default.InteractionMessage,
            BodyRules.Problems(request), cancellationToken);

    public Task<IReadOnlyList<ApplicationCommand>> GetGlobalCommandsAsync(
        Snowflake application, CancellationToken cancellationToken) => ReadAsync(
            DiscordRoute.GetCommands(application), null, DiscordJson.Default.IReadOnlyListApplicationCommand, CallLimit,
            cancellationToken);

    /// <summary>Makes these the only global commands. It looks first: equal lists cost nothing, new ones 200 a day at most.</summary>
    /// <returns>Whether anything had to be changed.</returns>
    public async Task<bool> SetGlobalCommandsAsync(
        Snowflake application, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellationToken)
    {
        var route = DiscordRoute.PutCommands(application);
        Check(route, BodyRules.Problems(commands), []);
        var present = await GetGlobalCommandsAsync(application, cancellationToken).ConfigureAwait(false);
        if (CommandDifference.AreSame(present, commands))
            return false;

        var body = DiscordContent.Of(commands, DiscordJson.Default.IReadOnlyListApplicationCommand);
        await SendAsync(route, body, CallLimit, cancellationToken).ConfigureAwait(false);
        return true;
    }

    public void Dispose() => _http.Dispose();

    private async Task<byte[]> RespondAsync(
        DiscordRoute route, Snowflake interaction, Func<HttpContent> body, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(route, body(), RespondLimit, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (
            failure is DiscordTransportException { Status: null or >= HttpStatusCode.InternalServerError }
                or DiscordApiException { Kind: DiscordErrorKind.ServerFailed }
            && _time.GetUtcNow() - interaction.Timestamp < RespondAgainLimit)
        {
            try
            {
                return await SendAsync(route, body(), RespondLimit, cancellationToken).ConfigureAwait(false);
            }
            catch (DiscordApiException refusal) when (refusal.Kind == DiscordErrorKind.AlreadyAnswered)
            {
                return []; // The first attempt did arrive.
            }
        }
    }

    private async Task<Message> WriteAsync<T>(
        DiscordRoute route, T request, JsonTypeInfo<T> type, IEnumerable<string> problems,
        CancellationToken cancellationToken)
        where T : IHasFiles
    {
        Check(route, problems, request.Files);
        return await ReadAsync(
            route, DiscordContent.Of(request, type, request.Files), DiscordJson.Default.Message,
            request.Files.Count > 0 ? UploadLimit : CallLimit, cancellationToken).ConfigureAwait(false);
    }

    private static void Check(DiscordRoute route, IEnumerable<string> problems, IReadOnlyList<FileUpload> files)
    {
        if (problems.ToList() is { Count: > 0 } found)
            throw new DiscordApiException(route.ToString(), 400, 50035, "Invalid Form Body", found);
        if (BodyRules.AreTooLarge(files))
            throw new DiscordApiException(route.ToString(), 413, 40005, "Request entity too large");
    }

    private async Task<TResult> ReadAsync<TResult>(
        DiscordRoute route, HttpContent? body, JsonTypeInfo<TResult> type, TimeSpan limit,
        CancellationToken cancellationToken)
        where TResult : class
    {
        var json = await SendAsync(route, body, limit, cancellationToken).ConfigureAwait(false);
        return TryParse(json, type) ?? throw new DiscordTransportException(route.ToString(), "the answer is not Discord's JSON");
    }

    private async Task<byte[]> SendAsync(
        DiscordRoute route, HttpContent? body, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(route.Method, _server + route.Path) { Content = body };
        if (route.Token is { } token)
        {
            request.Options.Set(SecretsHandler.InteractionKey, token);
            if (_dead.WhyDead(token) is { } why)
                throw new DiscordApiException(route.ToString(), why.Status, why.Code, why.Description, hasBotToken: false);
        }

        using var pass = await Limits.EnterAsync(route, cancellationToken).ConfigureAwait(false);
        using var overdue = new CancellationTokenSource(limit, _time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, overdue.Token);
        try
        {
            using var response = await _http.SendAsync(request, ends.Token).ConfigureAwait(false);
            var json = await response.Content.ReadAsByteArrayAsync(ends.Token).ConfigureAwait(false);
            return Judge(route, pass, response, json);
        }
        catch (HttpRequestException failure)
        {
            throw DiscordConnections.Failed(route.ToString(), failure);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DiscordTransportException(route.ToString(), $"no answer within {limit.TotalSeconds} s");
        }
    }

    private byte[] Judge(DiscordRoute route, RateLimits.Pass pass, HttpResponseMessage response, byte[] json)
    {
        var (status, headers) = ((int)response.StatusCode, RateLimitHeaders.Of(response));
        pass.Learn(headers, status);
        if (response.IsSuccessStatusCode)
            return json;

        var reply = DiscordReply.TryRead(json, text => Hide(text, route));
        if (status == 429 && (reply is null || DiscordApiException.KindOf(reply.Code) is null))
            throw Limited(route, pass, headers, reply);
        if (reply is null)
        {
            throw new DiscordTransportException(
                route.ToString(), $"the answer ({status}) is not Discord's JSON", response.StatusCode,
                mayHaveArrived: status >= 500);
        }

        var refusal = new DiscordApiException(
            route.ToString(), status, reply.Code, reply.Message, reply.Errors, reply.RetryAfter ?? headers.RetryAfter,
            hasBotToken: route.Token is null);
        if (route.Token is { } token
            && refusal.Kind is DiscordErrorKind.TokenExpired or DiscordErrorKind.UnknownInteraction)
            _dead.Add(token, refusal);
        throw refusal;
    }

    /// <summary>The text without the secrets of the call, should a server echo them.</summary>
    private string Hide(string text, DiscordRoute route) => _token.Hide(
        route.Token is { } token ? text.Replace(token.Reveal(), token.ToString(), StringComparison.Ordinal) : text);

    /// <summary>Without Discord's JSON it is Cloudflare that speaks, and about the whole address.</summary>
    private static DiscordRateLimitedException Limited(
        DiscordRoute route, RateLimits.Pass pass, RateLimitHeaders headers, DiscordReply? reply)
    {
        var wait = reply?.RetryAfter ?? headers.RetryAfter ?? UnsaidWait;
        var isForAll = route.Lane == Lane.Bot
            && (headers.Scope == "global" || reply is { IsGlobal: true } || (reply is null && headers.Scope is null));
        pass.Block(wait, isForAll);
        return new DiscordRateLimitedException(route.ToString(), Longer(wait, TimeSpan.FromMilliseconds(50)), isForAll);
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static T? TryParse<T>(byte[] json, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, type);
        }
        catch (JsonException)
        {
            return null; // Not kept as a cause: it may quote the body.
        }
    }
}
