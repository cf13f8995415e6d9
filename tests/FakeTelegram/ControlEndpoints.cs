using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace FakeTelegram;

/// <summary>The fake by hand or by script: people's doings in, faults in, history out.</summary>
internal static class ControlEndpoints
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static void Map(IEndpointRouteBuilder app, FakeTelegramServer fake)
    {
        app.MapPost("/control/updates", (RequestDelegate)(context => InjectAsync(context, fake)));
        app.MapPost("/control/faults", (RequestDelegate)(async context =>
        {
            fake.Faults.Add((await context.Request.ReadFromJsonAsync<Fault>(Options))!);
            await WriteAsync(context, true);
        }));
        app.MapPost("/control/clear", (RequestDelegate)(context =>
        {
            fake.Log.Clear();
            fake.Faults.Clear();
            return WriteAsync(context, true);
        }));
        app.MapGet("/control/calls", (RequestDelegate)(context =>
            WriteAsync(context, new JsonArray([.. fake.Log.Calls.Select(call => call.ToJson())]))));
        app.MapGet("/control/chats/{id}", (RequestDelegate)(context => WriteAsync(context, new JsonArray(
            [.. fake.Chats.MessagesOf(long.Parse((string)context.GetRouteValue("id")!, CultureInfo.InvariantCulture))]))));
        app.MapGet("/control/violations", (RequestDelegate)(context => WriteAsync(context, Texts(fake.Log.Violations))));
        app.MapGet("/control/state", (RequestDelegate)(context => WriteAsync(context, new JsonObject
        {
            ["unconfirmed_updates"] = fake.Updates.Count,
            ["unanswered_queries"] = Texts(fake.Queries.Unanswered),
            ["violations"] = fake.Log.Violations.Count,
            ["calls"] = fake.Log.Calls.Count,
        })));
    }

    private static async Task InjectAsync(HttpContext context, FakeTelegramServer fake)
    {
        var action = (await context.Request.ReadFromJsonAsync<Action>(Options))!;
        var person = new Person(action.User, action.FirstName, action.LanguageCode);
        var text = action.Text ?? "";
        try
        {
            var id = action.Kind switch
            {
                "text" => fake.People.Say(person, text, action.Group),
                "edit" => fake.People.Edit(person, action.MessageId, text, action.Group),
                "press" when action.Data is { } data => fake.People.Press(person, action.MessageId, data, action.Group, action.Inaccessible),
                "press" => fake.People.PressLabel(person, text, action.Group),
                "other" => fake.People.SendOther(person, action.Content, action.Group),
                "block" => fake.People.Block(person),
                "unblock" => fake.People.Unblock(person),
                "migrate" => fake.People.Migrate(person, action.Group!.Value, action.NewGroup),
                "raw" => fake.Updates.AddRaw(action.Content!),
                _ => throw new ArgumentException($"No kind '{action.Kind}'."),
            };
            await WriteAsync(context, new JsonObject { ["update_id"] = id });
        }
        catch (Exception wrong) when (wrong is ArgumentException or RefusalException)
        {
            context.Response.StatusCode = 400;
            await WriteAsync(context, new JsonObject { ["error"] = wrong.Message });
        }
    }

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];

    private static Task WriteAsync(HttpContext context, JsonNode answer)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(answer.ToJsonString());
    }

    /// <param name="Text">What is written; with <c>press</c> and no data, the button's label.</param>
    private sealed record Action(
        string Kind, long User = 1, string FirstName = "Ann", string? LanguageCode = "en", string? Text = null,
        long? Group = null, long NewGroup = 0, long MessageId = 0, string? Data = null, bool Inaccessible = false,
        JsonObject? Content = null);
}
