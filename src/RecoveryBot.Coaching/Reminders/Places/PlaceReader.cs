using System.Text.RegularExpressions;
using NodaTime;
using RecoveryBot.Coaching.Reminders.Reading;

namespace RecoveryBot.Coaching.Reminders.Places;

/// <summary>What words tell of where somebody lives.</summary>
/// <param name="Choices">Zones that it can mean, the likeliest first; none: nothing was understood.</param>
/// <param name="IsCertain">There is one, and no other place is spelled so.</param>
public sealed record PlaceReading(IReadOnlyList<Place> Choices, bool IsCertain)
{
    public static PlaceReading Nothing { get; } = new([], false);
}

/// <summary>
/// Reads a city, a country, a zone's name in any case, an offset, or what the clock shows. Where two places are meant, both
/// are given back: nothing is guessed in silence.
/// </summary>
public static partial class PlaceReader
{
    private const int LongestText = 80;
    private const int MostChoices = 6;

    /// <summary>So many times more people than in the next place of that name: most who write it mean it, and are asked.</summary>
    private const int Likelier = 10;

    /// <summary>So many times more, and nobody means the other without saying so.</summary>
    private const int Overshadows = 30;

    /// <summary>Thousands of people: a smaller place may be a slip of the pen, so it is asked.</summary>
    private const int WellKnown = 100;

    private static readonly string[] Leads =
        ["i am in ", "im in ", "i live in ", "i live near ", "living in ", "i am near ", "im near ", "i am at ", "in ", "near ", "from ", "city of ", "its ", "my city is ", "the city of ", "i moved to ", "now in "];

    /// <param name="now">For what the clock shows, and for zones that run alike from now on.</param>
    public static PlaceReading Read(string text, DateTimeOffset now)
    {
        text = text.Trim().TrimEnd('.', '!', '?').Trim();
        if (text.Length is 0 or > LongestText)
            return PlaceReading.Nothing;
        var key = Bare(PlaceName.KeyOf(text));
        if (Abbreviations.Of(key) is { } several)
            return new PlaceReading(several, false);
        if (key is "utc" or "z" or "zulu")
            return new PlaceReading([new Place("UTC", "Etc/UTC")], true);
        if (ZoneNamed(text) is { } zone)
            return new PlaceReading([new Place(zone, zone)], true);
        if (Offset().Match(text) is { Success: true } offset)
            return ByOffsets([OffsetOf(offset)], now);
        return text.Any(char.IsAsciiDigit) || ClockWords().IsMatch(text) || WishReader.Read(text) is { Unknown: null, Times: [_] }
            ? ByClock(text, now) : ByName(text, key, now);
    }

    /// <summary>Whether two zones show the same clock from now on, for two years at least.</summary>
    public static bool RunAlike(string one, string other, DateTimeOffset now) =>
        one == other || Intervals(one, now).SequenceEqual(Intervals(other, now));

    private static IEnumerable<(Instant?, Offset)> Intervals(string id, DateTimeOffset now)
    {
        var from = Instant.FromDateTimeOffset(now);
        return DateTimeZoneProviders.Tzdb[id].GetZoneIntervals(from, from.Plus(Duration.FromDays(731)))
            .Select(interval => (interval.HasStart && interval.Start > from ? interval.Start : (Instant?)null, interval.WallOffset));
    }

    private static string Bare(string key)
    {
        foreach (var lead in Leads)
        {
            if (key.StartsWith(lead, StringComparison.Ordinal))
                key = key[lead.Length..];
        }

        return key;
    }

    /// <summary>"Europe/Berlin" in any case; also those without a slash that name a country or a city.</summary>
    private static string? ZoneNamed(string text)
    {
        var name = text.Replace(' ', '_');
        var id = DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(id => string.Equals(id, name, StringComparison.OrdinalIgnoreCase));
        return id is null or "Factory" || (!id.Contains('/') && id.Length <= 4 && id is not ("Cuba" or "Iran" or "Eire")) ? null : id;
    }

