namespace RecoveryBot.Tests.Transcripts;

/// <summary>
/// Whole conversations, word for word. <c>ACCEPT=1 dotnet test</c> rewrites the files; the difference is then reviewed
/// like prose.
/// </summary>
public sealed class TranscriptTests
{
    public static TheoryData<string> Files() => [.. Directory.EnumerateFiles(Transcript.Folder, "*.txt")
        .Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_conversation_reads_as_written(string file)
    {
        var path = Path.Combine(Transcript.Folder, file);

        var played = await Transcript.PlayAsync(file);

        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
            await File.WriteAllTextAsync(path, played, TestContext.Current.CancellationToken);
        else
            Assert.Equal(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), played);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_conversation_reads_the_same_on_Telegram(string file)
    {
        await using var telegram = await TelegramMirror.StartAsync();

        var played = await Transcript.PlayAsync(file, telegram.ShowAsync);

        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(Transcript.Folder, file), TestContext.Current.CancellationToken), played);
        Assert.Empty(telegram.Violations);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_conversation_reads_the_same_on_Discord(string file)
    {
        await using var discord = await DiscordMirror.StartAsync();

        var played = await Transcript.PlayAsync(file, discord.ShowAsync);

        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(Transcript.Folder, file), TestContext.Current.CancellationToken), played);
        Assert.Empty(discord.Violations);
        Assert.Empty(discord.Unanswered);
    }
}
