using System.Text.Json.Nodes;
using FakeDiscord.Checks;

namespace FakeDiscord.Rest;

/// <summary>An answer that is an error, in Discord's words.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="code">Discord's own, 0 where it has none.</param>
/// <param name="isOurs">Whether it shows a mistake in the bot, rather than the way of the world.</param>
public sealed class RefusalException(int status, int code, string message, JsonObject? errors = null, bool isOurs = false)
    : Exception(message)
{
    public int Status { get; } = status;

    public int Code { get; } = code;

    public bool IsOurs { get; } = isOurs;

    internal static RefusalException Unauthorized() => new(401, 0, "401: Unauthorized", isOurs: true);

    internal static RefusalException UnknownChannel() => new(404, 10003, "Unknown Channel");

    internal static RefusalException UnknownMessage() => new(404, 10008, "Unknown Message");

    internal static RefusalException UnknownWebhook() => new(404, 10015, "Unknown Webhook");

    internal static RefusalException UnknownInteraction() => new(404, 10062, "Unknown interaction");

    internal static RefusalException EmptyMessage() => new(400, 50006, "Cannot send an empty message", isOurs: true);

    internal static RefusalException MissingAccess() => new(403, 50001, "Missing Access");

    internal static RefusalException Form(Problems problems) =>
        new(400, 50035, "Invalid Form Body", problems.ToJson(), isOurs: true);

    internal static RefusalException Form(string path, string code, string message)
    {
        var problems = new Problems();
        problems.Add(path, code, message);
        return Form(problems);
    }

    public JsonObject ToJson()
    {
        var answer = new JsonObject { ["message"] = Message, ["code"] = Code };
        if (errors is not null)
            answer["errors"] = errors.DeepClone();
        return answer;
    }
}
