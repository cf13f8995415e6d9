using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using RecoveryBot.Channels;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Outbox;
using RecoveryBot.Storage;

namespace RecoveryBot.Tests.Support;

/// <summary>The real services on a file of their own, a manual clock, and a channel that keeps what it is given.</summary>
internal sealed class HostRig : IDisposable
{
    private readonly Signals _signals = new();

    public HostRig(Decide decide)
    {
        Store = Files.Open();
        Conversation = new Conversation(
            Store, Options.Create(new CoachingOptions { TimeScale = 10 }), Time, _signals,
            NullLogger<Conversation>.Instance, decide);
        Wake = new WakeLoop(Store, Conversation, Time, _signals, NullLogger<WakeLoop>.Instance);
        Worker = new DeliveryWorker(Store, [Channel], Time, _signals, NullLogger<DeliveryWorker>.Instance);
    }

    public StoreFiles Files { get; } = new();

    public ManualTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));

    public CoachStore Store { get; }

    public Conversation Conversation { get; }

    public WakeLoop Wake { get; }

    public DeliveryWorker Worker { get; }

    public KeepingChannel Channel { get; } = new();

    public static IncomingUpdate Says(string words, string user = "ann", string? id = null) =>
        new("test", user, "chat-" + user, id ?? user + words, new CoachInput.Text(words));

    public static Reply Line(string words, DeliveryClass kind = DeliveryClass.Reply) =>
        new(new Line("Units", "minutes.Many", [words])) { Class = kind };

    public T Query<T>(string query)
    {
        using var connection = new SqliteConnection($"Data Source={Files.Database};Pooling=False");
        return connection.QuerySingle<T>(query);
    }

    public void Dispose()
    {
        Wake.Dispose();
        Worker.Dispose();
        Conversation.Dispose();
        Store.Dispose();
        _signals.Dispose();
        Files.Dispose();
    }

    internal sealed class KeepingChannel : IChatChannel
    {
        public List<string> Sent { get; } = [];

        public Delivery Answer { get; set; } = new Delivery.Sent("1");

        public string Platform => "test";

        public Task<Delivery> DeliverAsync(
            string chat, ChatMessage message, string? newestMessageId, CancellationToken cancellationToken)
        {
            if (Answer is Delivery.Sent)
                Sent.Add(chat + ": " + message.Text);
            return Task.FromResult(Answer);
        }
    }
}
