using System.Globalization;
using System.Text.Json.Nodes;
using FakeDiscord;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RecoveryBot.Channels;
using RecoveryBot.Channels.Discord;
using RecoveryBot.Coaching;
using RecoveryBot.Discord;
using RecoveryBot.Discord.Gateway;
using RecoveryBot.Discord.Rest;
using RecoveryBot.Discord.Wire;
using RecoveryBot.Outbox;
using RecoveryBot.Pictures;
using RecoveryBot.Storage;
using RecoveryBot.Storage.Rows;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Host.Discord;

/// <summary>
/// The real host with the Discord channel beside the fake server, both by one manual clock. Only the gateway's own pauses are
/// real: it is waited for by what it brings.
/// </summary>
internal sealed class DiscordHostRig : IAsyncDisposable
{
    /// <summary>How long a test that waits for the other side may hang before it fails; a guard, never a wait.</summary>
    public const int PatienceMilliseconds = 120_000;

    /// <summary>The route of a first answer.</summary>
    public const string Callback = "POST /interactions/{interaction_id}/{interaction_token}/callback";

    public const string Send = "POST /channels/{channel_id}/messages";

    public const string Change = "PATCH /channels/{channel_id}/messages/{message_id}";

    public const string Original = "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original";

    private static readonly string Bot = $"{new FakeDiscordOptions().BotId}";

    public static readonly Person Ann = new(1_001_000_000_000_000_001);

    public static readonly Place Server = Place.Server(3_000_000_000_000_000_001);

    /// <summary>The bot has 45 calls a second; in one instant a session would spend them.</summary>
    private static readonly TimeSpan BetweenTurns = TimeSpan.FromMilliseconds(250);

    private readonly StoreFiles _files = new();
    private readonly Decide _decide;
    private readonly string _allowed;
    private readonly DrawChart? _draw;
    private Running? _running;

    private DiscordHostRig(FakeDiscordServer fake, ManualTimeProvider time, Decide decide, string allowed, DrawChart? draw)
    {
        (Fake, Time, _decide, _allowed, _draw) = (fake, time, decide, allowed, draw);
        _running = new Running(this);
    }

    public FakeDiscordServer Fake { get; }

    public ManualTimeProvider Time { get; }

    /// <summary>What the host says; the gateway may have trouble of its own on a busy machine.</summary>
    public KeptLog Log { get; } = new();

    public KeptLog GatewayLog { get; } = new();

    public CoachStore Store => Now.Store;

    public DiscordReceiver Receiver => Now.Receiver;

    public DiscordInteractions Interactions => Now.Interactions;

    public DiscordPromises Promises => Now.Promises;

    public DiscordSetUp SetUp => Now.SetUp;

    private Running Now => _running ?? throw new InvalidOperationException("The program is down.");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<DiscordHostRig> StartAsync(Decide? decide = null, string allowed = "", DrawChart? draw = null)
    {
        var time = new ManualTimeProvider(new DateTimeOffset(2026, 3, 2, 19, 42, 0, TimeSpan.Zero));
        var fake = await FakeDiscordServer.StartAsync(new FakeDiscordOptions { Time = time });
        var rig = new DiscordHostRig(fake, time, decide ?? Coach.Decide, allowed, draw ?? (_ => null));
        await fake.Gateway.Log.WhenAsync(frame => frame.IsEvent("READY"));
        await rig.SetUp.RunAsync(Stop);
        await rig.KeepAsync();
        return rig;
    }

    /// <summary>Everything that people did is stored; nothing of what came of it is delivered yet.</summary>
    public Task KeepAsync()
    {
        var (session, sequence) = Fake.Gateway.Newest!.Value;
        return Now.Watched.WhenKeptAsync(session, sequence);
    }

    /// <summary>An interaction has come in; it may still wait for its commit.</summary>
    public Task ReceivedAsync(Interaction interaction) => Now.Watched.WhenReceivedAsync(interaction.Id);

    public Task DrainAsync() => Now.Worker.DrainAsync(Stop);

    public async Task DeliverAsync()
    {
        await DrainAsync();
        await Interactions.WhenAnsweredAsync();
        Time.Advance(BetweenTurns);
    }

    /// <summary>Everything that people did is received and answered.</summary>
    public async Task TurnAsync()
    {
        await KeepAsync();
        await DeliverAsync();
    }

    public async Task SayAsync(string words, Person? who = null)
    {
        Fake.People.Say(who ?? Ann, words);
        await TurnAsync();
    }

    public async Task<Interaction> CommandAsync(string name, JsonObject? options = null, Place? place = null, Person? who = null)
    {
        var used = Fake.People.Command(who ?? Ann, name, options, place);
        await TurnAsync();
        return used;
    }

    public async Task<Interaction> PressAsync(string label, Person? who = null)
    {
        var press = Press(label, who);
        await TurnAsync();
        return press;
    }

