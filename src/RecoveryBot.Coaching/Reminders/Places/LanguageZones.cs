namespace RecoveryBot.Coaching.Reminders.Places;

/// <summary>Where somebody probably lives whose app speaks a language; only languages with one zone, and always asked.</summary>
internal static class LanguageZones
{
    private static readonly Dictionary<string, string> Zones = new()
    {
        ["de"] = "Europe/Berlin", ["de-at"] = "Europe/Vienna", ["de-ch"] = "Europe/Zurich", ["fr"] = "Europe/Paris", ["fr-ca"] = "America/Toronto", ["it"] = "Europe/Rome",
        ["es-es"] = "Europe/Madrid", ["es-mx"] = "America/Mexico_City", ["es-ar"] = "America/Argentina/Buenos_Aires", ["es-co"] = "America/Bogota", ["ca"] = "Europe/Madrid",
        ["eu"] = "Europe/Madrid", ["gl"] = "Europe/Madrid", ["pt-br"] = "America/Sao_Paulo", ["pt-pt"] = "Europe/Lisbon", ["nl"] = "Europe/Amsterdam", ["nl-be"] = "Europe/Brussels",
        ["pl"] = "Europe/Warsaw", ["cs"] = "Europe/Prague", ["sk"] = "Europe/Bratislava", ["hu"] = "Europe/Budapest", ["ro"] = "Europe/Bucharest", ["bg"] = "Europe/Sofia",
        ["el"] = "Europe/Athens", ["sv"] = "Europe/Stockholm", ["da"] = "Europe/Copenhagen", ["nb"] = "Europe/Oslo", ["no"] = "Europe/Oslo", ["nn"] = "Europe/Oslo",
        ["fi"] = "Europe/Helsinki", ["et"] = "Europe/Tallinn", ["lv"] = "Europe/Riga", ["lt"] = "Europe/Vilnius", ["is"] = "Atlantic/Reykjavik", ["ga"] = "Europe/Dublin",
        ["hr"] = "Europe/Zagreb", ["sl"] = "Europe/Ljubljana", ["sr"] = "Europe/Belgrade", ["bs"] = "Europe/Sarajevo", ["mk"] = "Europe/Skopje", ["sq"] = "Europe/Tirane",
        ["uk"] = "Europe/Kyiv", ["be"] = "Europe/Minsk", ["ru"] = "Europe/Moscow", ["tr"] = "Europe/Istanbul", ["ka"] = "Asia/Tbilisi", ["hy"] = "Asia/Yerevan", ["az"] = "Asia/Baku",
        ["he"] = "Asia/Jerusalem", ["fa"] = "Asia/Tehran", ["uz"] = "Asia/Tashkent", ["hi"] = "Asia/Kolkata", ["ta"] = "Asia/Kolkata", ["te"] = "Asia/Kolkata", ["mr"] = "Asia/Kolkata",
        ["bn"] = "Asia/Dhaka", ["ur"] = "Asia/Karachi", ["ne"] = "Asia/Kathmandu", ["si"] = "Asia/Colombo", ["th"] = "Asia/Bangkok", ["vi"] = "Asia/Ho_Chi_Minh", ["id"] = "Asia/Jakarta",
        ["ms"] = "Asia/Kuala_Lumpur", ["ja"] = "Asia/Tokyo", ["ko"] = "Asia/Seoul", ["zh-hans"] = "Asia/Shanghai", ["zh-cn"] = "Asia/Shanghai", ["zh-tw"] = "Asia/Taipei",
        ["zh-hk"] = "Asia/Hong_Kong", ["en-gb"] = "Europe/London", ["en-ie"] = "Europe/Dublin", ["en-in"] = "Asia/Kolkata", ["en-nz"] = "Pacific/Auckland", ["en-za"] = "Africa/Johannesburg",
        ["en-sg"] = "Asia/Singapore",
    };

    /// <param name="tag">IETF tag, such as "pt-br"; <see langword="null"/>: not told.</param>
    /// <returns><see langword="null"/>: it is spoken in too many zones.</returns>
    public static string? Guess(string? tag)
    {
        if (tag is not { Length: >= 2 and <= 20 })
            return null;
        var key = tag.ToLowerInvariant().Replace('_', '-');
        return Zones.GetValueOrDefault(key) ?? (key.IndexOf('-') is var dash and > 0 ? Zones.GetValueOrDefault(key[..dash]) : null);
    }
}
