using System.Text;
using Spectre.Console;

namespace RecoveryBot.Channels.Terminal;

/// <summary>The screen and the reader of the process's own standard input and output.</summary>
public sealed class TerminalDevice : IDisposable
{
    private TerminalDevice(ITerminalScreen screen, Func<string?> readLine, TimeProvider clock)
    {
        Screen = screen;
        Reader = new TerminalReader(readLine, clock);
    }

    public ITerminalScreen Screen { get; }

    public TerminalReader Reader { get; }

    /// <param name="plain">Whether <c>--plain</c> was asked for; without it a terminal on both sides is needed.</param>
    public static TerminalDevice Open(bool plain, TimeProvider clock) =>
        IsPlain(plain, Console.IsInputRedirected || Console.IsOutputRedirected, Environment.GetEnvironmentVariable("TERM"))
            ? OpenPlain(clock)
            : OpenLive(clock);

    /// <summary>Whether plain mode is used.</summary>
    /// <param name="asked"><c>--plain</c>.</param>
    /// <param name="redirected">Standard input or output is no terminal.</param>
    /// <param name="term">The variable TERM; a "dumb" terminal cannot clear a row.</param>
    public static bool IsPlain(bool asked, bool redirected, string? term) => asked || redirected || term == "dumb";

    public void Dispose() => (Screen as IDisposable)?.Dispose();

    private static TerminalDevice OpenPlain(TimeProvider clock)
    {
        // Pipes speak UTF-8 whatever the locale says; a terminal keeps its own encoding and line editing.
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var output = Console.IsOutputRedirected ? new StreamWriter(Console.OpenStandardOutput(), utf8) : Console.Out;
        var input = Console.IsInputRedirected ? new StreamReader(Console.OpenStandardInput(), utf8) : Console.In;
        return new TerminalDevice(new PlainScreen(output), input.ReadLine, clock);
    }

    private static TerminalDevice OpenLive(TimeProvider clock)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            ColorSystem = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
                ? ColorSystemSupport.Detect
                : ColorSystemSupport.NoColors,
        });
        if (!console.Profile.Capabilities.Ansi)
            return OpenPlain(clock);

        var screen = new LiveScreen(console, clock);
        return new TerminalDevice(screen, new KeyLine(() => Console.ReadKey(intercept: true), screen).ReadLine, clock);
    }
}
