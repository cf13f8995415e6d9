namespace RecoveryBot.Coaching.Wording;

/// <summary>What is said with the file of all that is stored, and in it.</summary>
public static class ExportLines
{
    private const string Shelf = "Export";

    public static Line Here() => Line.Of(Shelf, []);

    /// <summary>The page that explains the other files; longer than a message.</summary>
    /// <param name="at">When it was made, in words.</param>
    public static Line Readme(string at) => Line.Of(Shelf, [at]);
}
