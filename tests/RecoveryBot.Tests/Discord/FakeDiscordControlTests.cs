using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace RecoveryBot.Tests.Discord;

/// <summary>The fake by hand or by script.</summary>
public sealed class FakeDiscordControlTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = RawDiscord.PatienceMilliseconds)]
    public async Task By_hand_it_takes_peoples_doings_and_faults_and_tells_what_happened()
    {
        await using var discord = await RawDiscord.StartAsync();
        using var gateway = await RawGateway.ReadyAsync(discord);
        await DoAsync(discord, "events", """{"kind":"text","user":"7","text":"hello"}""");
        await DoAsync(discord, "faults", """{"kind":"refuse","route":"POST /channels/{channel_id}/messages","status":503,"code":130000}""");
        await DoAsync(discord, "limits", """{"route":"POST /channels/{channel_id}/messages","limit":2,"seconds":60}""");
        var channel = (await gateway.ReadAsync())["d"]!["channel_id"]!.ToString();
        const string Ready = """
            {"content":"Ready?","components":[{"type":1,"components":[{"type":2,"style":1,"label":"Start","custom_id":"v1:start"}]}]}
            """;

        var failed = await discord.AskAsync("POST", $"channels/{channel}/messages", Ready);
        await discord.AskAsync("POST", $"channels/{channel}/messages", Ready);
        var over = await discord.AskAsync("POST", $"channels/{channel}/messages", Ready);
        await DoAsync(discord, "events", """{"kind":"press","user":7,"text":"Start"}""");
        await DoAsync(discord, "events", """{"kind":"reach","user":7,"reach":"closed"}""");
        await DoAsync(discord, "gateway", """{"kind":"drop"}""");
        await gateway.BrokenAsync();

        Assert.Equal((503, 429), (failed.Status, over.Status));
        var messages = await ReadAsync(discord, "dms/7");
        Assert.Equal(["hello", "Ready?"], messages.AsArray().Select(message => message!["content"]!.ToString()));
        Assert.Equal([503, 200, 429], (await ReadAsync(discord, "calls")).AsArray().Select(call => call!["status"]!.GetValue<int>()));
        Assert.Equal("v1:start", (await ReadAsync(discord, "interactions"))[0]!["data"]!["custom_id"]!.ToString());
        Assert.Equal("Opened", (await ReadAsync(discord, "frames"))[0]!["kind"]!.ToString());
        var state = await ReadAsync(discord, "state");
        Assert.Equal((1, 0, 1), (Number("identifies"), Number("resumes"), Number("sessions")));
        Assert.Single(state["unanswered_interactions"]!.AsArray());

        int Number(string name) => state[name]!.GetValue<int>();
    }

    [Theory]
    [InlineData("events", """{"kind":"sing"}""")]
    [InlineData("events", """{"kind":"press","text":"Nothing"}""")]
    [InlineData("events", """{"kind":"command","command":"nothing"}""")]
    [InlineData("gateway", """{"kind":"explode"}""")]
    [InlineData("faults", """{"kind":"unheard_of"}""")]
    public async Task What_cannot_be_done_is_said_so(string path, string json)
    {
        await using var discord = await RawDiscord.StartAsync();

        using var answer = await PostAsync(discord, path, json);

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.NotNull((await answer.Content.ReadFromJsonAsync<JsonObject>(Stop))!["error"]);
    }

    private static async Task DoAsync(RawDiscord discord, string path, string json)
    {
        using var answer = await PostAsync(discord, path, json);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }

    private static async Task<HttpResponseMessage> PostAsync(RawDiscord discord, string path, string json)
    {
        using var http = new HttpClient();
        using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        return await http.PostAsync(new Uri(discord.Fake.Address, $"/control/{path}"), content, Stop);
    }

    private static async Task<JsonNode> ReadAsync(RawDiscord discord, string path)
    {
        using var http = new HttpClient();
        return (await http.GetFromJsonAsync<JsonNode>(new Uri(discord.Fake.Address, $"/control/{path}"), Stop))!;
    }
}
