using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Discord.Types;
using RecoveryBot.Pictures;

namespace RecoveryBot.Channels.Discord;

/// <summary>What goes with a message as an attachment: a file, a chart or a drawing, and one of them at most.</summary>
internal sealed class DiscordFiles(ChartRenderer charts)
{
    private const string Chart = "chart";
    private const string File = "file";

    /// <summary>What the outbox remembers it by; <see langword="null"/>: the message is words alone.</summary>
    public static string? NameOf(Outgoing outgoing) =>
        outgoing.File is not null ? File
        : outgoing.Message is { Class: DeliveryClass.Safety } ? null
        : outgoing.Message.Picture?.Name ?? (outgoing.Message.Chart is null ? null : Chart);

    /// <returns>Empty: there is nothing, or it could not be drawn; the words go alone.</returns>
    public async Task<IReadOnlyList<FileUpload>> OfAsync(Outgoing outgoing, CancellationToken cancellationToken)
    {
        if (outgoing.File is { } file)
            return [new FileUpload(file.Name, TypeOf(file.Name), file.Content, null)];

        return outgoing.Message switch
        {
            { Class: DeliveryClass.Safety } => [],
            { Picture: { } picture } => [Png(picture.Name, await Drawings.ReadAsync(picture.Name, cancellationToken).ConfigureAwait(false), picture.Description)],
            { Chart: { } chart } when await charts.RenderAsync(chart.Svg, cancellationToken).ConfigureAwait(false) is { } png =>
                [Png(Chart, png, chart.Description)],
            _ => [],
        };
    }

    /// <summary>What is said where the attachment is refused: the words are complete without a picture, but not without a file.</summary>
    public static Outgoing Without(Outgoing outgoing) => outgoing.File is null ? outgoing : outgoing with
    {
        File = null,
        Message = outgoing.Message with { Text = Words.English.Text(ChannelLines.FileNotTaken()), Times = [] },
    };

    private static FileUpload Png(string name, ReadOnlyMemory<byte> content, string description) =>
        new(name + ".png", "image/png", content, description);

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".zip" => "application/zip",
        ".html" => "text/html",
        _ => "application/octet-stream",
    };
}
