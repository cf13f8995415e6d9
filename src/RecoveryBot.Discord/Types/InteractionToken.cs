using System.Buffers;
using System.Text.Json.Serialization;
using RecoveryBot.Discord.Wire;

namespace RecoveryBot.Discord.Types;

/// <summary>
/// The credential of one interaction: whoever has it can answer for 15 minutes. It does not print itself; a host that must
/// remember it across a restart asks for it with <see cref="Reveal"/>.
/// </summary>
[JsonConverter(typeof(InteractionTokenConverter))]
public sealed record InteractionToken
{
    /// <summary>How long a token lives from the interaction on.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    private static readonly SearchValues<char> InAddresses = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+=:");

    private readonly string _value;

    /// <exception cref="ArgumentException">The text is empty or cannot stand in an address.</exception>
    public InteractionToken(string value)
    {
        if (value.Length == 0 || value.AsSpan().ContainsAnyExcept(InAddresses))
            throw new ArgumentException("Not an interaction token.", nameof(value));
        _value = value;
    }

    /// <summary>The token itself.</summary>
    public string Reveal() => _value;

    /// <summary>Says that there is one, not which.</summary>
    public override string ToString() => "<interaction token>";
}
