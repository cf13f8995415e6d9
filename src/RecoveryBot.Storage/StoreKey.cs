using RecoveryBot.Storage.Sql;

namespace RecoveryBot.Storage;

/// <summary>Finds the key that belongs to a database, and never makes a new one for data that has one.</summary>
internal static class StoreKey
{
    private const string SealCheck = "seal_check";

    /// <exception cref="ConfigurationException">The key is missing or not the one.</exception>
    public static Seal Unlock(string path, PreparedStatements sql)
    {
        var check = PlatformState.Get(sql, SealCheck);
        var key = KeyFile.Read(path);
        if (check is null)
        {
            var seal = new Seal(key ?? KeyFile.Create(path));
            PlatformState.Put(sql, SealCheck, seal.Close("recoverybot"u8, "platform_state", SealCheck));
            return seal;
        }

        if (key is null)
        {
            throw new ConfigurationException(
                $"Storage:KeyFile: '{path}' is missing, but the database is sealed: put the key back; nothing opens without it.");
        }

        var kept = new Seal(key);
        try
        {
            kept.Open(check, "platform_state", SealCheck);
            return kept;
        }
        catch (SealBrokenException e)
        {
            kept.Dispose();
            throw new ConfigurationException(
                $"Storage:KeyFile: '{path}' is not the key that this database was sealed with: put the right one back.", e);
        }
    }
}
