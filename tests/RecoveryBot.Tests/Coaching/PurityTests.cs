using System.Text.RegularExpressions;
using RecoveryBot.Coaching;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Coaching;

/// <summary>The coach decides from what it is given: no clock, no chance, no input or output of its own.</summary>
public sealed class PurityTests
{
    [Fact]
    public void The_coach_refers_to_the_runtime_and_NodaTime_alone()
    {
        var others = typeof(Coach).Assembly.GetReferencedAssemblies().Select(a => a.Name!)
            .Where(name => name is not "NodaTime" and not "netstandard" && !name.StartsWith("System.", StringComparison.Ordinal));

        Assert.Empty(others);
    }

    [Theory]
    [InlineData("UtcNow")]
    [InlineData(@"DateTime(Offset)?\.(Now|Today)")]
    [InlineData("SystemClock")]
    [InlineData("TimeProvider")]
    [InlineData(@"\bRandom\b")]
    [InlineData("NewGuid")]
    [InlineData("Stopwatch")]
    [InlineData(@"\bThread\b")]
    [InlineData(@"\bTask\b")]
    [InlineData(@"\b(File|Directory|Console|Environment)\.")]
    public void The_sources_of_the_coach_never_say(string word)
    {
        var sources = Directory.EnumerateFiles(
            Path.Combine(Repository.Root, "src", "RecoveryBot.Coaching"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).ToList();

        var found = sources.SelectMany(path => File.ReadLines(path).Where(line => Regex.IsMatch(line, word)).Select(line => $"{Path.GetFileName(path)}: {line.Trim()}"));

        Assert.True(sources.Count > 50);
        Assert.Empty(found);
    }
}
