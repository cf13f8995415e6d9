using System.Text;
using FakeDiscord;

namespace RecoveryBot.Tests.Discord;

/// <summary>The fake is as strict as it says: a test that passes against it means something.</summary>
public sealed class FakeDiscordTests
{
    private const string Button = """{"type":2,"style":1,"label":"a","custom_id":"a"}""";

    [Theory]
    [InlineData("""{"contents":"t"}""", "contents", "UNKNOWN_FIELD")]
    [InlineData("""{"content":"t","colour":false}""", "colour", "UNKNOWN_FIELD")]
    [InlineData("""{"content":5}""", "content", "STRING_TYPE_CONVERT")]
    [InlineData("""{"content":"t","flags":"4"}""", "flags", "NUMBER_TYPE_COERCE")]
    [InlineData("""{"content":"t","flags":64}""", "flags", "BASE_TYPE_CHOICES")]
    [InlineData("""{"content":"t","tts":"no"}""", "tts", "BOOLEAN_TYPE_CONVERT")]
    [InlineData("""{"content":"t","nonce":"12345678901234567890123456"}""", "nonce", "BASE_TYPE_MAX_LENGTH")]
    [InlineData("""{"content":"t","enforce_nonce":true}""", "nonce", "BASE_TYPE_REQUIRED")]
    [InlineData("""{"content":"t","embeds":{}}""", "embeds", "LIST_TYPE_CONVERT")]
    [InlineData("""{"content":"t","embeds":[{}]}""", "embeds/0/description", "BASE_TYPE_REQUIRED")]
    [InlineData("""{"embeds":[{"title":"t","fields":[{"name":"","value":"v"}]}]}""", "embeds/0/fields/0/name", "BASE_TYPE_REQUIRED")]
    [InlineData("""{"embeds":[{"title":"t","fields":[{"name":"n"}]}]}""", "embeds/0/fields/0/value", "BASE_TYPE_REQUIRED")]
    [InlineData("""{"embeds":[{"title":"t","color":16777216}]}""", "embeds/0/color", "NUMBER_TYPE_MAX")]
    [InlineData("""{"embeds":[{"title":"t","image":{"url":"attachment://a.png"}}]}""", "embeds/0/image/url", "ATTACHMENT_NOT_FOUND")]
    [InlineData("""{"content":"t","allowed_mentions":{"parse":["all"]}}""", "allowed_mentions/parse/0", "BASE_TYPE_CHOICES")]
    [InlineData("""{"content":"t","allowed_mentions":{"parse":["users"],"users":["1"]}}""", "allowed_mentions", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE")]
    [InlineData("""{"content":"t","message_reference":{"message_id":"1"}}""", "message_reference", "REPLIES_UNKNOWN_MESSAGE")]
    [InlineData("""{"content":"t","attachments":[{"id":"0"}]}""", "attachments/0/id", "ATTACHMENT_NOT_FOUND")]
    [InlineData("""{"content":"t","flags":32768,"components":[{"type":10,"content":"x"}]}""", "content", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2")]
    [InlineData("""{"components":[{"type":10,"content":"x"}]}""", "components/0/type", "UNION_TYPE_CHOICES")]
    public async Task A_message_that_breaks_a_rule_is_refused(string json, string place, string error)
    {
        await using var discord = await RawDiscord.StartAsync();

        var refusal = await discord.SayAsync(json);

        Assert.Equal((400, 50035), (refusal.Status, refusal.Code));
        Assert.Equal(error, refusal.ErrorAt(place));
        Assert.Empty(discord.Fake.Channels.MessagesOf(discord.Dm));
        Assert.Single(discord.Fake.Log.Violations);
    }

    [Theory]
    [InlineData("""{"type":2,"style":1,"label":"a"}""", "custom_id", "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED")]
    [InlineData("""{"type":2,"style":1,"custom_id":"a"}""", "label", "BASE_TYPE_REQUIRED")]
    [InlineData("""{"type":2,"style":1,"label":"a","custom_id":""}""", "custom_id", "BASE_TYPE_BAD_LENGTH")]
    [InlineData("""{"type":2,"style":9,"label":"a","custom_id":"a"}""", "style", "BASE_TYPE_CHOICES")]
    [InlineData("""{"type":2,"style":5,"label":"a","url":"https://example.org","custom_id":"a"}""", "custom_id", "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE")]
    [InlineData("""{"type":2,"style":5,"label":"a"}""", "url", "BASE_TYPE_REQUIRED")]
    [InlineData("""{"type":2,"style":5,"label":"a","url":"ftp://example.org"}""", "url", "URL_TYPE_INVALID_SCHEME")]
    [InlineData("""{"type":2,"style":1,"label":"a","custom_id":"a","url":"https://example.org"}""", "url", "BUTTON_COMPONENT_INVALID_STYLE")]
    [InlineData("""{"type":2,"style":1,"label":"a","custom_id":"a","colour":1}""", "colour", "UNKNOWN_FIELD")]
    [InlineData("""{"type":3,"custom_id":"s","options":[]}""", "options", "BASE_TYPE_BAD_LENGTH")]
    [InlineData("""{"type":3,"custom_id":"s","options":[{"label":"a","value":"1"},{"label":"b","value":"1"}]}""", "options", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED")]
    [InlineData("""{"type":3,"custom_id":"s","max_values":2,"options":[{"label":"a","value":"1"}]}""", "max_values", "SELECT_COMPONENT_MAX_VALUES")]
    [InlineData("""{"type":3,"custom_id":"s","min_values":2,"options":[{"label":"a","value":"1"}]}""", "min_values", "NUMBER_TYPE_MAX")]
    [InlineData("""{"type":4,"custom_id":"s","style":1}""", "type", "UNION_TYPE_CHOICES")]
    public async Task A_component_that_breaks_a_rule_is_refused(string component, string place, string error)
    {
        await using var discord = await RawDiscord.StartAsync();

        var refusal = await discord.SayAsync($$$"""{"content":"t","components":[{"type":1,"components":[{{{component}}}]}]}""");

        Assert.Equal((400, 50035), (refusal.Status, refusal.Code));
        Assert.Equal(error, refusal.ErrorAt("components/0/components/0/" + place));
    }

    [Fact]
    public async Task Rows_hold_one_select_or_five_buttons_and_ids_are_unique()
    {
        await using var discord = await RawDiscord.StartAsync();
        const string Select = """{"type":3,"custom_id":"s","options":[{"label":"a","value":"1"}]}""";

        var shared = await discord.SayAsync($$$"""{"content":"t","components":[{"type":1,"components":[{{{Button}}},{{{Select}}}]}]}""");
        var doubled = await discord.SayAsync($$$"""{"content":"t","components":[{"type":1,"components":[{{{Button}}},{{{Button}}}]}]}""");
        var six = await discord.SayAsync(
            $$$"""{"content":"t","components":[{{{Joined(6, i => $$"""{"type":1,"components":[{"type":2,"style":1,"label":"a","custom_id":"{{i}}"}]}""")}}}]}""");
        var wide = await discord.SayAsync(
            $$$"""{"content":"t","components":[{"type":1,"components":[{{{Joined(6, i => $$"""{"type":2,"style":1,"label":"a","custom_id":"{{i}}"}""")}}}]}]}""");

        Assert.Equal("COMPONENT_LAYOUT_WIDTH_EXCEEDED", shared.ErrorAt("components/0/components"));
        Assert.Equal("COMPONENT_CUSTOM_ID_DUPLICATED", doubled.ErrorAt("components/0/components/1/custom_id"));
        Assert.Equal("BASE_TYPE_BAD_LENGTH", six.ErrorAt("components"));
        Assert.Equal("BASE_TYPE_BAD_LENGTH", wide.ErrorAt("components/0/components"));
    }

    [Theory]
    [InlineData("""{"content":"%"}""", 2000, true)]
    [InlineData("""{"content":"%"}""", 2001, false)]
    [InlineData("""{"embeds":[{"description":"%"}]}""", 4096, true)]
    [InlineData("""{"embeds":[{"description":"%"}]}""", 4097, false)]
    [InlineData("""{"embeds":[{"description":"%"},{"description":"%"}]}""", 3000, true)]
    [InlineData("""{"embeds":[{"description":"%"},{"description":"%"}]}""", 3001, false)]
    public async Task Texts_have_their_longest(string json, int length, bool passes)
    {
        await using var discord = await RawDiscord.StartAsync();

        var got = await discord.SayAsync(json.Replace("%", new string('x', length), StringComparison.Ordinal));

        Assert.Equal(passes ? 200 : 400, got.Status);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"content":"  "}""")]
    [InlineData("""{"content":null,"embeds":[],"components":[]}""")]
    public async Task An_empty_message_is_refused(string json)
    {
        await using var discord = await RawDiscord.StartAsync();

        var sent = await discord.SayAsync(json);
        var whole = await discord.SayAsync("""{"content":"t"}""");
        var emptied = await discord.AskAsync("PATCH", $"channels/{discord.Dm}/messages/{whole.Id}", """{"content":""}""");

        Assert.Equal((400, 50006), (sent.Status, sent.Code));
        Assert.Equal(50006, emptied.Code);
        Assert.Equal("t", discord.Fake.Channels.MessagesOf(discord.Dm)[0]["content"]!.ToString());
    }

    [Theory]
    [InlineData("""[{"name":"Go","description":"d"}]""", "0/name", "APPLICATION_COMMAND_INVALID_NAME")]
    [InlineData("""[{"name":"go now","description":"d"}]""", "0/name", "APPLICATION_COMMAND_INVALID_NAME")]
    [InlineData("""[{"name":"go","description":""}]""", "0/description", "BASE_TYPE_REQUIRED")]
    [InlineData("""[{"name":"go","description":"d","name_localizations":{"de":"Los"}}]""", "0/name_localizations/de", "APPLICATION_COMMAND_INVALID_NAME")]
    [InlineData("""[{"name":"go","description":"d","name_localizations":{"de-DE":"los"}}]""", "0/name_localizations/de-DE", "BASE_TYPE_CHOICES")]
    [InlineData("""[{"name":"go","description":"d"},{"name":"go","description":"e"}]""", "1/name", "APPLICATION_COMMANDS_DUPLICATE_NAME")]
    [InlineData("""[{"name":"go","description":"d","context":[1]}]""", "0/context", "UNKNOWN_FIELD")]
    [InlineData("""[{"name":"go","description":"d","contexts":[3]}]""", "0/contexts/0", "BASE_TYPE_CHOICES")]
    [InlineData("""[{"name":"go","description":"d","options":[{"type":3,"name":"a","description":"d"},{"type":3,"name":"b","description":"d","required":true}]}]""", "0/options/1", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID")]
    [InlineData("""[{"name":"go","description":"d","options":[{"type":3,"name":"a","description":"d","autocomplete":true,"choices":[{"name":"x","value":"x"}]}]}]""", "0/options/0/autocomplete", "APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES")]
    [InlineData("""[{"name":"go","description":"d","options":[{"type":1,"name":"a","description":"d"},{"type":3,"name":"b","description":"d"}]}]""", "0/options", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID")]
    [InlineData("""[{"name":"go","description":"d","options":[{"type":12,"name":"a","description":"d"}]}]""", "0/options/0/type", "UNION_TYPE_CHOICES")]
    [InlineData("""[{"name":"go","type":2,"description":"d"}]""", "0", "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION")]
    public async Task A_command_that_breaks_a_rule_is_refused(string json, string place, string error)
    {
        await using var discord = await RawDiscord.StartAsync();

        var refusal = await discord.AskAsync("PUT", $"applications/{discord.Options.ApplicationId}/commands", json);

        Assert.Equal((400, 50035), (refusal.Status, refusal.Code));
        Assert.Equal(error, refusal.ErrorAt(place));
        Assert.Empty(discord.Fake.Commands.All);
    }

    [Fact]
    public async Task A_command_holds_8000_characters_of_the_longest_language()
    {
        await using var discord = await RawDiscord.StartAsync();
        static string With(int last) => $$"""
            [{"name":"go","description":"d","options":[{{Joined(16, i => $$"""
            {"type":3,"name":"o{{i:00}}","description":"d","description_localizations":{"de":"{{new string('x', 97)}}"},
            "choices":[{{Joined(4, c => $$"""{"name":"{{new string('n', 99)}}{{c}}","value":"{{(i == 15 && c == 3 ? new string('y', last) : "")}}"}""")}}]}
            """)}}]}]
            """;

        var path = $"applications/{discord.Options.ApplicationId}/commands";
        var fits = await discord.AskAsync("PUT", path, With(0)); // 16 × (3 + 97 + 400) + 3 = 8003 with the command's own texts
        var less = await discord.AskAsync("PUT", path, With(0).Replace(new string('x', 97), new string('x', 96), StringComparison.Ordinal));

        Assert.Equal("APPLICATION_COMMAND_TOO_LARGE", fits.ErrorAt("0"));
        Assert.Equal(200, less.Status);
    }

    [Fact]
    public async Task Setting_the_same_commands_again_changes_nothing()
    {
        await using var discord = await RawDiscord.StartAsync();
        var path = $"applications/{discord.Options.ApplicationId}/commands";
        const string Two = """[{"name":"a","description":"d","options":[{"type":3,"name":"o","description":"d","required":false}]},{"name":"b","description":"d"}]""";

        var first = await discord.AskAsync("PUT", path, Two);
        var again = await discord.AskAsync("PUT", path, Two);
        var other = await discord.AskAsync("PUT", path, """[{"name":"a","description":"e"}]""");

        Assert.Equal(first.Text, again.Text);
        Assert.Null(first.Json[0]!["options"]![0]!["required"]);
        Assert.Equal(first.Json[0]!["id"]!.ToString(), other.Json[0]!["id"]!.ToString());
        Assert.NotEqual(first.Json[0]!["version"]!.ToString(), other.Json[0]!["version"]!.ToString());
        Assert.Single(discord.Fake.Commands.All);
        Assert.Equal(2, discord.Fake.Commands.Creations);
    }

    [Fact]
    public async Task A_day_allows_200_new_commands()
    {
        await using var discord = await RawDiscord.StartAsync();
        var path = $"applications/{discord.Options.ApplicationId}/commands";
        await discord.AskAsync("PUT", path, $"[{Joined(100, i => $$"""{"name":"a{{i}}","description":"d"}""")}]");
        await discord.AskAsync("PUT", path, $"[{Joined(100, i => $$"""{"name":"b{{i}}","description":"d"}""")}]");

        var over = await discord.AskAsync("PUT", path, """[{"name":"c","description":"d"}]""");
        discord.Time.Advance(TimeSpan.FromDays(1));
        var later = await discord.AskAsync("PUT", path, """[{"name":"c","description":"d"}]""");

        Assert.Equal((400, 30034), (over.Status, over.Code));
        Assert.Equal(200, later.Status);
    }

    [Theory]
    [InlineData("text/plain", """{"content":"t"}""", 50035)]
    [InlineData("application/x-www-form-urlencoded", "content=t", 50035)]
    [InlineData("application/json", """{"content":"t" """, 50109)]
    public async Task A_body_in_another_form_is_refused(string type, string body, int code)
    {
        await using var discord = await RawDiscord.StartAsync();

        var refusal = await discord.AskAsync("POST", $"channels/{discord.Dm}/messages", new StringContent(body, Encoding.UTF8, type));

        Assert.Equal((400, code), (refusal.Status, refusal.Code));
    }

    [Theory]
    [InlineData("\"payload_json\"", "\"files[0]\"", "filename=\"a.png\"", null)]
    [InlineData("\"payload_json\"", "files[0]", "filename=\"a.png\"", "")]
    [InlineData("\"payload_json\"", "\"file0\"", "filename=\"a.png\"", "file0")]
    [InlineData("\"json\"", "\"files[0]\"", "filename=\"a.png\"", "json")]
    [InlineData("\"payload_json\"", "\"files[1]\"", "filename=\"a.png\"", "attachments/0/id")]
    [InlineData("\"payload_json\"", "\"files[0]\"", null, "files[0]")]
    public async Task Files_come_in_named_parts_tied_to_the_list(string json, string part, string? fileName, string? wrong)
    {
        await using var discord = await RawDiscord.StartAsync();

        var got = await discord.AskAsync("POST", $"channels/{discord.Dm}/messages", Form(json, part, fileName, 3));

        Assert.Equal(wrong is null ? 200 : 400, got.Status);
        if (wrong is null)
            Assert.Equal("a.png 3 A chart", $"{got.Json["attachments"]![0]!["filename"]} {got.Json["attachments"]![0]!["size"]} {got.Json["attachments"]![0]!["description"]}");
        else
            Assert.NotNull(got.ErrorAt(wrong));
    }

    [Fact]
    public async Task A_file_above_10_MiB_is_refused_and_a_request_above_25()
    {
        await using var discord = await RawDiscord.StartAsync();
        var path = $"channels/{discord.Dm}/messages";

        var fits = await discord.AskAsync("POST", path, Form("\"payload_json\"", "\"files[0]\"", "filename=\"a.png\"", 10 * 1024 * 1024));
        var over = await discord.AskAsync("POST", path, Form("\"payload_json\"", "\"files[0]\"", "filename=\"a.png\"", (10 * 1024 * 1024) + 1));

        using var three = Form("\"payload_json\"", "\"files[0]\"", "filename=\"a.png\"", 9 * 1024 * 1024);
        foreach (var part in new[] { "\"files[1]\"", "\"files[2]\"" })
            three.Add(Part(new ByteArrayContent(new byte[9 * 1024 * 1024]), part, "filename=\"b.png\""));
        var together = await discord.AskAsync("POST", path, three);

        Assert.Equal(200, fits.Status);
        Assert.Equal((413, 40005), (over.Status, over.Code));
        Assert.Equal((413, 40005), (together.Status, together.Code));
    }

    [Fact]
    public async Task An_edit_keeps_what_it_does_not_name_and_the_files_that_it_lists()
    {
        await using var discord = await RawDiscord.StartAsync();
        var sent = await discord.AskAsync("POST", $"channels/{discord.Dm}/messages", Form("\"payload_json\"", "\"files[0]\"", "filename=\"a.png\"", 3));
        var path = $"channels/{discord.Dm}/messages/{sent.Id}";

        var kept = await discord.AskAsync("PATCH", path, """{"content":"new"}""");
        var removed = await discord.AskAsync("PATCH", path, """{"attachments":[]}""");

        Assert.Single(kept.Json["attachments"]!.AsArray());
        Assert.NotNull(kept.Json["edited_timestamp"]);
        Assert.Empty(removed.Json["attachments"]!.AsArray());
        Assert.Equal("new", removed.Json["content"]!.ToString());
    }

    [Fact]
    public async Task A_bot_has_to_say_who_it_is()
    {
        await using var discord = await RawDiscord.StartAsync();
        using var nameless = discord.Request("GET", "users/@me");
        nameless.Headers.TryAddWithoutValidation("Authorization", $"Bot {discord.Fake.Token}");
        using var bearer = discord.Request("GET", "users/@me");
        bearer.Headers.TryAddWithoutValidation("Authorization", $"Bearer {discord.Fake.Token}");
        bearer.Headers.TryAddWithoutValidation("User-Agent", RawDiscord.UserAgent);

        var blocked = await discord.SendAsync(nameless);
        var unauthorized = await discord.SendAsync(bearer);
        var known = await discord.AskAsync("GET", "users/@me");

        Assert.Equal((403, 40333), (blocked.Status, blocked.Code));
        Assert.Equal((401, 0), (unauthorized.Status, unauthorized.Code));
        Assert.Equal(200, known.Status);
        Assert.Equal(2, discord.Fake.RateLimits.InvalidRequests);
    }

    [Fact]
    public async Task The_bots_token_on_an_interactions_route_is_held_against_it()
    {
        await using var discord = await RawDiscord.StartAsync();
        var interaction = await discord.CommandAsync();
        using var request = discord.Request(
            "POST", $"interactions/{interaction.Id}/{interaction.Token}/callback", new StringContent("""{"type":5}""", Encoding.UTF8, "application/json"));
        request.Headers.TryAddWithoutValidation("Authorization", $"Bot {discord.Fake.Token}");
        request.Headers.TryAddWithoutValidation("User-Agent", RawDiscord.UserAgent);

        var got = await discord.SendAsync(request);

        Assert.Equal(204, got.Status);
        Assert.Equal($"Bot {discord.Fake.Token}", discord.Fake.Log.Calls[^1].Authorization);
        Assert.Contains("Authorization sent", Assert.Single(discord.Fake.Log.Violations), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "channels/5", 404, 10003)]
    [InlineData("GET", "channels/{dm}/messages/5", 404, 10008)]
    [InlineData("GET", "channels/{dm}/messages?limit=101", 400, 50035)]
    [InlineData("GET", "channels/{dm}/messages?last=1", 400, 50035)]
    [InlineData("GET", "applications/5/commands/6", 403, 20012)]
    [InlineData("GET", "applications/{app}/commands/6", 404, 10063)]
    [InlineData("GET", "telepathy", 404, 0)]
    public async Task What_is_not_there_is_said_so(string method, string path, int status, int code)
    {
        await using var discord = await RawDiscord.StartAsync();

        var got = await discord.AskAsync(method, path
            .Replace("{dm}", $"{discord.Dm}", StringComparison.Ordinal).Replace("{app}", $"{discord.Options.ApplicationId}", StringComparison.Ordinal));

        Assert.Equal((status, code), (got.Status, got.Code));
    }

    [Fact]
    public async Task An_enforced_nonce_makes_one_message_of_two()
    {
        await using var discord = await RawDiscord.StartAsync();
        const string Once = """{"content":"t","nonce":"n1","enforce_nonce":true}""";

        var first = await discord.SayAsync(Once);
        var again = await discord.SayAsync(Once);
        var loose = await discord.SayAsync("""{"content":"t","nonce":"n1"}""");
        discord.Time.Advance(TimeSpan.FromMinutes(5));
        var late = await discord.SayAsync(Once);

        Assert.Equal(first.Id, again.Id);
        Assert.NotEqual(first.Id, loose.Id);
        Assert.NotEqual(first.Id, late.Id);
        Assert.Equal("n1", first.Json["nonce"]!.ToString());
    }

    [Theory]
    [InlineData(Reach.Closed, 50007)]
    [InlineData(Reach.NoServer, 50278)]
    public async Task A_person_out_of_reach_cannot_be_written_to(Reach reach, int code)
    {
        await using var discord = await RawDiscord.StartAsync();
        discord.Fake.Channels.SetReach(RawDiscord.Ann, reach);

        var opened = await discord.AskAsync("POST", "users/@me/channels", $$"""{"recipient_id":"{{RawDiscord.Ann.Id}}"}""");
        var refusal = await discord.SayAsync("""{"content":"t"}""");
        discord.Fake.Channels.SetReach(RawDiscord.Ann, Reach.Open);
        var sent = await discord.SayAsync("""{"content":"t"}""");

        Assert.Equal(discord.Dm, opened.Id);
        Assert.Equal((403, code), (refusal.Status, refusal.Code));
        Assert.Equal(200, sent.Status);
        Assert.Empty(discord.Fake.Log.Violations);
    }

    [Fact]
    public async Task What_people_wrote_is_theirs_alone()
    {
        await using var discord = await RawDiscord.StartAsync();
        var id = discord.Fake.People.Say(RawDiscord.Ann, "hello");

        var edited = await discord.AskAsync("PATCH", $"channels/{discord.Dm}/messages/{id}", """{"content":"x"}""");
        var deleted = await discord.AskAsync("DELETE", $"channels/{discord.Dm}/messages/{id}");

        Assert.Equal((403, 50005), (edited.Status, edited.Code));
        Assert.Equal((403, 50003), (deleted.Status, deleted.Code));
    }

    [Theory]
    [InlineData("""{"content":"<@7> @everyone"}""", true, 1)]
    [InlineData("""{"content":"<@7> @everyone","allowed_mentions":{"parse":[]}}""", false, 0)]
    [InlineData("""{"content":"<@7> @everyone","allowed_mentions":{"parse":["users"]}}""", false, 1)]
    [InlineData("""{"content":"<@7> @everyone","allowed_mentions":{"users":["8"]}}""", false, 0)]
    public async Task A_message_tells_everybody_it_names_unless_forbidden(string json, bool everyone, int users)
    {
        await using var discord = await RawDiscord.StartAsync();

        var sent = await discord.SayAsync(json);

        Assert.Equal(everyone, sent.Json["mention_everyone"]!.GetValue<bool>());
        Assert.Equal(users, sent.Json["mentions"]!.AsArray().Count);
    }

    private static string Joined(int count, Func<int, string> item) => string.Join(',', Enumerable.Range(0, count).Select(item));

    private static MultipartFormDataContent Form(string json, string part, string? fileName, int size)
    {
        var list = new StringContent("""{"attachments":[{"id":"0","description":"A chart"}]}""", Encoding.UTF8, "application/json");
        return new MultipartFormDataContent { Part(list, json, null), Part(new ByteArrayContent(new byte[size]), part, fileName) };
    }

    /// <summary>A part with a header that .NET would not write.</summary>
    private static HttpContent Part(HttpContent content, string name, string? fileName)
    {
        var file = content is StringContent ? "" : $"; {fileName ?? "filename*=utf-8''a.png"}";
        content.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name={name}{file}");
        return content;
    }
}
