using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Dapper;
using RecoveryBot.Coaching.Measuring;
using RecoveryBot.Coaching.Reminders;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Storage.Rows;
using RecoveryBot.Storage.Sql;

namespace RecoveryBot.Storage;

/// <summary>Writes users and what came of their updates, inside a transaction that the store has begun.</summary>
internal sealed class BatchWriter(Seal seal, Withdrawals withdrawals, RowIds ids)
{
    public IReadOnlyList<UserRow> Write(
        IReadOnlyList<InboxRow> inbox, IReadOnlyList<UserChange> changes, IReadOnlyCollection<PlatformValue> values,
        DateTimeOffset now, DbTransaction transaction)
    {
        foreach (var value in values)
            PlatformState.Put(transaction, value.Key, Encoding.UTF8.GetBytes(value.Value));
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

    /// <summary>Every row of the user goes.</summary>
    public static void EraseUser(long id, DbTransaction transaction)
    {
        foreach (var table in Statements.UserTables)
            Run($"DELETE FROM {table} WHERE user_id = @id", new { id }, transaction);
    }

    /// <summary>A message that does not open becomes a dead letter.</summary>
    /// <param name="instead">What the user is told in its place; <see langword="null"/>: nothing.</param>
    public void PutAside(DamagedMessage damaged, ChatMessage? instead, DateTimeOffset now, DbTransaction transaction)
    {
        var id = damaged.Id;
        Run(
            Statements.KeepDamagedMessage,
            new { id, letter = ids.NextLetter(), now = now.ToUnixTimeMilliseconds() }, transaction);
        if (instead is null)
            Run(Statements.DeleteOutbox, new { id }, transaction);
        else
            Run(Statements.ReplacePayload, new { id, payload = Payload(instead, id) }, transaction);
    }

    private UserRow Write(UserChange change, DateTimeOffset now, DbTransaction transaction)
    {
        var user = change.User.Damage is null
            ? WriteState(change, now, transaction)
            : MarkDamaged(change, now, transaction);
        var id = user.Id!.Value;
        var opened = change.Heard && OpenChat(user, id, transaction);
        if (change.Due is { } due)
            Run(Statements.SetTimer, new { id, due = CeilingMilliseconds(due) }, transaction);
        else
            Run(Statements.ClearTimer, new { id }, transaction);
        if (change.WithdrawsSessionMessages || change.Messages.Count > 0)
            withdrawals.Add(user.Account.Platform, id, ids.LastMessage, session: change.WithdrawsSessionMessages);
        if (change.WithdrawsNudges)
            WithdrawNudges(user, id, transaction);
        if (change.RemindersChanged || opened)
            WriteReminders(change.Reminders, id, transaction);
        if (change.WithdrawsSessionMessages)
            Run(Statements.WithdrawSessionMessages, new { id }, transaction);
        WriteHistory(change, id, transaction);
        foreach (var value in change.Measurements)
            WriteMeasurement(value, id, transaction);
        foreach (var letter in change.DeadLetters)
            WriteDeadLetter(letter, id, now, transaction);
        foreach (var message in change.Messages)
            WriteMessage(message, id, user, now, transaction);
        if (change.Blocked)
            BlockChat(user, id, now, transaction);
        return user;
    }

    private UserRow WriteState(UserChange change, DateTimeOffset now, DbTransaction transaction)
    {
        var user = change.User;
        var retention = Ceiling(change.Retention);
        var id = user.Id ?? ids.NextUser();
        var state = seal.Close(StoredState.Write(user.State), "users", CoachStore.Row(id));
        if (user.Id is null)
        {
            Run(Statements.InsertUser, new { id, state, retention }, transaction);
            var (platform, externalId) = (user.Account.Platform, user.Account.ExternalId);
            var since = now.ToUnixTimeMilliseconds();
            Run(Statements.InsertAccount, new { platform, externalId, chat = user.Chat, id, since }, transaction);
        }
        else if (Run(Statements.UpdateUser, new { id, state, version = user.Version, retention }, transaction) == 0)
        {
            throw new StorageException($"User {id} was changed by someone else: load it again.");
        }

        return user with { Id = id, Version = user.Version + 1 };
    }

    private UserRow MarkDamaged(UserChange change, DateTimeOffset now, DbTransaction transaction)
    {
        var user = change.User;
        var (id, at) = (user.Id!.Value, now.ToUnixTimeMilliseconds());
        if (Run(Statements.MarkDamaged, new { id, now = at }, transaction) > 0)
            Run(Statements.KeepDamagedState, new { id, letter = ids.NextLetter(), now = at }, transaction);
        if (change.Retention is not null)
            Run(Statements.SetRetention, new { id, retention = Ceiling(change.Retention) }, transaction);
        return user;
    }

    /// <returns>Whether it was blocked or another.</returns>
    private static bool OpenChat(UserRow user, long id, DbTransaction transaction)
    {
        var (platform, externalId) = (user.Account.Platform, user.Account.ExternalId);
        if (Run(Statements.MoveChat, new { platform, externalId, chat = user.Chat }, transaction) == 0)
            return false;

        Run(Statements.DropUnsent, new { id, chat = user.Chat }, transaction);
        Run(Statements.MoveUnsent, new { id, chat = user.Chat }, transaction);
        return true;
    }

    private void WithdrawNudges(UserRow user, long id, DbTransaction transaction)
    {
        withdrawals.AddNudges(user.Account.Platform, id, ids.LastMessage);
        Run(Statements.WithdrawNudges, new { id }, transaction);
    }

    private static void WriteReminders(IReadOnlyList<ReminderRow> reminders, long id, DbTransaction transaction)
    {
        Run(Statements.ClearReminders, new { id }, transaction);
        foreach (var reminder in reminders)
            Run(Statements.PutReminder, new { id, kind = (int)reminder.Kind, due = CeilingMilliseconds(reminder.Due) }, transaction);
    }

    private static void BlockChat(UserRow user, long id, DateTimeOffset now, DbTransaction transaction)
    {
        Run(Statements.DropUnsent, new { id, chat = user.Chat }, transaction);
        Run(
            Statements.BlockChat,
            new { now = now.ToUnixTimeMilliseconds(), id, platform = user.Account.Platform }, transaction);
        Run(Statements.ClearReminders, new { id }, transaction);
    }

    private void WriteHistory(UserChange change, long id, DbTransaction transaction)
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

    private void WriteMeasurement(Measurement value, long id, DbTransaction transaction)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(value, StoredJson.Default.Measurement);
        Run(
            Statements.PutMeasurement,
            new
            {
                id,
                number = value.Number,
                day = Iso(value.Day),
                at = value.At.ToUnixTimeMilliseconds(),
                content = seal.Close(content, "measurements", $"{id}/{value.Number}"),
            },
            transaction);
    }

