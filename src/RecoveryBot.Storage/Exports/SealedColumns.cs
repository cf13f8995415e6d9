namespace RecoveryBot.Storage.Exports;

/// <summary>A column whose values are sealed, and by which names: a value opens only where it was closed.</summary>
/// <param name="Table">As in the database.</param>
/// <param name="Place">The first name in the seal.</param>
/// <param name="Row">The columns whose values, joined by a slash, are the second one.</param>
internal sealed record SealedColumn(string Table, string Column, string Place, params IReadOnlyList<string> Row);

/// <summary>Every sealed column of the tables that hold a user's rows.</summary>
internal static class SealedColumns
{
    public static IReadOnlyList<SealedColumn> All { get; } =
    [
        new("users", "state", "users", "user_id"),
        new("outbox", "payload", "outbox", "id"),
        new("outbox", "callback", "outbox.callback", "id"),
        new("sessions", "content", "sessions", "user_id", "number"),
        new("reports", "content", "reports", "user_id", "session"),
        new("measurements", "content", "measurements", "user_id", "number"),
        new("dead_letters", "content", "dead_letters", "id"),
    ];

    /// <exception cref="InvalidOperationException">The column holds bytes, and nothing is known of how they are sealed.</exception>
    public static SealedColumn Of(string table, string column) =>
        All.FirstOrDefault(known => known.Table == table && known.Column == column)
        ?? throw new InvalidOperationException($"It is not known how {table}.{column} is sealed.");
}
