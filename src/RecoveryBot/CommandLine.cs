namespace RecoveryBot;

/// <summary>What stands behind the command: a few words with two dashes; everything else with a dash is a setting.</summary>
internal static class CommandLine
{
    /// <summary>The terminal without colours and boxes.</summary>
    public const string Plain = "--plain";

    /// <summary>The directory that the database is in, in place of its connection string.</summary>
    public const string Data = "--data";

    /// <summary>How many weeks a demonstration has.</summary>
    public const string Weeks = "--weeks";

    /// <summary>What follows such a word, behind a blank or an equals sign; <see langword="null"/>: it is not there.</summary>
    public static string? ValueOf(string[] args, string name)
    {
        var at = Array.FindIndex(args, arg => arg == name || arg.StartsWith(name + "=", StringComparison.Ordinal));
        return at < 0 ? null
            : args[at].Length > name.Length ? args[at][(name.Length + 1)..]
            : at + 1 < args.Length ? args[at + 1] : "";
    }

    /// <summary>The settings, each as <c>--Key=value</c>.</summary>
    public static string[] SettingsIn(string[] args)
    {
        string[] database = ValueOf(args, Data) is { Length: > 0 } directory
            ? [$"--Storage:ConnectionString=Data Source={Path.Combine(directory, "recoverybot.db")}"] : [];
        return [.. args.Where(arg => arg.StartsWith('-') && !IsOurs(arg)), .. database];
    }

    private static bool IsOurs(string arg) => arg.Split('=')[0] is Plain or Data or Weeks;
}
