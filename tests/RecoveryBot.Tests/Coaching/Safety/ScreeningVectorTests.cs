using RecoveryBot.Coaching.Safety;

namespace RecoveryBot.Tests.Coaching.Safety;

/// <summary>The screening vectors of section 3.2, row by row.</summary>
public sealed class ScreeningVectorTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Theory]
    [Trait("Rule", "SAFE-1")]
    [InlineData("SV-1", "", Outcome.Ok, Modifiers.None)]
    [InlineData("SV-2", "SCR-3", Outcome.Block, Modifiers.None)]
    [InlineData("SV-3", "SCR-5c", Outcome.Caution, Modifiers.Cap10 | Modifiers.ExtendedRise | Modifiers.HalfFold)]
    [InlineData("SV-4", "SCR-5a", Outcome.Block, Modifiers.None)]
    [InlineData("SV-5", "SCR-5b SCR-1", Outcome.Emergency, Modifiers.None)]
    [InlineData("SV-6", "SCR-5b", Outcome.UrgentToday, Modifiers.None)]
    [InlineData("SV-7", "SCR-8a", Outcome.Caution, Modifiers.Cap10 | Modifiers.ExtendedRise | Modifiers.Supine | Modifiers.Buddy)]
    [InlineData("SV-9", "SCR-10b SCR-5c", Outcome.Caution,
        Modifiers.Cap10 | Modifiers.Cap8 | Modifiers.ExtendedRise | Modifiers.HalfFold | Modifiers.LockChair)]
    [InlineData("SV-10", "SCR-10a", Outcome.Block, Modifiers.None)]
    [InlineData("SV-11", "SCR-2a", Outcome.UrgentToday, Modifiers.None)]
    [InlineData("SV-12", "SCR-2a SCR-1", Outcome.Emergency, Modifiers.None)]
    [InlineData("SV-13", "SCR-9a", Outcome.Block, Modifiers.None)]
    [InlineData("SV-14", "SCR-9b SCR-16", Outcome.Caution, Modifiers.Meal3Hours | Modifiers.ExtendedRise)]
    [InlineData("SV-15", "SCR-12a", Outcome.Block, Modifiers.None)]
    [InlineData("SV-16", "SCR-6 SCR-20", Outcome.Block, Modifiers.None)]
    [InlineData("SV-19", "SCR-17", Outcome.Caution, Modifiers.Supine | Modifiers.LockChair | Modifiers.Buddy | Modifiers.Bed)]
    [InlineData("SV-20", "SCR-4a", Outcome.Emergency, Modifiers.None)]
    public void The_answers_lead_to_what_the_protocol_says(string id, string yes, Outcome outcome, Modifiers modifiers)
    {
        var result = Screening.Evaluate(Answered(yes), Today);

        Assert.Equal((id, outcome, modifiers), (id, result.Outcome, result.Modifiers));
    }

    [Fact]
    [Trait("Rule", "SAFE-1")]
    [Trait("Rule", "SV-8")]
    public void SV_8_adds_modifiers_up_and_lying_down_wins()
    {
        var result = Screening.Evaluate(Answered("SCR-8a SCR-13c"), Today);

        Assert.Equal(Outcome.Caution, result.Outcome);
        Assert.Equal(RecoveryBot.Coaching.Sequence.ForwardBend.Supine, result.ForwardBend);
        Assert.True(result is { ExtendedRise: true, Buddy: true, StartOnChair: true, BaseCap: 10 });
    }

    [Theory]
    [Trait("Rule", "SAFE-6")]
    [InlineData("SV-17", "SCR-3", 2, Outcome.Caution)]
    [InlineData("SV-18", "SCR-6", 7, Outcome.Block)]
    public void A_clearance_lasts_six_months(string id, string question, int months, Outcome outcome)
    {
        var cleared = new Clearance(question, "specialist", Today.AddMonths(-months), null, false, false);

        var result = Screening.Evaluate(Answered(question) with { Clearances = [cleared] }, Today);

        Assert.Equal((id, outcome), (id, result.Outcome));
        if (outcome == Outcome.Caution)
            Assert.Equal(Modifiers.Cap10 | Modifiers.ExtendedRise | Modifiers.Supine | Modifiers.StartOnChair, result.Modifiers);
    }

    /// <summary>A first trimester with its week told: the eighth.</summary>
    private static ScreeningRecord Answered(string yes) => new()
    {
        AskedOn = Today,
        Answers =
        [
            .. yes.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(id => new GivenAnswer(id, true, Today, Until: id == "SCR-10b" ? Today.AddDays(5 * 7) : null)),
        ],
    };
}
