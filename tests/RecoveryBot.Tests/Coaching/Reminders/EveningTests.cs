using NodaTime;
using NodaTime.Text;
using RecoveryBot.Coaching.Reminders;
using RecoveryBot.Coaching.Sequence;

namespace RecoveryBot.Tests.Coaching.Reminders;

public sealed class EveningTests
{
    private static readonly LocalDate Today = new(2026, 3, 28);

    [Theory]
    [InlineData("BV-1", "22:30", 20, 3, "2026-03-28T21:30", "2026-03-28T21:37")]
    [InlineData("BV-2", "22:30", 30, 3, "2026-03-28T21:27", "2026-03-28T21:27")]
    [InlineData("BV-5", "00:15", 15, 3, "2026-03-28T23:15", "2026-03-28T23:27")]
    [InlineData("BV-6", "22:30", 40, 3, "2026-03-28T21:17", "2026-03-28T21:17")]
    [Trait("Rule", "TIME-2")]
    public void Reminds_an_hour_before_bed_or_at_the_latest_start(
        string id, string bedtime, int total, int allowance, string remind, string latest)
    {
        var plan = Fitting.Fit(total, 5, extendedRise: false, Preference.Balanced, withoutS: false)!;

        var times = Evening.TimesFor(Evening.BedtimeOf(Today, At(bedtime)), plan);

        Assert.StartsWith("BV-", id, StringComparison.Ordinal);
        Assert.Equal(allowance, plan.Allowance);
        Assert.Equal(Moment(remind), times.Remind);
        Assert.Equal(Moment(latest), times.LatestStart);
    }

    [Theory]
    [InlineData("BV-3", "21:50", 9, 1, 4)]
    [InlineData("BV-7", "21:52", 7, 1, 2)]
    [Trait("Rule", "TIME-2")]
    public void Late_in_the_evening_the_longest_plan_that_still_ends_in_time_is_offered(
        string id, string now, int total, int allowance, int hold)
    {
        var offer = Assert.IsType<EveningOffer.Session>(OfferAt(now, extendedRise: false));

        Assert.StartsWith("BV-", id, StringComparison.Ordinal);
        Assert.Equal((total, allowance, hold), (offer.Plan.Total, offer.Plan.Allowance, offer.Plan.V));
    }

    [Theory]
    [InlineData("BV-4", "21:55", false)]
    [InlineData("BV-8", "21:53", false)]
    [InlineData("with extended rise", "21:52", true)]
    [InlineData("after bedtime", "22:45", false)]
    [Trait("Rule", "TIME-2")]
    [Trait("Rule", "TIME-3")]
    public void Too_late_for_a_hold_there_is_still_the_corpse_pose(string id, string now, bool extendedRise)
    {
        Assert.NotEmpty(id);
        Assert.IsType<EveningOffer.RestOnly>(OfferAt(now, extendedRise));
    }

    [Theory]
    [InlineData("20:00")]
    [InlineData("21:37")]
    [Trait("Rule", "TIME-2")]
    public void Up_to_the_latest_start_the_whole_plan_is_offered(string now)
    {
        var offer = Assert.IsType<EveningOffer.Session>(OfferAt(now, extendedRise: false));

        Assert.Equal(20, offer.Plan.Total);
    }

    [Fact]
    [Trait("Rule", "TIME-2")]
    public void Whatever_is_offered_ends_half_an_hour_before_bed_and_a_minute_more_would_not()
    {
        var bedtime = Today + At("22:30");
        for (var before = 1; before <= 120; before++)
            foreach (var hold in Enumerable.Range(2, 14))
            {
                var now = bedtime.PlusMinutes(-before);
                var offer = Evening.OfferAt(now, bedtime, 90, hold, false, Preference.Balanced, false);
                var used = offer is EveningOffer.Session { Plan: var plan } ? plan.ToldMinutes : 0;
                Assert.True(used <= Math.Max(0, before - 30));
                var longer = Enumerable.Range(1, 90)
                    .Select(total => Fitting.Fit(total, hold, false, Preference.Balanced, false)?.ToldMinutes)
                    .Where(told => told <= before - 30);
                Assert.Equal(longer.Max() ?? 0, used);
            }
    }

    [Fact]
    [Trait("Rule", "DOSE-22")]
    public void With_no_hold_allowed_only_the_corpse_pose_is_offered()
    {
        var offer = Evening.OfferAt(
            Today + At("20:00"), Today + At("22:30"), 20, hold: 0, false, Preference.Balanced, false);

        Assert.IsType<EveningOffer.RestOnly>(offer);
    }

    [Theory]
    [InlineData("03:59", "2026-03-29T03:59")]
    [InlineData("04:00", "2026-03-28T04:00")]
    [InlineData("23:30", "2026-03-28T23:30")]
    [Trait("Rule", "TIME-2")]
    public void A_bedtime_before_four_belongs_to_the_evening_before(string bedtime, string moment) =>
        Assert.Equal(Moment(moment), Evening.BedtimeOf(Today, At(bedtime)));

    private static EveningOffer OfferAt(string now, bool extendedRise) => Evening.OfferAt(
        Today + At(now), Today + At("22:30"), 20, hold: 5, extendedRise, Preference.Balanced, withoutS: false);

    private static LocalTime At(string text) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).Value;

    private static LocalDateTime Moment(string text) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm").Parse(text).Value;
}
