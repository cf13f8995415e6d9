namespace FakeDiscord.Gateway;

/// <summary>What goes wrong with a connection that is still to come.</summary>
public enum GatewayFaultKind
{
    /// <summary>503 instead of a WebSocket.</summary>
    Refuse,

    /// <summary>The connection breaks before it is a WebSocket.</summary>
    Reset,

    /// <summary>It opens and stays dumb: no hello, nothing.</summary>
    Silent,

    /// <summary>Hello comes, and nothing after it.</summary>
    SilentAfterHello,

    /// <summary>Op 7 before hello.</summary>
    ReconnectFirst,

    /// <summary>Identify or resume is answered with op 9.</summary>
    InvalidSession,

    /// <summary>Identify or resume is answered with a close frame.</summary>
    Close,
}

/// <summary>A scripted fault for the next connections.</summary>
public sealed record GatewayFault(GatewayFaultKind Kind)
{
    public int Times { get; init; } = 1;

    /// <summary>Whether only connections to the address for resuming are meant.</summary>
    public bool ResumeUrlOnly { get; init; }

    /// <summary>Of <see cref="GatewayFaultKind.InvalidSession"/>: whether resuming may work later.</summary>
    public bool Resumable { get; init; }

    /// <summary>Of <see cref="GatewayFaultKind.Close"/>.</summary>
    public int CloseCode { get; init; } = 4000;
}

/// <summary>The faults still to come, in the order they were set.</summary>
public sealed class GatewayFaults
{
    private readonly Lock _gate = new();
    private readonly List<GatewayFault> _coming = [];

    public void Add(GatewayFault fault)
    {
        lock (_gate)
            _coming.Add(fault);
    }

    public void Clear()
    {
        lock (_gate)
            _coming.Clear();
    }

    internal GatewayFault? Take(bool isResumeUrl)
    {
        lock (_gate)
        {
            var index = _coming.FindIndex(fault => isResumeUrl || !fault.ResumeUrlOnly);
            if (index < 0)
                return null;
            var fault = _coming[index];
            if (fault.Times > 1)
                _coming[index] = fault with { Times = fault.Times - 1 };
            else
                _coming.RemoveAt(index);
            return fault;
        }
    }
}
