using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using FakeDiscord;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Discord;

/// <summary>The fake Discord by a manual clock, and bare HTTP to it: no client of ours is in the way.</summary>
internal sealed class RawDiscord : IAsyncDisposable
{
    /// <summary>
    /// How long a test that waits for the other side may hang before it fails; a guard, never a wait.
    /// </summary>
    public const int PatienceMilliseconds = 120_000;

    public const string UserAgent = "DiscordBot (https://example.org, 1.0)";

    public static readonly Person Ann = new(4_503_599_627_370_495);

    private readonly HttpClient _http = new();

    private RawDiscord(FakeDiscordServer fake, ManualTimeProvider time, FakeDiscordOptions options)
    {
        (Fake, Time, Options) = (fake, time, options);
        Dm = fake.Channels.DmWith(Ann);
    }

    public FakeDiscordServer Fake { get; }

    public ManualTimeProvider Time { get; }

    public FakeDiscordOptions Options { get; }

    /// <summary>The channel with Ann.</summary>
    public ulong Dm { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<RawDiscord> StartAsync(Func<FakeDiscordOptions, FakeDiscordOptions>? change = null)
    {
        var time = new ManualTimeProvider(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));
        var options = new FakeDiscordOptions { Time = time };
        options = change?.Invoke(options) ?? options;
        return new RawDiscord(await FakeDiscordServer.StartAsync(options), time, options);
    }

    /// <summary>A request as a bot makes it, with its credentials where they belong.</summary>
    public Task<Got> AskAsync(string method, string path, string? json = null) =>
        AskAsync(method, path, json is null ? null : new StringContent(json, Encoding.UTF8, "application/json"));

    public async Task<Got> AskAsync(string method, string path, HttpContent? content)
    {
        using var request = Request(method, path, content);
        if (!path.StartsWith("webhooks/", StringComparison.Ordinal) && !path.StartsWith("interactions/", StringComparison.Ordinal))
            request.Headers.TryAddWithoutValidation("Authorization", $"Bot {Fake.Token}");
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        return await SendAsync(request);
    }

    public HttpRequestMessage Request(string method, string path, HttpContent? content = null) =>
        new(new HttpMethod(method), $"{Fake.ApiBaseUrl}/{path}") { Content = content };

    public async Task<Got> SendAsync(HttpRequestMessage request)
    {
        using var response = await _http.SendAsync(request, Stop);
        return new Got((int)response.StatusCode, await response.Content.ReadAsStringAsync(Stop), response.Headers);
    }

    /// <summary>Sends to the channel with Ann.</summary>
    public Task<Got> SayAsync(string json) => AskAsync("POST", $"channels/{Dm}/messages", json);

    public Task<Got> AnswerAsync(Interaction interaction, string json, string query = "") =>
        AskAsync("POST", $"interactions/{interaction.Id}/{interaction.Token}/callback{query}", json);

    /// <summary>A route under an interaction's token.</summary>
    /// <param name="path">As in <c>/messages/@original</c>; empty for a follow-up.</param>
    public Task<Got> ByTokenAsync(Interaction interaction, string method, string path = "", string? json = null) =>
        AskAsync(method, $"webhooks/{Options.ApplicationId}/{interaction.Token}{path}", json);

    /// <summary>Registers a command that can be used everywhere, and lets Ann use it.</summary>
    public async Task<Interaction> CommandAsync(Place? place = null)
    {
        await AskAsync("PUT", $"applications/{Options.ApplicationId}/commands",
            """[{"name":"go","description":"d","contexts":[0,1,2],"integration_types":[0,1]}]""");
        return Fake.People.Command(Ann, "go", place: place);
    }

    /// <summary>Lets Ann press a button that says Go, under a message of the bot.</summary>
    public async Task<Interaction> PressAsync()
    {
        await SayAsync("""{"content":"t","components":[{"type":1,"components":[{"type":2,"style":1,"label":"Go","custom_id":"go"}]}]}""");
        return Fake.People.Press(Ann, "Go");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Fake.DisposeAsync();
    }

    /// <summary>What came back.</summary>
    internal sealed record Got(int Status, string Text, HttpResponseHeaders Headers)
    {
        public JsonNode Json => JsonNode.Parse(Text)!;

        public int Code => Json["code"]!.GetValue<int>();

        public ulong Id => ulong.Parse(Json["id"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture);

        /// <summary>The first code at a place in the tree of errors.</summary>
        /// <param name="path">As in <c>embeds/0/fields</c>; empty: the whole.</param>
        public string? ErrorAt(string path)
        {
            var place = Json["errors"];
            foreach (var name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
                place = place?[name];
            return place?["_errors"]?[0]?["code"]?.ToString();
        }

        public string? Header(string name) => Headers.TryGetValues(name, out var values) ? values.Single() : null;
    }
}
