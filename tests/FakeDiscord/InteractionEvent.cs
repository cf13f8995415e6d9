using System.Text.Json.Nodes;

namespace FakeDiscord;

/// <summary>An interaction as <c>INTERACTION_CREATE</c> brings it. [Receiving and Responding]</summary>
internal sealed class InteractionEvent(FakeDiscordOptions options, Channels channels)
{
    private const string AllPermissions = "562949953421311";
    private const int AttachmentSizeLimit = 10 * 1024 * 1024;

    public JsonObject Of(Interaction interaction, Channel channel)
    {
        var (person, place) = (interaction.Person, interaction.Place);
        var json = new JsonObject
        {
            ["id"] = interaction.Id.AsId(),
            ["application_id"] = options.ApplicationId.AsId(),
            ["type"] = (int)interaction.Kind,
            ["data"] = interaction.Data.DeepClone(),
            ["channel_id"] = channel.Id.AsId(),
            ["channel"] = channel.ToJson(),
            ["token"] = interaction.Token,
            ["version"] = 1,
            ["app_permissions"] = AllPermissions,
            ["locale"] = person.Locale,
            ["entitlements"] = new JsonArray(),
            ["entitlement_sku_ids"] = new JsonArray(),
            ["authorizing_integration_owners"] = Owners(person, place),
            ["context"] = place.Context,
            ["attachment_size_limit"] = AttachmentSizeLimit,
        };
        if (place.GuildId is { } guild)
        {
            json["guild_id"] = guild.AsId();
            json["guild"] = new JsonObject { ["id"] = guild.AsId(), ["locale"] = "en-US", ["features"] = new JsonArray() };
            json["guild_locale"] = "en-US";
            json["member"] = Member(person);
        }
        else
        {
            json["user"] = person.ToJson();
        }

        if (interaction.SourceMessageId is { } messageId
            && channels.MessagesOf(channel.Id).FirstOrDefault(message => message["id"].Id() == messageId) is { } source)
            json["message"] = source;
        return json;
    }

    /// <summary>Who installed the app, as far as it matters here: the server (in direct messages 0), or the person.</summary>
    private static JsonObject Owners(Person person, Place place) => place.IsUserInstall
        ? new JsonObject { ["1"] = person.Id.AsId() }
        : new JsonObject { ["0"] = (place.GuildId ?? 0).AsId() };

    private JsonObject Member(Person person) => new()
    {
        ["user"] = person.ToJson(),
        ["nick"] = null,
        ["avatar"] = null,
        ["roles"] = new JsonArray(),
        ["joined_at"] = options.Time.GetUtcNow().AsTimestamp(),
        ["premium_since"] = null,
        ["deaf"] = false,
        ["mute"] = false,
        ["pending"] = false,
        ["flags"] = 0,
        ["permissions"] = AllPermissions,
    };
}
