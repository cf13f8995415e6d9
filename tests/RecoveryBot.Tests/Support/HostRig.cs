using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RecoveryBot.Channels;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Jobs;
using RecoveryBot.Outbox;
using RecoveryBot.Storage;

namespace RecoveryBot.Tests.Support;

/// <summary>The real services on a file of their own, a manual clock, and a channel that keeps what it is given.</summary>
internal sealed class HostRig : IDisposable
{

    private readonly ILoggerFactory _logs;
    private readonly bool _ownsFiles;

    /// <param name="timeScale">How much faster protocol minutes pass.</param>
    public HostRig(Decide decide, StoreFiles? files = null, double timeScale = 10, string allowedUsers = "", ManualTimeProvider? time = null)
    {
        Time = time ?? new ManualTimeProvider(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));
        Files = files ?? new StoreFiles();
        _ownsFiles = files is null;
        Store = Files.Open();
        _logs = LoggerFactory.Create(logging => logging.AddProvider(Log));
        var access = new Access(
            Options.Create(new AccessOptions { AllowedUsers = allowedUsers }),
            Options.Create(new OperatorOptions { Name = "Olga" }),
            [Channel], Time, _logs.CreateLogger<Access>());
        Conversation = new Conversation(
            Store, Options.Create(new CoachingOptions { TimeScale = timeScale }), Time, Signals, access,
            _logs.CreateLogger<Conversation>(), decide);
        Wake = new WakeLoop(Store, Conversation, Time, Signals, _logs.CreateLogger<WakeLoop>());
        Sweep = new ReminderSweep(Store, Conversation, Time, _logs.CreateLogger<ReminderSweep>());
        Worker = new DeliveryWorker(Store, [Channel, OtherChannel], Time, Signals, _logs.CreateLogger<DeliveryWorker>());
    }

    public Signals Signals { get; } = new();

    public KeptLog Log { get; } = new();

    public StoreFiles Files { get; }

    public ManualTimeProvider Time { get; }

    public CoachStore Store { get; }

    public Conversation Conversation { get; }

    public WakeLoop Wake { get; }

    public ReminderSweep Sweep { get; }

    public DeliveryWorker Worker { get; }

    public KeepingChannel Channel { get; } = new("test");

    public KeepingChannel OtherChannel { get; } = new("other");

    public static IncomingUpdate Says(string words, string user = "ann", string? id = null, string platform = "test") =>
        new(platform, user, "chat-" + user, id ?? user + words, new CoachInput.Text(words));

    public static Reply Line(string words, DeliveryClass kind = DeliveryClass.Reply) =>
        new(new Line("Units", "minutes.Many", [words])) { Class = kind };

    /// <summary>A coach that says back what it hears; its timer is silent and over.</summary>
    public static Decision Echo(UserState state, CoachInput input, DateTimeOffset now) => new()
    {
        State = state with { Step = state.Step + 1, Check = null },
        Replies = [Line(input is CoachInput.Text text ? text.Words : input.GetType().Name) with { Step = state.Step + 1 }],
    };

    public ILogger<T> LoggerOf<T>() => _logs.CreateLogger<T>();

    public T Query<T>(string query)
    {
        using var connection = new SqliteConnection($"Data Source={Files.Database};Pooling=False");
        return connection.QuerySingle<T>(query);
    }

    public void Execute(string statement)
    {
        using var connection = new SqliteConnection($"Data Source={Files.Database};Pooling=False");
        connection.Execute(statement);
    }

    /// <summary>Ends the services as a crash would: nothing is finished; the files stay.</summary>
    public void Stop()
    {
        Wake.Dispose();
        Worker.Dispose();
        Conversation.Dispose();
        Store.Dispose();
        Signals.Dispose();
        _logs.Dispose();
    }

    public void Dispose()
    {
        Stop();
        if (_ownsFiles)
            Files.Dispose();
    }
}
