using System.Text.Json.Serialization;
using RecoveryBot.Discord.Requests;
using RecoveryBot.Discord.Types;

namespace RecoveryBot.Discord.Wire;

/// <summary>Discord's JSON. In a PATCH what is absent stays as it is, so nothing is written as null by default.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(GatewayFrame))]
[JsonSerializable(typeof(ReadyData))]
[JsonSerializable(typeof(GuildData))]
[JsonSerializable(typeof(Interaction))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(GatewayBot))]
[JsonSerializable(typeof(Application))]
[JsonSerializable(typeof(Channel))]
[JsonSerializable(typeof(CallbackResult))]
[JsonSerializable(typeof(IReadOnlyList<ApplicationCommand>))]
[JsonSerializable(typeof(CreateDm))]
[JsonSerializable(typeof(CreateMessage))]
[JsonSerializable(typeof(EditMessage))]
[JsonSerializable(typeof(InteractionMessage))]
[JsonSerializable(typeof(InteractionResponse))]
internal sealed partial class DiscordJson : JsonSerializerContext;
