using Microsoft.Extensions.Options;

namespace RecoveryBot.Tests.Host;

/// <summary>Who runs the coach is told in messages, which have their limits.</summary>
public sealed class OperatorOptionsTests
{
    [Theory]
    [InlineData("Name", 100, true)]
    [InlineData("Name", 101, false)]
    [InlineData("Contact", 300, true)]
    [InlineData("Contact", 301, false)]
    public void What_does_not_fit_into_a_message_is_named_at_start(string key, int length, bool fits)
    {
        var problem = Record.Exception(() => Commands.Build([$"--Operator:{key}={new string('x', length)}"]).Dispose());

        Assert.Equal(fits ? null : $"Operator:{key} must be one line of at most {length - 1} characters.", (problem as OptionsValidationException)?.Message);
    }

    [Fact]
    public void It_is_one_line() => Assert.Equal(
        "Operator:Contact must be one line of at most 300 characters.",
        Assert.Throws<OptionsValidationException>(() => Commands.Build(["--Operator:Contact=one\ntwo"]).Dispose()).Message);
}
