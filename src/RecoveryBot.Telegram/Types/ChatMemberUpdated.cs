using System.Text.Json.Serialization;

namespace RecoveryBot.Telegram.Types;

/// <summary>A change of the bot's own standing in a chat.</summary>
public sealed record ChatMemberUpdated
{
    public required Chat Chat { get; init; }

    public required User From { get; init; }

    public required ChatMember OldChatMember { get; init; }

    public required ChatMember NewChatMember { get; init; }

    /// <summary>The bot is out: in a private chat the person blocked it.</summary>
    [JsonIgnore]
    public bool IsShutOut => NewChatMember.Status is "kicked" or "left";
}

/// <summary>A standing in a chat.</summary>
/// <param name="Status"><c>member</c>, <c>kicked</c>, <c>left</c>, <c>administrator</c> and others.</param>
public sealed record ChatMember(string Status);
