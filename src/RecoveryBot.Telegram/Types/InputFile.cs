using System.Text.Json.Serialization;
using RecoveryBot.Telegram.Wire;

namespace RecoveryBot.Telegram.Types;

/// <summary>A file to send: one that Telegram has already, or bytes. Closed.</summary>
[JsonConverter(typeof(InputFileConverter))]
public abstract record InputFile
{
    private InputFile()
    {
    }

    /// <summary>A file that this bot sent before; the cheapest way.</summary>
    public sealed record Known(string FileId) : InputFile;

    /// <summary>Bytes to upload; a photo up to 10 MB, others up to 50 MB.</summary>
    /// <param name="Name">The name people see; ASCII, because others arrive mangled.</param>
    public sealed record Upload(string Name, ReadOnlyMemory<byte> Content) : InputFile;
}
