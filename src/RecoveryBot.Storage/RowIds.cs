using RecoveryBot.Storage.Sql;

namespace RecoveryBot.Storage;

/// <summary>Ids of new rows. They are part of what is sealed, so they are known before the row is written.</summary>
/// <remarks>Counted here, because one process owns a SQLite file; a server would hand them out by its sequences.</remarks>
internal sealed class RowIds(PreparedStatements start)
{
    private long _user = Last("SELECT max(user_id) FROM users", start);
    private long _letter = Last("SELECT max(id) FROM dead_letters", start);

    /// <summary>The highest id in the outbox so far; later messages have higher ones.</summary>
    public long LastMessage { get; private set; } = Last("SELECT max(id) FROM outbox", start);

    public long NextUser() => ++_user;

    public long NextLetter() => ++_letter;

    public long NextMessage() => ++LastMessage;

    private static long Last(string query, PreparedStatements start) => start.Find(query) as long? ?? 0;
}