    private static PlaceReading ByName(string text, string key, DateTimeOffset now)
    {
        var comma = text.IndexOf(',');
        if (comma > 0)
        {
            var (city, behind) = (Bare(PlaceName.KeyOf(text[..comma])), PlaceName.KeyOf(text[(comma + 1)..]));
            return ByCity([.. Cities.Spelled(city).Where(c => Countries.Fits(c, behind))], now, isTold: true);
        }

        if (ByCity(Cities.Spelled(key), now, isTold: false) is { Choices.Count: > 0 } found)
            return found;
        if (Countries.CodeOf(key) is { } country)
            return ByZones(Countries.ZonesOf(country), now);
        // "Portland Oregon", "Paris France".
        var words = key.Split(' ');
        for (var split = words.Length - 1; split > 0; split--)
        {
            var behind = string.Join(' ', words[split..]);
            if (ByCity([.. Cities.Spelled(string.Join(' ', words[..split])).Where(c => Countries.Fits(c, behind))], now, isTold: true) is { Choices.Count: > 0 } fitting)
                return fitting;
        }

        return ByZones([.. DateTimeZoneProviders.Tzdb.Ids.Where(id => id.Contains('/') && PlaceName.KeyOf(CityOf(id)) == key)], now);
    }

    /// <param name="isTold">Its state or country was told with it: then a small place is no slip.</param>
    private static PlaceReading ByCity(IReadOnlyList<City> cities, DateTimeOffset now, bool isTold)
    {
        if (cities.Count == 0)
            return PlaceReading.Nothing;
        var apart = new List<City>();
        foreach (var city in cities)
        {
            if (!apart.Any(other => RunAlike(other.Zone, city.Zone, now)))
                apart.Add(city);
        }

        var places = apart.Take(MostChoices).Select(city => new Place(Countries.Describe(city), city.Zone)).ToList();
        var others = apart.Count == 1 ? 0 : Math.Max(1, apart[1].Thousands);
        return apart[0].Thousands >= Likelier * others
            ? new PlaceReading([places[0]], apart[0].Thousands >= Math.Max(isTold ? 0 : WellKnown, Overshadows * others))
            : new PlaceReading(places, false);
    }

    private static PlaceReading ByZones(IReadOnlyList<string> zones, DateTimeOffset now)
    {
        var apart = new List<string>();
        foreach (var zone in zones)
        {
            if (!apart.Any(other => RunAlike(other, zone, now)))
                apart.Add(zone);
        }

        return new PlaceReading([.. apart.Take(MostChoices).Select(zone => new Place(CityOf(zone), zone))], apart.Count == 1);
    }

    private static PlaceReading ByClock(string text, DateTimeOffset now)
    {
        var read = WishReader.Read(ClockWords().Replace(text, " "));
        if (read is not { Unknown: null, IsImpossible: false, Times: [var time] })
            return PlaceReading.Nothing;
        var offsets = time.Meanings(asBedtime: false).SelectMany(shown =>
        {
            // Clocks are set by quarters of an hour; a minute or two of difference is none.
            var ahead = (shown.ToTimeSpan() - now.UtcDateTime.TimeOfDay).TotalMinutes;
            var quarter = (int)Math.Round(ahead / 15) * 15;
            return new[] { quarter - 1440, quarter, quarter + 1440 };
        }).Where(minutes => minutes is >= -12 * 60 and <= 14 * 60).Distinct();
        return ByOffsets([.. offsets], now);
    }

    /// <summary>An offset is no zone: somebody who has it now may lose it next summer. So places are asked.</summary>
    private static PlaceReading ByOffsets(IReadOnlyList<int> minutes, DateTimeOffset now)
    {
        var instant = Instant.FromDateTimeOffset(now);
        bool Has(string zone) => minutes.Contains((int)(DateTimeZoneProviders.Tzdb[zone].GetUtcOffset(instant).Seconds / 60));
        return new PlaceReading([.. Abbreviations.Landmarks.Where(place => Has(place.Zone)).Take(MostChoices)], false);
    }

    private static string CityOf(string id) => id[(id.LastIndexOf('/') + 1)..].Replace('_', ' ');

    private static int OffsetOf(Match match)
    {
        var sign = match.Groups["sign"].Value == "+" ? 1 : -1;
        var minutes = match.Groups["minutes"].Success ? int.Parse(match.Groups["minutes"].Value, System.Globalization.CultureInfo.InvariantCulture) : 0;
        return sign * ((60 * int.Parse(match.Groups["hours"].Value, System.Globalization.CultureInfo.InvariantCulture)) + minutes);
    }

    [GeneratedRegex(@"^(utc|gmt)?\s*(?<sign>[+\-−])\s*(?<hours>\d{1,2})(:?(?<minutes>\d{2}))?$", RegexOptions.IgnoreCase)]
    private static partial Regex Offset();

    [GeneratedRegex(@"\b((my|the) )?(clock|watch|phone)( (shows|says|is))?\b|\b(shows|says|right now|now|here)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ClockWords();
}
