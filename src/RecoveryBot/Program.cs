using RecoveryBot;
using RecoveryBot.Demo;

return args switch
{
    [] or ["run", ..] => await ExitCode.OfAsync(() => Commands.RunAsync(args)),
    ["chat", ..] => await ExitCode.OfAsync(() => Commands.ChatAsync(args)),
    ["migrate", ..] => await ExitCode.OfAsync(() => Commands.MigrateAsync(args)),
    ["config", ..] => await ExitCode.OfAsync(() => Commands.ConfigAsync(args)),
    ["demo", ..] => await ExitCode.OfAsync(() => DemoCommand.RunAsync(args)),
    ["version", ..] => Commands.Version(),
    [var other, ..] when !other.StartsWith('-') => ExitCode.Unknown(other),
    _ => await ExitCode.OfAsync(() => Commands.RunAsync(args)),
};
