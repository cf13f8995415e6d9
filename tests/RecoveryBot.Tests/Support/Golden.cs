namespace RecoveryBot.Tests.Support;

/// <summary>A file that says how something must come out; <c>ACCEPT=1 dotnet test</c> writes it anew, to be reviewed.</summary>
internal static class Golden
{
    /// <param name="file">Below the test project, with forward slashes.</param>
    public static void Check(string file, string text)
    {
        var path = Path.Combine(Repository.Tests, file);
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
            File.WriteAllText(path, text);
        Assert.Equal(File.ReadAllText(path), text);
    }
}
