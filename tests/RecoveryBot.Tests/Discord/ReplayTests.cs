using FsCheck;
using FsCheck.Fluent;
using RecoveryBot.Discord;
using RecoveryBot.Discord.Gateway;

namespace RecoveryBot.Tests.Discord;

/// <summary>However the connection breaks and the process crashes, each event is applied exactly once and in order.</summary>
public sealed class ReplayTests
{
    [Fact]
    public void No_replayed_event_is_lost_and_none_applied_twice()
    {
        var scripts = Gen.Choose(0, 9).ArrayOf(60).ToArbitrary();

        Prop.ForAll(scripts, script =>
        {
            var play = new Play();
            foreach (var turn in script)
                play.Turn(turn);
            play.Finish();
            return play.Applied.SequenceEqual(Enumerable.Range(1, play.Said).Select(i => (long)i));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithQuietOnSuccess(true));
    }

    /// <summary>A server that remembers everything, a session, and a consumer that commits when it likes.</summary>
    private sealed class Play
    {
        private readonly Queue<GatewayAction.Deliver> _backlog = [];
        private SessionDriver _session = new();
        private GatewayPosition? _committed;
        private int _sent;

        public Play() => Open(_session.Hear(new GatewayInput.Started()));

        public List<long> Applied { get; } = [];

        /// <summary>How many events there were; READY is the first.</summary>
        public int Said { get; private set; }

        public void Turn(int turn)
        {
            switch (turn)
            {
                case 0:
                    Open(_session.Close(null));
                    break;
                case 1:
                    Open(_session.Close(4000));
                    break;
                case 2:
                    Open(_session.Hear(new GatewayInput.ReconnectAsked()));
                    break;
                case 3:
                    Open(_session.Hear(new GatewayInput.SessionInvalid(Resumable: true)));
                    break;
                case 4:
                    Crash();
                    break;
                case 5:
                    Said++; // Said while the line is dead; a replay brings it.
                    break;
                case 6 or 7:
                    Commit(turn == 6 ? 1 : 3);
                    break;
                default:
                    Said++;
                    Send(Said);
                    break;
            }
        }

        public void Finish()
        {
            Open(_session.Close(null));
            Commit(int.MaxValue);
        }

        private void Send(int upTo)
        {
            while (_sent < upTo)
                Take(_session.Event(++_sent));
        }

        private void Open(IReadOnlyList<GatewayAction> actions)
        {
            var asked = _session.Follow(actions);
            if (asked[^1] is not GatewayAction.Resume resume)
            {
                Assert.Equal(0, Said);
                Take(_session.Ready());
                (Said, _sent) = (1, 1);
                Commit(1);
                return;
            }

            _sent = (int)Math.Max(1, resume.Position.Sequence - 2); // Some that are known already come again.
            Send(Said);
            Take(_session.Hear(new GatewayInput.Dispatched(new Dispatch.Resumed(), _sent)));
        }

        private void Crash()
        {
            _backlog.Clear();
            _session = new SessionDriver(_committed) { Now = _session.Now };
            Open(_session.Hear(new GatewayInput.Started()));
        }

        private void Take(IReadOnlyList<GatewayAction> actions)
        {
            foreach (var deliver in actions.OfType<GatewayAction.Deliver>())
                _backlog.Enqueue(deliver);
        }

        private void Commit(int most)
        {
            while (most-- > 0 && _backlog.TryDequeue(out var next))
            {
                Applied.Add(next.Position.Sequence);
                _committed = next.Position;
            }
        }
    }
}
