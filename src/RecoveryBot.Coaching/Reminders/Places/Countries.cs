using NodaTime.TimeZones;

namespace RecoveryBot.Coaching.Reminders.Places;

/// <summary>Countries and regions by their names, from the time zone database.</summary>
internal static class Countries
{
    private static readonly Dictionary<string, string> ShortNames = new()
    {
        ["usa"] = "US", ["us"] = "US", ["united states of america"] = "US", ["america"] = "US", ["uk"] = "GB", ["england"] = "GB", ["scotland"] = "GB",
        ["wales"] = "GB", ["northern ireland"] = "GB", ["great britain"] = "GB", ["united kingdom"] = "GB", ["uae"] = "AE", ["czechia"] = "CZ", ["holland"] = "NL",
        ["the netherlands"] = "NL", ["south korea"] = "KR", ["korea"] = "KR", ["ivory coast"] = "CI", ["turkiye"] = "TR", ["viet nam"] = "VN", ["myanmar"] = "MM",
    };

    private static readonly Dictionary<string, string> States = new()
    {
        ["alabama"] = "AL", ["alaska"] = "AK", ["arizona"] = "AZ", ["arkansas"] = "AR", ["california"] = "CA", ["colorado"] = "CO", ["connecticut"] = "CT",
        ["delaware"] = "DE", ["florida"] = "FL", ["georgia"] = "GA", ["hawaii"] = "HI", ["idaho"] = "ID", ["illinois"] = "IL", ["indiana"] = "IN", ["iowa"] = "IA",
        ["kansas"] = "KS", ["kentucky"] = "KY", ["louisiana"] = "LA", ["maine"] = "ME", ["maryland"] = "MD", ["massachusetts"] = "MA", ["michigan"] = "MI",
        ["minnesota"] = "MN", ["mississippi"] = "MS", ["missouri"] = "MO", ["montana"] = "MT", ["nebraska"] = "NE", ["nevada"] = "NV", ["new hampshire"] = "NH",
        ["new jersey"] = "NJ", ["new mexico"] = "NM", ["new york"] = "NY", ["north carolina"] = "NC", ["north dakota"] = "ND", ["ohio"] = "OH", ["oklahoma"] = "OK",
        ["oregon"] = "OR", ["pennsylvania"] = "PA", ["rhode island"] = "RI", ["south carolina"] = "SC", ["south dakota"] = "SD", ["tennessee"] = "TN", ["texas"] = "TX",
        ["utah"] = "UT", ["vermont"] = "VT", ["virginia"] = "VA", ["washington"] = "WA", ["west virginia"] = "WV", ["wisconsin"] = "WI", ["wyoming"] = "WY",
        ["district of columbia"] = "DC", ["alberta"] = "AB", ["british columbia"] = "BC", ["manitoba"] = "MB", ["new brunswick"] = "NB", ["newfoundland"] = "NL",
        ["nova scotia"] = "NS", ["ontario"] = "ON", ["prince edward island"] = "PE", ["quebec"] = "QC", ["saskatchewan"] = "SK", ["new south wales"] = "NSW",
        ["victoria"] = "VIC", ["queensland"] = "QLD", ["western australia"] = "WA", ["south australia"] = "SA", ["tasmania"] = "TAS", ["northern territory"] = "NT",
    };

    public static string NameOf(string code) => TzdbDateTimeZoneSource.Default.ZoneLocations!
        .FirstOrDefault(location => location.CountryCode == code)?.CountryName switch
    {
        "Britain (UK)" => "United Kingdom",
        { } name => name,
        null => code,
    };

    /// <summary>Whether words behind a city's name fit it: its country, or its state by name or postal code.</summary>
    public static bool Fits(City city, string key)
    {
        // "Portland, Oregon, USA".
        if (key.LastIndexOf(' ') is var space and > 0 && CodeOf(key[(space + 1)..]) == city.Country && Fits(city, key[..space]))
            return true;
        return CodeOf(key) == city.Country
            || (city.Region.Length > 0 && (States.GetValueOrDefault(key) == city.Region || string.Equals(key, city.Region, StringComparison.OrdinalIgnoreCase)))
            || (key.Length == 2 && string.Equals(key, city.Country, StringComparison.OrdinalIgnoreCase));
    }

    public static string? CodeOf(string key) => ShortNames.GetValueOrDefault(key) ?? TzdbDateTimeZoneSource.Default.ZoneLocations!
        .FirstOrDefault(location => PlaceName.KeyOf(location.CountryName) == key)?.CountryCode;

    /// <summary>"Portland, OR, United States"; the name of the region where there is one.</summary>
    public static string Describe(City city) =>
        city.Region.Length > 0 ? $"{city.Name}, {RegionOf(city)}" : $"{city.Name}, {NameOf(city.Country)}";

    /// <summary>The zones of a country, as the time zone database lists them.</summary>
    public static IReadOnlyList<string> ZonesOf(string code) => [.. TzdbDateTimeZoneSource.Default.ZoneLocations!
        .Where(location => location.CountryCode == code).Select(location => location.ZoneId).Distinct()];

    private static string RegionOf(City city) => States.FirstOrDefault(state => state.Value == city.Region && IsIn(state.Key, city.Country)).Key is { } name
        ? System.Globalization.CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name) : $"{city.Region}, {NameOf(city.Country)}";

    /// <summary>WA is Washington and Western Australia, NL a province and nothing else here.</summary>
    private static bool IsIn(string state, string country) => state is "western australia" or "south australia" or "new south wales" or "victoria" or "queensland" or "tasmania" or "northern territory"
        ? country == "AU" : country != "AU";
}
