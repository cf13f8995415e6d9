using System.Text.Json.Nodes;
using FakeDiscord.Checks;

namespace FakeDiscord.Rest;

/// <summary>First answers, and what an interaction's token can do afterwards. [Receiving and Responding]</summary>
internal sealed class InteractionMethods(
    FakeDiscordOptions options, Profile profile, Channels channels, Interactions interactions, MessageContent content,
    MessageEvents events, Snowflakes ids)
{
    public Answer Do(Call call) => call.Operation.Id switch
    {
        "create_interaction_response" => Respond(call),
        "execute_webhook" => FollowUp(call),
        "get_original_webhook_message" or "get_webhook_message" => Answer.Of(Target(call).Message),
        "update_original_webhook_message" or "update_webhook_message" => Update(call),
        "delete_original_webhook_message" or "delete_webhook_message" => Delete(call),
        var id => throw new InvalidOperationException($"The fake does not do {id}."),
    };

    private Answer Respond(Call call)
    {
        var interaction = interactions.Unanswered(call.Id("interaction_id"), call.Ids["interaction_token"]);
        var body = call.Body!.AsObject();
        var problems = new Problems();
        CallbackRules.Check(body, interaction.Kind, interaction.SourceMessageId is not null, problems);
        if (problems.Count > 0)
            throw RefusalException.Form(problems);
        var original = (int)body["type"].Number()! switch
        {
            CallbackRules.Message => Send(interaction, body["data"]!.AsObject(), call.Files),
            CallbackRules.DeferredMessage => Think(interaction, body["data"]),
            CallbackRules.DeferredUpdate => channels.Find(interaction.ChannelId, interaction.SourceMessageId),
            CallbackRules.Update =>
                Edit(interaction, interaction.SourceMessageId, body["data"] as JsonObject ?? [], call.Files),
            _ => null,
        };
        interactions.Answer(interaction, body, original?["id"].Id());
        return call.Asks("with_response") ? Answer.Of(Resource(interaction, body, original)) : Answer.Nothing;
    }

    private static JsonObject Resource(Interaction interaction, JsonObject body, JsonObject? original)
    {
        var type = body["type"].Number();
        var about = new JsonObject
        {
            ["id"] = interaction.Id.AsId(),
            ["type"] = (int)interaction.Kind,
            ["channel_id"] = interaction.ChannelId.AsId(),
        };
        var answer = new JsonObject { ["interaction"] = about };
        if (original is null)
            return answer;
        about["response_message_id"] = original["id"]!.DeepClone();
        about["response_message_loading"] = type == CallbackRules.DeferredMessage;
        about["response_message_ephemeral"] = Channels.IsEphemeral(original);
        if (type is CallbackRules.Message or CallbackRules.Update)
            answer["resource"] = new JsonObject { ["type"] = type, ["message"] = original.DeepClone() };
        return answer;
    }

    /// <summary>The first follow-up of a deferral takes the place of "thinking", with its visibility.</summary>
    private Answer FollowUp(Call call)
    {
        var interaction = Credential(call);
        var body = call.Body!.AsObject();
        if (OriginalOf(interaction) is { } original && IsLoading(original))
            return Answer.Of(Edit(interaction, interaction.OriginalId, body, call.Files));
        if (interaction.AnswerType == CallbackRules.Autocomplete)
            throw RefusalException.UnknownWebhook();
        interactions.CountFollowUp(interaction);
        var message = Send(interaction, body, call.Files);
        interaction.FollowUpIds.Add(message["id"].Id()!.Value);
        return Answer.Of(message);
    }

    private Answer Update(Call call)
    {
        var (interaction, target) = Target(call);
        return Answer.Of(Edit(interaction, target["id"].Id(), call.Body!.AsObject(), call.Files));
    }

    private Answer Delete(Call call)
    {
        var (interaction, target) = Target(call);
        channels.Remove(interaction.ChannelId, target["id"].Id());
        events.Deleted(ChannelOf(interaction), target);
        return Answer.Nothing;
    }

    private (Interaction Interaction, JsonObject Message) Target(Call call)
    {
        var interaction = Credential(call);
        if (call.Id("message_id") is not { } id)
            return (interaction, OriginalOf(interaction) ?? throw RefusalException.UnknownMessage());
        if (id != interaction.OriginalId && id != interaction.SourceMessageId && !interaction.FollowUps.Contains(id))
            throw RefusalException.UnknownMessage();
        return (interaction, channels.Find(interaction.ChannelId, id));
    }

    private Interaction Credential(Call call) =>
        interactions.Answered(call.Id("webhook_id"), call.Ids["webhook_token"]);

    private JsonObject? OriginalOf(Interaction interaction) => interaction.OriginalId is { } id
        ? channels.MessagesOf(interaction.ChannelId).FirstOrDefault(message => message["id"].Id() == id)
        : null;

    private Channel ChannelOf(Interaction interaction) => channels.Known(interaction.ChannelId);

    private JsonObject Send(Interaction interaction, JsonObject body, IReadOnlyDictionary<string, UploadedFile> files)
    {
        var message = Started(interaction);
        content.Apply(message, body, files, MessageFlags.ForInteraction);
        return Show(interaction, message);
    }

    private JsonObject Think(Interaction interaction, JsonNode? data)
    {
        var message = Started(interaction);
        message["flags"] = MessageFlags.Loading | (data?["flags"].Number() ?? 0);
        return Show(interaction, message);
    }

    private JsonObject Started(Interaction interaction)
    {
        var message = MessageContent.Empty(ids.Next(), interaction.ChannelId, profile.Bot(), options.Time.GetUtcNow());
        message["type"] = interaction.Kind == InteractionKind.Command ? 20 : 19;
        message["application_id"] = options.ApplicationId.AsId();
        message["webhook_id"] = options.ApplicationId.AsId();
        return message;
    }

    private JsonObject Show(Interaction interaction, JsonObject message)
    {
        var shown = channels.Add(interaction.ChannelId, message);
        events.Created(ChannelOf(interaction), shown);
        return shown;
    }

    private JsonObject Edit(
        Interaction interaction, ulong? messageId, JsonObject body, IReadOnlyDictionary<string, UploadedFile> files)
    {
        var shown = channels.Change(interaction.ChannelId, messageId, message =>
        {
            var wasLoading = IsLoading(message);
            var ephemeral = (message["flags"].Number() ?? 0) & MessageFlags.Ephemeral;
            content.Apply(message, body, files, MessageFlags.ForEdit | (wasLoading ? MessageFlags.Ephemeral : 0));
            message["flags"] = (message["flags"].Number() & ~(MessageFlags.Loading | MessageFlags.Ephemeral)) | ephemeral;
            if (!wasLoading)
                message["edited_timestamp"] = options.Time.GetUtcNow().AsTimestamp();
        });
        events.Updated(ChannelOf(interaction), shown);
        return shown;
    }

    private static bool IsLoading(JsonObject message) => ((message["flags"].Number() ?? 0) & MessageFlags.Loading) != 0;
}
