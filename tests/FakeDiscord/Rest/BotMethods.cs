using System.Globalization;
using System.Text.Json.Nodes;
using FakeDiscord.Checks;
using FakeDiscord.Gateway;

namespace FakeDiscord.Rest;

/// <summary>What each route under the bot's token does, once its request has passed the schema.</summary>
internal sealed class BotMethods(
    FakeDiscordOptions options, Profile profile, Commands commands, ChannelMethods channelMethods, Channels channels,
    People people, GatewayServer gateway)
{
    public Answer Do(Call call) => call.Operation.Id switch
    {
        "get_gateway" => Answer.Of(new JsonObject { ["url"] = gateway.Url }),
        "get_bot_gateway" => Answer.Of(gateway.Advice()),
        "get_my_user" => Answer.Of(profile.Me()),
        "get_user" => Answer.Of(people.Known(call.Id("user_id") ?? throw UnknownUser()).ToJson()),
        "get_my_application" => Answer.Of(profile.Application()),
        "create_dm" => OpenDm(call),
        "get_channel" => Answer.Of(channels.Require(call.ChannelId).ToJson()),
        "list_application_commands" => Answer.Of(new JsonArray(
            [.. commands.All.Select(command => Localized(command, call.Asks("with_localizations")))])),
        "get_application_command" => Answer.Of(Localized(commands.Find(OwnCommandId(call)), true)),
        "bulk_set_application_commands" => SetCommands(call),
        "create_application_command" => SetCommand(call),
        "delete_application_command" => RemoveCommand(call),
        _ => channelMethods.Do(call),
    };

    private Answer OpenDm(Call call)
    {
        var recipient = call.Body!["recipient_id"].Id();
        if (recipient is null)
            throw RefusalException.Form("recipient_id", "BASE_TYPE_REQUIRED", "This field is required");
        if (recipient == options.BotId)
            throw new RefusalException(400, 50033, "Invalid Recipient(s)", isOurs: true);
        return Answer.Of(channels.OpenDm(people.Known(recipient.Value)).ToJson());
    }

    private Answer SetCommands(Call call)
    {
        RequireOwn(call);
        var wanted = call.Body as JsonArray ?? [];
        var problems = new Problems();
        CommandRules.CheckAll(wanted, problems);
        return problems.Count == 0 ? Answer.Of(commands.Replace(wanted)) : throw RefusalException.Form(problems);
    }

    private Answer SetCommand(Call call)
    {
        RequireOwn(call);
        var problems = new Problems();
        CommandRules.Check(call.Body!.AsObject(), "", problems);
        if (problems.Count > 0)
            throw RefusalException.Form(problems);
        var (command, isNew) = commands.Set(call.Body.AsObject());
        return new Answer(isNew ? 201 : 200, command);
    }

    private Answer RemoveCommand(Call call)
    {
        commands.Remove(OwnCommandId(call));
        return Answer.Nothing;
    }

    private ulong? OwnCommandId(Call call)
    {
        RequireOwn(call);
        return call.Id("command_id");
    }

    private void RequireOwn(Call call)
    {
        if (call.Ids["application_id"] != options.ApplicationId.ToString(CultureInfo.InvariantCulture))
            throw new RefusalException(
                403, 20012, "You are not authorized to perform this action on this application", isOurs: true);
    }

    /// <summary>The list leaves the translations out unless it is asked for them.</summary>
    private static JsonObject Localized(JsonObject command, bool withAll)
    {
        if (!withAll)
            Strip(command);
        return command;

        static void Strip(JsonObject named)
        {
            named.Remove("name_localizations");
            named.Remove("description_localizations");
            foreach (var inner in named["options"].Items().Concat(named["choices"].Items()))
                Strip(inner);
        }
    }

    private static RefusalException UnknownUser() => new(404, 10013, "Unknown User");
}
