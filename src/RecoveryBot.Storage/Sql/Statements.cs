namespace RecoveryBot.Storage.Sql;

/// <summary>The statements of the store, in SQL that SQLite and PostgreSQL share.</summary>
internal static class Statements
{
    /// <summary>Every table with a user's id, in the order in which rows may go.</summary>
    public static readonly string[] UserTables =
        ["timers", "outbox", "sessions", "reports", "dead_letters", "accounts", "users"];

    public const string FindUser = """
        SELECT u.user_id AS Id, a.chat AS Chat, u.version AS Version, u.state AS State
        FROM accounts a JOIN users u ON u.user_id = a.user_id
        WHERE a.platform = @platform AND a.external_id = @externalId
        """;

    public const string InsertUser = "INSERT INTO users (user_id, version, state) VALUES (@id, 1, @state)";

    public const string InsertAccount = """
        INSERT INTO accounts (platform, external_id, chat, user_id) VALUES (@platform, @externalId, @chat, @id)
        """;

    public const string UpdateUser = """
        UPDATE users SET state = @state, version = version + 1 WHERE user_id = @id AND version = @version
        """;

    public const string MoveChat = """
        UPDATE accounts SET chat = @chat, newest_message_id = NULL
        WHERE platform = @platform AND external_id = @externalId AND chat <> @chat
        """;

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

    public const string HasInbox = "SELECT count(*) FROM inbox WHERE channel = @channel AND update_id = @updateId";

    public const string InsertInbox = "INSERT INTO inbox (channel, update_id, at) VALUES (@channel, @updateId, @at)";

    public const string InsertOutbox = """
        INSERT INTO outbox (id, user_id, platform, chat, class, payload, step, created, attempts, not_before)
        VALUES (@id, @userId, @platform, @chat, @kind, @payload, @step, @now, 0, 0)
        """;

    public const string DropStaleCosmetics =
        "DELETE FROM outbox WHERE platform = @platform AND chat = @chat AND class = 4 AND id < @id";

    public const string WithdrawSessionMessages = "DELETE FROM outbox WHERE user_id = @id AND class IN (1, 4)";

    /// <summary>The oldest row of each chat, and every safety row, the most urgent first.</summary>
    public const string Deliverable = """
        SELECT o.id AS Id, o.user_id AS UserId, o.platform AS Platform, o.chat AS Chat, o.payload AS Payload,
               o.attempts AS Attempts,
               (SELECT a.newest_message_id FROM accounts a WHERE a.platform = o.platform AND a.chat = o.chat LIMIT 1)
                   AS NewestMessageId
        FROM outbox o
        WHERE o.not_before <= @now
          AND (o.class = 0 OR NOT EXISTS (
              SELECT 1 FROM outbox p WHERE p.platform = o.platform AND p.chat = o.chat AND p.id < o.id))
        ORDER BY o.class, o.id LIMIT @limit
        """;

    public const string NextNotBefore = "SELECT min(not_before) FROM outbox WHERE not_before > @now";

    public const string Claim = "UPDATE outbox SET claimed = @now WHERE id = @id AND claimed IS NULL";

    /// <summary>A nudge that was under way when the program ended may have been seen: it is never repeated.</summary>
    public const string DropClaimedNudges = "DELETE FROM outbox WHERE class = 3 AND claimed IS NOT NULL";

    public const string DeleteOutbox = "DELETE FROM outbox WHERE id = @id";

    public const string SetNewestMessage =
        "UPDATE accounts SET newest_message_id = @messageId WHERE platform = @platform AND chat = @chat";

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

    public const string InsertDeadLetter =
        "INSERT INTO dead_letters (id, user_id, at, content) VALUES (@id, @userId, @at, @content)";

    public const string GetPlatformState = "SELECT value FROM platform_state WHERE key = @key";

    public const string PutPlatformState = """
        INSERT INTO platform_state (key, value) VALUES (@key, @value)
        ON CONFLICT (key) DO UPDATE SET value = excluded.value
        """;
}
