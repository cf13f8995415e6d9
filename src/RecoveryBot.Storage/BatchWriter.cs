using System.Globalization;
using System.Text;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using RecoveryBot.Storage.Rows;
using RecoveryBot.Storage.Sql;

namespace RecoveryBot.Storage;

/// <summary>Writes rows inside a transaction that the store has begun.</summary>
internal sealed class BatchWriter(SqliteConnection connection, Seal seal)
{
    /// <summary>Row ids are part of what is sealed, so they are known before the row is; one process owns the file.</summary>
    private long _lastUser = Last(connection, "SELECT max(user_id) FROM users");
    private long _lastMessage = Last(connection, "SELECT max(id) FROM outbox");
    private long _lastLetter = Last(connection, "SELECT max(id) FROM dead_letters");

    public IReadOnlyList<UserRow> Write(
        IReadOnlyList<InboxRow> inbox, IReadOnlyList<UserChange> changes, DateTimeOffset now, SqliteTransaction transaction)
    {
        foreach (var row in inbox)
        {
            Run(
                Statements.InsertInbox,
                new { channel = row.Channel, updateId = row.UpdateId, at = row.At.ToUnixTimeMilliseconds() },
                transaction);
        }

        var stored = new List<UserRow>(changes.Count);
        foreach (var change in changes)
        {
            if (change.Erases)
                Erase(change, now, transaction);
            else
                stored.Add(Write(change, now, transaction));
        }

        return stored;
    }

    public void Write(DeliveryResult result, SqliteTransaction transaction)
    {
        var row = result.Row;
        if (result.NotBefore is { } notBefore)
        {
            Run(Statements.PostponeRow, new { id = row.Id }, transaction);
            Run(
                Statements.HoldChat,
                new { notBefore = notBefore.ToUnixTimeMilliseconds(), platform = row.Platform, chat = row.Chat },
                transaction);
            return;
        }

        Run(Statements.DeleteOutbox, new { id = row.Id }, transaction);
        if (result.MessageId is { } messageId)
            Run(Statements.SetNewestMessage, new { messageId, platform = row.Platform, chat = row.Chat }, transaction);
    }

    private static long Last(SqliteConnection connection, string query) => connection.ExecuteScalar<long?>(query) ?? 0;

    private UserRow Write(UserChange change, DateTimeOffset now, SqliteTransaction transaction)
    {
        var user = WriteState(change.User, transaction);
        var id = user.Id!.Value;
        if (change.Due is { } due)
            Run(Statements.SetTimer, new { id, due = CeilingMilliseconds(due) }, transaction);
        else
            Run(Statements.ClearTimer, new { id }, transaction);
        if (change.WithdrawsSessionMessages)
            Run(Statements.WithdrawSessionMessages, new { id }, transaction);
        WriteHistory(change, id, transaction);
        foreach (var letter in change.DeadLetters)
            WriteDeadLetter(letter, id, now, transaction);
        foreach (var message in change.Messages)
            WriteMessage(message, id, user, now, transaction);
        return user;
    }

    private UserRow WriteState(UserRow user, SqliteTransaction transaction)
    {
        var (platform, externalId) = (user.Account.Platform, user.Account.ExternalId);
        var id = user.Id ?? ++_lastUser;
        var state = seal.Close(StoredState.Write(user.State), "users", CoachStore.Row(id));
        if (user.Id is null)
        {
            Run(Statements.InsertUser, new { id, state }, transaction);
            Run(Statements.InsertAccount, new { platform, externalId, chat = user.Chat, id }, transaction);
        }
        else
        {
            if (Run(Statements.UpdateUser, new { id, state, version = user.Version }, transaction) == 0)
                throw new StorageException($"User {id} was changed by someone else: load it again.");
            Run(Statements.MoveChat, new { platform, externalId, chat = user.Chat }, transaction);
        }

        return user with { Id = id, Version = user.Version + 1 };
    }

    private void WriteHistory(UserChange change, long id, SqliteTransaction transaction)
    {
        foreach (var session in change.Sessions)
        {
            var content = JsonSerializer.SerializeToUtf8Bytes(session, StoredJson.Default.SessionRecord);
            Run(
                Statements.PutSession,
                new
                {
                    id,
                    number = session.Number,
                    day = Iso(session.Day),
                    startedAt = session.StartedAt.ToUnixTimeMilliseconds(),
                    endedAt = session.EndedAt?.ToUnixTimeMilliseconds(),
                    content = seal.Close(content, "sessions", $"{id}/{session.Number}"),
                },
                transaction);
        }

        foreach (var report in change.Reports)
        {
            var content = JsonSerializer.SerializeToUtf8Bytes(report, StoredJson.Default.ReportRecord);
            Run(
                Statements.PutReport,
                new
                {
                    id,
                    session = report.Session,
                    day = Iso(report.Day),
                    toldAt = report.ToldAt.ToUnixTimeMilliseconds(),
                    content = seal.Close(content, "reports", $"{id}/{report.Session}"),
                },
                transaction);
        }
    }

    private void WriteDeadLetter(string letter, long userId, DateTimeOffset now, SqliteTransaction transaction)
    {
        var id = ++_lastLetter;
        var content = seal.Close(Encoding.UTF8.GetBytes(letter), "dead_letters", CoachStore.Row(id));
        Run(
            Statements.InsertDeadLetter, new { id, userId, at = now.ToUnixTimeMilliseconds(), content }, transaction);
    }

    private void WriteMessage(
        OutgoingMessage message, long? userId, UserRow user, DateTimeOffset now, SqliteTransaction transaction)
    {
        var id = ++_lastMessage;
        var json = JsonSerializer.SerializeToUtf8Bytes(message.Message, StoredJson.Default.ChatMessage);
        var platform = user.Account.Platform;
        Run(
            Statements.InsertOutbox,
            new
            {
                id,
                userId,
                platform,
                chat = user.Chat,
                kind = (int)message.Message.Class,
                payload = seal.Close(json, "outbox", CoachStore.Row(id)),
                step = message.Step,
                now = now.ToUnixTimeMilliseconds(),
            },
            transaction);
        Run(Statements.DropStaleCosmetics, new { platform, chat = user.Chat, id }, transaction);
    }

    private void Erase(UserChange change, DateTimeOffset now, SqliteTransaction transaction)
    {
        if (change.User.Id is { } id)
        {
            foreach (var table in Statements.UserTables)
                Run($"DELETE FROM {table} WHERE user_id = @id", new { id }, transaction);
        }

        foreach (var message in change.Messages)
            WriteMessage(message, null, change.User, now, transaction);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Rounded up: a timer row must not be due before the instant it stands for.</summary>
    private static long CeilingMilliseconds(DateTimeOffset due)
    {
        var floor = due.ToUnixTimeMilliseconds();
        return due.Ticks % TimeSpan.TicksPerMillisecond == 0 ? floor : floor + 1;
    }

    private int Run(string statement, object values, SqliteTransaction transaction) =>
        connection.Execute(statement, values, transaction);
}
