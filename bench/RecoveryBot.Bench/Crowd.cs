using System.Collections.Concurrent;

namespace RecoveryBot.Bench;

/// <summary>
/// People who talk with the bot: welcome, agreement, the eight health cards, the questions before a session, its plan, its
/// first two poses, a stop, and why. Each waits for the reply before saying the next thing.
/// </summary>
/// <param name="answered">Called each time somebody has got a reply and could go on.</param>
internal sealed class Crowd(LeanBotApi server, long firstPerson, Action<Crowd, Talker> answered) : IDisposable
{
    private readonly ConcurrentDictionary<long, Talker> _talkers = new();
    private long _next = firstPerson;
    private int _said;
    private int _heard;

    public Figures Replies { get; } = new();

    public int Said => _said;

    public int Heard => _heard;

    public void Start() => server.Said += Hear;

    /// <summary>Somebody new, who has said nothing yet.</summary>
    public Talker Join()
    {
        var talker = new Talker(Interlocked.Increment(ref _next));
        _talkers[talker.Id] = talker;
        return talker;
    }

    public void Say(Talker talker)
    {
        Interlocked.Increment(ref _said);
        talker.SayNext(server);
    }

    public void Dispose() => server.Said -= Hear;

    private void Hear(Shown shown)
    {
        if (!_talkers.TryGetValue(shown.Chat, out var talker))
            return;

        if (talker.Hear(shown) is { } waited)
        {
            Interlocked.Increment(ref _heard);
            Replies.Add(waited);
        }

        if (!talker.TakeTurn())
            return;
        if (talker.IsDone)
            _talkers.TryRemove(talker.Id, out _);
        answered(this, talker);
    }
}

/// <summary>One of them.</summary>
internal sealed class Talker(long id)
{
    private const string? FirstButton = null;

    private static readonly string?[] Script =
    [
        "/start", FirstButton, // agrees
        FirstButton, FirstButton, FirstButton, FirstButton, FirstButton, FirstButton, FirstButton, FirstButton, // the cards
        FirstButton, FirstButton, FirstButton, // nothing new, fifteen minutes, start
        FirstButton, FirstButton, FirstButton, // in position, done early, in position
        "/stop", "/why",
    ];

    private readonly Lock _gate = new();
    private int _step;
    private DateTimeOffset? _saidAt;
    private bool _mayGoOn;
    private Shown _shown;

    /// <summary>How many things each says.</summary>
    public static int Steps => Script.Length;

    public long Id => id;

    public bool IsDone => _step == Script.Length;

    public void SayNext(LeanBotApi server)
    {
        string? words;
        lock (_gate)
        {
            words = Script[_step++];
            _saidAt = DateTimeOffset.UtcNow;
            _mayGoOn = true;
        }

        if (words is not null)
            server.Write(id, words);
        else
            server.Press(id, _shown.Message, _shown.FirstButton!);
    }

    /// <returns>How long the reply took; <see langword="null"/>: it is not the first to what was said.</returns>
    public TimeSpan? Hear(Shown shown)
    {
        lock (_gate)
        {
            _shown = shown;
            var waited = shown.At - _saidAt;
            _saidAt = null;
            return waited;
        }
    }

    /// <summary>Whether it is this person's turn now; true once for each thing said.</summary>
    public bool TakeTurn()
    {
        lock (_gate)
        {
            var can = _mayGoOn && (IsDone || Script[_step] is not null || _shown.FirstButton is not null);
            _mayGoOn &= !can;
            return can;
        }
    }
}
