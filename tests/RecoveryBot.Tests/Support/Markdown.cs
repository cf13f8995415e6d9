using System.Text.RegularExpressions;

namespace RecoveryBot.Tests.Support;

/// <summary>Discord's markdown, read as an app reads it.</summary>
internal static partial class Markdown
{
    /// <summary>The words without what escapes them.</summary>
    public static string Plain(string markdown) => Escaped().Replace(markdown, "$1");

    /// <summary>The words without what counts down beside a clock time: that is Discord's alone.</summary>
    public static string WithoutCountdown(string markdown) => Countdown().Replace(markdown, "");

    [GeneratedRegex(@"\\([^0-9A-Za-z\s])")]
    private static partial Regex Escaped();

    [GeneratedRegex(@", <t:\d+:R>")]
    private static partial Regex Countdown();
}