    private void WriteDeadLetter(string letter, long userId, DateTimeOffset now, DbTransaction transaction)
    {
        var id = ids.NextLetter();
        var content = seal.Close(Encoding.UTF8.GetBytes(letter), "dead_letters", CoachStore.Row(id));
        Run(
            Statements.InsertDeadLetter, new { id, userId, at = now.ToUnixTimeMilliseconds(), content }, transaction);
    }

    private void WriteMessage(
        OutgoingMessage message, long? userId, UserRow user, DateTimeOffset now, DbTransaction transaction)
    {
        if (message.Nudge is { } nudge && !IsNew(nudge, userId!.Value, now, transaction))
            return;

        var id = ids.NextMessage();
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
                payload = Payload(message.Message, id),
                callback = message.Callback is { } callback
                    ? seal.Close(Encoding.UTF8.GetBytes(callback), "outbox.callback", CoachStore.Row(id))
                    : null,
                step = message.Step,
                now = now.ToUnixTimeMilliseconds(),
            },
            transaction);
        Run(Statements.DropStaleCosmetics, new { platform, chat = user.Chat, id }, transaction);
    }

    /// <summary>Writes the key of a nudge; false: it has been sent, whatever the state says (P4).</summary>
    private static bool IsNew(NudgeRecord nudge, long id, DateTimeOffset now, DbTransaction transaction) => Run(
        nudge.Snoozes == 0 ? Statements.PutNudge : Statements.MoveNudge,
        new
        {
            id,
            kind = (int)nudge.Kind,
            day = Iso(nudge.Key.Day),
            number = nudge.Key.Number,
            snoozes = nudge.Snoozes,
            now = now.ToUnixTimeMilliseconds(),
        },
        transaction) == 1;

    private byte[] Payload(ChatMessage message, long id) => seal.Close(
        JsonSerializer.SerializeToUtf8Bytes(message, StoredJson.Default.ChatMessage), "outbox", CoachStore.Row(id));

    private void Erase(UserChange change, DateTimeOffset now, DbTransaction transaction)
    {
        if (change.User.Id is { } id)
        {
            withdrawals.Add(change.User.Account.Platform, id, ids.LastMessage, session: true);
            EraseUser(id, transaction);
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

    private static long? Ceiling(DateTimeOffset? due) => due is { } at ? CeilingMilliseconds(at) : null;

    private static int Run(string statement, object values, DbTransaction transaction) =>
        transaction.Connection!.Execute(statement, values, transaction);
}