    public async Task PressAllAsync(params string[] labels)
    {
        foreach (var label in labels)
            await PressAsync(label);
    }

    /// <summary>Presses the newest button of that label, or chooses it in a list.</summary>
    public Interaction Press(string label, Person? who = null)
    {
        var (message, customId, value) = ButtonOf(label, who);
        return value is null
            ? Fake.People.Press(who ?? Ann, message, customId)
            : Fake.People.Select(who ?? Ann, message, customId, value);
    }

    /// <summary>Lets time pass; every timer fires at its instant.</summary>
    public async Task WaitAsync(TimeSpan time)
    {
        var until = Time.GetUtcNow() + time;
        while (await Store.NextDueAsync(Stop) is { } due && due <= until)
        {
            if (due > Time.GetUtcNow())
                Time.Advance(due - Time.GetUtcNow());
            await Now.Wake.FireDueAsync(Stop);
            await DrainAsync();
        }

        if (until > Time.GetUtcNow())
            Time.Advance(until - Time.GetUtcNow());
    }

    /// <summary>The program ends.</summary>
    public async Task EndAsync()
    {
        await Now.DisposeAsync();
        _running = null;
    }

    /// <summary>The program is killed; what it was saying is said, and nothing more.</summary>
    public Task KillAsync()
    {
        Now.IsKilled = true;
        return EndAsync();
    }

    /// <summary>The program starts again, resumes, and does what fell due.</summary>
    public async Task BeginAsync()
    {
        var resumes = Fake.Gateway.Log.Frames.Count(frame => frame.IsEvent("RESUMED"));
        _running = new Running(this);
        await Fake.Gateway.Log.WhenAsync(frame => frame.IsEvent("RESUMED"), resumes + 1);
        await Promises.StartAsync(Stop);
        await Now.Wake.FireDueAsync(Stop);
        await TurnAsync();
    }

    public async Task RestartAsync(TimeSpan down)
    {
        await EndAsync();
        Time.Advance(down);
        await BeginAsync();
    }

    public async Task AgreeAsync()
    {
        await SayAsync("/start");
        await PressAsync("I'm 18 or over, I agree");
        for (var card = 0; card < 8; card++)
            await PressAsync("None of these");
    }

    /// <summary>Somebody who is known, and with whom nothing goes on.</summary>
    public async Task SettleInAsync(Person? who = null)
    {
        await SayAsync("/start", who);
        await PressAsync("I'm 18 or over, I agree", who);
        for (var card = 0; card < 8; card++)
            await PressAsync("None of these", who);
        await SayAsync("/stop", who);
    }

    /// <summary>From the pre-check to legs up.</summary>
    public async Task ToHoldAsync(string minutes = "15 minutes")
    {
        await PressAllAsync("No to all", minutes, "Start", "I'm in position");
        await WaitAsync(TimeSpan.FromMinutes(1));
        await PressAsync("I'm in position");
        await WaitAsync(TimeSpan.FromMinutes(3));
        await PressAsync("Legs are up");
    }

    /// <summary>What the coach has written in the DM, as it stands now, oldest first.</summary>
    public IReadOnlyList<JsonObject> SaidTo(Person? who = null) =>
        [.. Fake.Channels.MessagesWith(who ?? Ann).Where(message => message["author"]!["id"]!.ToString() == Bot)];

    /// <summary>The same as plain words.</summary>
    public IReadOnlyList<string> TextsTo(Person? who = null) => [.. SaidTo(who).Select(TextOf)];

    public string Newest(Person? who = null) => TextsTo(who)[^1];

    /// <summary>What that interaction was answered where it happened, if it is a message; <see langword="null"/>: none.</summary>
    public JsonObject? AnswerTo(Interaction interaction) => interaction.OriginalId is { } id
        ? Fake.Channels.MessagesOf(interaction.ChannelId).Single(message => message["id"]!.ToString() == id.ToString(CultureInfo.InvariantCulture))
        : null;

    public static bool IsEphemeral(JsonObject message) => FakeDiscord.Channels.IsEphemeral(message);

    public static string TextOf(JsonObject message) => Markdown.Plain(message["content"]!.ToString());

    /// <summary>The newest button or choice of that label.</summary>
    public (ulong Message, string CustomId, string? Value) ButtonOf(string label, Person? who = null)
    {
        foreach (var message in SaidTo(who).Reverse())
        {
            var id = ulong.Parse(message["id"]!.ToString(), CultureInfo.InvariantCulture);
            foreach (var part in message["components"]!.AsArray().SelectMany(row => row!["components"]!.AsArray()))
            {
                var customId = part!["custom_id"]!.ToString();
                if (part["label"]?.ToString() == label)
                    return (id, customId, null);
                if (part["options"]?.AsArray().FirstOrDefault(option => option!["label"]!.ToString() == label) is { } option)
                    return (id, customId, option["value"]!.ToString());
            }
        }

        throw new InvalidOperationException($"No button '{label}' in: {string.Join("\n", TextsTo(who))}");
    }

