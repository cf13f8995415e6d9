using RecoveryBot.Discord.Types;

namespace RecoveryBot.Discord;

/// <summary>One event of the gateway. Closed: what we do not know is <see cref="Other"/>.</summary>
public abstract record Dispatch
{
    private Dispatch()
    {
    }

    /// <summary>A session began.</summary>
    /// <param name="SessionId">To resume with.</param>
    /// <param name="ResumeUrl">Where to resume.</param>
    public sealed record Ready(
        string SessionId, string ResumeUrl, Snowflake ApplicationId, Snowflake UserId) : Dispatch;

    /// <summary>All that was missed has been replayed.</summary>
    public sealed record Resumed : Dispatch;

    /// <summary>A command, button, select or form was used.</summary>
    public sealed record InteractionCreate(Interaction Interaction) : Dispatch;

    /// <summary>Somebody wrote, perhaps we ourselves: see <see cref="Message.IsFromPerson"/>.</summary>
    public sealed record MessageCreate(Message Message) : Dispatch;

    /// <summary>A message changed: by its author, by us, or because a link got its preview.</summary>
    public sealed record MessageUpdate(Message Message) : Dispatch;

    /// <summary>We are in this server: told for each at the start of a session, and when we are added.</summary>
    public sealed record GuildCreate(Snowflake GuildId) : Dispatch;

    /// <summary>We were removed from a server, or Discord lost it for a while.</summary>
    /// <param name="Unavailable">An outage: we are still in it.</param>
    public sealed record GuildDelete(Snowflake GuildId, bool Unavailable) : Dispatch;

    /// <summary>An event that we have no use for.</summary>
    /// <param name="Name">Its wire name.</param>
    public sealed record Other(string Name) : Dispatch;

    /// <summary>A known event of an unexpected shape. It does not print itself.</summary>
    /// <param name="Name">Its wire name.</param>
    /// <param name="Json">Its <c>d</c> as it came, with whatever people wrote.</param>
    public sealed record Undecodable(string Name, string Json) : Dispatch
    {
        public override string ToString() => $"Undecodable {{ Name = {Name} }}";
    }
}
