namespace RecoveryBot.Storage.Sql;

/// <summary>Small values that belong to the database and to no user.</summary>
internal static class PlatformState
{
    public static byte[]? Get(PreparedStatements sql, string key) => (byte[]?)sql.Find(Statements.GetPlatformState, ("@key", key));

    public static void Put(PreparedStatements sql, string key, byte[] value) =>
        sql.Run(Statements.PutPlatformState, ("@key", key), ("@value", value));
}
