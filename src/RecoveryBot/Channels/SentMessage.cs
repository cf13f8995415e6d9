using System.Globalization;

namespace RecoveryBot.Channels;

/// <summary>A message of ours as the outbox remembers it: the platform's number, and the drawing that stands over the words.</summary>
/// <param name="Picture">Its name; <see langword="null"/>: none. It stays when the words change.</param>
internal readonly record struct SentMessage(ulong Id, string? Picture)
{
    public static SentMessage Parse(string id) => id.Split(':') is [var number, var picture]
        ? new SentMessage(Number(number), picture)
        : new SentMessage(Number(id), null);

    public override string ToString() => Picture is null
        ? Id.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Id}:{Picture}");

    private static ulong Number(string id) => ulong.Parse(id, CultureInfo.InvariantCulture);
}
