namespace RecoveryBot.Coaching.Wording;

/// <summary>A chart in the forms that channels can show: a picture, bars of characters, or rows of text.</summary>
/// <param name="Svg">The picture, 960 by 660, to be rendered; its background is solid.</param>
/// <param name="Description">What it shows, for those who do not see it; at most 200 characters.</param>
/// <param name="Title">What stands above the bars or the rows.</param>
/// <param name="Bars">The last values, oldest first.</param>
/// <param name="Most">The value that fills the whole width.</param>
public sealed record ChatChart(string Svg, string Description, string Title, IReadOnlyList<ChatBar> Bars, int Most);

/// <summary>One value.</summary>
/// <param name="Label">What it belongs to, and what was felt there.</param>
/// <param name="Allowed">What was allowed, in the unit of <paramref name="Value"/>.</param>
/// <param name="Row">All of it as a line of text.</param>
/// <param name="Marked">Something was felt there: another colour, where there are any.</param>
public sealed record ChatBar(string Label, int Value, int Allowed, string Row, bool Marked);
