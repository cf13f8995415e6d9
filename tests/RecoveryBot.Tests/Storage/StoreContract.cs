using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Storage;
using RecoveryBot.Storage.Rows;

namespace RecoveryBot.Tests.Storage;

/// <summary>What the host may rely on, whatever the database; one class for each dialect runs it.</summary>
public abstract class StoreContract : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly AccountKey Ann = new("test", "ann");
    private CoachStore? _store;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private CoachStore Store => _store ??= Open();

    protected abstract CoachStore Open();

    public virtual void Dispose()
    {
        _store?.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_user_is_found_as_stored_also_after_a_restart()
    {
        var stored = await CommitAsync(New(Ann) with { State = new UserState { Step = 7, Zone = "Europe/Berlin" } });

        Assert.Equal(1, stored.Version);
        _store!.Dispose();
        _store = null;
        var found = await Store.FindUserAsync(Ann, Stop);
        Assert.Equal((stored.Id, 1, "chat"), (found!.Id, found.Version, found.Chat));
        Assert.Equal(StoredState.Write(stored.State), StoredState.Write(found.State));
        Assert.Equal(7, found.State.Step);
        Assert.Null(await Store.FindUserAsync(new AccountKey("other", "ann"), Stop));
    }

    [Fact]
    public async Task A_commit_is_written_whole_or_not_at_all()
    {
        var stored = await CommitAsync(New(Ann));
        var bob = New(new AccountKey("test", "bob"));

        await Assert.ThrowsAsync<StorageException>(() => Store.CommitAsync(
            [new InboxRow("test", "1", Noon)], [Change(bob), Change(stored with { Version = 99 })], Noon, Stop));

        Assert.False(await HasInboxAsync("test", "1"));
        Assert.Null(await Store.FindUserAsync(bob.Account, Stop));
    }

    [Fact]
    public async Task The_same_update_cannot_be_committed_twice()
    {
        await Store.CommitAsync([new InboxRow("test", "1", Noon)], [], Noon, Stop);

        await Assert.ThrowsAsync<StorageException>(() => Store.CommitAsync([new InboxRow("test", "1", Noon)], [], Noon, Stop));
        Assert.True(await HasInboxAsync("test", "1"));
        Assert.False(await HasInboxAsync("other", "1"));
    }

    [Fact]
    public async Task Update_ids_are_forgotten_by_their_age()
    {
        await Store.CommitAsync([new InboxRow("test", "old", Noon), new InboxRow("test", "new", Noon.AddDays(1))], [], Noon, Stop);

        Assert.Equal(1, await Store.ForgetInboxAsync(Noon.AddDays(1), Stop));
        Assert.False(await HasInboxAsync("test", "old"));
        Assert.True(await HasInboxAsync("test", "new"));
    }

    [Fact]
    public async Task A_timer_is_due_at_its_instant_and_not_before()
    {
        var due = Noon.AddTicks(1);
        var ann = await CommitAsync(New(Ann), change => change with { Due = due });
        await CommitAsync(New(new AccountKey("test", "bob")), change => change with { Due = Noon.AddMinutes(5) });

        Assert.Empty(await Store.DueTimersAsync(Noon, 10, Stop));
        Assert.Equal(Noon.AddMilliseconds(1), await Store.NextDueAsync(Stop));
        Assert.Equal([Ann], (await Store.DueTimersAsync(Noon.AddMilliseconds(1), 10, Stop)).Select(timer => timer.Account));
        Assert.Single(await Store.DueTimersAsync(Noon.AddHours(1), 1, Stop));

        await CommitAsync(ann);

        Assert.Equal(Noon.AddMinutes(5), await Store.NextDueAsync(Stop));
    }

    [Fact]
    public async Task Each_chat_shows_its_oldest_message_and_safety_stands_first()
    {
        await CommitAsync(New(Ann), Says(("a1", DeliveryClass.Reply), ("a2", DeliveryClass.Session), ("help", DeliveryClass.Safety)));
        await CommitAsync(New(new AccountKey("test", "bob"), "bob's"), Says(("b1", DeliveryClass.Session), ("b2", DeliveryClass.Reply)));
        await CommitAsync(New(new AccountKey("other", "eve"), "eve's"), Says(("e1", DeliveryClass.Safety)));

        Assert.Equal(["help", "b1", "a1"], await TextsAsync());
    }

    [Fact]
    public async Task A_postponed_message_holds_its_chat_and_no_other()
    {
        await CommitAsync(New(Ann), Says(("a1", DeliveryClass.Reply), ("a2", DeliveryClass.Reply)));
        await CommitAsync(New(new AccountKey("test", "bob"), "bob's"), Says(("b1", DeliveryClass.Reply)));

        await RecordAsync("a1", row => new DeliveryResult.Postponed(row, Noon.AddSeconds(9)));

        Assert.Equal(["b1"], await TextsAsync());
        Assert.Equal(Noon.AddSeconds(9), await Store.NextAttemptAsync(Noon, Stop));
        Assert.Equal(["a1", "b1"], await TextsAsync(Noon.AddSeconds(9)));
        Assert.Equal(1, (await LookAsync(Noon.AddSeconds(9)))[0].Attempts);
    }

    [Fact]
    public async Task The_newest_message_is_what_an_edit_takes_the_place_of()
    {
        await CommitAsync(New(Ann), change => change with
        {
            Messages = [Message("five", DeliveryClass.Reply, 5), Message("four", DeliveryClass.Reply, 4), Message("last", DeliveryClass.Reply, 6)],
        });

        await RecordAsync("five", row => new DeliveryResult.Done(row, "m5"));
        await RecordAsync("four", row => new DeliveryResult.Done(row, "m4"));

        var last = Assert.Single(await LookAsync(Noon));
        Assert.Equal(("m5", 5, 6), (last.NewestMessageId, last.NewestStep, last.Step));
    }

    [Fact]
    public async Task The_press_that_a_message_answers_comes_back_with_it()
    {
        await CommitAsync(New(Ann), change => change with { Messages = [Message("a", DeliveryClass.Reply, 1) with { Callback = "token" }] });

        Assert.Equal("token", Assert.Single(await LookAsync(Noon)).Callback);
    }

    [Fact]
    public async Task A_message_is_claimed_once()
    {
        await CommitAsync(New(Ann), Says(("nudge", DeliveryClass.Nudge)));
        var row = Assert.Single(await LookAsync(Noon));

        Assert.True(await Store.ClaimAsync(row.Id, Noon, Stop));
        Assert.False(await Store.ClaimAsync(row.Id, Noon, Stop));

        _store!.Dispose();
        _store = null;
        Assert.Empty(await LookAsync(Noon));
    }

    [Fact]
    public async Task A_blocked_chat_is_silent_until_the_user_is_heard_again()
    {
        var ann = await CommitAsync(New(Ann), Says(("a1", DeliveryClass.Reply), ("a2", DeliveryClass.Reply)));
        await RecordAsync("a1", row => new DeliveryResult.Blocked(row, Noon));
        ann = await CommitAsync(ann, Says(("by the timer", DeliveryClass.Safety)));

        Assert.Empty(await TextsAsync());

        await CommitAsync(ann, change => Says(("answer", DeliveryClass.Reply))(change) with { Heard = true });

        Assert.Equal(["answer"], await TextsAsync());
    }

    [Fact]
    public async Task A_chat_that_moved_takes_its_messages_along()
    {
        var ann = await CommitAsync(New(Ann), Says(("a1", DeliveryClass.Reply)));

        await RecordAsync("a1", row => new DeliveryResult.Moved(row, "new chat"));

        Assert.Equal("new chat", Assert.Single(await LookAsync(Noon)).Chat);
        Assert.Equal("new chat", (await Store.FindUserAsync(Ann, Stop))!.Chat);

        await CommitAsync(ann with { Chat = "third chat" }, change => change with { Heard = true });

        Assert.Equal("third chat", Assert.Single(await LookAsync(Noon)).Chat);
    }

    [Fact]
    public async Task A_symptom_withdraws_session_messages_also_those_already_looked_at()
    {
        var ann = await CommitAsync(New(Ann), Says(("hold", DeliveryClass.Session), ("kept", DeliveryClass.Reply)));
        var hold = (await LookAsync(Noon))[0];

        Assert.False(Store.IsWithdrawn(hold));
        await CommitAsync(ann, change => Says(("come out", DeliveryClass.Safety))(change) with { WithdrawsSessionMessages = true });

        Assert.True(Store.IsWithdrawn(hold));
        Assert.Equal(["come out", "kept"], await TextsAsync());
    }

    [Fact]
    public async Task A_newer_message_takes_the_place_of_a_cosmetic_one()
    {
        var ann = await CommitAsync(New(Ann), Says(("tick", DeliveryClass.Cosmetic)));
        var tick = Assert.Single(await LookAsync(Noon));

        await CommitAsync(ann, Says(("tock", DeliveryClass.Cosmetic)));

        Assert.True(Store.IsWithdrawn(tick));
        Assert.Equal(["tock"], await TextsAsync());
    }

    [Fact]
    public async Task An_erased_user_is_gone_and_the_goodbye_knows_the_chat_alone()
    {
        var ann = await CommitAsync(New(Ann), Says(("a1", DeliveryClass.Reply)));

        await CommitAsync(ann, change => Says(("bye", DeliveryClass.Reply))(change) with { Erases = true });

        Assert.Null(await Store.FindUserAsync(Ann, Stop));
        var bye = Assert.Single(await LookAsync(Noon));
        Assert.Equal(("bye", null, "chat"), (bye.Message.Text, bye.UserId, bye.Chat));
    }

    private static UserRow New(AccountKey account, string chat = "chat") => new(null, account, chat, 0, new UserState());

    private static UserChange Change(UserRow user) => new(user, null);

    private static OutgoingMessage Message(string text, DeliveryClass kind, int step) =>
        new(new ChatMessage { Text = text, Class = kind }, step);

    private static Func<UserChange, UserChange> Says(params (string Text, DeliveryClass Class)[] messages) => change => change with
    {
        Messages = [.. messages.Select((message, i) => Message(message.Text, message.Class, i + 1))],
    };

    private async Task<UserRow> CommitAsync(UserRow user, Func<UserChange, UserChange>? with = null)
    {
        var change = with is null ? Change(user) : with(Change(user));
        return (await Store.CommitAsync([], [change], Noon, Stop)).SingleOrDefault(user);
    }

    private async Task<IReadOnlyList<OutboxRow>> LookAsync(DateTimeOffset now) =>
        [.. (await Store.DeliverableAsync("test", now, 10, nudges: true, Stop)).Select(message => Store.Open(message)!)];

    private async Task<bool> HasInboxAsync(string channel, string updateId) =>
        (await Store.AppliedAsync([(channel, updateId)], Stop)).Count > 0;

    private async Task<IEnumerable<string>> TextsAsync(DateTimeOffset? now = null) =>
        (await LookAsync(now ?? Noon)).Select(row => row.Message.Text);

    private async Task RecordAsync(string text, Func<OutboxRow, DeliveryResult> result)
    {
        var row = (await LookAsync(Noon.AddDays(1))).First(row => row.Message.Text == text);
        await Store.RecordAsync([result(row)], Stop);
    }
}
