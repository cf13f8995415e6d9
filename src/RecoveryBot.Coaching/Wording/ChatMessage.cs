namespace RecoveryBot.Coaching.Wording;

/// <summary>A reply in words, ready for a chat channel.</summary>
public sealed record ChatMessage
{
    public required string Text { get; init; }

    /// <summary>Where clock times stand in <see cref="Text"/>, so that a platform can show its own countdown.</summary>
    public IReadOnlyList<TextTime> Times { get; init; } = [];

    public IReadOnlyList<ChatButton> Buttons { get; init; } = [];

    public Placement Placement { get; init; }

    public bool Sound { get; init; }

    public DeliveryClass Class { get; init; }

    /// <summary>A number typed by the user is the answer; then buttons are not numbered in plain mode.</summary>
    public bool ExpectsNumber { get; init; }

    /// <summary>Words typed by the user are the answer, such as a place or a time of day.</summary>
    public bool ExpectsWords { get; init; }

    /// <summary>Answers that platforms with lists offer as well; <see langword="null"/>: none.</summary>
    public ChatChoices? Choices { get; init; }

    /// <summary>What came of a session; a platform may set it apart.</summary>
    public bool IsSummary { get; init; }

    /// <summary>End of the pose that runs; <see langword="null"/>: none.</summary>
    public DateTimeOffset? Countdown { get; init; }

    /// <summary>Not sent any more after this; <see langword="null"/>: however late it is.</summary>
    public DateTimeOffset? UsefulUntil { get; init; }

    /// <summary>The drawing that goes with it; <see langword="null"/>: none. The text is complete without it.</summary>
    public ChatPicture? Picture { get; init; }

    /// <summary>The chart that goes with it; <see langword="null"/>: none. The text is complete without it.</summary>
    public ChatChart? Chart { get; init; }

    /// <summary>The file that goes with it, once; <see langword="null"/>: none.</summary>
    public ChatFile? File { get; init; }
}

/// <summary>A file about the user.</summary>
/// <param name="Name">As people see it: ASCII, with its ending.</param>
public sealed record ChatFile(string Name)
{
    /// <summary>The text in it; <see langword="null"/>: all that is stored about the user, which the host packs when it is sent.</summary>
    public string? Text { get; init; }
}

/// <summary>A drawing.</summary>
/// <param name="Name">One of <see cref="PosePictures.All"/>.</param>
/// <param name="Description">What it shows, for those who do not see it; at most 200 characters.</param>
public sealed record ChatPicture(string Name, string Description);

/// <summary>A clock time in a text: UTF-16 offset and length, and the instant it tells.</summary>
public sealed record TextTime(int Start, int Length, DateTimeOffset Instant)
{
    /// <summary>The same in relative words ("in 5 minutes"); where the zone is not known, the text has no others.</summary>
    public string FromNow { get; init; } = "";
}

/// <summary>A list of answers in words.</summary>
/// <param name="Items">At most 25, each pressed like a button.</param>
/// <param name="InsteadOf">Id of a button that is not needed beside it; <see langword="null"/>: none.</param>
public sealed record ChatChoices(string Name, IReadOnlyList<ChatButton> Items, string? InsteadOf);

/// <summary>A button in words.</summary>
/// <param name="Id">See <see cref="ButtonId"/>.</param>
/// <param name="Label">Meaningful by itself, at most 40 characters.</param>
public sealed record ChatButton(string Id, string Label, ButtonTone Tone);
