using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Safety;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Host;

/// <summary>An update that breaks the coach is put aside once, and a sign of the body in it is answered all the same.</summary>
public class PoisonTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [Trait("Rule", "SAFE-30")]
    [InlineData("my chest hurts", "Stop now.")]
    [InlineData("I want to kill myself", "I'm really glad you told me.")]
    [InlineData("both feet tingle", "That's our signal to come out.")]
    [InlineData("I feel dizzy", "Sit or lie back down now")]
    [InlineData("one calf is swollen and warm", "Let's not raise or rub that leg.")]
    public async Task The_sign_in_an_update_that_breaks_the_coach_is_answered_before_the_apology(string words, string answer)
    {
        using var rig = new HostRig(Broken);

        await rig.Conversation.HandleAsync(HostRig.Says(words), Stop);
        await rig.Worker.DrainAsync(Stop);

        Assert.StartsWith(answer, rig.Channel.Texts[0], StringComparison.Ordinal);
        Assert.True(rig.Channel.Shown[0].Message.Sound);
        Assert.StartsWith("Sorry,", rig.Channel.Texts[1], StringComparison.Ordinal);
        Assert.Equal(2, rig.Channel.Texts.Count);
        Assert.Equal("decision", rig.Query<string>("SELECT reason FROM dead_letters"));
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("no chest pain today")]
    [InlineData("my friend has chest pain")]
    public async Task Without_a_sign_that_is_there_now_there_is_the_apology_alone(string words)
    {
        using var rig = new HostRig(Broken);

        await rig.Conversation.HandleAsync(HostRig.Says(words), Stop);
        await rig.Worker.DrainAsync(Stop);

        Assert.StartsWith("Sorry,", Assert.Single(rig.Channel.Texts), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sym-tingling", "That's our signal to come out.")]
    [InlineData("sym-dizzy", "Sit or lie back down now")]
    [InlineData("sym-pain", "Ease out of it.")]
    public async Task A_symptom_button_that_breaks_the_coach_is_answered(string verb, string answer)
    {
        using var rig = new HostRig(Broken);

        await rig.Conversation.HandleAsync(
            HostRig.Says("") with { Input = new CoachInput.Press(new ButtonId(verb, 1, 1)) }, Stop);
        await rig.Worker.DrainAsync(Stop);

        Assert.StartsWith(answer, rig.Channel.Texts[0], StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "SAFE-10")]
    public async Task A_sign_in_a_broken_update_withdraws_what_the_session_had_to_say()
    {
        using var rig = new HostRig((state, input, now) => input is CoachInput.Text { Words: "go" }
            ? new Decision { State = state, Replies = [HostRig.Line("hold", DeliveryClass.Session)] }
            : Broken(state, input, now));

        await rig.Conversation.HandleAsync(HostRig.Says("go"), Stop);
        await rig.Conversation.HandleAsync(HostRig.Says("both feet tingle"), Stop);
        await rig.Worker.DrainAsync(Stop);

        Assert.DoesNotContain(rig.Channel.Texts, text => text.StartsWith("hold", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_update_that_could_not_be_translated_is_kept_and_not_decided_on()
    {
        using var rig = new HostRig(HostRig.Echo);

        await rig.Conversation.HandleAsync(
            [HostRig.Says("numb feet") with { Fault = "{\"weird\":1}" }, HostRig.Says("b")], Stop);
        await rig.Worker.DrainAsync(Stop);

        Assert.Equal(1, rig.Query<int>("SELECT count(*) FROM dead_letters"));
        Assert.StartsWith("That's our signal", rig.Channel.Texts[0], StringComparison.Ordinal);
        Assert.Equal("b minutes", rig.Channel.Texts[^1]);
    }

    [Fact]
    public async Task An_update_whose_outcome_cannot_be_written_is_put_aside_alone()
    {
        // A number that JSON does not have: the decision is made, but cannot be stored.
        using var rig = new HostRig((state, input, now) => input is CoachInput.Text { Words: "bad" }
            ? new Decision { State = state with { Screening = null!, TimeScale = double.NaN } }
            : HostRig.Echo(state, input, now));

        await rig.Conversation.HandleAsync([HostRig.Says("a"), HostRig.Says("bad"), HostRig.Says("b", "bob")], Stop);
        await rig.Worker.DrainAsync(Stop);

        Assert.Equal(1, rig.Query<int>("SELECT count(*) FROM dead_letters"));
        Assert.Contains("chat-ann: a minutes", rig.Channel.Sent);
        Assert.Contains("chat-bob: b minutes", rig.Channel.Sent);
        Assert.Contains(rig.Channel.Sent, line => line.StartsWith("chat-ann: Sorry,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_timer_that_breaks_the_coach_apologises_once_and_rests_until_the_next_update()
    {
        using var rig = new HostRig((state, input, now) => input is CoachInput.TimeUp
            ? Broken(state, input, now)
            : new Decision { State = state with { Check = new SafetyCheck.LegsNumb { WakeAt = now.AddMinutes(1) } } });
        await rig.Conversation.HandleAsync(HostRig.Says("a"), Stop);

        for (var hour = 0; hour < 3; hour++)
        {
            rig.Time.Advance(TimeSpan.FromHours(1));
            await rig.Wake.FireDueAsync(Stop);
        }

        await rig.Worker.DrainAsync(Stop);
        Assert.StartsWith("Sorry,", Assert.Single(rig.Channel.Texts), StringComparison.Ordinal);
        Assert.Equal(1, rig.Query<int>("SELECT count(*) FROM dead_letters"));
    }

    private static Decision Broken(UserState state, CoachInput input, DateTimeOffset now) =>
        throw new InvalidOperationException("broken");
}
