using System.Globalization;
using NodaTime;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Coaching.Reminders;

/// <summary>
/// Well-known places all around the world with what their clocks show, to choose a time zone from; a chosen one counts like
/// the typed name. Who lives elsewhere types the place.
/// </summary>
internal static class WorldClock
{
    private const string Verb = "zon-at.";

    /// <summary>At most 25; new ones at the end, since buttons name them by their place.</summary>
    private static readonly IReadOnlyList<string> Zones =
    [
        "Pacific/Honolulu", "America/Anchorage", "America/Los_Angeles", "America/Denver", "America/Phoenix", "America/Chicago",
        "America/Mexico_City", "America/New_York", "America/Halifax", "America/Sao_Paulo", "Europe/London", "Europe/Paris",
        "Europe/Berlin", "Africa/Lagos", "Africa/Johannesburg", "Europe/Athens", "Europe/Istanbul", "Asia/Dubai", "Asia/Karachi",
        "Asia/Kolkata", "Asia/Bangkok", "Asia/Shanghai", "Asia/Tokyo", "Australia/Sydney", "Pacific/Auckland",
    ];

    /// <summary>In the order of their clocks.</summary>
    public static Choices Choices(DateTimeOffset now) => new(
        ReminderLines.ChoosePlace(),
        [.. Zones.Select((zone, at) => (Zone: DateTimeZoneProviders.Tzdb[zone], At: at))
            .OrderBy(place => place.Zone.GetUtcOffset(Instant.FromDateTimeOffset(now))).ThenBy(place => place.At)
            .Select(place => new Button(
                string.Create(CultureInfo.InvariantCulture, $"{Verb}{place.At}"),
                ReminderLines.PlaceWithClock(NameOf(place.Zone.Id), Clock.Text(now, place.Zone))))]);

    /// <returns>The place of a pressed choice; <see langword="null"/>: it is none of these.</returns>
    public static Place? Chosen(string pressed) => MinuteChoices.In(pressed, Verb) is { } at && at < Zones.Count
        ? new Place(NameOf(Zones[at]), Zones[at]) : null;

    private static string NameOf(string zone) => zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');
}
