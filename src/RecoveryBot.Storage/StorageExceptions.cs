namespace RecoveryBot.Storage;

/// <summary>A setting is wrong; the message names it and says what to do. Exit code 2.</summary>
public sealed class ConfigurationException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The database cannot be used; the message says why and what to do. Exit code 3.</summary>
public sealed class StorageException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The database was written by a newer program. Exit code 5.</summary>
public sealed class SchemaTooNewException(int found, int known) : Exception(
    $"The database has schema {found}, this program knows {known}: start the newer program, or restore an older backup.")
{
    public int Found { get; } = found;

    public int Known { get; } = known;
}

/// <summary>A sealed value does not open: it was changed, or sealed under another key.</summary>
public sealed class SealBrokenException(string place, Exception? inner = null)
    : Exception($"A sealed value of {place} does not open: the row is damaged, or the key is not the one it was sealed with.", inner);
