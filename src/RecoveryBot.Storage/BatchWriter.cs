using System.Globalization;
using System.Text;
using System.Text.Json;
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
        DateTimeOffset now, PreparedStatements sql)
    {
        foreach (var value in values)
            PlatformState.Put(sql, value.Key, Encoding.UTF8.GetBytes(value.Value));
        foreach (var row in inbox)
        {
            sql.Run(
                Statements.InsertInbox,
                ("@channel", row.Channel), ("@updateId", row.UpdateId), ("@at", row.At.ToUnixTimeMilliseconds()));
        }

        var stored = new List<UserRow>(changes.Count);
        foreach (var change in changes)
        {
            if (change.Erases)
                Erase(change, now, sql);
            else
                stored.Add(Write(change, now, sql));
        }

        return stored;
    }

    /// <summary>Every row of the user goes.</summary>
    public static void EraseUser(long id, PreparedStatements sql)
    {
        foreach (var table in Statements.UserTables)
            sql.Run($"DELETE FROM {table} WHERE user_id = @id", ("@id", id));
    }

    /// <summary>A message that does not open becomes a dead letter.</summary>
    /// <param name="instead">What the user is told in its place; <see langword="null"/>: nothing.</param>
    public void PutAside(SealedMessage damaged, ChatMessage? instead, DateTimeOffset now, PreparedStatements sql)
    {
        var id = damaged.Id;
        sql.Run(
            Statements.KeepDamagedMessage,
            ("@id", id), ("@letter", ids.NextLetter()), ("@now", now.ToUnixTimeMilliseconds()));
        if (instead is null)
            sql.Run(Statements.DeleteOutbox, ("@id", id));
        else
            sql.Run(Statements.ReplacePayload, ("@id", id), ("@payload", Payload(instead, id)));
    }

    private UserRow Write(UserChange change, DateTimeOffset now, PreparedStatements sql)
    {
        var user = change.User.Damage is null
            ? WriteState(change, now, sql)
            : MarkDamaged(change, now, sql);
        var id = user.Id!.Value;
        var opened = change.Heard && OpenChat(user, id, sql);
        if (change.Due is { } due)
            sql.Run(Statements.SetTimer, ("@id", id), ("@due", CeilingMilliseconds(due)));
        else
            sql.Run(Statements.ClearTimer, ("@id", id));
        if (change.WithdrawsSessionMessages || change.Messages.Count > 0)
            withdrawals.Add(user.Account.Platform, id, ids.LastMessage, session: change.WithdrawsSessionMessages);
        if (change.WithdrawsNudges)
            WithdrawNudges(user, id, sql);
        if (change.RemindersChanged || opened)
            WriteReminders(change.Reminders, id, sql);
        if (change.WithdrawsSessionMessages)
            sql.Run(Statements.WithdrawSessionMessages, ("@id", id));
        WriteHistory(change, id, sql);
        foreach (var value in change.Measurements)
            WriteMeasurement(value, id, sql);
        foreach (var letter in change.DeadLetters)
            WriteDeadLetter(letter, id, now, sql);
        foreach (var message in change.Messages)
            WriteMessage(message, id, user, now, sql);
        if (change.Blocked)
            BlockChat(user, id, now, sql);
        return user;
    }

    private UserRow WriteState(UserChange change, DateTimeOffset now, PreparedStatements sql)
    {
        var user = change.User;
        var retention = Ceiling(change.Retention);
        var id = user.Id ?? ids.NextUser();
        var state = seal.Close(StoredState.Write(user.State), "users", CoachStore.Row(id));
        if (user.Id is null)
        {
            sql.Run(Statements.InsertUser, ("@id", id), ("@state", state), ("@retention", retention));
            var (platform, externalId) = (user.Account.Platform, user.Account.ExternalId);
            var since = now.ToUnixTimeMilliseconds();
            sql.Run(Statements.InsertAccount, ("@platform", platform), ("@externalId", externalId), ("@chat", user.Chat), ("@id", id), ("@since", since));
        }
        else if (sql.Run(Statements.UpdateUser, ("@id", id), ("@state", state), ("@version", user.Version), ("@retention", retention)) == 0)
        {
            throw new StorageException($"User {id} was changed by someone else: load it again.");
        }

        return user with { Id = id, Version = user.Version + 1 };
    }

    private UserRow MarkDamaged(UserChange change, DateTimeOffset now, PreparedStatements sql)
    {
        var user = change.User;
        var (id, at) = (user.Id!.Value, now.ToUnixTimeMilliseconds());
        if (sql.Run(Statements.MarkDamaged, ("@id", id), ("@now", at)) > 0)
            sql.Run(Statements.KeepDamagedState, ("@id", id), ("@letter", ids.NextLetter()), ("@now", at));
        if (change.Retention is not null)
            sql.Run(Statements.SetRetention, ("@id", id), ("@retention", Ceiling(change.Retention)));
        return user;
    }

    /// <returns>Whether it was blocked or another.</returns>
    private static bool OpenChat(UserRow user, long id, PreparedStatements sql)
    {
        var (platform, externalId) = (user.Account.Platform, user.Account.ExternalId);
        if (sql.Run(Statements.MoveChat, ("@platform", platform), ("@externalId", externalId), ("@chat", user.Chat)) == 0)
            return false;

        sql.Run(Statements.DropUnsent, ("@id", id), ("@chat", user.Chat));
        sql.Run(Statements.MoveUnsent, ("@id", id), ("@chat", user.Chat));
        return true;
    }

    private void WithdrawNudges(UserRow user, long id, PreparedStatements sql)
    {
        withdrawals.AddNudges(user.Account.Platform, id, ids.LastMessage);
        sql.Run(Statements.WithdrawNudges, ("@id", id));
    }

    private static void WriteReminders(IReadOnlyList<ReminderRow> reminders, long id, PreparedStatements sql)
    {
        sql.Run(Statements.ClearReminders, ("@id", id));
        foreach (var reminder in reminders)
            sql.Run(Statements.PutReminder, ("@id", id), ("@kind", (int)reminder.Kind), ("@due", CeilingMilliseconds(reminder.Due)));
    }

    private static void BlockChat(UserRow user, long id, DateTimeOffset now, PreparedStatements sql)
    {
        sql.Run(Statements.DropUnsent, ("@id", id), ("@chat", user.Chat));
        sql.Run(
            Statements.BlockChat,
            ("@now", now.ToUnixTimeMilliseconds()), ("@id", id), ("@platform", user.Account.Platform));
        sql.Run(Statements.ClearReminders, ("@id", id));
    }

    private void WriteHistory(UserChange change, long id, PreparedStatements sql)
    {
        foreach (var session in change.Sessions)
        {
            var content = JsonSerializer.SerializeToUtf8Bytes(session, StoredJson.Default.SessionRecord);
            sql.Run(
                Statements.PutSession,
                ("@id", id),
                ("@number", session.Number),
                ("@day", Iso(session.Day)),
                ("@startedAt", session.StartedAt.ToUnixTimeMilliseconds()),
                ("@endedAt", session.EndedAt?.ToUnixTimeMilliseconds()),
                ("@content", seal.Close(content, "sessions", $"{id}/{session.Number}")));
        }

        foreach (var report in change.Reports)
        {
            var content = JsonSerializer.SerializeToUtf8Bytes(report, StoredJson.Default.ReportRecord);
            sql.Run(
                Statements.PutReport,
                ("@id", id),
                ("@session", report.Session),
                ("@day", Iso(report.Day)),
                ("@toldAt", report.ToldAt.ToUnixTimeMilliseconds()),
                ("@content", seal.Close(content, "reports", $"{id}/{report.Session}")));
        }
    }

    private void WriteMeasurement(Measurement value, long id, PreparedStatements sql)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(value, StoredJson.Default.Measurement);
        sql.Run(
            Statements.PutMeasurement,
            ("@id", id),
            ("@number", value.Number),
            ("@day", Iso(value.Day)),
            ("@at", value.At.ToUnixTimeMilliseconds()),
            ("@content", seal.Close(content, "measurements", $"{id}/{value.Number}")));
    }

    private void WriteDeadLetter(string letter, long userId, DateTimeOffset now, PreparedStatements sql)
    {
        var id = ids.NextLetter();
        var content = seal.Close(Encoding.UTF8.GetBytes(letter), "dead_letters", CoachStore.Row(id));
        sql.Run(
            Statements.InsertDeadLetter, ("@id", id), ("@userId", userId), ("@at", now.ToUnixTimeMilliseconds()), ("@content", content));
    }

    private void WriteMessage(
        OutgoingMessage message, long? userId, UserRow user, DateTimeOffset now, PreparedStatements sql)
    {
        if (message.Nudge is { } nudge && !IsNew(nudge, userId!.Value, now, sql))
            return;

        var id = ids.NextMessage();
        var platform = user.Account.Platform;
        sql.Run(
            Statements.InsertOutbox,
            ("@id", id),
            ("@userId", userId),
            ("@platform", platform),
            ("@chat", user.Chat),
            ("@kind", (int)message.Message.Class),
            ("@payload", Payload(message.Message, id)),
            ("@callback", message.Callback is { } callback
                    ? seal.Close(Encoding.UTF8.GetBytes(callback), "outbox.callback", CoachStore.Row(id))
                    : null),
            ("@step", message.Step),
            ("@now", now.ToUnixTimeMilliseconds()));
        sql.Run(Statements.DropStaleCosmetics, ("@platform", platform), ("@chat", user.Chat), ("@id", id));
    }

    /// <summary>Writes the key of a nudge; false: it has been sent, whatever the state says (P4).</summary>
    private static bool IsNew(NudgeRecord nudge, long id, DateTimeOffset now, PreparedStatements sql) => sql.Run(
        nudge.Snoozes == 0 ? Statements.PutNudge : Statements.MoveNudge,
        ("@id", id),
        ("@kind", (int)nudge.Kind),
        ("@day", Iso(nudge.Key.Day)),
        ("@number", nudge.Key.Number),
        ("@snoozes", nudge.Snoozes),
        ("@now", now.ToUnixTimeMilliseconds())) == 1;

    private byte[] Payload(ChatMessage message, long id) => seal.Close(
        JsonSerializer.SerializeToUtf8Bytes(message, StoredJson.Default.ChatMessage), "outbox", CoachStore.Row(id));

    private void Erase(UserChange change, DateTimeOffset now, PreparedStatements sql)
    {
        if (change.User.Id is { } id)
        {
            withdrawals.Add(change.User.Account.Platform, id, ids.LastMessage, session: true);
            EraseUser(id, sql);
        }

        foreach (var message in change.Messages)
            WriteMessage(message, null, change.User, now, sql);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Rounded up: a timer row must not be due before the instant it stands for.</summary>
    private static long CeilingMilliseconds(DateTimeOffset due)
    {
        var floor = due.ToUnixTimeMilliseconds();
        return due.Ticks % TimeSpan.TicksPerMillisecond == 0 ? floor : floor + 1;
    }

    private static long? Ceiling(DateTimeOffset? due) => due is { } at ? CeilingMilliseconds(at) : null;
}
