using Dapper;
using FakeTelegram;
using Microsoft.Data.Sqlite;
using RecoveryBot.Channels.Telegram;
using RecoveryBot.Storage.Rows;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Host.Processes;

/// <summary>The shipped program on Telegram: killed with updates in flight, and with a token that is refused.</summary>
public sealed class TelegramProcessTests : IDisposable
{
    private const int PatienceMilliseconds = 120_000;
    private const int People = 30;
    private readonly StoreFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact(Timeout = PatienceMilliseconds)]
    public async Task Killed_with_updates_in_flight_nothing_is_lost_and_nothing_counts_twice()
    {
        await using var fake = await FakeTelegramServer.StartAsync();
        var people = Enumerable.Range(1, People).Select(id => new Person(id)).ToList();
        string[] words = ["/start", "/help", "/why", "/privacy"];
        foreach (var word in words)
            people.ForEach(person => fake.People.Say(person, word));

        // After so many calls of the bot: in the middle of the answers, twice.
        foreach (var calls in new[] { People / 2, 2 * People })
        {
            using var run = Start(fake);
            await fake.Log.WhenAsync(_ => fake.Log.Calls.Count > calls);
            run.Kill();
            run.WaitForExit();
        }

        using (var run = Start(fake))
        {
            await fake.Log.WhenAsync(call => call.Method == "getUpdates"
                && people.TrueForAll(person => Texts(fake, person).Any(IsLastAnswer))
                && Query<int>("SELECT count(*) FROM outbox") == 0);
            run.Terminate();
            Assert.Equal(ExitCode.Ok, run.WaitForExit());
        }

        Assert.Equal(0, fake.Updates.Count);
        Assert.Equal(words.Length * People, Query<int>("SELECT count(*) FROM inbox"));
        // Each step is one message decided: had an input counted twice or not at all, somebody would stand elsewhere.
        Assert.Single(await StepsAsync(people));
        // A send in flight at a kill may come twice, and no other: at most one for each chat and kill.
        Assert.All(people, person => Assert.InRange(Texts(fake, person).Count(IsLastAnswer), 1, 3));
        Assert.Empty(fake.Log.Violations);
    }

    [Fact(Timeout = PatienceMilliseconds)]
    public async Task A_refused_token_ends_it_with_its_own_number_and_one_line()
    {
        await using var fake = await FakeTelegramServer.StartAsync();
        using var run = ProgramRun.StartOf("RecoveryBot", _files, [], new Dictionary<string, string>
        {
            ["Telegram__Token"] = "1:not-the-one",
            ["Telegram__ApiBaseUrl"] = fake.Address.OriginalString,
        });

        Assert.Equal(ExitCode.TokenRefused, run.WaitForExit());

        var line = Assert.Single(run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("recoverybot: Telegram refuses the bot token (401 Unauthorized).", line, StringComparison.Ordinal);
        Assert.DoesNotContain("not-the-one", line, StringComparison.Ordinal);
    }

    [Fact(Timeout = PatienceMilliseconds)]
    public async Task A_webhook_brings_updates_once_and_a_stranger_is_turned_away()
    {
        await using var fake = await FakeTelegramServer.StartAsync();
        var port = FreePort();
        using var run = ProgramRun.StartOf("RecoveryBot", _files, [], new Dictionary<string, string>
        {
            ["Telegram__Token"] = fake.Token,
            ["Telegram__ApiBaseUrl"] = fake.Address.OriginalString,
            ["Telegram__WebhookUrl"] = $"http://127.0.0.1:{port}/telegram",
            ["Telegram__WebhookPort"] = $"{port}",
        });
        await fake.Log.WhenAsync(call => call.Method == "setWebhook");
        using var http = new HttpClient();
        using var forged = await http.PostAsync(
            new Uri($"http://127.0.0.1:{port}/telegram"), new StringContent("{\"update_id\":1}"), TestContext.Current.CancellationToken);

        fake.People.Say(new Person(1), "/start");
        await fake.Log.WhenAsync(call => call.Method == "sendMessage" && call.Text!.StartsWith("I lead you through", StringComparison.Ordinal));

        Assert.Equal(401, (int)forged.StatusCode);
        run.Terminate();
        Assert.Equal(ExitCode.Ok, run.WaitForExit());
        Assert.Equal([200], fake.Webhook.Answers);
    }

    private static bool IsLastAnswer(string text) => text.StartsWith("What I keep, sealed with a key", StringComparison.Ordinal);

    private static IEnumerable<string> Texts(FakeTelegramServer fake, Person person) => fake.Chats.MessagesOf(person.Id)
        .Where(message => message["from"]!["is_bot"]!.GetValue<bool>()).Select(message => (message["text"] ?? message["caption"])!.ToString());

    private static int FreePort()
    {
        using var any = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        any.Start();
        return ((System.Net.IPEndPoint)any.LocalEndpoint).Port;
    }

    private ProgramRun Start(FakeTelegramServer fake) => ProgramRun.StartOf("RecoveryBot", _files, [], new Dictionary<string, string>
    {
        ["Telegram__Token"] = fake.Token,
        ["Telegram__ApiBaseUrl"] = fake.Address.OriginalString,
        ["Telegram__PollSeconds"] = "1", // Each poll is an occasion to look whether all is done.
    });

    private async Task<IReadOnlyCollection<int>> StepsAsync(IEnumerable<Person> people)
    {
        using var store = _files.Open();
        var steps = new HashSet<int>();
        foreach (var person in people)
        {
            var user = await store.FindUserAsync(
                new AccountKey(TelegramChannel.Name, $"{person.Id}"), TestContext.Current.CancellationToken);
            steps.Add(user!.State.Step);
        }

        return steps;
    }

    private T Query<T>(string query)
    {
        using var connection = new SqliteConnection($"Data Source={_files.Database};Pooling=False");
        return connection.QuerySingle<T>(query);
    }
}
