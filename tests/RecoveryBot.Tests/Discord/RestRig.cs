using RecoveryBot.Discord;
using RecoveryBot.Discord.Requests;
using RecoveryBot.Discord.Rest;
using RecoveryBot.Discord.Types;
using RecoveryBot.Discord.Wire;
using RecoveryBot.Tests.Support;
using RecoveryBot.Tests.Telegram;

namespace RecoveryBot.Tests.Discord;

/// <summary>The REST client beside a scripted server, by a manual clock.</summary>
internal sealed class RestRig : IAsyncDisposable
{
    public const string Token = "MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.canary-part-of-the-token-0123456789";

    public static readonly Snowflake App = new(1);
    public static readonly Snowflake Ann = new(7);
    public static readonly Snowflake Bob = new(8);
    public static readonly InteractionToken Click = new("aW50ZXJhY3Rpb24tY2FuYXJ5");

    private readonly ManualTimeProvider _manual = new(SessionDriver.Noon);

    private RestRig(ScriptedApi api)
    {
        Api = api;
        Time = new WatchedTime(_manual);
        Client = new DiscordRestClient(
            new DiscordOptions { Token = Token, ApiBaseUrl = api.Url }, Time, Log, DiscordConnections.Create());
    }

    public ScriptedApi Api { get; }

    public WatchedTime Time { get; }

    public KeepingLog<DiscordRestClient> Log { get; } = new();

    public DiscordRestClient Client { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<RestRig> StartAsync() => new(await ScriptedApi.StartAsync());

    /// <summary>The id of an interaction that began so long ago.</summary>
    public Snowflake InteractionOf(TimeSpan ago) =>
        new((ulong)((_manual.GetUtcNow() - ago).ToUnixTimeMilliseconds() - 1_420_070_400_000) << 22);

    public void Advance(double seconds) => _manual.Advance(TimeSpan.FromSeconds(seconds));

    public Task<Message> SayAsync(string words, Snowflake? channel = null) => Client.CreateMessageAsync(
        channel ?? Ann, new CreateMessage { Nonce = "n1", Content = words }, Stop);

    public Task<Message?> RespondAsync(InteractionResponse response, TimeSpan? ago = null, InteractionToken? token = null) =>
        Client.CreateInteractionResponseAsync(InteractionOf(ago ?? TimeSpan.Zero), token ?? Click, response, Stop);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Api.DisposeAsync();
    }
}
