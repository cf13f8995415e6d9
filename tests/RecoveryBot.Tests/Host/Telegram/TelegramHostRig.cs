using System.Text.Json.Nodes;
using FakeTelegram;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RecoveryBot.Channels;
using RecoveryBot.Channels.Telegram;
using RecoveryBot.Coaching;
using RecoveryBot.Jobs;
using RecoveryBot.Outbox;
using RecoveryBot.Pictures;
using RecoveryBot.Storage;
using RecoveryBot.Storage.Rows;
using RecoveryBot.Telegram;
using RecoveryBot.Telegram.Polling;
using RecoveryBot.Telegram.Wire;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Host.Telegram;

/// <summary>The real host with the Telegram channel beside the fake server, both by one manual clock.</summary>
internal sealed class TelegramHostRig : IAsyncDisposable
{
    /// <summary>How long a test that waits for the other side may hang before it fails; a guard, never a wait.</summary>
    public const int PatienceMilliseconds = 120_000;

    public static readonly Person Ann = new(1001);

    private readonly StoreFiles _files = new();
    private readonly Decide _decide;
    private readonly string _allowed;
    private readonly double _timeScale;
    private Running _running;

    private readonly DrawChart? _draw;

    private TelegramHostRig(
        FakeTelegramServer fake, ManualTimeProvider time, Decide decide, string allowed, double timeScale, DrawChart? draw)
    {
        (Fake, Time, _decide, _allowed, _timeScale, _draw) = (fake, time, decide, allowed, timeScale, draw);
        _running = new Running(this);
    }

    public FakeTelegramServer Fake { get; }

    public ManualTimeProvider Time { get; }

    public KeptLog Log { get; } = new();

    public CoachStore Store => _running.Store;

    public WakeLoop Wake => _running.Wake;

    public ReminderSweep Sweep => _running.Sweep;

    public TelegramReceiver Receiver => _running.Receiver;

    public TelegramSetUp SetUp => _running.SetUp;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<TelegramHostRig> StartAsync(
        Decide? decide = null, string allowed = "", bool floodLimits = false, double timeScale = 1, DrawChart? draw = null)
    {
        var time = new ManualTimeProvider(new DateTimeOffset(2026, 3, 2, 19, 42, 0, TimeSpan.Zero));
        var fake = await FakeTelegramServer.StartAsync(
            new FakeTelegramOptions { Time = time, FloodLimits = floodLimits, QueryLife = TimeSpan.FromDays(1) });
        var rig = new TelegramHostRig(fake, time, decide ?? Coach.Decide, allowed, timeScale, draw ?? (_ => null));
        await rig.PollAsync(); // The fake learns which kinds are wanted.
        return rig;
    }

    /// <summary>One poll and its commit, without the delivery of what came of it.</summary>
    /// <returns>Whether it worked.</returns>
    public async Task<bool> PollAsync()
    {
        var before = Fake.Log.Of("getUpdates").Count;
        var pause = await _running.Poller.StepAsync(Receiver, Stop);
        Assert.Equal(before + 1, Fake.Log.Of("getUpdates").Count);
        return pause == TimeSpan.Zero || pause == TimeSpan.FromSeconds(1);
    }

    public Task DrainAsync() => _running.Worker.DrainAsync(Stop);

    public async Task DeliverAsync()
    {
        await DrainAsync();
        // Presses that no message answers have waited for a second.
        Time.Advance(TimeSpan.FromSeconds(1));
        await _running.Presses.WhenAnsweredAsync();
    }

    /// <summary>Everything that people did is received and answered.</summary>
    public async Task TurnAsync()
    {
        await PollAsync();
        await DeliverAsync();
    }

    public async Task SayAsync(string words, Person? who = null)
    {
        Fake.People.Say(who ?? Ann, words);
        await TurnAsync();
    }

    public async Task PressAsync(string label, Person? who = null)
    {
        Fake.People.PressLabel(who ?? Ann, label);
        await TurnAsync();
    }

    public async Task PressAllAsync(params string[] labels)
    {
        foreach (var label in labels)
            await PressAsync(label);
    }

    /// <summary>Lets time pass; every timer fires at its instant.</summary>
    public async Task WaitAsync(TimeSpan time)
    {
        var until = Time.GetUtcNow() + time;
        while (await Store.NextDueAsync(Stop) is { } due && due <= until)
        {
            if (due > Time.GetUtcNow())
                Time.Advance(due - Time.GetUtcNow());
            await Wake.FireDueAsync(Stop);
            await _running.Worker.DrainAsync(Stop);
        }

        if (until > Time.GetUtcNow())
            Time.Advance(until - Time.GetUtcNow());
    }

    /// <summary>The program ends as a crash would, time passes, and it starts again.</summary>
    public async Task RestartAsync(TimeSpan down)
    {
        _running.Dispose();
        Time.Advance(down);
        _running = new Running(this);
        await Wake.FireDueAsync(Stop);
        await _running.Worker.DrainAsync(Stop);
    }

    public async Task AgreeAsync()
    {
        await SayAsync("/start");
        await PressAsync("I'm 18 or over, I agree");
        for (var card = 0; card < 8; card++)
            await PressAsync("None of these");
    }

