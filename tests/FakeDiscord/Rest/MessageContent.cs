using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FakeDiscord.Checks;

namespace FakeDiscord.Rest;

/// <summary>Puts what a request holds into a message, as Discord shows it afterwards.</summary>
internal sealed partial class MessageContent(Snowflakes ids, Func<Uri> address)
{
    /// <summary>A message with nothing in it.</summary>
    public static JsonObject Empty(ulong id, ulong channelId, JsonObject author, DateTimeOffset at) => new()
    {
        ["id"] = id.AsId(),
        ["channel_id"] = channelId.AsId(),
        ["type"] = 0,
        ["author"] = author.DeepClone(),
        ["content"] = "",
        ["timestamp"] = at.AsTimestamp(),
        ["edited_timestamp"] = null,
        ["tts"] = false,
        ["mention_everyone"] = false,
        ["mentions"] = new JsonArray(),
        ["mention_roles"] = new JsonArray(),
        ["attachments"] = new JsonArray(),
        ["embeds"] = new JsonArray(),
        ["components"] = new JsonArray(),
        ["flags"] = 0,
        ["pinned"] = false,
    };

    /// <summary>Sets what the request names; what it leaves out stays.</summary>
    /// <param name="mayHave">The flags that the request may ask for.</param>
    /// <exception cref="RefusalException">The request or the message it would make breaks a rule.</exception>
    public void Apply(JsonObject message, JsonObject body, IReadOnlyDictionary<string, UploadedFile> files, long mayHave)
    {
        var attachments = Attachments(message, body, files);
        var flags = Flags(message, body);
        var problems = new Problems();
        MessageRules.Check(
            body, flags, mayHave, [.. attachments.Items().Select(file => file["filename"]!.ToString())], problems);
        if ((flags & MessageFlags.ComponentsV2) != 0 && body["content"] is null
            && message["content"]!.ToString().Length > 0)
            problems.Add("content", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                "The message has content from before");
        if (problems.Count > 0)
            throw RefusalException.Form(problems);
        message["attachments"] = attachments;
        message["flags"] = flags;
        if (body.ContainsKey("content"))
            message["content"] = body["content"].Text() ?? "";
        if (body.ContainsKey("embeds"))
            message["embeds"] = new JsonArray([.. body["embeds"].Items().Select(embed => Shown(embed, attachments))]);
        if (body.ContainsKey("components"))
            message["components"] = Numbered(body["components"]);
        if (body["tts"].IsTrue())
            message["tts"] = true;
        Mention(message, body["allowed_mentions"]);
        if (IsEmpty(message))
            throw RefusalException.EmptyMessage();
    }

    private static bool IsEmpty(JsonObject message) =>
        string.IsNullOrWhiteSpace(message["content"].Text())
        && new[] { "embeds", "components", "attachments" }.All(name => message[name]!.AsArray().Count == 0);

    /// <summary>What can be set by hand is replaced; what Discord holds itself stays, as does the flag for components.</summary>
    private static long Flags(JsonObject message, JsonObject body)
    {
        var before = message["flags"].Number() ?? 0;
        if (body["flags"].Number() is not { } asked)
            return before;
        var held = MessageFlags.Ephemeral | MessageFlags.Loading | MessageFlags.Silent | MessageFlags.ComponentsV2;
        return asked | (before & held);
    }

    /// <summary>Old files stay unless a list leaves them out; new ones are tied to the list by their number.</summary>
    private JsonArray Attachments(JsonObject message, JsonObject body, IReadOnlyDictionary<string, UploadedFile> files)
    {
        var kept = message["attachments"].Items().ToList();
        var listed = (body["attachments"] as JsonArray)?.Items().ToList();
        if (listed is not null)
            kept = [.. kept.Where(old => listed.Exists(entry => entry["id"].Text() == old["id"].Text()))];
        var named = new List<string>();
        var problems = new Problems();
        for (var i = 0; i < listed?.Count; i++)
        {
            var part = $"files[{listed[i]["id"].Text()}]";
            if (files.ContainsKey(part))
                named.Add(part);
            else if (!kept.Exists(old => old["id"].Text() == listed[i]["id"].Text()))
                problems.Add($"attachments/{i}/id", "ATTACHMENT_NOT_FOUND",
                    "There is neither a file nor an old attachment of this id.");
        }

        if (files.Keys.FirstOrDefault(part => listed is not null && !named.Contains(part)) is { } untied)
            problems.Add("attachments", "ATTACHMENT_NOT_LISTED", $"{untied} is not in the list.");
        if (kept.Count + files.Count > 10)
            problems.TooLong("attachments", 10);
        if (problems.Count > 0)
            throw RefusalException.Form(problems);
        var fresh = files.Select(file =>
            New(file.Value, listed?.Find(entry => $"files[{entry["id"].Text()}]" == file.Key), message));
        return [.. kept.Select(old => old.DeepClone()), .. fresh];
    }