    public async Task<UserState?> StateOfAsync(Person? who = null) => (await Store.FindUserAsync(
        new AccountKey(DiscordChannel.Name, $"{(who ?? Ann).Id}"), Stop))?.State;

    /// <summary>No call was out of line, and no interaction waits.</summary>
    public void AssertClean()
    {
        Assert.Empty(Fake.Log.Violations);
        Assert.DoesNotContain(Fake.Interactions.All, interaction => interaction.AnsweredAt is null);
    }

    public T Query<T>(string query)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_files.Database};Pooling=False");
        return Dapper.SqlMapper.QuerySingle<T>(connection, query);
    }

    public void Execute(string statement)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_files.Database};Pooling=False");
        Dapper.SqlMapper.Execute(connection, statement);
    }

    public async ValueTask DisposeAsync()
    {
        if (_running is not null)
            await EndAsync();
        await Fake.DisposeAsync();
        _files.Dispose();
    }

    /// <summary>The services from one start to its end.</summary>
    private sealed class Running : IAsyncDisposable
    {
        private readonly ILoggerFactory _logs;
        private readonly ILoggerFactory _gatewayLogs;
        private readonly DiscordRestClient _rest;
        private readonly Conversation _conversation;
        private readonly ChartRenderer _charts;
        private readonly Signals _signals = new();
        private readonly CancellationTokenSource _stop = new();
        private readonly Task _receiving;

        public Running(DiscordHostRig rig)
        {
            _logs = LoggerFactory.Create(logging => logging.AddProvider(rig.Log));
            _gatewayLogs = LoggerFactory.Create(logging => logging.AddProvider(rig.GatewayLog));
            var options = new DiscordOptions { Token = rig.Fake.Token, ApiBaseUrl = rig.Fake.ApiBaseUrl };
            _rest = new DiscordRestClient(options, rig.Time, _logs.CreateLogger<DiscordRestClient>(), DiscordConnections.Create());
            Store = rig._files.Open();
            Promises = new DiscordPromises(_rest, Store, rig.Time, _logs.CreateLogger<DiscordPromises>());
            Interactions = new DiscordInteractions(_rest, Promises, rig.Time, _logs.CreateLogger<DiscordInteractions>());
            _charts = new ChartRenderer(rig._draw, rig.Time, _logs.CreateLogger<ChartRenderer>());
            IChatChannel[] channels = [new DiscordChannel(_rest, Interactions, _charts, Store, _logs.CreateLogger<DiscordChannel>())];
            var access = new Access(
                Options.Create(new AccessOptions { AllowedUsers = rig._allowed }), Options.Create(new OperatorOptions { Name = "Olga" }),
                channels, rig.Time, _logs.CreateLogger<Access>());
            _conversation = new Conversation(
                Store, Options.Create(new CoachingOptions()), rig.Time, _signals, access, _logs.CreateLogger<Conversation>(), rig._decide);
            Wake = new WakeLoop(Store, _conversation, rig.Time, _signals, _logs.CreateLogger<WakeLoop>());
            Worker = new DeliveryWorker(Store, channels, rig.Time, _signals, _logs.CreateLogger<DeliveryWorker>());
            Receiver = new DiscordReceiver(
                _conversation, Store, access, new DiscordUpdates(Store), Interactions, _logs.CreateLogger<DiscordReceiver>());
            Watched = new WatchedReceiver(Receiver);
            SetUp = new DiscordSetUp(_rest, _logs.CreateLogger<DiscordSetUp>());
            var gateway = new DiscordGateway(_rest, Options.Create(options), TimeProvider.System, _gatewayLogs.CreateLogger<DiscordGateway>());
            _receiving = gateway.RunAsync(Watched, _stop.Token);
        }

        public CoachStore Store { get; }

        public DiscordPromises Promises { get; }

        public DiscordInteractions Interactions { get; }

        /// <summary>The process is killed: nobody gets a last word.</summary>
        public bool IsKilled { get; set; }

        public WakeLoop Wake { get; }

        public DeliveryWorker Worker { get; }

        public DiscordReceiver Receiver { get; }

        public WatchedReceiver Watched { get; }

        public DiscordSetUp SetUp { get; }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _receiving;
            await (IsKilled ? Interactions.WhenAnsweredAsync() : Interactions.FinishAsync());
            Promises.Dispose();
            Wake.Dispose();
            Worker.Dispose();
            _conversation.Dispose();
            Store.Dispose();
            _rest.Dispose();
            _charts.Dispose();
            _signals.Dispose();
            _stop.Dispose();
            _logs.Dispose();
            _gatewayLogs.Dispose();
        }
    }
}
