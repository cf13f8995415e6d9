using System.Globalization;
using System.Text;
using NodaTime;
using RecoveryBot.Coaching.Reminders.Places;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Coaching.Reminders;

/// <summary>
/// The file of cities is made from GeoNames' dump <c>cities500.txt</c>: <c>RECOVERYBOT_GEONAMES=its-path dotnet test</c> makes
/// it anew.
/// </summary>
public sealed class CityFileTests
{
    private const int FewestPeople = 15_000;
    private const int ManyNames = 100_000;
    private const int AllScripts = 2_000_000;

    /// <summary>How people call them; GeoNames has these as airports or not at all.</summary>
    private static readonly (string Name, string City, string Country)[] Nicknames =
    [
        ("nyc", "New York City", "US"), ("new york", "New York City", "US"), ("la", "Los Angeles", "US"), ("sf", "San Francisco", "US"), ("philly", "Philadelphia", "US"), ("vegas", "Las Vegas", "US"),
        ("washington dc", "Washington", "US"), ("hk", "Hong Kong", "HK"), ("bombay", "Mumbai", "IN"), ("bangalore", "Bengaluru", "IN"), ("kiev", "Kyiv", "UA"), ("saigon", "Ho Chi Minh City", "VN"),
    ];

    private static string Path => System.IO.Path.Combine(Repository.Root, "src", "RecoveryBot.Coaching", "Reminders", "Places", "cities.tsv");

    [Fact]
    public void The_file_is_made_from_the_dump_when_there_is_one()
    {
        if (Environment.GetEnvironmentVariable("RECOVERYBOT_GEONAMES") is { Length: > 0 } dump)
            Make(dump);
        Assert.InRange(new FileInfo(Path).Length, 500_000, 3_000_000);
    }

    [Fact]
    public void Its_lines_are_sorted_by_key_and_its_zones_are_known()
    {
        var lines = File.ReadAllLines(Path);
        var keys = lines.Skip(1).Select(line => line.Split('\t')[0]).ToList();

        Assert.All(lines[0].Split('\t'), zone => Assert.NotNull(DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone)));
        Assert.All(lines.Skip(1), line => Assert.Equal(6, line.Split('\t').Length));
        Assert.Equal(keys.Order(ByBytes), keys);
        Assert.All(keys, key => Assert.Equal(key, PlaceName.KeyOf(key)));
    }

    [Fact]
    public void Every_line_is_found_by_its_key()
    {
        var lines = File.ReadAllLines(Path).Skip(1).ToList();

        Assert.All(lines.Where((_, i) => i % 97 == 0).Prepend(lines[^1]).Prepend(lines[0]), line => Assert.Contains(
            Cities.Spelled(line.Split('\t')[0]), city => city.Country == line.Split('\t')[3]));
        Assert.Empty(Cities.Spelled("no such city"));
        Assert.Empty(Cities.Spelled(""));
        Assert.Empty(Cities.Spelled("zzzzzz"));
        Assert.Empty(Cities.Spelled("\uFFFF"));
    }

    private static Comparer<string> ByBytes { get; } = Comparer<string>.Create(
        (a, b) => Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b)));

    private static void Make(string dump)
    {
        var zones = new List<string>();
        var lines = new SortedDictionary<string, string>(ByBytes);
        foreach (var fields in File.ReadLines(dump).Select(line => line.Split('\t')))
        {
            var (name, ascii, kind, country, people) = (fields[1], fields[2], fields[7], fields[8], long.Parse(fields[14], CultureInfo.InvariantCulture));
            if (kind is "PPLX" or "PPLH" or "PPLQ" or "PPLW" || (people < FewestPeople && kind != "PPLC") || DateTimeZoneProviders.Tzdb.GetZoneOrNull(fields[17]) is null)
                continue;
            if (!zones.Contains(fields[17]))
                zones.Add(fields[17]);
            var region = country is "US" or "CA" or "AU" ? RegionOf(country, fields[10]) : "";
            foreach (var key in NamesOf(fields, name, ascii, kind, people, country).Select(PlaceName.KeyOf).Where(key => key.Length > 1).Distinct())
            {
                var shown = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(key) == name ? "" : name;
                lines[$"{key}\t{people:D9}\t{fields[0]}"] = string.Create(
                    CultureInfo.InvariantCulture, $"{key}\t{people / 1000}\t{zones.IndexOf(fields[17])}\t{country}\t{region}\t{shown}");
            }
        }

        File.WriteAllText(Path, string.Join('\t', zones) + "\n" + string.Concat(lines.Values.OrderBy(line => line.Split('\t')[0], ByBytes).Select(line => line + "\n")));
    }

    private static List<string> NamesOf(string[] fields, string name, string ascii, string kind, long people, string country)
    {
        var names = new List<string> { name, ascii };
        names.AddRange(Nicknames.Where(nick => nick.City == name && nick.Country == country).Select(nick => nick.Name));
        if (people >= ManyNames || kind == "PPLC")
            names.AddRange(fields[3].Split(',').Where(other => IsLatin(other) || people >= AllScripts).Where(other => !(other.Length <= 3 && other.All(char.IsAsciiLetterUpper))));
        return names;
    }

    private static bool IsLatin(string name) => name.Normalize(NormalizationForm.FormD).All(c => c < 0x250 || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || c is '’' or 'ʻ' or '‘');

    private static string RegionOf(string country, string code) => (country, code) switch
    {
        ("US", _) => code,
        ("CA", "01") => "AB", ("CA", "02") => "BC", ("CA", "03") => "MB", ("CA", "04") => "NB", ("CA", "05") => "NL", ("CA", "07") => "NS", ("CA", "08") => "ON", ("CA", "09") => "PE",
        ("CA", "10") => "QC", ("CA", "11") => "SK", ("CA", "12") => "YT", ("CA", "13") => "NT", ("CA", "14") => "NU",
        ("AU", "01") => "ACT", ("AU", "02") => "NSW", ("AU", "03") => "NT", ("AU", "04") => "QLD", ("AU", "05") => "SA", ("AU", "06") => "TAS", ("AU", "07") => "VIC", ("AU", "08") => "WA",
        _ => "",
    };
}