    /// <summary>From the pre-check to legs up.</summary>
    public async Task ToHoldAsync()
    {
        await PressAllAsync("No to all", "15 minutes", "Start", "I'm in position");
        await WaitAsync(TimeSpan.FromMinutes(1));
        await PressAsync("I'm in position");
        await WaitAsync(TimeSpan.FromMinutes(3));
        await PressAsync("Legs are up");
    }

    /// <summary>What the coach has written in a chat, as it reads now, oldest first.</summary>
    public IReadOnlyList<JsonObject> SaidIn(long chat) =>
        [.. Fake.Chats.MessagesOf(chat).Where(message => message["from"]!["is_bot"]!.GetValue<bool>())];

    public IReadOnlyList<string> TextsIn(long chat) => [.. SaidIn(chat).Select(message => (message["text"] ?? message["caption"])!.ToString())];

    public string Newest(long? chat = null) => TextsIn(chat ?? Ann.Id)[^1];

    /// <summary>The newest button of that label: the message it stands on and its data.</summary>
    public (long Message, string Data) ButtonOf(string label, long? chat = null)
    {
        foreach (var message in SaidIn(chat ?? Ann.Id).Reverse())
        {
            var rows = message["reply_markup"]?["inline_keyboard"]?.AsArray() ?? [];
            if (rows.SelectMany(row => row!.AsArray()).FirstOrDefault(button => button!["text"]!.ToString() == label) is { } button)
                return (message["message_id"]!.GetValue<long>(), button["callback_data"]!.ToString());
        }

        throw new InvalidOperationException($"No button '{label}' in: {string.Join("\n", TextsIn(chat ?? Ann.Id))}");
    }

    public async Task<UserState?> StateOfAsync(Person? who = null) => (await Store.FindUserAsync(
        new AccountKey(TelegramChannel.Name, $"{(who ?? Ann).Id}"), Stop))?.State;

    /// <summary>No call was out of line, and no press waits.</summary>
    public void AssertClean()
    {
        Assert.Empty(Fake.Log.Violations);
        Assert.Empty(Fake.Queries.Unanswered);
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
        _running.Dispose();
        await Fake.DisposeAsync();
        _files.Dispose();
    }

    /// <summary>The services from one start to its end.</summary>
    private sealed class Running : IDisposable
    {
        private readonly ILoggerFactory _logs;
        private readonly TelegramClient _client;
        private readonly Conversation _conversation;
        private readonly Signals _signals = new();
        private readonly ChartRenderer _charts;

        public Running(TelegramHostRig rig)
        {
            _logs = LoggerFactory.Create(logging => logging.AddProvider(rig.Log));
            var options = new TelegramOptions { Token = rig.Fake.Token, ApiBaseUrl = rig.Fake.Address.OriginalString, PollSeconds = 0 };
            _client = new TelegramClient(options, rig.Time, TelegramConnections.Create());
            Store = rig._files.Open();
            Presses = new TelegramPresses(_client, rig.Time, _logs.CreateLogger<TelegramPresses>());
            _charts = new ChartRenderer(rig._draw, rig.Time, _logs.CreateLogger<ChartRenderer>());
            IChatChannel[] channels =
                [new TelegramChannel(_client, Presses, new TelegramPictures(_client), _charts, rig.Time, _logs.CreateLogger<TelegramChannel>())];
            var access = new Access(
                Options.Create(new AccessOptions { AllowedUsers = rig._allowed }), Options.Create(new OperatorOptions { Name = "Olga" }),
                channels, rig.Time, _logs.CreateLogger<Access>());
            _conversation = new Conversation(
                Store, Options.Create(new CoachingOptions { TimeScale = rig._timeScale }), rig.Time, _signals, access,
                _logs.CreateLogger<Conversation>(), rig._decide);
            Wake = new WakeLoop(Store, _conversation, rig.Time, _signals, _logs.CreateLogger<WakeLoop>());
            Sweep = new ReminderSweep(Store, _conversation, rig.Time, _logs.CreateLogger<ReminderSweep>());
            Worker = new DeliveryWorker(Store, channels, rig.Time, _signals, _logs.CreateLogger<DeliveryWorker>());
            var name = new TelegramBotName(_client, _logs.CreateLogger<TelegramBotName>());
            Receiver = new TelegramReceiver(
                _conversation, Store, access, new TelegramUpdates(Store, name), Presses,
                new TelegramGroups(_client, name, rig.Time, _logs.CreateLogger<TelegramGroups>()),
                _logs.CreateLogger<TelegramReceiver>());
            SetUp = new TelegramSetUp(_client, _logs.CreateLogger<TelegramSetUp>());
            Poller = new TelegramPoller(_client, Options.Create(options), rig.Time, _logs.CreateLogger<TelegramPoller>());
        }

        public CoachStore Store { get; }

        public TelegramPresses Presses { get; }

        public WakeLoop Wake { get; }

        public ReminderSweep Sweep { get; }

        public DeliveryWorker Worker { get; }

        public TelegramReceiver Receiver { get; }

        public TelegramSetUp SetUp { get; }

        public TelegramPoller Poller { get; }

        public void Dispose()
        {
            Wake.Dispose();
            Worker.Dispose();
            _conversation.Dispose();
            Store.Dispose();
            _client.Dispose();
            _charts.Dispose();
            _signals.Dispose();
            _logs.Dispose();
        }
    }
}