    private JsonObject New(UploadedFile file, JsonObject? entry, JsonObject message)
    {
        var id = ids.Next();
        var name = entry?["filename"].Text() ?? file.Name;
        var path = $"attachments/{message["channel_id"]}/{id}/{Uri.EscapeDataString(name)}?ex=0&is=0&hm=0";
        var url = new Uri(address(), path).AbsoluteUri;
        var json = new JsonObject
        {
            ["id"] = id.AsId(),
            ["filename"] = name,
            ["size"] = file.Content.Length,
            ["url"] = url,
            ["proxy_url"] = url,
        };
        if (file.ContentType is { } type)
            json["content_type"] = type;
        if (entry?["description"].Text() is { } description)
            json["description"] = description;
        return json;
    }

    private static JsonObject Shown(JsonObject embed, JsonArray attachments)
    {
        var shown = embed.WithoutNulls().AsObject();
        shown["type"] = "rich";
        foreach (var place in new[] { "image", "thumbnail" })
        {
            if (shown[place]?["url"].Text() is not { } url || !url.StartsWith("attachment://", StringComparison.Ordinal))
                continue;
            var file = attachments.Items().First(file => file["filename"].Text() == url["attachment://".Length..]);
            shown[place]!["url"] = file["url"]!.ToString();
        }

        foreach (var field in shown["fields"].Items())
            field["inline"] ??= false;
        return shown;
    }

    /// <summary>Discord numbers all components of a message that come without an id.</summary>
    private static JsonArray Numbered(JsonNode? components)
    {
        var shown = (components?.WithoutNulls() as JsonArray) ?? [];
        var next = 1;
        foreach (var (_, component) in ComponentRules.All(shown))
        {
            component["id"] ??= next++;
            foreach (var (name, value) in DefaultsOf(component))
                component.TryAdd(name, value);
        }

        return shown;
    }

    /// <summary>What Discord shows although the bot left it out.</summary>
    private static (string Name, JsonNode? Value)[] DefaultsOf(JsonObject component) => component["type"].Number() switch
    {
        ComponentRules.Separator => [("divider", true), ("spacing", 1)],
        ComponentRules.Container => [("spoiler", false), ("accent_color", null)],
        _ when ComponentRules.IsSelect(component) => [("min_values", 1), ("max_values", 1)],
        _ => [],
    };

    /// <summary>Who is told: all that the text names, unless the request allows fewer.</summary>
    private static void Mention(JsonObject message, JsonNode? allowed)
    {
        var content = message["content"]!.ToString();
        var everyone = new[] { "@everyone", "@here" }.Any(name => content.Contains(name, StringComparison.Ordinal));
        message["mention_everyone"] = everyone && (allowed is null || Parses("everyone"));
        message["mentions"] = new JsonArray([.. UserMention.Matches(content).Select(match => match.Groups[1].Value).Distinct()
            .Where(id => allowed is null || Parses("users") || (allowed["users"] as JsonArray ?? []).Any(one => one.Text() == id))
            .Select(id => (JsonNode)Person.UserJson(ulong.Parse(id, CultureInfo.InvariantCulture), "someone", isBot: false))]);

        bool Parses(string kind) => (allowed!["parse"] as JsonArray ?? []).Any(one => one.Text() == kind);
    }

    [GeneratedRegex("<@!?([0-9]{1,20})>")]
    private static partial Regex UserMention { get; }
}
