using System.Text;
using RecoveryBot.Channels;
using RecoveryBot.Storage;
using RecoveryBot.Storage.Rows;

namespace RecoveryBot.Exports;

/// <summary>Makes the file that a message carries, at the moment in which it is sent: it holds what is known then.</summary>
internal static class UserFiles
{
    /// <returns><see langword="null"/>: the message carries none, or the user is not known any more.</returns>
    /// <exception cref="StorageException">The store cannot be read.</exception>
    public static async Task<OutgoingFile?> MakeAsync(
        CoachStore store, OutboxRow row, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (row.Message.File is not { } asked)
            return null;
        if (asked.Text is { } text)
            return new OutgoingFile(asked.Name, Encoding.UTF8.GetBytes(text));
        return row.UserId is { } id && await store.ReadAllAsync(id, cancellationToken).ConfigureAwait(false) is { } user
            ? new OutgoingFile(asked.Name, ExportZip.Pack(user, now))
            : null;
    }
}
