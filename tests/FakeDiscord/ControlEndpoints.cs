using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using FakeDiscord.Gateway;
using FakeDiscord.Rest;

namespace FakeDiscord;

/// <summary>The fake by hand or by script: people's doings in, faults in, history out.</summary>
internal static class ControlEndpoints
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
    };

    public static void Map(IEndpointRouteBuilder app, FakeDiscordServer fake)
    {
        app.MapPost("/control/events", (RequestDelegate)(context =>
            DoAsync<PersonAction>(context, action => ControlActions.Do(fake, action))));
        app.MapPost("/control/gateway", (RequestDelegate)(context =>
            DoAsync<GatewayAction>(context, action => ControlActions.Do(fake, action))));
        app.MapPost("/control/faults", (RequestDelegate)(context => DoAsync<Fault>(context, fault =>
        {
            fake.Faults.Add(fault);
            return true;
        })));
        app.MapPost("/control/gateway-faults", (RequestDelegate)(context => DoAsync<GatewayFault>(context, fault =>
        {
            fake.Gateway.Faults.Add(fault);
            return true;
        })));
        app.MapPost("/control/limits", (RequestDelegate)(context => DoAsync<LimitAction>(context, limit =>
        {
            fake.RateLimits.Set(
                limit.Route, new RouteLimit(limit.Limit, TimeSpan.FromSeconds(limit.Seconds), limit.Bucket));
            return true;
        })));
        app.MapPost("/control/clear", (RequestDelegate)(context =>
        {
            fake.Log.Clear();
            fake.Faults.Clear();
            fake.Gateway.Faults.Clear();
            return WriteAsync(context, true);
        }));
        MapReading(app, fake);
    }

    private static void MapReading(IEndpointRouteBuilder app, FakeDiscordServer fake)
    {
        app.MapGet("/control/calls", (RequestDelegate)(context =>
            WriteAsync(context, new JsonArray([.. fake.Log.Calls.Select(call => call.ToJson())]))));
        app.MapGet("/control/channels/{id}", (RequestDelegate)(context =>
            WriteAsync(context, new JsonArray([.. fake.Channels.MessagesOf(IdIn(context))]))));
        app.MapGet("/control/dms/{id}", (RequestDelegate)(context =>
            WriteAsync(context, new JsonArray([.. fake.Channels.MessagesWith(new Person(IdIn(context)))]))));
        app.MapGet("/control/interactions", (RequestDelegate)(context =>
            WriteAsync(context, new JsonArray([.. fake.Interactions.All.Select(interaction => interaction.ToJson())]))));
        app.MapGet("/control/commands", (RequestDelegate)(context =>
            WriteAsync(context, new JsonArray([.. fake.Commands.All]))));
        app.MapGet("/control/frames", (RequestDelegate)(context =>
            WriteAsync(context, new JsonArray([.. fake.Gateway.Log.Frames.Select(frame => frame.ToJson())]))));
        app.MapGet("/control/violations", (RequestDelegate)(context =>
            WriteAsync(context, Texts(fake.Log.Violations))));
        app.MapGet("/control/state", (RequestDelegate)(context => WriteAsync(context, new JsonObject
        {
            ["connections"] = fake.Gateway.Log.Connections,
            ["identifies"] = fake.Gateway.Log.Identifies,
            ["resumes"] = fake.Gateway.Log.Resumes,
            ["heartbeats"] = fake.Gateway.Log.Heartbeats,
            ["sessions"] = fake.Gateway.Sessions,
            ["token_is_dead"] = fake.Gateway.TokenIsDead,
            ["unanswered_interactions"] = Texts(
                fake.Interactions.All.Where(one => one.AnsweredAt is null).Select(one => $"{one.Id}")),
            ["invalid_requests"] = fake.RateLimits.InvalidRequests,
            ["violations"] = fake.Log.Violations.Count,
            ["calls"] = fake.Log.Calls.Count,
        })));
    }

    private static async Task DoAsync<T>(HttpContext context, Func<T, JsonNode> act)
    {
        try
        {
            await WriteAsync(context, act((await context.Request.ReadFromJsonAsync<T>(Options))!));
        }
        catch (Exception wrong) when (wrong is ArgumentException or RefusalException or JsonException)
        {
            context.Response.StatusCode = 400;
            await WriteAsync(context, new JsonObject { ["error"] = wrong.Message });
        }
    }

    private static ulong IdIn(HttpContext context) =>
        ulong.Parse((string)context.GetRouteValue("id")!, CultureInfo.InvariantCulture);

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];

    private static Task WriteAsync(HttpContext context, JsonNode answer)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(answer.ToJsonString());
    }

    private sealed record LimitAction(string Route, int Limit, double Seconds, string? Bucket = null);
}
