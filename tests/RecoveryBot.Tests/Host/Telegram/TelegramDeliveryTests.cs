using FakeTelegram;
using RecoveryBot.Coaching.Wording;

namespace RecoveryBot.Tests.Host.Telegram;

/// <summary>What goes wrong on the way out concerns the one chat that it goes wrong in (P8).</summary>
public sealed class TelegramDeliveryTests
{
    private static readonly Person Ann = TelegramHostRig.Ann;
    private static readonly Person Bea = new(1002, "Bea");

    /// <summary>Each form in which Telegram, or something before it, says "not so fast", and the wait that it means.</summary>
    public static TheoryData<string?, int?, string?, int> SlowDowns() => new()
    {
        { """{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 7","parameters":{"retry_after":7}}""", null, null, 7 },
        { """{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 7"}""", null, "7", 7 },
        { """{"ok":false,"error_code":429,"description":"Too Many Requests"}""", null, null, 5 },
        { """{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":700}}""", null, "7", 700 },
        { null, 1, null, 1 },
        { null, 7, "9", 7 },
    };

    [Theory(Timeout = TelegramHostRig.PatienceMilliseconds)]
    [MemberData(nameof(SlowDowns))]
    public async Task A_chat_that_is_told_to_wait_waits_so_long_and_no_other_does(string? body, int? retryAfter, string? header, int seconds)
    {
        await using var rig = await TelegramHostRig.StartAsync();
        rig.Fake.Faults.Add(new Fault(body is null ? FaultKind.Refuse : FaultKind.Body)
        {
            ChatId = Ann.Id,
            Status = 429,
            Text = body ?? "Too Many Requests",
            ContentType = "application/json",
            RetryAfter = retryAfter,
            RetryAfterHeader = header,
        });
        rig.Fake.People.Say(Ann, "/start");
        rig.Fake.People.Say(Bea, "/start");
        await rig.PollAsync();
        await rig.DrainAsync();
        Assert.Empty(rig.TextsIn(Ann.Id));
        Assert.NotEmpty(rig.TextsIn(Bea.Id));

        rig.Time.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
        await rig.DrainAsync();
        Assert.Empty(rig.TextsIn(Ann.Id));
        rig.Time.Advance(TimeSpan.FromMilliseconds(1));
        await rig.DrainAsync();

        Assert.NotEmpty(rig.TextsIn(Ann.Id));
    }

    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    public async Task A_blocked_chat_pauses_that_account_alone_until_the_person_is_back()
    {
        await using var rig = await TelegramHostRig.StartAsync();
        await rig.SayAsync("/start");
        rig.Fake.People.Block(Ann);
        rig.Fake.People.Say(Bea, "/start");
        await rig.TurnAsync();
        Assert.NotEmpty(rig.TextsIn(Bea.Id));
        Assert.Equal(1, rig.Query<int>("SELECT count(*) FROM accounts WHERE blocked IS NOT NULL"));

        rig.Fake.People.Unblock(Ann);
        await rig.TurnAsync();
        Assert.Equal(0, rig.Query<int>("SELECT count(*) FROM accounts WHERE blocked IS NOT NULL"));
        await rig.SayAsync("/help");

        Assert.Contains(rig.TextsIn(Ann.Id), text => text.StartsWith("What I can do", StringComparison.Ordinal));
    }

    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    public async Task A_403_pauses_that_account_alone()
    {
        await using var rig = await TelegramHostRig.StartAsync();
        rig.Fake.Faults.Add(new Fault(FaultKind.Refuse)
        {
            ChatId = Ann.Id,
            Status = 403,
            Text = "Forbidden: bot was blocked by the user",
        });
        rig.Fake.People.Say(Ann, "/start");
        rig.Fake.People.Say(Bea, "/start");
        await rig.TurnAsync();

        Assert.Empty(rig.TextsIn(Ann.Id));
        Assert.NotEmpty(rig.TextsIn(Bea.Id));
        Assert.Equal(0, rig.Query<int>("SELECT count(*) FROM outbox"));
    }

    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    public async Task An_edit_of_a_message_that_is_gone_is_a_new_message()
    {
        await using var rig = await TelegramHostRig.StartAsync();
        await rig.SayAsync("/start");
        await rig.PressAsync("I'm 18 or over, I agree");
        rig.Fake.Faults.Add(new Fault(FaultKind.Refuse)
        {
            Method = "editMessageText",
            Status = 400,
            Text = "Bad Request: message to edit not found",
        });

        await rig.PressAsync("None of these");

        Assert.Contains("2 of 8", rig.Newest(), StringComparison.Ordinal);
        Assert.Contains("1 of 8", rig.TextsIn(Ann.Id)[^2], StringComparison.Ordinal);
    }

    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    public async Task Refused_markup_is_sent_plain_and_logged()
    {
        await using var rig = await TelegramHostRig.StartAsync();
        rig.Fake.Faults.Add(new Fault(FaultKind.Refuse)
        {
            Method = "sendMessage",
            Status = 400,
            Text = "Bad Request: can't parse entities: Unsupported start tag",
        });

        await rig.SayAsync("/start");

        Assert.StartsWith("Hello, I'm RecoveryBot.", rig.TextsIn(Ann.Id)[0], StringComparison.Ordinal);
        Assert.Contains(rig.Log.Lines, line => line.StartsWith("Telegram refused the markup", StringComparison.Ordinal));
    }

