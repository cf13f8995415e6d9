using System.Data.Common;
using Dapper;

namespace RecoveryBot.Storage.Sql;

/// <summary>Small values that belong to the database and to no user.</summary>
internal static class PlatformState
{
    public static byte[]? Get(DbTransaction transaction, string key) =>
        transaction.Connection!.ExecuteScalar<byte[]?>(Statements.GetPlatformState, new { key }, transaction);

    public static void Put(DbTransaction transaction, string key, byte[] value) =>
        transaction.Connection!.Execute(Statements.PutPlatformState, new { key, value }, transaction);
}
