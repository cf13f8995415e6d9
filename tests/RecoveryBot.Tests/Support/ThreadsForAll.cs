using System.Runtime.CompilerServices;

namespace RecoveryBot.Tests.Support;

/// <summary>
/// The pool starts with a thread for each core and adds one or two a second. Tests that compute for minutes hold theirs, and
/// one that talks with a server through a hundred hops would then wait for a minute.
/// </summary>
internal static class ThreadsForAll
{
    private const int Least = 32;

    [ModuleInitializer]
    internal static void Set()
    {
        ThreadPool.GetMinThreads(out _, out var ports);
        ThreadPool.SetMinThreads(Least, ports);
    }
}
