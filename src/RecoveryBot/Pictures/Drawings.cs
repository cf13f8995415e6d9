namespace RecoveryBot.Pictures;

/// <summary>The drawings as they are sent: PNG, 960 pixels wide, kept in the program.</summary>
internal static class Drawings
{
    /// <param name="name">One of <see cref="Coaching.Wording.PosePictures.All"/>.</param>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(string name, CancellationToken cancellationToken)
    {
        using var file = typeof(Drawings).Assembly.GetManifestResourceStream($"RecoveryBot.Pictures.{name}.png")
            ?? throw new ArgumentException($"There is no drawing '{name}'.", nameof(name));
        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes, cancellationToken).ConfigureAwait(false);
        return bytes;
    }
}
