using RecoveryBot.Coaching.Dosing;
using static RecoveryBot.Tests.Coaching.Dosing.DoseRuleTests;
using static RecoveryBot.Tests.Coaching.Dosing.VectorReader;

namespace RecoveryBot.Tests.Coaching.Dosing;

public sealed class DoseReasonsTests
{
    [Fact]
    [Trait("Rule", "DOSE-2")]
    public void Before_anything_has_happened_the_reason_is_the_start()
    {
        var reason = Assert.Single(DoseReasons.Why(Dose.Start, []));

        Assert.Equal(
            (DoseFact.Start, "DOSE-2", RuleOrigin.Article, null),
            (reason.Fact, reason.Rule, reason.Origin, reason.Day));
        Assert.Equal(DoseFact.Earlier, Assert.Single(DoseReasons.Why(Before("8, 1/1, 3, 15, WALL"), [])).Fact);
    }

    [Fact]
    [Trait("Rule", "DOSE-5")]
    public void A_step_up_is_explained_by_the_day_that_made_it()
    {
        var events = Enumerable.Range(1, 4).Select(day => DoseFoldTests.Told(day, Clean(day, 15)));

        var reason = Assert.Single(DoseReasons.Why(Dose.Start, events));

        Assert.Equal((DoseFact.CleanDays, "DOSE-5", Day(3), 3), (reason.Fact, reason.Rule, reason.Day, reason.Session));
        Assert.Equal((5, 6), (reason.Before.Target, reason.After.Target));
    }

    [Fact]
    [Trait("Rule", "DOSE-10")]
    [Trait("Rule", "DOSE-14")]
    [Trait("Rule", "DOSE-15")]
    public void Each_side_of_the_dose_names_the_symptom_that_changed_it()
    {
        var both = Clean(20, 10) with
        {
            Tingling = Tingling(9, 15),
            Lightheaded = new LightheadedReport(LightheadedMoment.Rise, new SettleTime.Gone(2)),
        };

        var why = DoseReasons.Why(Before("10, 1/1, 3, 15, WALL"), [DoseFoldTests.Told(20, both)]);

        Assert.Equal(
            [
                (DoseAspect.Target, DoseFact.Tingling, "DOSE-10", RuleOrigin.ArticleWithOurNumber),
                (DoseAspect.Cap, DoseFact.Tingling, "DOSE-14", RuleOrigin.ArticleWithOurNumber),
                (DoseAspect.Variant, DoseFact.Tingling, "DOSE-14a", RuleOrigin.OurOwn),
                (DoseAspect.ExtendedRise, DoseFact.Lightheaded, "DOSE-15", RuleOrigin.ArticleWithOurNumber),
                (DoseAspect.Rest, DoseFact.Tingling, "DOSE-11", RuleOrigin.OurOwn),
            ],
            why.Select(reason => (reason.Aspect, reason.Fact, reason.Rule, reason.Origin)));
    }

    [Fact]
    [Trait("Rule", "DOSE-15")]
    public void Of_two_symptoms_the_one_with_the_lower_target_is_named()
    {
        var both = Clean(20, 10) with
        {
            Lightheaded = new LightheadedReport(LightheadedMoment.Rise, new SettleTime.Gone(2)),
            Pain = 5,
        };

        var why = DoseReasons.Why(Before("10, 1/1, 3, 15, WALL"), [DoseFoldTests.Told(20, both)]);

        Assert.Equal(DoseFact.Lightheaded, why.Single(reason => reason.Aspect == DoseAspect.Target).Fact);
        Assert.Equal(DoseFact.Pain, why.Single(reason => reason.Aspect == DoseAspect.Variant).Fact);
    }

    [Fact]
    [Trait("Rule", "DOSE-18")]
    public void Gaps_screenings_wishes_red_flags_and_clearances_are_named()
    {
        DoseEvent[] events =
        [
            new DoseEvent.Began(Evening(30), Day(30)),
            new DoseEvent.Screened(Evening(31), Day(31), true, 8, false, true, false),
            new DoseEvent.AskedForLess(Evening(32), Day(32), 7),
            new DoseEvent.RedFlag(Evening(33), Day(33)),
            new DoseEvent.StillFelt(Evening(34), Day(34), false),
            new DoseEvent.Resumed(Evening(40), Day(40), true),
        ];

        var facts = Enumerable.Range(1, events.Length)
            .Select(count => DoseReasons.Why(Before("12, 1/1, 3, 15, WALL"), events.Take(count))[^1].Fact);

        Assert.Equal(
            [
                DoseFact.MissedDays, DoseFact.Screening, DoseFact.OwnWish, DoseFact.RedFlag, DoseFact.RedFlag,
                DoseFact.Clearance,
            ],
            facts);
    }
}
