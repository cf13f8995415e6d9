using System.Text.Json.Nodes;

namespace FakeDiscord.Checks;

/// <summary>The flags of a message that matter here. [Message Resource]</summary>
internal static class MessageFlags
{
    public const long SuppressEmbeds = 1 << 2;
    public const long Ephemeral = 1 << 6;
    public const long Loading = 1 << 7;
    public const long Silent = 1 << 12;
    public const long ComponentsV2 = 1 << 15;

    /// <summary>What a new message in a channel may set.</summary>
    public const long ForChannel = SuppressEmbeds | Silent | ComponentsV2;

    /// <summary>What a new message by an interaction's token may set.</summary>
    public const long ForInteraction = ForChannel | Ephemeral;

    /// <summary>What an edit may set.</summary>
    public const long ForEdit = SuppressEmbeds | ComponentsV2;
}

/// <summary>What the schema does not say about messages. [Message Resource]</summary>
internal static class MessageRules
{
    private const int LongestContent = 2000;
    private const int LongestEmbeds = 6000;

    /// <param name="flags">Those that the message will have.</param>
    /// <param name="mayHave">Those that this request may ask for.</param>
    /// <param name="fileNames">The names of the files that come along or are there already.</param>
    public static void Check(JsonObject body, long flags, long mayHave, IReadOnlyCollection<string> fileNames, Problems problems)
    {
        var isV2 = (flags & MessageFlags.ComponentsV2) != 0;
        if (body["content"].Text()?.Length > LongestContent)
            problems.TooLong("content", LongestContent);
        if (body["flags"].Number() is { } asked && (asked & ~mayHave) != 0)
            problems.Add("flags", "BASE_TYPE_CHOICES", $"The flags {asked & ~mayHave} cannot be set here.");
        if (isV2)
            foreach (var name in new[] { "content", "embeds", "sticker_ids", "poll" })
                if (body[name] is JsonArray { Count: > 0 } or JsonObject || !string.IsNullOrEmpty(body[name].Text()))
                    problems.Add(name, "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                        $"The '{name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
        CheckEmbeds(body["embeds"], fileNames, problems);
        ComponentRules.CheckMessage(body["components"], isV2, problems);
        CheckMentions(body["allowed_mentions"], problems);
    }

    public static bool HasScheme(string address, params string[] schemes) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && schemes.Contains(uri.Scheme);

    private static void CheckEmbeds(JsonNode? embeds, IReadOnlyCollection<string> fileNames, Problems problems)
    {
        var total = 0;
        var index = 0;
        foreach (var embed in embeds.Items())
        {
            var path = $"embeds/{index++}";
            var length = LengthOf(embed);
            total += length;
            if (length == 0 && embed["image"] is null && embed["thumbnail"] is null)
                problems.Required(Problems.At(path, "description"));
            var field = 0;
            foreach (var pair in embed["fields"].Items())
            {
                foreach (var name in new[] { "name", "value" })
                    if (string.IsNullOrWhiteSpace(pair[name].Text()))
                        problems.Required($"{path}/fields/{field}/{name}");
                field++;
            }

            foreach (var place in new[] { "image", "thumbnail" })
                CheckPicture(embed[place]?["url"].Text(), $"{path}/{place}/url", fileNames, problems);
            if (embed["url"].Text() is { } url && !HasScheme(url, "http", "https"))
                problems.Add(
                    Problems.At(path, "url"), "URL_TYPE_INVALID_SCHEME", "Scheme must be one of ('http', 'https').");
        }

        if (total > LongestEmbeds)
            problems.Add("embeds", "MAX_EMBED_SIZE_EXCEEDED", $"Embed size exceeds maximum size of {LongestEmbeds}");
    }

    private static void CheckPicture(string? url, string path, IReadOnlyCollection<string> fileNames, Problems problems)
    {
        if (url is null)
            return;
        if (!HasScheme(url, "http", "https", "attachment"))
            problems.Add(path, "URL_TYPE_INVALID_SCHEME", "Scheme must be one of ('http', 'https', 'attachment').");
        else if (url.StartsWith("attachment://", StringComparison.Ordinal)
            && !fileNames.Contains(url["attachment://".Length..]))
            problems.Add(path, "ATTACHMENT_NOT_FOUND", "No file of this name comes along.");
    }

    private static int LengthOf(JsonObject embed)
    {
        string?[] texts =
        [
            embed["title"].Text(), embed["description"].Text(), embed["footer"]?["text"].Text(), embed["author"]?["name"].Text(),
            .. embed["fields"].Items().SelectMany(field => new[] { field["name"].Text(), field["value"].Text() }),
        ];
        return texts.Sum(text => text?.Length ?? 0);
    }

    private static void CheckMentions(JsonNode? allowed, Problems problems)
    {
        var parsed = (allowed?["parse"] as JsonArray ?? []).Select(kind => kind.Text()).ToList();
        foreach (var kind in new[] { "users", "roles" })
            if (parsed.Contains(kind) && allowed![kind] is JsonArray { Count: > 0 })
                problems.Add("allowed_mentions", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                    $"parse:[\"{kind}\"] and {kind}: [ids...] are mutually exclusive.");
    }
}
