using Microsoft.Extensions.Options;
using RecoveryBot.Discord;
using RecoveryBot.Storage;
using RecoveryBot.Telegram;

namespace RecoveryBot;

/// <summary>How the program ends: a number for scripts and one plain line for people (design 6).</summary>
internal static class ExitCode
{
    public const int Ok = 0;
    public const int Unexpected = 1;
    public const int Configuration = 2;
    public const int Database = 3;
    public const int TokenRefused = 4;
    public const int SchemaTooNew = 5;

    public static async Task<int> OfAsync(Func<Task<int>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            var (code, line) = Explain(e);
            await Console.Error.WriteLineAsync("recoverybot: " + line).ConfigureAwait(false);
            return code;
        }
    }

    public static int Unknown(string command)
    {
        Console.Error.WriteLine($"recoverybot: there is no command '{command}': use run, chat, migrate, config, demo or version.");
        return Configuration;
    }

    public static (int Code, string Line) Explain(Exception e) => e switch
    {
        SchemaTooNewException => (SchemaTooNew, e.Message),
        ConfigurationException => (Configuration, e.Message),
        OptionsValidationException invalid => (Configuration, string.Join(" ", invalid.Failures)),
        InvalidDataException or FormatException => (Configuration, "the settings cannot be read: " + e.Message),
        // The binder's own words for a value of the wrong kind; it names the setting.
        InvalidOperationException { InnerException: FormatException or ArgumentException } => (Configuration, e.Message),
        TelegramTokenRefusedException or DiscordRefusedException => (TokenRefused, e.Message),
        StorageException or SealBrokenException => (Database, e.Message),
        _ => (Unexpected, $"unexpected {e.GetType().Name}: {e.Message}"),
    };
}
