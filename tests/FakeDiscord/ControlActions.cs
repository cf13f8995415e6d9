using System.Text.Json.Nodes;

namespace FakeDiscord;

/// <summary>What a person does, as a script says it.</summary>
/// <param name="Kind">The cases of <see cref="ControlActions.Do(FakeDiscordServer, PersonAction)"/>.</param>
/// <param name="Text">What is written; of <c>press</c> without a custom id the button's label; of <c>complete</c> what is typed.</param>
/// <param name="Context">0 a server, 1 direct messages, 2 another private channel.</param>
/// <param name="Place">The server or private channel.</param>
/// <param name="UserInstall">Whether only the person installed the app.</param>
internal sealed record PersonAction(
    string Kind, ulong User = 1, string Name = "ann", string Locale = "en-US", string Text = "", ulong MessageId = 0,
    string? CustomId = null, string[]? Values = null, string Command = "", string Option = "", JsonObject? Options = null,
    JsonObject? Content = null, int Context = 1, ulong Place = 2_000_000_000_000_000_001, bool UserInstall = false,
    Reach Reach = Reach.Open);

/// <summary>What happens to the gateway now.</summary>
internal sealed record GatewayAction(
    string Kind, int Code = 4000, bool Resumable = false, string Event = "", JsonObject? Data = null, ulong Guild = 0);

/// <summary>The control endpoints' verbs.</summary>
internal static class ControlActions
{
    public static JsonNode Do(FakeDiscordServer fake, PersonAction action)
    {
        var person = new Person(action.User, action.Name, action.Locale);
        var place = PlaceOf(action);
        return action.Kind switch
        {
            "text" => Id(fake.People.Say(person, action.Text)),
            "other" => Id(fake.People.SendOther(person, action.Content ?? [])),
            "edit" => Done(() => fake.People.Edit(person, action.MessageId, action.Text)),
            "delete" => Done(() => fake.People.Delete(person, action.MessageId)),
            "command" => Id(fake.People.Command(person, action.Command, action.Options, place).Id),
            "complete" => Id(fake.People.Complete(person, action.Command, action.Option, action.Text, place).Id),
            "press" when action.CustomId is { } customId =>
                Id(fake.People.Press(person, action.MessageId, customId).Id),
            "press" => Id(fake.People.Press(person, action.Text, place).Id),
            "select" => Id(fake.People.Select(person, action.MessageId, action.CustomId ?? "", action.Values ?? []).Id),
            "submit" => Id(fake.People.Submit(person, action.Options ?? []).Id),
            "reach" => Done(() => fake.Channels.SetReach(person, action.Reach)),
            _ => throw new ArgumentException($"No kind '{action.Kind}'."),
        };
    }

    public static JsonNode Do(FakeDiscordServer fake, GatewayAction action)
    {
        Action act = action.Kind switch
        {
            "drop" => fake.Gateway.Drop,
            "reconnect" => fake.Gateway.Reconnect,
            "invalidate" => () => fake.Gateway.InvalidateSessions(action.Resumable),
            "heartbeat" => fake.Gateway.AskForHeartbeat,
            "silence" => fake.Gateway.Silence,
            "close" => () => fake.Gateway.Close(action.Code),
            "dispatch" => () => fake.Gateway.Dispatch(action.Event, action.Data ?? []),
            "join" => () => fake.Gateway.Join(action.Guild),
            "leave" => () => fake.Gateway.Leave(action.Guild),
            _ => throw new ArgumentException($"No kind '{action.Kind}'."),
        };
        return Done(act);
    }

    private static Place PlaceOf(PersonAction action) => (action.Context, action.UserInstall) switch
    {
        (0, false) => Place.Server(action.Place),
        (0, true) => Place.ServerOfUserInstall(action.Place),
        (1, false) => Place.Dm,
        (1, true) => Place.DmOfUserInstall,
        (2, _) => Place.Private(action.Place),
        _ => throw new ArgumentException($"No context {action.Context}."),
    };

    private static JsonNode Done(Action act)
    {
        act();
        return true;
    }

    private static JsonObject Id(ulong id) => new() { ["id"] = id.AsId() };
}
