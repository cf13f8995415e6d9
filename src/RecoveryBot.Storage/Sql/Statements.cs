namespace RecoveryBot.Storage.Sql;

/// <summary>The statements of the store, in SQL that SQLite and PostgreSQL share.</summary>
internal static class Statements
{
    /// <summary>Every table with a user's id, in the order in which rows may go.</summary>
    public static readonly string[] UserTables =
        ["timers", "reminders", "nudges", "outbox", "sessions", "reports", "measurements", "dead_letters", "accounts", "users"];

    public const string FindUser = """
        SELECT u.user_id AS Id, a.chat AS Chat, u.version AS Version, u.state AS State
        FROM accounts a JOIN users u ON u.user_id = a.user_id
        WHERE a.platform = @platform AND a.external_id = @externalId
        """;

    public const string InsertUser =
        "INSERT INTO users (user_id, version, state, retention_due) VALUES (@id, 1, @state, @retention)";

    public const string InsertAccount = """
        INSERT INTO accounts (platform, external_id, chat, user_id, since)
        VALUES (@platform, @externalId, @chat, @id, @since)
        """;

    public const string AllAccounts =
        "SELECT user_id AS UserId, platform AS Platform, external_id AS ExternalId, since AS Since FROM accounts";

    public const string UpdateUser = """
        UPDATE users SET state = @state, version = version + 1, damaged = NULL, retention_due = @retention
        WHERE user_id = @id AND version = @version
        """;

    public const string SetRetention = "UPDATE users SET retention_due = @retention WHERE user_id = @id";

    /// <summary>Who has not been heard of for long, read from the index alone.</summary>
    public const string SilentUsers = """
        SELECT a.platform AS Platform, a.external_id AS ExternalId
        FROM (SELECT user_id FROM users WHERE retention_due <= @now ORDER BY retention_due LIMIT @limit) u
        JOIN accounts a ON a.user_id = u.user_id
        """;

    /// <summary>Marks a state that does not open; the state itself stays as it is.</summary>
    public const string MarkDamaged = "UPDATE users SET damaged = @now WHERE user_id = @id AND damaged IS NULL";

    public const string KeepDamagedState = """
        INSERT INTO dead_letters (id, user_id, at, reason, content)
        SELECT @letter, user_id, @now, 'user', state FROM users WHERE user_id = @id
        """;

    /// <summary>The user is heard: by a chat that may be new, and that is open again if it was blocked.</summary>
    public const string MoveChat = """
        UPDATE accounts SET
            newest_message_id = CASE WHEN chat = @chat THEN newest_message_id END, chat = @chat, blocked = NULL
        WHERE platform = @platform AND external_id = @externalId AND (chat <> @chat OR blocked IS NOT NULL)
        """;

    /// <summary>What was not sent while the chat was blocked is old news.</summary>
    public const string DropUnsent = "DELETE FROM outbox WHERE user_id = @id AND chat = @chat";

    public const string MoveUnsent = "UPDATE outbox SET chat = @chat, not_before = 0 WHERE user_id = @id AND chat <> @chat";

    public const string RenameChat =
        "UPDATE accounts SET chat = @to, newest_message_id = NULL WHERE platform = @platform AND chat = @from";

    public const string RenameUnsent = "UPDATE outbox SET chat = @to WHERE platform = @platform AND chat = @from";

    public const string BlockChat = "UPDATE accounts SET blocked = @now WHERE user_id = @id AND platform = @platform";

    public const string SetTimer = """
        INSERT INTO timers (user_id, due) VALUES (@id, @due) ON CONFLICT (user_id) DO UPDATE SET due = excluded.due
        """;

    public const string ClearTimer = "DELETE FROM timers WHERE user_id = @id";

    public const string DueTimers = """
        SELECT t.user_id AS UserId, a.platform AS Platform, a.external_id AS ExternalId, t.due AS Due
        FROM timers t JOIN accounts a ON a.user_id = t.user_id
        WHERE t.due <= @now ORDER BY t.due LIMIT @limit
        """;

