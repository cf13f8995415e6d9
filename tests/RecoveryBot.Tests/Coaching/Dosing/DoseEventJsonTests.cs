using System.Text.Json;
using RecoveryBot.Coaching.Dosing;
using RecoveryBot.Coaching.Sequence;
using static RecoveryBot.Tests.Coaching.Dosing.DoseFoldTests;
using static RecoveryBot.Tests.Coaching.Dosing.DoseRuleTests;
using static RecoveryBot.Tests.Coaching.Dosing.VectorReader;

namespace RecoveryBot.Tests.Coaching.Dosing;

public sealed class DoseEventJsonTests
{
    private static readonly DoseEvent[] OneOfEach =
    [
        Screened(1),
        new DoseEvent.Resumed(Evening(2), Day(2), true),
        new DoseEvent.StartChosen(Evening(3), Day(3), 6),
        new DoseEvent.GoalSet(Evening(3), Day(3), 12),
        new DoseEvent.AskedForLess(Evening(3), Day(3), 4),
        new DoseEvent.PreferChairSet(Evening(3), Day(3), true),
        new DoseEvent.WallWished(Evening(3), Day(3), true),
        new DoseEvent.PreferenceSet(Evening(3), Day(3), Preference.Hold),
        new DoseEvent.WithoutSSet(Evening(3), Day(3), true),
        new DoseEvent.Began(Evening(4), Day(4)),
        new DoseEvent.StillFelt(Evening(4), Day(4), true),
        Told(5, Clean(5, 5) with
        {
            Tingling = new TinglingReport(null, new SettleTime.NotTold()),
            Lightheaded = new LightheadedReport(LightheadedMoment.Rise, new SettleTime.StillThere(), true),
        }),
        Told(6, Clean(6, 5) with { Tingling = Tingling(3, 2) }),
        new DoseEvent.RedFlag(Evening(6), Day(6)),
        new DoseEvent.RedFlagTakenBack(Evening(6), Day(6), Evening(6), 5),
    ];

    [Fact]
    public void Every_kind_of_event_reads_back_equal()
    {
        var json = JsonSerializer.Serialize(OneOfEach);

        Assert.Equal(OneOfEach, JsonSerializer.Deserialize<DoseEvent[]>(json)!);
        Assert.Equal(typeof(DoseEvent).GetNestedTypes().Length, OneOfEach.Select(e => e.GetType()).Distinct().Count());
    }

    [Fact]
    public void A_dose_with_symptom_days_reads_back_equal()
    {
        var dose = DoseFold.Fold(Dose.Start, OneOfEach);

        var read = JsonSerializer.Deserialize<Dose>(JsonSerializer.Serialize(dose));

        Assert.NotEqual(SymptomDays.None, dose.TinglingDays);
        Assert.Equal(dose, read);
    }

    [Fact]
    public void What_follows_from_the_rest_is_not_stored()
    {
        var json = JsonSerializer.Serialize(OneOfEach) + JsonSerializer.Serialize(Dose.Start);

        Assert.DoesNotContain("Symptom\":true", json, StringComparison.Ordinal);
        Assert.DoesNotContain("Status", json, StringComparison.Ordinal);
        Assert.DoesNotContain("Is", json.Replace("IsBreak", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("active")]
    [InlineData("paused")]
    [InlineData("blocked")]
    public void A_status_reads_back_equal(string kind)
    {
        DoseStatus status = kind switch
        {
            "active" => new DoseStatus.Active(),
            "paused" => new DoseStatus.Paused(PauseReason.AtFloor),
            _ => new DoseStatus.Blocked(BlockReason.Screening),
        };
        var json = JsonSerializer.Serialize(status);

        Assert.Contains(kind, json, StringComparison.Ordinal);
        Assert.Equal(status, JsonSerializer.Deserialize<DoseStatus>(json));
    }
}
