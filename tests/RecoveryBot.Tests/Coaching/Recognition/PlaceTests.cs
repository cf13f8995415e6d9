using System.Globalization;
using NodaTime;
using RecoveryBot.Coaching.Safety.Recognition;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Coaching.Recognition;

/// <summary>Where somebody lives is asked for in words, and is no sign of the body.</summary>
public sealed class PlaceTests
{
    /// <summary>In thousands.</summary>
    private const int Large = 100;

    /// <summary>One slip of the finger away from a sign: whoever lives there names the country.</summary>
    private static readonly string[] TooNear = ["Acheng", "Dongling", "Fanling", "Gaoping", "Tongling"];

    [Fact]
    public void No_time_zone_and_no_large_city_is_heard_as_a_sign()
    {
        var heard = DateTimeZoneProviders.Tzdb.Ids.Concat(Cities()).Distinct().Where(place => Recogniser.Read(place).Highest is not null);

        Assert.Equal(TooNear, heard.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Cities() =>
        File.ReadLines(Path.Combine(Repository.Root, "src/RecoveryBot.Coaching/Reminders/Places/cities.tsv")).Skip(1)
            .Select(line => line.Split('\t')).Where(city => int.Parse(city[1], CultureInfo.InvariantCulture) >= Large).Select(city => city[5]);
}
