namespace RecoveryBot.Storage;

/// <summary>Where things are remembered and under which key (section "Storage").</summary>
public sealed class StorageOptions
{
    /// <summary>SQLite's connection string; default <c>Data Source=data/recoverybot.db</c>.</summary>
    public string ConnectionString { get; set; } = "Data Source=data/recoverybot.db";

    /// <summary>
    /// File with the 32-byte key in base64, outside the data directory; <see langword="null"/> or empty:
    /// <c>recoverybot/key</c> in the user's configuration directory. Made on first start.
    /// </summary>
    public string? KeyFile { get; set; }

    /// <summary>The key file to use, whole path.</summary>
    public string KeyPath => Path.GetFullPath(string.IsNullOrWhiteSpace(KeyFile)
        ? Path.Combine(
            Environment.GetFolderPath(
                Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify),
            "recoverybot", "key")
        : KeyFile);
}
