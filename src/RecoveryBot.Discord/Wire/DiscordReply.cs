using System.Globalization;
using System.Text.Json;
using RecoveryBot.Discord.Rest;

namespace RecoveryBot.Discord.Wire;

/// <summary>An error body, if it is Discord's at all.</summary>
/// <param name="Code">0: a general one.</param>
/// <param name="RetryAfter">With a 429.</param>
/// <param name="IsGlobal">With a 429: it concerns everything.</param>
internal sealed record DiscordReply(
    int Code, string Message, IReadOnlyList<string> Errors, TimeSpan? RetryAfter, bool IsGlobal)
{
    /// <summary>As many field errors as a log line can bear.</summary>
    private const int MostErrors = 10;

    /// <summary>The error, or <see langword="null"/> where the body is a proxy's page or anything else.</summary>
    /// <param name="hide">Takes secrets out, should they be echoed.</param>
    public static DiscordReply? TryRead(ReadOnlyMemory<byte> body, Func<string, string> hide)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("message", out var message)
                || message.ValueKind != JsonValueKind.String)
                return null;
            var errors = new List<string>();
            if (root.TryGetProperty("errors", out var tree))
                Flatten(tree, "", errors);
            return new DiscordReply(
                (int)(Number(root, "code") ?? 0), hide(message.GetString()!), errors,
                RateLimitHeaders.Seconds(Number(root, "retry_after")),
                root.TryGetProperty("global", out var global) && global.ValueKind == JsonValueKind.True);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Path and code of each leaf. Its message is left out: it may quote what was sent.</summary>
    private static void Flatten(JsonElement node, string path, List<string> errors)
    {
        if (node.ValueKind != JsonValueKind.Object)
            return;
        foreach (var child in node.EnumerateObject())
        {
            if (errors.Count >= MostErrors)
                return;
            if (child.NameEquals("_errors") && child.Value.ValueKind == JsonValueKind.Array)
                errors.AddRange(child.Value.EnumerateArray().Select(leaf => $"{path}: {CodeOf(leaf)}"));
            else
                Flatten(child.Value, Below(path, child.Name), errors);
        }
    }

    private static string CodeOf(JsonElement leaf) =>
        leaf.ValueKind == JsonValueKind.Object && leaf.TryGetProperty("code", out var code)
        && code.ValueKind == JsonValueKind.String
            ? code.GetString()!
            : "?";

    private static string Below(string path, string name) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? $"{path}[{name}]"
        : path.Length == 0 ? name
        : $"{path}.{name}";

    private static double? Number(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
        && value.TryGetDouble(out var number) && Math.Abs(number) < int.MaxValue
            ? number
            : null;
}
