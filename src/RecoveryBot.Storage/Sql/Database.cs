using System.Data.Common;

namespace RecoveryBot.Storage.Sql;

/// <summary>An open database: one connection behind one gate, where all queue in order instead of retrying against each other.</summary>
/// <param name="name">How a person knows it: its file or server.</param>
/// <param name="held">What keeps other processes away; <see langword="null"/>: nothing has to.</param>
internal sealed class Database(Dialect dialect, DbConnection connection, string name, IDisposable? held) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly PreparedStatements _statements = new(connection);

    public Dialect Dialect => dialect;

    public DbConnection Connection => connection;

    /// <exception cref="StorageException">The engine reported an error.</exception>
    public async Task<T> RunAsync<T>(Func<PreparedStatements, T> work, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return Run(work);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Runs in one transaction; an exception undoes all of it.</summary>
    /// <exception cref="StorageException">Nothing was written.</exception>
    public Task<T> WriteAsync<T>(Func<PreparedStatements, T> write, CancellationToken cancellationToken) =>
        RunAsync(_ => InTransaction(write), cancellationToken);

    /// <summary>The same for whoever has the database alone: at start.</summary>
    public T Run<T>(Func<PreparedStatements, T> work)
    {
        try
        {
            return work(_statements);
        }
        catch (DbException e)
        {
            throw dialect.Explain(e, name);
        }
    }

    public T Write<T>(Func<PreparedStatements, T> write) => Run(_ => InTransaction(write));

    public void Dispose()
    {
        _statements.Dispose();
        connection.Dispose();
        held?.Dispose();
        _gate.Dispose();
    }

    private T InTransaction<T>(Func<PreparedStatements, T> write)
    {
        // On SQLite this is BEGIN IMMEDIATE: a deferred one that reads and then writes fails when it cannot be upgraded.
        using var transaction = connection.BeginTransaction();
        _statements.Transaction = transaction;
        try
        {
            var result = write(_statements);
            transaction.Commit();
            return result;
        }
        finally
        {
            _statements.Transaction = null;
        }
    }
}
