namespace RecoveryBot.Discord.Types;

/// <summary>A framed block under a message. All text of a message's embeds together is at most 6000.</summary>
public sealed record Embed
{
    /// <summary>The most text in all embeds of a message.</summary>
    public const int MaxTextOfAll = 6000;

    /// <summary>Up to 256.</summary>
    public string? Title { get; init; }

    /// <summary>Up to 4096.</summary>
    public string? Description { get; init; }

    /// <summary>The stripe at its side, <c>0xRRGGBB</c>.</summary>
    public int? Color { get; init; }

    /// <summary>Up to 25.</summary>
    public IReadOnlyList<EmbedField>? Fields { get; init; }

    public EmbedImage? Image { get; init; }

    public EmbedFooter? Footer { get; init; }
}

/// <summary>A named value.</summary>
/// <param name="Name">1–256.</param>
/// <param name="Value">1–1024.</param>
/// <param name="Inline">Beside its neighbour.</param>
public sealed record EmbedField(string Name, string Value, bool Inline = false);

/// <summary>A picture.</summary>
/// <param name="Url">An address, or <c>attachment://chart.png</c> for a file of the same message.</param>
public sealed record EmbedImage(string Url);

/// <summary>A small line below.</summary>
/// <param name="Text">Up to 2048.</param>
public sealed record EmbedFooter(string Text);
