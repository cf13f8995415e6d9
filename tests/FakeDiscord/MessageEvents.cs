using System.Text.Json.Nodes;
using FakeDiscord.Gateway;

namespace FakeDiscord;

/// <summary>Tells the bot about messages, where it is in the channel and everyone there sees them.</summary>
internal sealed class MessageEvents(GatewayServer gateway)
{
    public void Created(Channel channel, JsonObject message) => Tell("MESSAGE_CREATE", channel, message);

    public void Updated(Channel channel, JsonObject message) => Tell("MESSAGE_UPDATE", channel, message);

    public void Deleted(Channel channel, JsonObject message) => Tell("MESSAGE_DELETE", channel, message, isGone: true);

    private void Tell(string name, Channel channel, JsonObject message, bool isGone = false)
    {
        if (!channel.Place.BotIsIn || Channels.IsEphemeral(message))
            return;
        var data = isGone
            ? new JsonObject { ["id"] = message["id"]!.DeepClone(), ["channel_id"] = channel.Id.AsId() }
            : message.DeepClone().AsObject();
        if (!isGone)
            data["channel_type"] = channel.Type;
        if (channel.Place.GuildId is { } guild)
            data["guild_id"] = guild.AsId();
        var intent = channel.Place.Context == 1 ? Intents.DirectMessages : Intents.GuildMessages;
        gateway.Dispatch(name, data, channel.Place.GuildId, intent);
    }
}
