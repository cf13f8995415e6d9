using System.Buffers.Binary;
using System.Collections;
using System.Globalization;
using System.Resources;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Pictures;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Host.Pictures;

/// <summary>Every drawing that a message may carry is there, and is told in words.</summary>
public sealed class DrawingTests
{
    public static TheoryData<string> Names() => [.. PosePictures.All];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_drawing_is_a_small_png_with_a_description(string name)
    {
        var png = (await Drawings.ReadAsync(name, TestContext.Current.CancellationToken)).ToArray();
        var told = Words.English.Render(new Reply(ChannelLines.Over()) { Picture = name }, null, DateTimeOffset.UnixEpoch).Picture!;

        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        Assert.Equal(960u, BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(16)));
        Assert.InRange(png.Length, 1_000, 60_000);
        Assert.Equal(name, told.Name);
        Assert.InRange(told.Description.Length, 40, 200);
    }

    [Fact]
    public void Every_drawing_that_is_kept_may_be_shown()
    {
        var folder = Path.Combine(Repository.Root, "src", "RecoveryBot", "Pictures");

        Assert.Equal(PosePictures.All.Order(StringComparer.Ordinal), NamesIn(folder, "*.png"));
        Assert.Equal(PosePictures.All.Order(StringComparer.Ordinal), NamesIn(folder, "*.svg"));
    }

    [Fact]
    public void Every_description_belongs_to_a_drawing_that_is_shown()
    {
        var shelf = new ResourceManager("RecoveryBot.Coaching.Wording.Pictures", typeof(Words).Assembly)
            .GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!;

        Assert.Equal(PosePictures.All.Order(StringComparer.Ordinal), shelf.Cast<DictionaryEntry>().Select(e => (string)e.Key).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> NamesIn(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern).Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);
}