    public const string NextDue = "SELECT min(due) FROM timers";

    public const string ClearReminders = "DELETE FROM reminders WHERE user_id = @id";

    public const string PutReminder = "INSERT INTO reminders (user_id, kind, due) VALUES (@id, @kind, @due)";

    /// <summary>What is due, read from the index alone; nobody is loaded for it.</summary>
    public const string DueReminders = """
        SELECT r.user_id AS UserId, a.platform AS Platform, a.external_id AS ExternalId, r.kind AS Kind, r.due AS Due
        FROM (SELECT user_id, kind, due FROM reminders WHERE due <= @now ORDER BY due, user_id, kind LIMIT @limit) r
        JOIN accounts a ON a.user_id = r.user_id ORDER BY r.due, r.user_id, r.kind
        """;

    /// <summary>Every reminder is looked at anew: the rules of the time zones have changed.</summary>
    public const string LookAtAllReminders = "UPDATE reminders SET due = 0 WHERE due > 0";

    /// <summary>Changes nothing where this nudge has been written before.</summary>
    public const string PutNudge = """
        INSERT INTO nudges (user_id, kind, day, number, snoozes, at) VALUES (@id, @kind, @day, @number, 0, @now)
        ON CONFLICT (user_id, kind, day, number) DO NOTHING
        """;

    public const string MoveNudge = """
        UPDATE nudges SET snoozes = @snoozes, at = @now
        WHERE user_id = @id AND kind = @kind AND day = @day AND number = @number AND snoozes < @snoozes
        """;

    /// <summary>Nudges of before; the index on the instant keeps it short.</summary>
    public const string ForgetNudges = """
        DELETE FROM nudges WHERE (user_id, kind, day, number) IN (
            SELECT user_id, kind, day, number FROM nudges WHERE at < @before ORDER BY at LIMIT @limit)
        """;

    public const string ForgetDeadLetters =
        "DELETE FROM dead_letters WHERE id IN (SELECT id FROM dead_letters WHERE at < @before ORDER BY at LIMIT @limit)";

    public const string HasInbox = "SELECT count(*) FROM inbox WHERE channel = @channel AND update_id = @updateId";

    public const string InsertInbox = "INSERT INTO inbox (channel, update_id, at) VALUES (@channel, @updateId, @at)";

    /// <summary>Update ids older than this are forgotten, some at a time, so that nobody waits for the gate.</summary>
    public const string ForgetInbox = """
        DELETE FROM inbox WHERE (channel, update_id) IN (
            SELECT channel, update_id FROM inbox WHERE at < @before ORDER BY at LIMIT @limit)
        """;

    public const string InsertOutbox = """
        INSERT INTO outbox (id, user_id, platform, chat, class, payload, callback, step, created, attempts, not_before)
        VALUES (@id, @userId, @platform, @chat, @kind, @payload, @callback, @step, @now, 0, 0)
        """;

    public const string HasUnsent = "SELECT count(*) FROM outbox WHERE platform = @platform AND chat = @chat";

    public const string FindByChat = "SELECT external_id FROM accounts WHERE platform = @platform AND chat = @chat LIMIT 1";

    public const string DropStaleCosmetics =
        "DELETE FROM outbox WHERE platform = @platform AND chat = @chat AND class = 4 AND id < @id";

    public const string WithdrawSessionMessages = "DELETE FROM outbox WHERE user_id = @id AND class IN (1, 4)";

    public const string WithdrawNudges = "DELETE FROM outbox WHERE user_id = @id AND class = 3";

