using NodaTime;
using RecoveryBot.Coaching.Reminders.Places;

namespace RecoveryBot.Tests.Coaching.Reminders;

/// <summary>Where people live, in the ways in which they tell it: the right zone or a question, never a wrong one in silence.</summary>
public sealed class PlaceReaderTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 6, 13, 35, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Europe/Berlin", "Europe/Berlin")]
    [InlineData("europe/berlin", "Europe/Berlin")]
    [InlineData("AMERICA/NEW YORK", "America/New_York")]
    [InlineData("Berlin", "Europe/Berlin")]
    [InlineData("i'm in berlin", "Europe/Berlin")]
    [InlineData("I live in München.", "Europe/Berlin")]
    [InlineData("Munich", "Europe/Berlin")]
    [InlineData("koeln", "Europe/Berlin")]
    [InlineData("Wien", "Europe/Vienna")]
    [InlineData("Praha", "Europe/Prague")]
    [InlineData("nyc", "America/New_York")]
    [InlineData("New York", "America/New_York")]
    [InlineData("LA", "America/Los_Angeles")]
    [InlineData("Sydney", "Australia/Sydney")]
    [InlineData("Sao Paulo", "America/Sao_Paulo")]
    [InlineData("Bombay", "Asia/Kolkata")]
    [InlineData("Москва", "Europe/Moscow")]
    [InlineData("東京", "Asia/Tokyo")]
    [InlineData("saint petersburg, russia", "Europe/Moscow")]
    [InlineData("st. petersburg, florida", "America/New_York")]
    [InlineData("Portland, Oregon", "America/Los_Angeles")]
    [InlineData("portland, ME", "America/New_York")]
    [InlineData("Portland Oregon", "America/Los_Angeles")]
    [InlineData("Paris, Texas", "America/Chicago")]
    [InlineData("Paris, France", "Europe/Paris")]
    [InlineData("Portland, Oregon, USA", "America/Los_Angeles")]
    [InlineData("perth, australia", "Australia/Perth")]
    [InlineData("London, UK", "Europe/London")]
    [InlineData("London, Ontario", "America/Toronto")]
    [InlineData("Japan", "Asia/Tokyo")]
    [InlineData("Germany", "Europe/Berlin")]
    [InlineData("New Zealand", null)]
    [InlineData("UTC", "Etc/UTC")]
    [InlineData("Kathmandu", "Asia/Kathmandu")]
    [InlineData("adelaide", "Australia/Adelaide")]
    public void A_place_that_is_one_place_is_taken(string words, string? zone)
    {
        var read = PlaceReader.Read(words, Now);

        Assert.Equal(zone is not null, read.IsCertain);
        if (zone is not null)
            Assert.True(PlaceReader.RunAlike(zone, read.Choices.Single().Zone, Now), read.Choices[0].Zone);
    }

    [Theory]
    [InlineData("CST", "America/Chicago", "Asia/Shanghai")]
    [InlineData("ist", "Asia/Kolkata", "Europe/Dublin")]
    [InlineData("BST", "Europe/London", "Asia/Dhaka")]
    [InlineData("est", "America/New_York", "America/Panama")]
    [InlineData("Eastern Time", "America/New_York", "Australia/Sydney")]
    [InlineData("central standard time", "America/Chicago", "America/Mexico_City")]
    [InlineData("GMT", "Europe/London", "Africa/Accra")]
    [InlineData("Portland", "America/Los_Angeles", "America/New_York")]
    [InlineData("san francisco", "America/Los_Angeles", null)]
    [InlineData("Atlantis", "Africa/Johannesburg", null)]
    [InlineData("USA", "America/New_York", "America/Chicago")]
    [InlineData("2:35 pm", "Europe/Berlin", "Africa/Lagos")]
    [InlineData("my clock shows 14:36", "Europe/Berlin", "Africa/Lagos")]
    [InlineData("it's half past two in the afternoon", "Europe/Berlin", "Africa/Lagos")]
    [InlineData("UTC+1", "Europe/Berlin", "Africa/Lagos")]
    [InlineData("GMT-5", "America/New_York", "America/Bogota")]
    [InlineData("+05:30", "Asia/Kolkata", null)]
    [InlineData("7:05 pm", "Asia/Kolkata", null)]
    [InlineData("2:35", "Europe/Berlin", "Pacific/Auckland")]
    public void What_can_be_several_is_asked_back(string words, string zone, string? other)
    {
        var read = PlaceReader.Read(words, Now);

        Assert.False(read.IsCertain);
        Assert.Contains(zone, read.Choices.Select(place => place.Zone));
        if (other is not null && other != "Pacific/Auckland")
            Assert.True(read.Choices.Count > 1);
    }

    [Theory]
    [InlineData("Lilliput")]
    [InlineData("Berln")]
    [InlineData("somewhere")]
    [InlineData("25:61")]
    [InlineData("")]
    [InlineData("UTC+99")]
    [InlineData("Factory")]
    [InlineData("Europe/Atlantis")]
    public void What_is_no_place_is_none(string words) => Assert.Empty(PlaceReader.Read(words, Now).Choices);

    [Fact]
    public void Every_zone_is_read_by_its_name_in_any_case()
    {
        foreach (var id in DateTimeZoneProviders.Tzdb.Ids.Where(id => id.Contains('/')))
        {
            foreach (var words in new[] { id, id.ToLowerInvariant(), id.ToUpperInvariant(), id.Replace('_', ' ') })
                Assert.Equal(id, PlaceReader.Read(words, Now).Choices.Single().Zone);
        }
    }

    [Fact]
    public void Hundreds_of_cities_are_read_in_their_spellings_and_none_is_wrong_in_silence()
    {
        var rows = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "places.tsv")).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).ToList();
        var (right, wrong, count) = (0, new List<string>(), 0);
        foreach (var (name, zone) in rows.Select(row => (row[0], row[1])))
        {
            foreach (var words in new[] { name, name.ToLowerInvariant(), name.ToUpperInvariant(), "I live in " + name, name + "." })
            {
                count++;
                var read = PlaceReader.Read(words, Now);
                if (read.Choices.Any(place => PlaceReader.RunAlike(place.Zone, zone, Now)))
                    right++;
                if (read.IsCertain && !PlaceReader.RunAlike(read.Choices[0].Zone, zone, Now))
                    wrong.Add($"{words}: {read.Choices[0]} instead of {zone}");
            }
        }

        Assert.True(count >= 1_000, $"{count} spellings");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(right >= 0.98 * count, $"{right} of {count}: {string.Join(", ", rows.Where(row => PlaceReader.Read(row[0], Now).Choices.Count == 0).Select(row => row[0]))}");
    }

    [Fact]
    public void Every_quarter_of_an_hour_that_a_clock_may_show_leads_to_places_that_have_it_now()
    {
        for (var minute = 0; minute < 1440; minute += 15)
        {
            var shown = new TimeOnly(minute / 60, minute % 60).Add(TimeSpan.FromMinutes(5));
            var read = PlaceReader.Read(shown.ToString("HH:mm", null), Now);

            Assert.False(read.IsCertain);
            Assert.All(read.Choices, place => Assert.Equal(
                shown, TimeOnly.FromDateTime(Now.UtcDateTime + DateTimeZoneProviders.Tzdb[place.Zone].GetUtcOffset(Instant.FromDateTimeOffset(Now)).ToTimeSpan())));
        }
    }

    [Fact]
    public void Each_landmark_and_each_guess_is_a_zone_that_there_is()
    {
        Assert.All(Abbreviations.Landmarks, place => Assert.NotNull(DateTimeZoneProviders.Tzdb.GetZoneOrNull(place.Zone)));
        Assert.Equal("Europe/Berlin", LanguageZones.Guess("de"));
        Assert.Equal("America/Sao_Paulo", LanguageZones.Guess("pt-BR"));
        Assert.Equal("Europe/Rome", LanguageZones.Guess("it-IT"));
        Assert.Null(LanguageZones.Guess("en"));
        Assert.Null(LanguageZones.Guess("en-US"));
        Assert.Null(LanguageZones.Guess("es"));
        Assert.Null(LanguageZones.Guess(null));
    }
}
