using System.Text;
using RecoveryBot.Coaching;
using RecoveryBot.Demo;
using RecoveryBot.Storage;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Host.Demo;

/// <summary>Four weeks of a made-up person, led by the real coach: what becomes of them is known, and read whole.</summary>
[Trait("Rule", "TIME-5")]
public sealed class DemoTests : IDisposable
{
    private static readonly DateOnly First = new(2026, 3, 2);

    private readonly StoreFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Four_weeks_come_to_a_summary_that_is_known()
    {
        await DemoCommand.LiveAsync(Args(), First, weeks: 4);

        var talk = await TalkAsync(First.AddDays(28));
        talk.Hear(new CoachInput.Opened());

        var text = new StringBuilder();
        foreach (var said in talk.Said)
        {
            text.Append("coach> ").Append(said.Text).Append('\n');
            if (said.Chart is { } chart)
                text.Append("  (chart) ").Append(chart.Description).Append('\n');
            if (said.File is { } file)
                text.Append("  (file) ").Append(file.Name).Append('\n');
            foreach (var button in said.Buttons)
                text.Append("  [").Append(button.Label).Append("]\n");
        }

        Golden.Check("Host/Demo/summary.txt", text.ToString());
        Golden.Check("Host/Demo/summary.html", Assert.Single(talk.Said, said => said.File is not null).File!.Text!);
    }

    [Fact]
    public async Task Nine_weeks_answer_each_end_and_go_on()
    {
        await DemoCommand.LiveAsync(Args(), First, weeks: 9);

        var talk = await TalkAsync(First.AddDays(63));

        Assert.Equal(First.AddDays(56), talk.State.Measures.BlockFrom);
        Assert.Equal(First.AddDays(56), talk.State.Screening.AskedOn);
    }

    [Fact]
    public async Task Nobody_is_written_over()
    {
        await DemoCommand.LiveAsync(Args(), First, weeks: 1);

        var refusal = await Assert.ThrowsAsync<ConfigurationException>(() => DemoCommand.LiveAsync(Args(), First, weeks: 1));

        Assert.StartsWith("there is somebody in this database already", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("demo needs a directory of its own", "demo")]
    [InlineData("--weeks must be a number from 1 to 12, not 'many'", "demo", "--data=/nowhere", "--weeks=many")]
    [InlineData("--weeks must be a number from 1 to 12, not '13'", "demo", "--data", "/nowhere", "--weeks", "13")]
    public async Task What_is_missing_is_named(string line, params string[] args)
    {
        var refusal = await Assert.ThrowsAsync<ConfigurationException>(() => DemoCommand.RunAsync(args));

        Assert.StartsWith(line, refusal.Message, StringComparison.Ordinal);
    }

    private string[] Args() =>
        ["demo", "--Storage:ConnectionString=" + _files.Options.ConnectionString, "--Storage:KeyFile=" + _files.Options.KeyFile];

    /// <summary>The person goes on talking with the coach, at noon of that day.</summary>
    private async Task<TestConversation> TalkAsync(DateOnly day)
    {
        using var store = _files.Open();
        var user = await store.FindUserAsync(DemoPerson.Account, TestContext.Current.CancellationToken);
        var talk = new TestConversation { State = user!.State };
        return talk.Wait(new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero) - talk.Now);
    }
}
