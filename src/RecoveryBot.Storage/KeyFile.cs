using System.Security.Cryptography;

namespace RecoveryBot.Storage;

/// <summary>The operator's key on disk: 32 bytes in base64, readable by its owner alone.</summary>
internal static class KeyFile
{
    /// <returns><see langword="null"/>: there is no such file.</returns>
    public static byte[]? Read(string path)
    {
        if (!File.Exists(path))
            return null;

        try
        {
            var key = Convert.FromBase64String(File.ReadAllText(path).Trim());
            if (key.Length == Seal.KeyBytes)
                return key;
        }
        catch (FormatException)
        {
            // Told below, in one line with the wrong length.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"Storage:KeyFile: '{path}' cannot be read: check its owner and mode.", e);
        }

        throw new ConfigurationException($"Storage:KeyFile: '{path}' is not a key of 32 bytes in base64: restore the right file.");
    }

    public static byte[] Create(string path)
    {
        var key = RandomNumberGenerator.GetBytes(Seal.KeyBytes);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var file = new FileStream(path, options);
            file.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(key) + "\n"));
            file.Flush(flushToDisk: true);
            return key;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"Storage:KeyFile: '{path}' cannot be written: name a place that can.", e);
        }
    }
}
