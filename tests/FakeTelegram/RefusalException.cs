using System.Text.Json.Nodes;

namespace FakeTelegram;

/// <summary>An answer with <c>ok: false</c>, in Telegram's words.</summary>
public sealed class RefusalException(int code, string description, JsonObject? parameters = null) : Exception(description)
{
    public int Code { get; } = code;

    public JsonObject? Parameters { get; } = parameters;

    public static RefusalException Bad(string what) => new(400, "Bad Request: " + what);

    public static RefusalException TooMany(int seconds) =>
        new(429, $"Too Many Requests: retry after {seconds}", new JsonObject { ["retry_after"] = seconds });

    public JsonObject ToJson()
    {
        var answer = new JsonObject { ["ok"] = false, ["error_code"] = Code, ["description"] = Message };
        if (Parameters is not null)
            answer["parameters"] = Parameters.DeepClone();
        return answer;
    }
}
