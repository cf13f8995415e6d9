using RecoveryBot.Channels;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Outbox;

namespace RecoveryBot.Tests.Support;

/// <summary>A chat channel that keeps what it is given, and answers as it is told to.</summary>
internal sealed class KeepingChannel(string platform) : IChatChannel
{
    private readonly Lock _gate = new();
    private readonly List<Outgoing> _all = [];
    private int _id;

    public string Platform => platform;

    /// <summary>What has been shown: chat and text.</summary>
    public IReadOnlyList<string> Sent
    {
        get
        {
            lock (_gate)
                return [.. Shown.Select(outgoing => outgoing.Chat + ": " + outgoing.Message.Text)];
        }
    }

    public List<Outgoing> Shown { get; } = [];

    public IReadOnlyList<string> Texts
    {
        get
        {
            lock (_gate)
                return [.. Shown.Select(outgoing => outgoing.Message.Text)];
        }
    }

    public ChatMessage Newest => Shown[^1].Message;

    /// <summary>Every attempt, also the failed ones.</summary>
    public IReadOnlyList<Outgoing> Attempts
    {
        get
        {
            lock (_gate)
                return [.. _all];
        }
    }

    /// <summary>How the next attempts end; <see langword="null"/>: well, each new message with an id of its own.</summary>
    public Delivery? Answer { get; set; }

    /// <summary>Decides for one attempt; <see langword="null"/>: as <see cref="Answer"/> says.</summary>
    public Func<Outgoing, Task<Delivery?>>? OnDeliver { get; set; }

    /// <summary>How long a message that nobody asked for has to wait; <see langword="null"/>: not at all.</summary>
    public Func<TimeSpan>? OnUnasked { get; set; }

    public TimeSpan TakeUnasked() => OnUnasked?.Invoke() ?? TimeSpan.Zero;

    public async Task<Delivery> DeliverAsync(Outgoing outgoing, CancellationToken cancellationToken)
    {
        lock (_gate)
            _all.Add(outgoing);
        var answer = (OnDeliver is { } decide ? await decide(outgoing) : null) ?? Answer;
        if (answer is not null and not Delivery.Sent)
            return answer;

        lock (_gate)
        {
            Shown.Add(outgoing);
            return answer ?? new Delivery.Sent(outgoing.Edits ?? $"{platform}-{++_id}");
        }
    }
}
