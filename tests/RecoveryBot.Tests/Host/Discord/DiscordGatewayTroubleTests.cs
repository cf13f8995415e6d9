using FakeDiscord.Gateway;
using RecoveryBot.Coaching;

namespace RecoveryBot.Tests.Host.Discord;

/// <summary>The connection breaks in the middle of a session: nothing is lost and nothing counts twice.</summary>
public sealed class DiscordGatewayTroubleTests
{
    private static readonly Lazy<Task<(UserState State, IReadOnlyList<string> Texts)>> Calm = new(() => PlayAsync(null));

    public static TheoryData<string> Troubles() =>
        ["drop", "op 7", "close 4000", "op 9 resumable", "dead resume address", "restart", "nothing missed"];

    [Theory(Timeout = DiscordHostRig.PatienceMilliseconds)]
    [MemberData(nameof(Troubles))]
    public async Task A_session_reads_the_same_with_and_without_it(string trouble)
    {
        var (calm, said) = await Calm.Value;

        var (state, texts) = await PlayAsync(trouble);

        Assert.Equal(said, texts);
        Assert.Equivalent(calm, state, strict: true);
    }

    [Fact(Timeout = DiscordHostRig.PatienceMilliseconds)]
    public async Task A_session_that_is_lost_costs_what_was_said_meanwhile_and_nothing_more()
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.AgreeAsync();
        await rig.ToHoldAsync();
        rig.Time.Advance(TimeSpan.FromSeconds(6)); // Discord wants 5 s between identifies.

        rig.Fake.Gateway.InvalidateSessions(resumable: false);
        await rig.Fake.Gateway.Log.WhenAsync(frame => frame.IsEvent("READY"), times: 2);
        await rig.PressAsync("Come out now");

        Assert.Contains("Bend your knees", rig.Newest(), StringComparison.Ordinal);
        Assert.Equal(2, rig.Fake.Gateway.Log.Identifies);
        Assert.Contains(rig.GatewayLog.Lines, line => line.Contains("cannot resume its session", StringComparison.Ordinal));
        rig.AssertClean();
    }

    /// <summary>A session of presses and words, each made in the middle of the same trouble.</summary>
    private static async Task<(UserState State, IReadOnlyList<string> Texts)> PlayAsync(string? trouble)
    {
        await using var rig = await DiscordHostRig.StartAsync();
        await rig.AgreeAsync();
        await rig.ToHoldAsync();

        await DoAsync(rig, trouble, () => rig.Fake.People.Say(DiscordHostRig.Ann, "nice"));
        await rig.WaitAsync(TimeSpan.FromMinutes(1));
        await DoAsync(rig, trouble, () =>
        {
            rig.Press("Tingling or numb");
            rig.Fake.People.Say(DiscordHostRig.Ann, "and now?");
        });
        await rig.WaitAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(1, rig.Fake.Gateway.Log.Identifies);
        Assert.Empty(rig.Fake.Log.Violations);
        return ((await rig.StateOfAsync())!, rig.TextsTo());
    }

    private static async Task DoAsync(DiscordHostRig rig, string? trouble, Action act)
    {
        switch (trouble)
        {
            case null:
                act();
                break;
            case "drop":
                rig.Fake.Gateway.Drop();
                act();
                break;
            case "op 7":
                act();
                rig.Fake.Gateway.Reconnect();
                break;
            case "close 4000":
                rig.Fake.Gateway.Close(4000);
                act();
                break;
            case "op 9 resumable":
                rig.Fake.Gateway.InvalidateSessions(resumable: true);
                act();
                break;
            case "dead resume address":
                rig.Fake.Gateway.Faults.Add(new GatewayFault(GatewayFaultKind.Refuse) { ResumeUrlOnly = true });
                rig.Fake.Gateway.Drop();
                act();
                break;
            case "restart":
                await rig.EndAsync();
                act();
                await rig.BeginAsync();
                return;
            default:
                act();
                await rig.KeepAsync();
                rig.Fake.Gateway.Drop();
                break;
        }

        await rig.TurnAsync();
    }
}
