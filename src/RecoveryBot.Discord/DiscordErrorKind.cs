namespace RecoveryBot.Discord;

/// <summary>What a refusal asks for, told by Discord's code and, where there is none, by the HTTP status.</summary>
public enum DiscordErrorKind
{
    /// <summary>None of those below: a fault of ours, or news of theirs.</summary>
    Other,

    /// <summary>The token is dead: stop the process. Only from calls that carry it.</summary>
    Unauthorised,

    /// <summary>This person takes no DM from us, or shares nothing with us: no more until they write or click again.</summary>
    Unreachable,

    /// <summary>As <see cref="Unreachable"/>, but Discord sometimes errs here: try once more next day.</summary>
    MissingAccess,

    /// <summary>This channel is shut for us (permissions, slow mode, archived thread): use the DM.</summary>
    ChannelForbidden,

    /// <summary>Too many DMs opened: wait minutes, for everybody.</summary>
    DmsOpenedTooFast,

    /// <summary>The channel is gone: open the DM again, once.</summary>
    ChannelGone,

    /// <summary>The message is gone: send a new one.</summary>
    MessageGone,

    /// <summary>The person's account is gone.</summary>
    UserGone,

    /// <summary>Edited too often for its age: send a new one.</summary>
    EditedTooOften,

    /// <summary>Empty, malformed or too long: trying again cannot help.</summary>
    OurBug,

    /// <summary>A smaller file would go.</summary>
    TooLarge,

    /// <summary>Blocked by a filter for words or links: give it up.</summary>
    Moderated,

    /// <summary>Answered after the 3 s, or the id is wrong.</summary>
    UnknownInteraction,

    /// <summary>The interaction has its one first answer.</summary>
    AlreadyAnswered,

    /// <summary>The interaction token is dead or unknown: write to the channel instead.</summary>
    TokenExpired,

    /// <summary>Five follow-ups were sent where we are no member.</summary>
    FollowupsSpent,

    /// <summary>Discord is in trouble: later, and only with a nonce.</summary>
    ServerFailed,
}
