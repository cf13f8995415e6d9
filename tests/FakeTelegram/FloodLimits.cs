namespace FakeTelegram;

/// <summary>
/// The usual rates: a chat one message a second with bursts of three, a group 20 a minute, and over all chats that did not
/// just write 30 a second.
/// </summary>
internal sealed class FloodLimits
{
    private readonly Dictionary<long, Bucket> _chats = [];
    private readonly Bucket _bulk = new(30, 30);

    /// <summary>Counts one message.</summary>
    /// <returns>Whole seconds to wait; 0: it may pass.</returns>
    public int Take(long chatId, bool isAnswer, DateTimeOffset now)
    {
        if (!_chats.TryGetValue(chatId, out var chat))
            _chats[chatId] = chat = chatId < 0 ? new Bucket(20, 20.0 / 60) : new Bucket(3, 1);
        var wait = Math.Max(chat.Wait(now), isAnswer ? 0 : _bulk.Wait(now));
        if (wait > 0)
            return wait;
        chat.Take();
        if (!isAnswer)
            _bulk.Take();
        return 0;
    }

    private sealed class Bucket(double size, double perSecond)
    {
        private double _taken;
        private DateTimeOffset? _at;

        public int Wait(DateTimeOffset now)
        {
            _taken = Math.Max(0, _taken - ((now - (_at ?? now)).TotalSeconds * perSecond));
            _at = now;
            return _taken + 1 <= size ? 0 : (int)Math.Ceiling((_taken + 1 - size) / perSecond);
        }

        public void Take() => _taken++;
    }
}
