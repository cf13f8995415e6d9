using System.Threading.Channels;

namespace RecoveryBot.Channels.Terminal;

/// <summary>A line as the user ended it.</summary>
public sealed record TerminalLine(string Words, DateTimeOffset TypedAt);

/// <summary>
/// Reads lines on a thread of its own, since reading a terminal blocks and cannot be called off. Lines of any length
/// are read ahead, up to 1,000 of them; then the sender waits.
/// </summary>
/// <param name="readLine">Blocks for the next line; <see langword="null"/>: end of input.</param>
public sealed class TerminalReader(Func<string?> readLine, TimeProvider clock)
{
    private const int Ahead = 1_000;

    /// <summary>All lines to the end of input, in order. To be asked once.</summary>
    public IAsyncEnumerable<TerminalLine> ReadAllAsync(CancellationToken cancellation)
    {
        var lines = Channel.CreateBounded<TerminalLine>(new BoundedChannelOptions(Ahead) { SingleWriter = true });
        // In the background: a read that waits for a key must not keep a program alive that wants to end.
        new Thread(() => ReadInto(lines.Writer, cancellation)) { IsBackground = true, Name = "Terminal input" }.Start();
        return lines.Reader.ReadAllAsync(cancellation);
    }

    private void ReadInto(ChannelWriter<TerminalLine> lines, CancellationToken cancellation)
    {
        try
        {
            while (!cancellation.IsCancellationRequested && readLine() is { } words)
                lines.WriteAsync(new TerminalLine(words, clock.GetUtcNow()), cancellation).AsTask().GetAwaiter().GetResult();
            lines.Complete();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            lines.Complete(); // A terminal that went away and input that cannot be read are ends of input.
        }
        catch (Exception e)
        {
            lines.Complete(e); // It surfaces where the lines are awaited.
        }
    }
}
