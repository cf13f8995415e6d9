using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using FakeDiscord;
using FakeTelegram;
using Microsoft.Data.Sqlite;
using RecoveryBot.Tests.Support;
using Discordian = FakeDiscord.Person;

namespace RecoveryBot.Tests.Host.Processes;

/// <summary>The shipped program on Discord: killed in the middle of a hold, beside Telegram, and with a token that is refused.</summary>
public sealed class DiscordProcessTests : IDisposable
{
    private const int PatienceMilliseconds = 180_000;
    private const string Send = "POST /channels/{channel_id}/messages";
    private static readonly Discordian Ann = new(1_001_000_000_000_000_001);
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly StoreFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact(Timeout = PatienceMilliseconds)]
    [Trait("Rule", "SEQ-24")]
    public async Task Killed_in_a_hold_it_resumes_and_rings_once_and_not_early()
    {
        await using var fake = await FakeDiscordServer.StartAsync();
        long end;
        using (var run = Start(fake))
        {
            await fake.Gateway.Log.WhenAsync(frame => frame.IsEvent("READY"));
            fake.People.Say(Ann, "/start");
            await PressAsync(fake, "I'm 18 or over, I agree", "1 of 8");
            for (var card = 1; card <= 8; card++)
                await PressAsync(fake, "None of these", card < 8 ? $"{card + 1} of 8" : "No to all");
            await PressAsync(fake, "No to all", "How much time");
            await PressAsync(fake, "15 minutes", "Today's plan");
            await PressAsync(fake, "Start", "Standing forward bend");
            await PressAsync(fake, "Skip this one", "Reclining");
            await PressAsync(fake, "Skip this one", "Legs are up");
            await PressAsync(fake, "Legs are up", "Come out now");
            end = long.Parse(Regex.Match(Newest(fake), @"<t:(\d+):R>").Groups[1].Value, CultureInfo.InvariantCulture);
            run.Kill();
            run.WaitForExit();
        }

        using (var run = Start(fake))
        {
            var bell = await fake.Log.WhenAsync(call => call.Route == Send && call.Content!.StartsWith("Time's up.", StringComparison.Ordinal));
            Assert.True(bell.At.ToUnixTimeMilliseconds() >= end * 1000, $"{bell.At} is before {end}");
            run.Terminate();
            Assert.Equal(ExitCode.Ok, run.WaitForExit());
            Assert.Equal("", run.Errors);
        }

        Assert.Equal(1, fake.Gateway.Log.Identifies);
        Assert.NotEqual(0, fake.Gateway.Log.Resumes);
        Assert.Equal(Texts(fake).Distinct(), Texts(fake));
        Assert.Empty(fake.Log.Violations);
        Assert.DoesNotContain(fake.Interactions.All, interaction => interaction.AnsweredAt is null);
    }

    [Fact(Timeout = PatienceMilliseconds)]
    public async Task One_program_talks_on_both_platforms_each_with_its_own_person()
    {
        await using var discord = await FakeDiscordServer.StartAsync();
        await using var telegram = await FakeTelegramServer.StartAsync();
        using var run = Start(discord, new()
        {
            ["Telegram__Token"] = telegram.Token,
            ["Telegram__ApiBaseUrl"] = telegram.Address.OriginalString,
        });
        await discord.Gateway.Log.WhenAsync(frame => frame.IsEvent("READY"));

        discord.People.Say(Ann, "/start");
        telegram.People.Say(new FakeTelegram.Person((long)Ann.Id), "/start");
        await discord.Log.WhenAsync(call => call.Route == Send && IsWelcome(call.Content));
        await telegram.Log.WhenAsync(call => call.Method == "sendMessage" && IsWelcome(call.Text));
        await PressAsync(discord, "I'm 18 or over, I agree", "1 of 8");
        run.Terminate();

        Assert.Equal(ExitCode.Ok, run.WaitForExit());
        Assert.Equal(2, Query<int>("SELECT count(*) FROM users"));
        Assert.Equal("discord,telegram", Query<string>("SELECT group_concat(platform) FROM (SELECT platform FROM accounts ORDER BY platform)"));
        Assert.Empty(discord.Log.Violations);
        Assert.Empty(telegram.Log.Violations);
    }

    [Fact(Timeout = PatienceMilliseconds)]
    public async Task A_refused_token_ends_it_with_its_own_number_and_one_line()
    {
        await using var fake = await FakeDiscordServer.StartAsync();
        using var run = Start(fake, new() { ["Discord__Token"] = "MTEw.not-the.one" });

        Assert.Equal(ExitCode.TokenRefused, run.WaitForExit());

        var line = Assert.Single(run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("recoverybot: Discord refuses the bot token (", line, StringComparison.Ordinal);
        Assert.DoesNotContain("not-the", line, StringComparison.Ordinal);
    }

    private static bool IsWelcome(string? text) => text?.StartsWith("I lead you through", StringComparison.Ordinal) == true;

    /// <summary>Presses once the button is there, and waits for what it leads to, on a message or as its button.</summary>
    private static async Task PressAsync(FakeDiscordServer fake, string label, string leadsTo)
    {
        await fake.Log.WhenAsync(call => Has(call, label));
        var before = fake.Log.Calls.Count;
        fake.People.Press(Ann, label);
        await fake.Log.WhenAsync(call => fake.Log.Calls.Count > before && !fake.Log.Calls.Take(before).Contains(call) && Has(call, leadsTo));
    }

    private static bool Has(FakeDiscord.Rest.Call call, string words) =>
        call.Status == 200 && call.Body?.ToJsonString(AsWritten).Contains(words, StringComparison.Ordinal) == true;

    private static IReadOnlyList<string> Texts(FakeDiscordServer fake) => [.. fake.Channels.MessagesWith(Ann)
        .Where(message => message["author"]!["bot"] is not null).Select(message => message["content"]!.ToString())];

    private static string Newest(FakeDiscordServer fake) => Texts(fake)[^1];

    private ProgramRun Start(FakeDiscordServer fake, Dictionary<string, string>? more = null)
    {
        var settings = new Dictionary<string, string>
        {
            ["Discord__Token"] = fake.Token,
            ["Discord__ApiBaseUrl"] = fake.ApiBaseUrl,
            ["Coaching__TimeScale"] = "20", // A hold of five minutes takes a quarter of one.
        };
        foreach (var (name, value) in more ?? [])
            settings[name] = value;
        return ProgramRun.StartOf("RecoveryBot", _files, [], settings);
    }

    private T Query<T>(string query)
    {
        using var connection = new SqliteConnection($"Data Source={_files.Database};Pooling=False");
        return connection.QuerySingle<T>(query);
    }
}
