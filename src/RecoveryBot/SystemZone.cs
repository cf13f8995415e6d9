using NodaTime;

namespace RecoveryBot;

/// <summary>The zone of the machine, for the one channel whose user sits at it.</summary>
internal static class SystemZone
{
    /// <summary>IANA id; <see langword="null"/>: the machine's zone has none that NodaTime knows.</summary>
    public static string? Id
    {
        get
        {
            var id = TimeZoneInfo.Local.Id;
            return DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is not null ? id
                : TimeZoneInfo.TryConvertWindowsIdToIanaId(id, out var iana) ? iana : null;
        }
    }
}
