using System.Globalization;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Channels.Terminal;

/// <summary>A terminal has no attachments: a file lands in the directory that the program was started in.</summary>
internal static class SavedFile
{
    /// <summary>So many of one name are kept beside each other; then the directory is to be tidied first.</summary>
    private const int MostOfOneName = 99;

    /// <returns>The message with a line that says where the file is, or why there is none.</returns>
    public static ChatMessage Under(ChatMessage message, OutgoingFile file) =>
        message with { Text = message.Text + "\n" + Words.English.Text(Save(file)) };

    private static Line Save(OutgoingFile file)
    {
        try
        {
            var path = FreePath(file.Name);
            // Health answers that are not sealed any more: nobody else on this computer reads them.
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var stream = new FileStream(path, options);
            stream.Write(file.Content.Span);
            return ChannelLines.SavedAs(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ChannelLines.NotSaved(e.Message);
        }
    }

    /// <summary>An earlier file is never overwritten.</summary>
    private static string FreePath(string name)
    {
        var (stem, ending) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        var names = Enumerable.Range(2, MostOfOneName - 1)
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}{ending}")).Prepend(name);
        return Path.GetFullPath(names.FirstOrDefault(free => !File.Exists(free)) ?? name);
    }
}
