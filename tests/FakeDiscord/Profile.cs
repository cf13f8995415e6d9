using System.Text.Json.Nodes;

namespace FakeDiscord;

/// <summary>Who the bot and its application are.</summary>
internal sealed class Profile(FakeDiscordOptions options)
{
    private const ulong OwnerId = 1_100_000_000_000_000_003;
    private const int Flags = 0;

    public JsonObject Bot() => Person.UserJson(options.BotId, options.BotName, isBot: true);

    public JsonObject Me()
    {
        var me = Bot();
        me["mfa_enabled"] = true;
        me["locale"] = "en-US";
        me["verified"] = true;
        me["email"] = null;
        return me;
    }

    /// <summary>As READY shows it.</summary>
    public JsonObject Short() => new() { ["id"] = options.ApplicationId.AsId(), ["flags"] = Flags };

    public JsonObject Application() => new()
    {
        ["id"] = options.ApplicationId.AsId(),
        ["name"] = options.BotName,
        ["icon"] = null,
        ["description"] = "",
        ["type"] = null,
        ["bot"] = Bot(),
        ["bot_public"] = true,
        ["bot_require_code_grant"] = false,
        ["integration_types_config"] = new JsonObject { ["0"] = new JsonObject(), ["1"] = new JsonObject() },
        ["verify_key"] = new string('0', 64),
        ["flags"] = Flags,
        ["flags_new"] = "0",
        ["redirect_uris"] = new JsonArray(),
        ["interactions_endpoint_url"] = null,
        ["role_connections_verification_url"] = null,
        ["owner"] = Person.UserJson(OwnerId, "owner", isBot: false),
        ["approximate_guild_count"] = 0,
        ["approximate_user_install_count"] = 0,
        ["approximate_user_authorization_count"] = 0,
        ["explicit_content_filter"] = 0,
        ["team"] = null,
        ["eligible_oauth2_scopes"] = new JsonArray(),
    };
}
