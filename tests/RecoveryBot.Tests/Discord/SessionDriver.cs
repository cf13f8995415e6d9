using RecoveryBot.Discord;
using RecoveryBot.Discord.Gateway;
using RecoveryBot.Discord.Types;

namespace RecoveryBot.Tests.Discord;

/// <summary>A gateway session, its clock, and everything it has asked for.</summary>
internal sealed class SessionDriver
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(41.25);
    public static readonly GatewayPosition AtFive = new("s1", "wss://resume.example", 5);

    private int _sessions;

    public SessionDriver(GatewayPosition? position = null, IEnumerable<DateTimeOffset>? identifies = null, int shards = 1) =>
        State = new GatewaySessionState
        {
            Url = "wss://gateway.example",
            Position = position,
            Budget = IdentifyBudget.For(new Shard(0, shards), identifies ?? [], notBefore: null),
        };

    public GatewaySessionState State { get; set; }

    public DateTimeOffset Now { get; set; } = Noon;

    /// <summary>What the next inputs bring as their chance.</summary>
    public double Chance { get; set; } = 0.5;

    public int Identifies { get; private set; }

    /// <summary>A session whose hello has been said; it has asked to identify or resume.</summary>
    public static SessionDriver Greeted(GatewayPosition? position = null)
    {
        var driver = new SessionDriver(position);
        driver.Hear(new GatewayInput.Started());
        driver.Greet();
        return driver;
    }

    /// <summary>A session that is live at sequence 5 and has been so for an hour, its heartbeats acknowledged.</summary>
    public static SessionDriver Live()
    {
        var driver = Greeted(AtFive);
        driver.Hear(new GatewayInput.Dispatched(new Dispatch.Resumed(), 5));
        driver.Now += TimeSpan.FromHours(1);
        return driver;
    }

    public IReadOnlyList<GatewayAction> Greet() =>
        [.. Hear(new GatewayInput.Connected()), .. Hear(new GatewayInput.Hello(Interval, TimeSpan.Zero))];

    public IReadOnlyList<GatewayAction> Ready() => Hear(new GatewayInput.Dispatched(
        new Dispatch.Ready($"new{++_sessions}", "wss://resume.example", new Snowflake(1), new Snowflake(2)), 1));

    public IReadOnlyList<GatewayAction> Hear(GatewayInput input)
    {
        (State, var actions) = GatewaySession.Step(State, input, Chance, Now);
        Identifies += actions.OfType<GatewayAction.Identify>().Count();
        return actions;
    }

    public IReadOnlyList<GatewayAction> Close(int? code) => Hear(new GatewayInput.Closed(code));

    public IReadOnlyList<GatewayAction> Event(long sequence) =>
        Hear(new GatewayInput.Dispatched(new Dispatch.Other("E"), sequence));

    /// <summary>Lets the wait before a connection pass, connects, and hears the hello.</summary>
    public IReadOnlyList<GatewayAction> Follow(IReadOnlyList<GatewayAction> actions)
    {
        Now += actions.OfType<GatewayAction.Connect>().Single().Wait;
        return Greet();
    }
}
