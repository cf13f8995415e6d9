using System.Globalization;

namespace FakeTelegram;

/// <summary>The presses and whether the bot answered them.</summary>
public sealed class CallbackQueries(TimeProvider time, TimeSpan life)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (DateTimeOffset At, bool Answered)> _queries = [];
    private long _last = 4_000_000_000_000_000_000;

    /// <summary>The presses that still wait: the app shows a waiting sign on each.</summary>
    public IReadOnlyList<string> Unanswered
    {
        get
        {
            lock (_gate)
                return [.. _queries.Where(query => !query.Value.Answered).Select(query => query.Key)];
        }
    }

    internal string Add()
    {
        lock (_gate)
        {
            var id = (++_last).ToString(CultureInfo.InvariantCulture);
            _queries[id] = (time.GetUtcNow(), false);
            return id;
        }
    }

    internal void Answer(string id)
    {
        lock (_gate)
        {
            if (!_queries.TryGetValue(id, out var query) || query.Answered || time.GetUtcNow() - query.At > life)
                throw RefusalException.Bad("query is too old and response timeout expired or query ID is invalid");
            _queries[id] = query with { Answered = true };
        }
    }
}
