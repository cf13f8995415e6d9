using System.Globalization;
using System.Text;

namespace RecoveryBot.Coaching.Reminders.Places;

/// <summary>A city of the file.</summary>
/// <param name="Thousands">People who live there.</param>
/// <param name="Country">ISO code.</param>
/// <param name="Region">Postal code of a state or province in the United States, Canada and Australia; else empty.</param>
public sealed record City(string Name, string Region, string Country, string Zone, int Thousands);

/// <summary>
/// Cities of at least 15,000 people and capitals by their spellings, from GeoNames. The embedded file is sorted by key, so a
/// look-up reads a few lines of it and keeps nothing.
/// </summary>
public static class Cities
{
    internal const string FileName = "RecoveryBot.Coaching.Reminders.Places.cities.tsv";

    /// <summary>The line with all zones: a city names its zone by the place in it.</summary>
    private static readonly Lazy<string[]> Zones = new(() =>
    {
        using var file = Open();
        return LineAt(file, 0, out _).Split('\t');
    });

    /// <summary>All cities that are spelled so, the largest first.</summary>
    /// <param name="key">See <see cref="PlaceName"/>.</param>
    public static IReadOnlyList<City> Spelled(string key)
    {
        using var file = Open();
        var found = new List<City>();
        var at = FirstOf(file, Encoding.UTF8.GetBytes(key));
        while (at < file.Length)
        {
            var fields = LineAt(file, at, out at).Split('\t');
            if (fields[0] != key)
                break;
            found.Add(new City(
                fields[5].Length > 0 ? fields[5] : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(fields[0]), fields[4], fields[3],
                Zones.Value[int.Parse(fields[2], CultureInfo.InvariantCulture)], int.Parse(fields[1], CultureInfo.InvariantCulture)));
        }

        return [.. found.OrderByDescending(city => city.Thousands)];
    }

    private static Stream Open() => typeof(Cities).Assembly.GetManifestResourceStream(FileName)!;

    /// <summary>Where the first line with this key stands, or would.</summary>
    private static long FirstOf(Stream file, byte[] key)
    {
        LineAt(file, 0, out var low);
        var high = file.Length;
        while (low < high)
        {
            var line = StartOfLine(file, (low + high) / 2, low);
            if (Compare(file, line, key) < 0)
                LineAt(file, line, out low);
            else
                high = line;
        }

        return low;
    }

    private static long StartOfLine(Stream file, long at, long notBefore)
    {
        for (; at > notBefore; at--)
        {
            file.Position = at - 1;
            if (file.ReadByte() == '\n')
                break;
        }

        return at;
    }

    /// <summary>The key of a line against another, byte by byte.</summary>
    private static int Compare(Stream file, long line, byte[] key)
    {
        file.Position = line;
        foreach (var wanted in key)
        {
            var has = file.ReadByte();
            if (has == '\t')
                return -1;
            if (has != wanted)
                return has - wanted;
        }

        return file.ReadByte() == '\t' ? 0 : 1;
    }

    private static string LineAt(Stream file, long at, out long next)
    {
        file.Position = at;
        var bytes = new List<byte>(80);
        for (var read = file.ReadByte(); read is not ('\n' or -1); read = file.ReadByte())
            bytes.Add((byte)read);
        next = file.Position;
        return Encoding.UTF8.GetString([.. bytes]);
    }
}
