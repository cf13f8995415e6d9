using System.Data.Common;

namespace RecoveryBot.Storage.Sql;

/// <summary>
/// The statements of one connection that run all the time, each prepared once: to read its text costs more than to run it.
/// The rare ones go through Dapper.
/// </summary>
/// <remarks>Used by whoever holds the gate, so it takes no lock.</remarks>
internal sealed class PreparedStatements(DbConnection connection) : IDisposable
{
    private readonly Dictionary<string, DbCommand> _commands = [];

    public DbConnection Connection => connection;

    /// <summary>What statements run in; <see langword="null"/>: each by itself.</summary>
    public DbTransaction? Transaction { get; set; }

    /// <returns>How many rows it changed.</returns>
    public int Run(string statement, params ReadOnlySpan<(string Name, object? Value)> values) =>
        Filled(statement, values).ExecuteNonQuery();

    /// <returns>The first column of the first row; <see langword="null"/>: there is none, or it is NULL.</returns>
    public object? Find(string statement, params ReadOnlySpan<(string Name, object? Value)> values) =>
        Filled(statement, values).ExecuteScalar() is var found && found is DBNull ? null : found;

    /// <param name="read">Takes the columns in the order of the statement.</param>
    public List<T> Read<T>(string statement, Func<DbDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var reader = Filled(statement, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
            command.Dispose();
    }

    private DbCommand Filled(string statement, ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!_commands.TryGetValue(statement, out var command))
            _commands[statement] = command = Create(statement, values);
        command.Transaction = Transaction;
        foreach (var (name, value) in values)
            command.Parameters[name].Value = value ?? DBNull.Value;
        return command;
    }

    private DbCommand Create(string statement, ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = statement;
        foreach (var (name, _) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
