using System.Reflection;
using System.Text.RegularExpressions;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests;

/// <summary>Every rule of the protocol has a test that names it, or a line that says why it has none.</summary>
public sealed partial class RuleCoverageTests
{
    private static readonly HashSet<string> Rules =
        [.. Defined().Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "protocol.md"))).Select(m => m.Groups["id"].Value)];

    [Fact]
    public void Every_rule_has_a_test_or_a_reason()
    {
        var tested = Tested();
        var untested = Untested().Keys;

        Assert.True(Rules.Count > 450, $"only {Rules.Count} rules are found");
        Assert.Equal("", string.Join(" ", Rules.Except(tested).Except(untested).Order(StringComparer.Ordinal)));
        Assert.Empty(untested.Intersect(tested));
    }

    [Fact]
    public void Every_trait_and_every_reason_names_a_rule_that_exists()
    {
        Assert.Empty(Traits().Concat(Untested().Keys).Except(Rules));
        Assert.All(Untested(), line => Assert.True(line.Value.Length > 20, $"{line.Key} has no reason"));
    }

    private static IEnumerable<MethodInfo> Tests() => typeof(RuleCoverageTests).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods()).Where(method => method.IsDefined(typeof(FactAttribute), inherit: true));

    private static IEnumerable<string> Traits() => Tests()
        .SelectMany(test => test.GetCustomAttributes<TraitAttribute>()).Where(trait => trait.Name == "Rule").Select(trait => trait.Value);

    /// <summary>Ids in traits and in the rows of theories.</summary>
    private static HashSet<string> Tested() => [.. Traits(), .. Tests()
        .SelectMany(test => test.GetCustomAttributes<InlineDataAttribute>().SelectMany(row => row.Data)
            .Concat(test.GetCustomAttributes<MemberDataAttribute>().SelectMany(source => RowsOf(test.DeclaringType!, source.MemberName))))
        .OfType<string>().SelectMany(cell => Id().Matches(cell).Select(m => m.Value))];

    private static IEnumerable<object?> RowsOf(Type type, string member)
    {
        var rows = type.GetProperty(member)?.GetValue(null) ?? type.GetMethod(member)!.Invoke(null, []);
        return ((IEnumerable<ITheoryDataRow>)rows!).SelectMany(row => row.GetData());
    }

    private static Dictionary<string, string> Untested() =>
        File.ReadLines(Path.Combine(Repository.Tests, "untested-rules.txt")).Where(line => line.Length > 0 && line[0] != '#')
            .SelectMany(line => line.Split(": ", 2) is [var ids, var reason] ? ids.Split(' ').Select(id => (id, reason)) : [(line, "")])
            .ToDictionary(line => line.id, line => line.reason);

    /// <summary>A rule is defined where its id stands in bold or first in a row of a table.</summary>
    [GeneratedRegex(@"(?m)(\*\*|^\| )(?<id>((FIT-)?INV|SEQ|SAFE|DOSE|FIT|TXT|TONE|SCR|PRE|RF|POSE|TIME|MEAS|EDU|[STDGBFQ]V)-[A-Z]*\d*[a-c]?)\b")]
    private static partial Regex Defined();

    [GeneratedRegex(@"\b((FIT-)?INV|SEQ|SAFE|DOSE|FIT|TXT|TONE|SCR|PRE|RF|POSE|TIME|MEAS|EDU|[STDGBFQ]V)-[A-Z]*\d*[a-c]?\b")]
    private static partial Regex Id();
}
