namespace RecoveryBot.Coaching.Reminders.Places;

/// <summary>Short names of time zones: each means several, or leaves the summer open, so it is asked back and never guessed.</summary>
internal static class Abbreviations
{
    private static readonly Dictionary<string, Place[]> Known = new()
    {
        ["cst"] = [Chicago, Shanghai, MexicoCity, Havana], ["cdt"] = [Chicago, Havana], ["ct"] = [Chicago, Winnipeg], ["central"] = [Chicago, Winnipeg, MexicoCity],
        ["est"] = [NewYork, Toronto, Panama], ["edt"] = [NewYork, Toronto], ["et"] = [NewYork, Toronto], ["eastern"] = [NewYork, Toronto, Sydney],
        ["est5edt"] = [NewYork, Toronto], ["cst6cdt"] = [Chicago, Winnipeg], ["mst7mdt"] = [Denver, Edmonton], ["pst8pdt"] = [LosAngeles, Vancouver],
        ["mst"] = [Denver, Phoenix, Edmonton, Yangon], ["mdt"] = [Denver, Edmonton], ["mt"] = [Denver, Phoenix, Edmonton], ["mountain"] = [Denver, Phoenix, Edmonton],
        ["pst"] = [LosAngeles, Vancouver, Manila], ["pdt"] = [LosAngeles, Vancouver], ["pt"] = [LosAngeles, Vancouver], ["pacific"] = [LosAngeles, Vancouver],
        ["akst"] = [Anchorage], ["akdt"] = [Anchorage], ["hst"] = [Honolulu], ["ast"] = [Halifax, PuertoRico, Riyadh], ["adt"] = [Halifax],
        ["nst"] = [StJohns], ["ist"] = [Kolkata, Dublin, Jerusalem], ["bst"] = [London, Dhaka], ["gmt"] = [London, Accra, Dublin], ["wet"] = [Lisbon, Canary],
        ["west"] = [Lisbon, Canary], ["cet"] = [Berlin, Paris, Warsaw, Rome], ["cest"] = [Berlin, Paris, Warsaw, Rome], ["met"] = [Berlin, Paris], ["mez"] = [Berlin, Vienna, Zurich],
        ["mesz"] = [Berlin, Vienna, Zurich], ["eet"] = [Athens, Kyiv, Cairo, Helsinki], ["eest"] = [Athens, Kyiv, Helsinki], ["msk"] = [Moscow], ["trt"] = [Istanbul],
        ["sst"] = [Singapore, PagoPago], ["sgt"] = [Singapore], ["hkt"] = [HongKong], ["pht"] = [Manila], ["jst"] = [Tokyo], ["kst"] = [Seoul], ["wib"] = [Jakarta],
        ["pkt"] = [Karachi], ["gst"] = [Dubai], ["brt"] = [SaoPaulo], ["art"] = [BuenosAires], ["clt"] = [Santiago], ["cot"] = [Bogota], ["pet"] = [Lima],
        ["sast"] = [Johannesburg], ["cat"] = [Harare], ["eat"] = [Nairobi], ["wat"] = [Lagos], ["aest"] = [Sydney, Brisbane], ["aedt"] = [Sydney], ["aet"] = [Sydney, Brisbane],
        ["acst"] = [Adelaide, Darwin], ["acdt"] = [Adelaide], ["awst"] = [Perth], ["nzst"] = [Auckland], ["nzdt"] = [Auckland], ["nzt"] = [Auckland],
    };

    /// <returns><see langword="null"/>: it is none.</returns>
    public static IReadOnlyList<Place>? Of(string key) => Known.GetValueOrDefault(
        key.EndsWith(" time", StringComparison.Ordinal) ? key[..^5].Replace(" standard", "", StringComparison.Ordinal).Replace(" daylight", "", StringComparison.Ordinal) : key);

    /// <summary>Cities that people know, one and more for each offset: for whoever tells the clock alone.</summary>
    public static IReadOnlyList<Place> Landmarks { get; } =
    [
        NewYork, London, Berlin, Paris, LosAngeles, Chicago, Kolkata, Sydney, Tokyo, Shanghai, SaoPaulo, Athens, Cairo, Johannesburg, Moscow, Istanbul, Dubai, Denver, Phoenix,
        Toronto, MexicoCity, Bogota, Lagos, Nairobi, Lisbon, Singapore, Bangkok, Jakarta, Seoul, Auckland, Halifax, BuenosAires, Karachi, Dhaka, Yangon, Kathmandu, Tehran, Kabul,
        Tashkent, Brisbane, Adelaide, Darwin, Perth, Anchorage, Honolulu, StJohns, Azores, PagoPago, Tongatapu, Kiritimati, Chatham, LordHowe, Noumea, Suva, Marquesas, Eucla, SouthGeorgia, CaboVerde, Accra, Nuuk,
    ];

