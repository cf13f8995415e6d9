using CrashHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RecoveryBot;
using RecoveryBot.Channels;
using RecoveryBot.Channels.Terminal;
using RecoveryBot.Coaching;

// CrashHost <point> <count> [arguments of the program]: the same program, which dies the count-th time it gets there.
var (point, crash, rest) = (args[0], new CrashPoint(int.Parse(args[1])), args[2..]);
return point switch
{
    "before-commit" => await Commands.ChatAsync(rest, services => services.AddSingleton<Decide>((state, input, now) =>
    {
        var decision = Coach.Decide(state, input, now);
        crash.Reached();
        return decision;
    })),
    "before-claim" => await ChatOverAsync(terminal => new CrashingChannel(terminal) { BeforeClaim = crash.Reached }),
    "before-delivery" => await ChatOverAsync(terminal => new CrashingChannel(terminal) { Before = crash.Reached }),
    "after-delivery" => await ChatOverAsync(terminal => new CrashingChannel(terminal) { After = crash.Reached }),
    "mid-migration" => Migrations.Apply(rest[0], rest[1], crash),
    _ => throw new ArgumentException($"There is no point '{point}'."),
};

Task<int> ChatOverAsync(Func<IChatChannel, IChatChannel> crashing) => Commands.ChatAsync(
    rest, services => services.Replace(ServiceDescriptor.Singleton(
        provider => crashing(new TerminalChannel(provider.GetRequiredService<TerminalSession>())))));