    /// <summary>
    /// The oldest row of each open chat, and every safety row, the most urgent first. A nudge may have to wait for its
    /// turn among thousands, so nothing waits behind it; without @nudges there are none.
    /// </summary>
    public const string Deliverable = """
        SELECT o.id AS Id, o.user_id AS UserId, o.chat AS Chat, o.class AS Class, o.payload AS Payload,
               o.callback AS Callback, o.step AS Step, o.created AS Created, o.attempts AS Attempts,
               a.newest_message_id AS NewestMessageId, coalesce(a.newest_step, 0) AS NewestStep
        FROM outbox o LEFT JOIN accounts a ON a.user_id = o.user_id AND a.platform = o.platform
        WHERE o.platform = @platform AND o.not_before <= @now AND a.blocked IS NULL AND (o.class <> 3 OR @nudges)
          AND (o.class = 0 OR NOT EXISTS (
              SELECT 1 FROM outbox p WHERE p.platform = o.platform AND p.chat = o.chat AND p.id < o.id
                AND (p.class <> 3 OR o.class = 3)))
        ORDER BY o.class, o.id LIMIT @limit
        """;

    /// <summary>A message that does not open is kept for whoever looks into it.</summary>
    public const string KeepDamagedMessage = """
        INSERT INTO dead_letters (id, user_id, at, reason, content)
        SELECT @letter, user_id, @now, 'outbox', payload FROM outbox WHERE id = @id
        """;

    public const string ReplacePayload = "UPDATE outbox SET payload = @payload, callback = NULL WHERE id = @id";

    public const string NextNotBefore = """
        SELECT min(o.not_before) FROM outbox o LEFT JOIN accounts a ON a.user_id = o.user_id AND a.platform = o.platform
        WHERE o.not_before > @now AND a.blocked IS NULL
        """;

    public const string Claim = "UPDATE outbox SET claimed = @now WHERE id = @id AND claimed IS NULL";

    /// <summary>A nudge or a file that was under way when the program ended may have been seen: it is never repeated.</summary>
    public const string DropClaimedNudges = "DELETE FROM outbox WHERE class IN (3, 5) AND claimed IS NOT NULL";

    public const string DeleteOutbox = "DELETE FROM outbox WHERE id = @id";

    public const string SetNewestMessage = """
        UPDATE accounts SET newest_message_id = @messageId, newest_step = @step
        WHERE user_id = @id AND platform = @platform AND newest_step <= @step
        """;

    public const string PostponeRow = "UPDATE outbox SET attempts = attempts + 1, claimed = NULL WHERE id = @id";

    public const string HoldChat =
        "UPDATE outbox SET not_before = @notBefore WHERE platform = @platform AND chat = @chat AND not_before < @notBefore";

    public const string PutSession = """
        INSERT INTO sessions (user_id, number, day, started_at, ended_at, content)
        VALUES (@id, @number, @day, @startedAt, @endedAt, @content)
        ON CONFLICT (user_id, number) DO UPDATE SET
            day = excluded.day, started_at = excluded.started_at, ended_at = excluded.ended_at, content = excluded.content
        """;

    public const string PutReport = """
        INSERT INTO reports (user_id, session, day, told_at, content) VALUES (@id, @session, @day, @toldAt, @content)
        ON CONFLICT (user_id, session) DO UPDATE SET
            day = excluded.day, told_at = excluded.told_at, content = excluded.content
        """;

    public const string PutMeasurement = """
        INSERT INTO measurements (user_id, number, day, at, content) VALUES (@id, @number, @day, @at, @content)
        ON CONFLICT (user_id, number) DO UPDATE SET day = excluded.day, at = excluded.at, content = excluded.content
        """;

    public const string InsertDeadLetter =
        "INSERT INTO dead_letters (id, user_id, at, reason, content) VALUES (@id, @userId, @at, 'decision', @content)";

    public const string GetPlatformState = "SELECT value FROM platform_state WHERE key = @key";

    public const string PutPlatformState = """
        INSERT INTO platform_state (key, value) VALUES (@key, @value)
        ON CONFLICT (key) DO UPDATE SET value = excluded.value
        """;
}
