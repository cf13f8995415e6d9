using System.Text.Json.Serialization;
using RecoveryBot.Discord.Types;

namespace RecoveryBot.Discord.Requests;

/// <summary>The one first answer to an interaction, due within 3 s. Closed.</summary>
[JsonDerivedType(typeof(Reply))]
[JsonDerivedType(typeof(DeferReply))]
[JsonDerivedType(typeof(DeferUpdate))]
[JsonDerivedType(typeof(UpdateMessage))]
[JsonDerivedType(typeof(OpenModal))]
public abstract record InteractionResponse
{
    private InteractionResponse()
    {
    }

    /// <summary>The wire's number of its kind.</summary>
    public abstract int Type { get; }

    /// <summary>A message: to a command, component or form.</summary>
    public sealed record Reply(InteractionMessage Data) : InteractionResponse
    {
        public override int Type => 4;
    }

    /// <summary>"Thinking …"; the message follows as an edit of the original response.</summary>
    /// <param name="IsEphemeral">For one person only; cannot be changed by that edit.</param>
    public sealed record DeferReply([property: JsonIgnore] bool IsEphemeral = false) : InteractionResponse
    {
        public override int Type => 5;

        /// <summary>The flag and nothing else; <see langword="null"/>: for everybody.</summary>
        public FlagsAlone? Data => IsEphemeral ? new FlagsAlone(MessageFlags.Ephemeral) : null;
    }

    /// <summary>Seen, and nothing changes: to a component, or to a form that came from one.</summary>
    public sealed record DeferUpdate : InteractionResponse
    {
        public override int Type => 6;
    }

    /// <summary>Changes the message that holds the component; as <see cref="DeferUpdate"/>.</summary>
    public sealed record UpdateMessage(EditMessage Data) : InteractionResponse
    {
        public override int Type => 7;
    }

    /// <summary>Opens a form: to a command or component.</summary>
    public sealed record OpenModal(Modal Data) : InteractionResponse
    {
        public override int Type => 9;
    }
}

/// <summary>Flags without a message.</summary>
public sealed record FlagsAlone(MessageFlags Flags);
