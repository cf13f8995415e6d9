using System.Globalization;
using System.Text.Json.Serialization;
using RecoveryBot.Discord.Wire;

namespace RecoveryBot.Discord.Types;

/// <summary>A Discord id: 64 bits, a JSON string on the wire, with its birth in the upper 42.</summary>
[JsonConverter(typeof(SnowflakeConverter))]
public readonly record struct Snowflake(ulong Value)
{
    /// <summary>Discord's first instant, 2015-01-01, in milliseconds since 1970.</summary>
    private const long Epoch = 1_420_070_400_000;

    /// <summary>When it was made, by Discord's clock, to the millisecond.</summary>
    public DateTimeOffset Timestamp => DateTimeOffset.FromUnixTimeMilliseconds((long)(Value >> 22) + Epoch);

    /// <summary>The id, or <see langword="null"/> where the text is not one.</summary>
    public static Snowflake? TryParse(string? text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? new Snowflake(value) : null;

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
