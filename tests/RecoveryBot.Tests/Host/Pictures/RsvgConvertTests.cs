using System.Buffers.Binary;
using RecoveryBot.Pictures;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Host.Pictures;

/// <summary>The tool as a program of its own, with scripts in its place: what it does wrong is no chart, never an error.</summary>
public sealed class RsvgConvertTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("rsvg-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void Where_it_is_not_installed_it_is_not_found() => Assert.Null(RsvgConvert.Find(_directory));

    [Fact]
    public void The_real_tool_draws_a_chart_as_wide_as_a_phone_wants_it()
    {
        var draw = RsvgConvert.Find();
        Assert.SkipWhen(draw is null, "rsvg-convert is not installed (Debian: librsvg2-bin).");

        var png = draw(File.ReadAllText(Path.Combine(Repository.Tests, "Coaching/Charts/every-mark.svg")))!;

        Assert.Equal("PNG", System.Text.Encoding.ASCII.GetString(png, 1, 3));
        Assert.Equal(960, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
        // Bars alone are a few kilobytes: the words are in it, so there is a font.
        Assert.InRange(png.Length, 15_000, 200_000);
    }

    [Fact]
    public void The_picture_goes_in_and_what_comes_out_is_the_drawing()
    {
        var draw = Tool("cat; echo chatter >&2");

        Assert.Equal("<svg/>"u8.ToArray(), draw("<svg/>"));
    }

    [Theory]
    [InlineData("cat >/dev/null; exit 1")]
    [InlineData("cat >/dev/null")]
    [InlineData("exit 0")]
    public void What_draws_nothing_is_no_drawing(string script) => Assert.Null(Tool(script)(new string('x', 200_000)));

    [Fact]
    public void Its_complaints_never_fill_the_pipe() =>
        Assert.NotNull(Tool("i=0; while [ $i -lt 3000 ]; do echo 'a line of forty characters, more or less' >&2; i=$((i+1)); done; cat")("<svg/>"));

    [Fact]
    public void It_is_not_told_the_settings_of_the_program()
    {
        Environment.SetEnvironmentVariable("Telegram__Example", "a-secret");

        var told = System.Text.Encoding.UTF8.GetString(Tool("cat >/dev/null; env")("<svg/>")!);

        Assert.DoesNotContain("a-secret", told, StringComparison.Ordinal);
        Assert.Contains("PATH=", told, StringComparison.Ordinal);
    }

    private DrawChart Tool(string script)
    {
        var path = Path.Combine(_directory, "rsvg-convert");
        File.WriteAllText(path, "#!/bin/sh\n" + script + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return RsvgConvert.Find(_directory)!;
    }
}
