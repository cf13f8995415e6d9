using RecoveryBot.Coaching.Dosing;
using static RecoveryBot.Tests.Coaching.Dosing.VectorReader;

namespace RecoveryBot.Tests.Coaching.Dosing;

public sealed class DoseVectorTests
{
    public static TheoryData<string> Updates => Rows(DoseVectors.Updates);

    public static TheoryData<int> StoryDays => new(Enumerable.Range(1, 23));

    [Theory]
    [MemberData(nameof(Updates))]
    [Trait("Rule", "DOSE-3")]
    [Trait("Rule", "DOSE-3a")]
    [Trait("Rule", "SEQ-26")]
    public void Updates_as_the_table_says(string row)
    {
        var cells = Cells(row);
        var before = Before(cells[2]);

        var after = DoseFold.Fold(before, Reports(cells[3], before.Target));

        Assert.Equal(Number(cells[4]), after.Target);
        Assert.Equal(Status(cells[5]), after.Status);
        Assert.Equal(cells[6], $"{after.Streak}/{after.CleanRun}");
        Assert.Equal(Number(cells[7]), after.Need);
        Assert.Equal(Number(cells[8]), after.Cap);
        Assert.Equal(VariantOf(cells[9]), after.Variant);
        var rise = cells[10].Split("; rest_until ");
        Assert.Equal(rise[0] == "on", after.ExtendedRise);
        Assert.Equal(rise.Length > 1 ? Day(Number(rise[1])) : null, after.RestUntil);
    }

    [Theory]
    [MemberData(nameof(StoryDays))]
    [Trait("Rule", "DOSE-5")]
    [Trait("Rule", "DOSE-10")]
    public void Goes_as_the_story_tells(int day)
    {
        var story = DoseVectors.Story.Split('\n').Select(Cells).ToList();
        var dose = Dose.Start;
        for (var i = 0; i < day; i++)
            dose = DoseRules.Update(dose, StoryReport(story[i], dose.Target));

        var told = story[day - 1];
        Assert.Equal(Number(told[2]), dose.Target);
        Assert.Equal(Status(told[3]), dose.Status);
        Assert.Equal(told[4], $"{dose.Streak}/{dose.CleanRun}");
        Assert.Equal(Number(told[5]), dose.Need);
        Assert.Equal(Number(told[6]), dose.Cap);
        Assert.Equal(VariantOf(told[7]), dose.Variant);
        Assert.Equal(told[8] == "on", dose.ExtendedRise);
    }

    [Theory]
    [InlineData("GV-1", 10, 2, 10, "2/12", false)]
    [InlineData("GV-2", 10, 3, 10, "2/12", false)]
    [InlineData("GV-3", 10, 4, 10, "0/12", false)]
    [InlineData("GV-4", 10, 7, 10, "0/12", false)]
    [InlineData("GV-5", 10, 8, 8, "0/0", false)]
    [InlineData("GV-6", 10, 14, 8, "0/0", false)]
    [InlineData("GV-7", 6, 8, 5, "0/0", false)]
    [InlineData("GV-8", 4, 14, 4, "0/0", false)]
    [InlineData("GV-9", 12, 15, 8, "0/0", false)]
    [InlineData("GV-10", 15, 28, 11, "0/0", false)]
    [InlineData("GV-11", 8, 28, 5, "0/0", false)]
    [InlineData("GV-12", 12, 29, 5, "0/0", true)]
    [InlineData("GV-13", 4, 29, 4, "0/0", true)]
    [InlineData("GV-14", 15, 8, 13, "0/0", false)]
    [Trait("Rule", "DOSE-18")]
    public void Missed_days_lower_the_target_gently(
        string id, int target, int missed, int next, string run, bool screening)
    {
        var before = Before($"{target}, 2/12, 3, 15, WALL_EASY");
        var today = Day(19).AddDays(missed + 1);

        var after = DoseRules.Begin(before, today);

        Assert.StartsWith("GV-", id, StringComparison.Ordinal);
        Assert.Equal(missed, DoseRules.MissedDays(before, today));
        Assert.Equal(next, after.Target);
        Assert.Equal(run, $"{after.Streak}/{after.CleanRun}");
        Assert.Equal(screening, DoseRules.NeedsScreeningAfterGap(before, today));
        Assert.Equal(missed >= 4 ? today.AddDays(-1) : Day(19), after.LastDay);
    }

    [Theory]
    [InlineData("DV-44", "held 6; tingling from 6, settled 2", false, 5, 0, 5, 20)]
    [InlineData("DV-45", "held 4; tingling from 4, settled 1", true, 3, 0, 3, 19)]
    [InlineData("DV-46", "no V; lightheaded POSE, settled 3", false, 6, 0, 6, 19)]
    [InlineData("DV-47", "held 6; tingling from 6, settled unknown", false, 4, 0, 0, 20)]
    [InlineData("DV-48", "held 8; other pose", false, 8, 0, 8, 20)]
    [Trait("Rule", "DOSE-28")]
    [Trait("Rule", "DOSE-19")]
    [Trait("Rule", "DOSE-22")]
    public void After_a_symptom_there_is_no_further_hold_that_day(
        string id, string report, bool isBreak, int next, int today, int tomorrow, int lastDay)
    {
        var before = Before("8, 2/2, 3, 15, WALL_EASY");
        var told = Reports(report, 8)[0].Report with { IsBreak = isBreak };

        var after = DoseRules.Update(before, told);

        Assert.StartsWith("DV-", id, StringComparison.Ordinal);
        Assert.Equal(next, after.Target);
        Assert.Equal(today, DoseRules.PlannedHold(after, Day(20)));
        Assert.Equal(today, DoseRules.PlannedBreak(after, Day(20)));
        Assert.Equal(tomorrow, DoseRules.PlannedHold(after, Day(21)));
        Assert.Equal(Day(lastDay), after.LastDay);
    }

    [Fact]
    [Trait("Rule", "DOSE-28")]
    [Trait("Rule", "SAFE-29")]
    public void DV_49_tingling_in_the_forward_bend_leaves_this_hold_in_place_but_the_session_is_not_clean()
    {
        var before = Before("8, 2/2, 3, 15, WALL_EASY");
        var pressed = new SessionReport { Day = Day(20), OtherPose = OtherPoseSymptom.BeforeV };

        var beforeV = DoseRules.Update(before, pressed);
        var after = DoseRules.Update(before, pressed with { VRan = true, Held = 8, Complete = true, PlannedHold = 8 });

        Assert.Equal(8, DoseRules.PlannedHold(beforeV, Day(20)));
        Assert.Equal((8, 2, Day(20)), (after.Target, after.Streak, after.LastDay));
        Assert.Equal(8, DoseRules.PlannedHold(after, Day(21)));
    }

    private static SessionReport StoryReport(string[] row, int target)
    {
        var held = new SessionReport
        {
            Day = Day(Number(row[0])),
            VRan = true,
            Complete = true,
            PlannedHold = target,
            Held = target,
        };
        var words = row[1].Split([' ', ',']);
        return words switch
        {
            ["clean"] => held,
            ["clean", "hold", "", "lightheaded", "on", "rising", "", "settled", var minutes] => held with
            {
                Lightheaded = new LightheadedReport(LightheadedMoment.Rise, new SettleTime.Gone(Number(minutes))),
            },
            ["tingling", "from", var onset, "of", _, "", "settled", var minutes] => held with
            {
                Held = Number(onset),
                Tingling = new TinglingReport(Number(onset), new SettleTime.Gone(Number(minutes))),
            },
            _ => throw new FormatException(row[1]),
        };
    }
}
