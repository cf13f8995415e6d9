using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Measuring;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Coaching.Measuring;

public sealed class StreakTests
{
    private static readonly DateOnly Today = FourWeeks.Last;

    /// <summary>Each letter a day, the last one today: s a session, t one with slow tingling, . none.</summary>
    [Theory]
    [InlineData("sss", 3)]
    [InlineData("sss.", 3)]
    [InlineData("sss..", 3)]
    [InlineData("sss...", 0)]
    [InlineData("ss.ss", 4)]
    [InlineData("ss..ss", 2)]
    [InlineData("s.s.s.s", 4)]
    [InlineData("sst.ss", 5)]
    [InlineData("sst..ss", 5)]
    [InlineData("sst...ss", 2)]
    [InlineData(".", 0)]
    public void One_day_off_or_a_day_of_rest_does_not_end_it(string days, int streak)
    {
        var events = days.Index().Where(d => d.Item != '.').Select(d => (DoseEvent)FourWeeks.Session(
            Today.AddDays(d.Index - days.Length + 1), d.Index, 5,
            r => d.Item == 't' ? r with { Tingling = new TinglingReport(4, new SettleTime.Gone(20)) } : r));

        Assert.Equal(streak, Streak.Of(HoldHistory.Of(Dose.Start, events, Today)));
    }
}
