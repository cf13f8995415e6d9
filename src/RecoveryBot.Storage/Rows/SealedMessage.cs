using System.Data.Common;
using System.Text;
using System.Text.Json;
using RecoveryBot.Coaching;

namespace RecoveryBot.Storage.Rows;

/// <summary>A message as a look into the outbox finds it. It is opened when its turn has come: most have to wait.</summary>
public sealed class SealedMessage
{
    private readonly long? _userId;
    private readonly byte[] _payload;
    private readonly byte[]? _callback;
    private readonly int _step;
    private readonly DateTimeOffset _created;
    private readonly int _attempts;
    private readonly string? _newestMessageId;
    private readonly int _newestStep;

    /// <param name="row">Of <see cref="Sql.Statements.Deliverable"/>.</param>
    internal SealedMessage(string platform, DbDataReader row)
    {
        Platform = platform;
        Id = row.GetInt64(0);
        _userId = row[1] as long?;
        Chat = row.GetString(2);
        Class = (DeliveryClass)row.GetInt32(3);
        _payload = (byte[])row[4];
        _callback = row[5] as byte[];
        _step = row.GetInt32(6);
        _created = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(7));
        _attempts = row.GetInt32(8);
        _newestMessageId = row[9] as string;
        _newestStep = row.GetInt32(10);
    }

    public long Id { get; }

    public string Platform { get; }

    public string Chat { get; }

    /// <summary>In clear, so it is known even where the message does not open.</summary>
    public DeliveryClass Class { get; }

    /// <exception cref="SealBrokenException">Changed, moved from another row, or another key.</exception>
    /// <exception cref="JsonException">Of a shape that is not known.</exception>
    internal OutboxRow Open(Seal seal)
    {
        var message = JsonSerializer.Deserialize(
            seal.Open(_payload, "outbox", CoachStore.Row(Id)), StoredJson.Default.ChatMessage)
            ?? throw new JsonException("A stored message is empty.");
        return new OutboxRow(Id, _userId, Platform, Chat, message, _step)
        {
            Created = _created,
            Attempts = _attempts,
            Callback = _callback is null
                ? null
                : Encoding.UTF8.GetString(seal.Open(_callback, "outbox.callback", CoachStore.Row(Id))),
            NewestMessageId = _newestMessageId,
            NewestStep = _newestStep,
        };
    }
}
