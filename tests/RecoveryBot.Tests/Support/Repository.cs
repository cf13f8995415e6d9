namespace RecoveryBot.Tests.Support;

/// <summary>The checked-out sources, for tests that read or rewrite files of the project.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Tests => Path.Combine(Root, "tests", "RecoveryBot.Tests");

    private static string Find()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "RecoveryBot.sln")))
            directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException("The tests run outside of the project's directory.");
    }
}