    private static Place Chicago => new("Chicago", "America/Chicago");
    private static Place Shanghai => new("Shanghai", "Asia/Shanghai");
    private static Place MexicoCity => new("Mexico City", "America/Mexico_City");
    private static Place Havana => new("Havana", "America/Havana");
    private static Place Winnipeg => new("Winnipeg", "America/Winnipeg");
    private static Place NewYork => new("New York", "America/New_York");
    private static Place Toronto => new("Toronto", "America/Toronto");
    private static Place Panama => new("Panama", "America/Panama");
    private static Place Sydney => new("Sydney", "Australia/Sydney");
    private static Place Denver => new("Denver", "America/Denver");
    private static Place Phoenix => new("Phoenix", "America/Phoenix");
    private static Place Edmonton => new("Edmonton", "America/Edmonton");
    private static Place Yangon => new("Yangon", "Asia/Yangon");
    private static Place LosAngeles => new("Los Angeles", "America/Los_Angeles");
    private static Place Vancouver => new("Vancouver", "America/Vancouver");
    private static Place Manila => new("Manila", "Asia/Manila");
    private static Place Anchorage => new("Anchorage", "America/Anchorage");
    private static Place Honolulu => new("Honolulu", "Pacific/Honolulu");
    private static Place Halifax => new("Halifax", "America/Halifax");
    private static Place PuertoRico => new("Puerto Rico", "America/Puerto_Rico");
    private static Place Riyadh => new("Riyadh", "Asia/Riyadh");
    private static Place StJohns => new("St. John's", "America/St_Johns");
    private static Place Kolkata => new("Kolkata", "Asia/Kolkata");
    private static Place Dublin => new("Dublin", "Europe/Dublin");
    private static Place Jerusalem => new("Jerusalem", "Asia/Jerusalem");
    private static Place London => new("London", "Europe/London");
    private static Place Dhaka => new("Dhaka", "Asia/Dhaka");
    private static Place Accra => new("Accra", "Africa/Accra");
    private static Place Lisbon => new("Lisbon", "Europe/Lisbon");
    private static Place Canary => new("Canary Islands", "Atlantic/Canary");
    private static Place Berlin => new("Berlin", "Europe/Berlin");
    private static Place Paris => new("Paris", "Europe/Paris");
    private static Place Warsaw => new("Warsaw", "Europe/Warsaw");
    private static Place Rome => new("Rome", "Europe/Rome");
    private static Place Vienna => new("Vienna", "Europe/Vienna");
    private static Place Zurich => new("Zurich", "Europe/Zurich");
    private static Place Athens => new("Athens", "Europe/Athens");
    private static Place Kyiv => new("Kyiv", "Europe/Kyiv");
    private static Place Cairo => new("Cairo", "Africa/Cairo");
    private static Place Helsinki => new("Helsinki", "Europe/Helsinki");
    private static Place Moscow => new("Moscow", "Europe/Moscow");
    private static Place Istanbul => new("Istanbul", "Europe/Istanbul");
    private static Place Singapore => new("Singapore", "Asia/Singapore");
    private static Place PagoPago => new("Pago Pago", "Pacific/Pago_Pago");
    private static Place HongKong => new("Hong Kong", "Asia/Hong_Kong");
    private static Place Tokyo => new("Tokyo", "Asia/Tokyo");
    private static Place Seoul => new("Seoul", "Asia/Seoul");
    private static Place Jakarta => new("Jakarta", "Asia/Jakarta");
    private static Place Karachi => new("Karachi", "Asia/Karachi");
    private static Place Dubai => new("Dubai", "Asia/Dubai");
    private static Place SaoPaulo => new("São Paulo", "America/Sao_Paulo");
    private static Place BuenosAires => new("Buenos Aires", "America/Argentina/Buenos_Aires");
    private static Place Santiago => new("Santiago", "America/Santiago");
    private static Place Bogota => new("Bogotá", "America/Bogota");
    private static Place Lima => new("Lima", "America/Lima");
    private static Place Johannesburg => new("Johannesburg", "Africa/Johannesburg");
    private static Place Harare => new("Harare", "Africa/Harare");
    private static Place Nairobi => new("Nairobi", "Africa/Nairobi");
    private static Place Lagos => new("Lagos", "Africa/Lagos");
    private static Place Brisbane => new("Brisbane", "Australia/Brisbane");
    private static Place Adelaide => new("Adelaide", "Australia/Adelaide");
    private static Place Darwin => new("Darwin", "Australia/Darwin");
    private static Place Perth => new("Perth", "Australia/Perth");
    private static Place Auckland => new("Auckland", "Pacific/Auckland");
    private static Place Bangkok => new("Bangkok", "Asia/Bangkok");
    private static Place Kathmandu => new("Kathmandu", "Asia/Kathmandu");
    private static Place Tehran => new("Tehran", "Asia/Tehran");
    private static Place Kabul => new("Kabul", "Asia/Kabul");
    private static Place Tashkent => new("Tashkent", "Asia/Tashkent");
    private static Place Azores => new("Azores", "Atlantic/Azores");
    private static Place Tongatapu => new("Nukuʻalofa", "Pacific/Tongatapu");
    private static Place Kiritimati => new("Kiritimati", "Pacific/Kiritimati");
    private static Place Chatham => new("Chatham Islands", "Pacific/Chatham");
    private static Place LordHowe => new("Lord Howe Island", "Australia/Lord_Howe");
    private static Place Noumea => new("Nouméa", "Pacific/Noumea");
    private static Place Suva => new("Suva", "Pacific/Fiji");
    private static Place Marquesas => new("Marquesas", "Pacific/Marquesas");
    private static Place Eucla => new("Eucla", "Australia/Eucla");
    private static Place SouthGeorgia => new("South Georgia", "Atlantic/South_Georgia");
    private static Place CaboVerde => new("Praia", "Atlantic/Cape_Verde");
    private static Place Nuuk => new("Nuuk", "America/Nuuk");
}
