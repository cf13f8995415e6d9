using System.Text.Json.Nodes;
using FakeDiscord.Checks;

namespace RecoveryBot.Tests.Discord;

/// <summary>The fake's schema is Discord's own, and the fake keeps to it as well.</summary>
public sealed class FakeDiscordSchemaTests
{
    /// <summary>Its size always; all of it where the published file stands beside the repository.</summary>
    [Fact]
    public void The_fakes_schema_is_the_published_one()
    {
        var ours = OpenApi.Instance.Root;

        Assert.Equal((26, 243), (ours["operations"]!.AsObject().Count, ours["schemas"]!.AsObject().Count));
        Assert.Equal("MIT", ours["licence"]!.ToString());
        if (Published() is { } published)
            Assert.Equal(OpenApiCut.Write(OpenApiCut.Of(published)), OpenApiCut.Write(ours));
    }

    [Fact]
    public async Task Every_answer_it_gives_fits_the_schema()
    {
        await using var discord = await RawDiscord.StartAsync();
        var app = $"applications/{discord.Options.ApplicationId}/commands";
        var messages = $"channels/{discord.Dm}/messages";
        foreach (var path in new[] { "gateway", "gateway/bot", "users/@me", $"users/{RawDiscord.Ann.Id}", "applications/@me", $"channels/{discord.Dm}" })
            await discord.AskAsync("GET", path);
        await discord.AskAsync("POST", "users/@me/channels", $$"""{"recipient_id":"{{RawDiscord.Ann.Id}}"}""");
        var command = await discord.AskAsync("POST", app, """
            {"name":"pick","description":"d","name_localizations":{"de":"wahl"},"contexts":[1],"integration_types":[0,1],"options":[
            {"type":3,"name":"a","description":"d","required":true,"choices":[{"name":"x","value":"x"}]},
            {"type":4,"name":"b","description":"d","min_value":2,"max_value":15},{"type":5,"name":"c","description":"d"}]}
            """);
        await discord.AskAsync("GET", app);
        await discord.AskAsync("GET", $"{app}/{command.Id}");
        await discord.AskAsync("PUT", app, """[{"name":"a","description":"d","options":[{"type":1,"name":"b","description":"d"}]}]""");
        await discord.AskAsync("POST", $"channels/{discord.Dm}/typing");
        var message = await discord.SayAsync("""
            {"content":"<@7>","nonce":"n","embeds":[{"title":"t","description":"d","url":"https://example.org","color":1,
            "timestamp":"2026-03-02T12:00:00Z","footer":{"text":"f"},"author":{"name":"a"},"fields":[{"name":"n","value":"v"}]}],
            "components":[{"type":1,"components":[{"type":2,"style":1,"label":"Go","custom_id":"go","emoji":{"name":"x"}},
            {"type":2,"style":5,"label":"L","url":"https://example.org"}]},
            {"type":1,"components":[{"type":3,"custom_id":"s","placeholder":"p","options":[{"label":"l","value":"v","description":"d"}]}]}]}
            """);
        await discord.SayAsync($$$"""{"content":"r","message_reference":{"message_id":"{{{message.Id}}}"}}""");
        await discord.SayAsync("""{"flags":32768,"components":[{"type":10,"content":"x"},{"type":14},{"type":17,"components":[{"type":10,"content":"y"}]}]}""");
        await discord.AskAsync("PATCH", $"{messages}/{message.Id}", """{"content":"e"}""");
        await discord.AskAsync("GET", messages);
        var press = discord.Fake.People.Press(RawDiscord.Ann, "Go");
        await discord.AnswerAsync(press, """{"type":7,"data":{"content":"u"}}""", "?with_response=true");
        var use = await discord.CommandAsync();
        await discord.AnswerAsync(use, """{"type":4,"data":{"content":"t"}}""", "?with_response=true");
        await discord.ByTokenAsync(use, "POST", "", """{"content":"m"}""");
        await discord.ByTokenAsync(use, "GET", "/messages/@original");
        await discord.ByTokenAsync(use, "PATCH", "/messages/@original", """{"content":"p"}""");

        Assert.Empty(discord.Fake.Log.Violations);
        var answered = discord.Fake.Log.Calls.Where(call => call is { Answer: not null, Operation.Answer: not null }).ToList();
        Assert.All(answered, call => Assert.InRange(call.Status, 200, 299));
        Assert.Empty(answered.SelectMany(call => OpenApi.Instance.ProblemsOfAnswer(call.Route, call.Answer)
            .Select(problem => $"{call.Route}: {problem}")).Distinct());
    }

    /// <summary>Beside the repository, or beside whatever holds it.</summary>
    private static JsonObject? Published()
    {
        for (var home = new DirectoryInfo(AppContext.BaseDirectory); home is not null; home = home.Parent)
        {
            var file = Path.Combine(home.FullName, "shared", "protocol", "discord-openapi.json");
            if (File.Exists(file))
                return JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        }

        return null;
    }
}