    [Theory(Timeout = TelegramHostRig.PatienceMilliseconds)]
    [InlineData(FaultKind.CutBefore, 500)]
    [InlineData(FaultKind.CutAfter, 500)]
    [InlineData(FaultKind.Truncate, 200)]
    [InlineData(FaultKind.Body, 502)]
    [InlineData(FaultKind.Refuse, 500)]
    [InlineData(FaultKind.Refuse, 504)]
    public async Task An_unclear_answer_is_repeated_soon(FaultKind kind, int status)
    {
        await using var rig = await TelegramHostRig.StartAsync();
        await rig.SayAsync("/start");
        rig.Fake.Faults.Add(new Fault(kind) { Method = "sendMessage", Status = status });

        await rig.SayAsync("/help");
        rig.Time.Advance(TimeSpan.FromSeconds(2));
        await rig.DrainAsync();

        var arrived = rig.TextsIn(Ann.Id).Count(text => text.StartsWith("What I can do", StringComparison.Ordinal));
        Assert.Equal(kind is FaultKind.CutAfter or FaultKind.Truncate ? 2 : 1, arrived);
    }

    [Fact]
    public void A_text_too_long_is_cut_at_paragraph_ends_and_keeps_its_buttons_below()
    {
        var paragraph = new string('a', 999);
        var message = new ChatMessage
        {
            Text = string.Join('\n', Enumerable.Repeat(paragraph, 9)),
            Buttons = [new ChatButton("v1:x:0-1", "Go", default)],
            Sound = true,
        };

        var pieces = RecoveryBot.Channels.Telegram.TelegramText.Split(message);

        Assert.Equal(message.Text, string.Join('\n', pieces.Select(piece => piece.Text)));
        Assert.All(pieces, piece => Assert.True(piece.Text.Length <= 4_000));
        Assert.Equal([false, false, true], pieces.Select(piece => piece.Buttons.Count > 0));
        Assert.Equal([true, true, false], pieces.Select(piece => piece.Sound));
    }

    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    public async Task A_way_in_comes_with_its_drawing_uploaded_once_and_the_running_pose_keeps_it()
    {
        await using var rig = await TelegramHostRig.StartAsync();
        await rig.AgreeAsync();

        await rig.PressAllAsync("No to all", "15 minutes", "Start", "I'm in position");
        var bend = rig.SaidIn(Ann.Id)[^1];
        Assert.NotNull(bend["photo"]);
        Assert.Contains("until", bend["caption"]!.ToString(), StringComparison.Ordinal);
        await rig.SayAsync("/help");
        await rig.PressAllAsync("Done early");
        await rig.SayAsync("hello");

        var reclined = rig.Fake.Log.Of("sendPhoto").Where(call => call.Parameters["caption"]!.ToString().Contains("Reclining", StringComparison.Ordinal)).ToList();
        Assert.Equal([1, 0], reclined.Select(call => call.Files.Count));
        rig.AssertClean();
    }

    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    public async Task Another_drawing_makes_a_new_message()
    {
        await using var rig = await TelegramHostRig.StartAsync();
        await rig.AgreeAsync();
        await rig.PressAllAsync("No to all", "15 minutes", "Start", "I'm in position");
        await rig.WaitAsync(TimeSpan.FromMinutes(1));
        await rig.PressAsync("I'm in position");
        await rig.WaitAsync(TimeSpan.FromMinutes(3));
        var before = rig.SaidIn(Ann.Id).Count;

        await rig.PressAsync("Use the chair");

        Assert.Equal(before + 1, rig.SaidIn(Ann.Id).Count);
        Assert.Contains("chair", rig.Newest(), StringComparison.Ordinal);
        Assert.NotNull(rig.SaidIn(Ann.Id)[^1]["photo"]);
        rig.AssertClean();
    }

    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    public async Task Where_the_drawing_is_refused_the_words_go_without_it()
    {
        await using var rig = await TelegramHostRig.StartAsync();
        await rig.AgreeAsync();
        await rig.PressAllAsync("No to all", "15 minutes");
        rig.Fake.Faults.Add(new Fault(FaultKind.Refuse) { Method = "sendPhoto", Status = 400, Text = "Bad Request: IMAGE_PROCESS_FAILED" });

        await rig.PressAsync("Start");

        Assert.StartsWith("Standing forward bend", rig.Newest(), StringComparison.Ordinal);
        Assert.Null(rig.SaidIn(Ann.Id)[^1]["photo"]);
    }
}
