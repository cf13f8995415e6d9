using System.IO.Compression;
using System.Text;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Safety;
using RecoveryBot.Exports;
using RecoveryBot.Outbox;
using RecoveryBot.Storage;
using RecoveryBot.Storage.Exports;
using RecoveryBot.Storage.Sql;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Host.Exports;

/// <summary>All that is stored about a person comes out with <c>/export</c>, once, and can be read back.</summary>
public sealed class ExportTests : IDisposable
{
    private readonly TalkingRig _talk = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _talk.Dispose();

    [Fact]
    [Trait("Rule", "TONE-9")]
    public async Task What_is_exported_reads_back_as_what_is_stored()
    {
        await LeadAsync();

        var export = await ExportAsync();

        Assert.Equal("recoverybot-export", export.Json["format"]!.ToString());
        var user = Assert.Single(export.Tables["users"]!.AsArray())!;
        var state = StoredState.Read(Encoding.UTF8.GetBytes(user["state"]!.ToJsonString()));
        Assert.Equal(StoredState.Write(await _talk.StateAsync()), StoredState.Write(state));
        Assert.Equal("ann", export.Tables["accounts"]![0]!["external_id"]!.ToString());
        Assert.Equal("2026-03-02T12:00:00.000Z", export.Tables["accounts"]![0]!["since"]!.ToString());
        Assert.Equal(1, export.Tables["sessions"]![0]!["content"]!["number"]!.GetValue<int>());
        Assert.Equal(2, export.Tables["reports"]![0]!["content"]!["report"]!["tingling"]!["onset"]!.GetValue<int>());
        Assert.Equal(6, export.Tables["measurements"]![0]!["content"]!["value"]!.GetValue<int>());
        Assert.Contains("gobbledygook", export.Tables["dead_letters"]![0]!["content"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tables_tell_the_session_and_a_page_explains_them()
    {
        await LeadAsync();

        var export = await ExportAsync();

        Assert.Equal("readme.txt", export.Names.First());
        Assert.All(export.Names.Skip(1), name => Assert.Contains(name, export.Text("readme.txt"), StringComparison.Ordinal));
        var session = Assert.Single(export.Csv("sessions.csv"));
        Assert.Equal(
            ("1", "2026-03-02", "session", "5", "2", "2", "2"),
            (session["number"], session["day"], session["kind"], session["plan_v"], session["held"], session["tingling_minute"], session["tingling_gone"]));
        var value = Assert.Single(export.Csv("measurements.csv"));
        Assert.Equal(("HeavyLegs", "6", "points", "Heat"), (value["what"], value["value"], value["unit"], value["note"]));
    }

    [Fact]
    public void A_clock_that_was_never_set_makes_a_file_all_the_same()
    {
        var file = ExportZip.Pack(new StoredUser([], null, [], [], []), DateTimeOffset.UnixEpoch);

        using var zip = new ZipArchive(new MemoryStream(file));
        Assert.Equal(5, zip.Entries.Count);
    }

    [Fact]
    public void The_health_answers_are_a_table_of_their_own()
    {
        var day = new DateOnly(2026, 3, 2);
        var state = new UserState
        {
            Screening = new ScreeningRecord
            {
                Answers = [new GivenAnswer("SCR-5a", true, day), new GivenAnswer("SCR-11", false, day, day.AddDays(84), day.AddDays(1))],
                Clearances = [new Clearance("SCR-5a", "=doctor", day, 8, true, false)],
            },
        };

        Assert.Equal(
            [
                "about,kind,day,answer,until,corrected_on,longest_minutes,chair_only,no_forward_bend",
                "SCR-5a,question,2026-03-02,yes,,,,,",
                "SCR-11,question,2026-03-02,no,2026-05-25,2026-03-03,,,",
                "SCR-5a,'=doctor,2026-03-02,yes,,,8,yes,no",
                "",
            ],
            ExportTables.HealthAnswers(new StoredUser([], state, [], [], [])).Split("\r\n"));
    }

    [Fact]
    public async Task Every_table_with_a_users_id_is_exported_and_erased_and_each_sealed_column_opens()
    {
        await LeadAsync();
        var tables = _talk.Rig.Query<string>("""
            SELECT group_concat(m.name) FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name = 'user_id'
            """).Split(',').Order(StringComparer.Ordinal).ToList();
        var sealedColumns = _talk.Rig.Query<string>("""
            SELECT group_concat(m.name || '.' || c.name) FROM sqlite_master m JOIN pragma_table_info(m.name) c
            WHERE m.type = 'table' AND c.type = 'BLOB' AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) u WHERE u.name = 'user_id')
            """).Split(',').Order(StringComparer.Ordinal);

        var export = await ExportAsync();

        Assert.Equal(tables, Statements.UserTables.Order(StringComparer.Ordinal));
        Assert.Equal(tables, export.Tables.Select(table => table.Key).Order(StringComparer.Ordinal));
        Assert.Equal(sealedColumns, SealedColumns.All.Select(column => $"{column.Table}.{column.Column}").Order(StringComparer.Ordinal));
        Assert.DoesNotContain("_sealed", export.Json.ToJsonString(), StringComparison.Ordinal);
        Assert.All(tables.Where(table => table != "timers"), table => Assert.NotEmpty(export.Tables[table]!.AsArray()));

        await _talk.SayAsync("/delete", "Erase everything");
        Assert.All(tables, table => Assert.Equal(0, _talk.Rig.Query<int>($"SELECT count(*) FROM {table} WHERE user_id IS NOT NULL")));
    }

    [Fact]
    public async Task What_does_not_open_is_in_the_file_as_it_stands()
    {
        await LeadAsync();
        _talk.Rig.Execute("UPDATE reports SET content = x'00'");

        var export = await ExportAsync();

        Assert.Equal("AA==", export.Tables["reports"]![0]!["content_sealed"]!.ToString());
        Assert.Null(export.Tables["reports"]![0]!["content"]);
        Assert.NotNull(export.Tables["users"]![0]!["state"]);
    }

    [Fact]
    public async Task Nobody_elses_rows_are_in_it()
    {
        await LeadAsync();
        await _talk.Rig.Conversation.HandleAsync(HostRig.Says("my chest hurts", "bob"), Stop);
        await _talk.Rig.Worker.DrainAsync(Stop);

        Assert.DoesNotContain("bob", (await ExportAsync()).Json.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_erased_before_it_is_sent_gets_no_file()
    {
        await LeadAsync();
        _talk.Rig.Channel.Answer = new Delivery.Later(TimeSpan.FromSeconds(5));
        await _talk.SayAsync("/export", "/delete", "Erase everything");
        _talk.Rig.Channel.Answer = null;
        _talk.Time.Advance(TimeSpan.FromMinutes(1));
        await _talk.Rig.Worker.DrainAsync(Stop);

        Assert.DoesNotContain(_talk.Rig.Channel.Shown, outgoing => outgoing.File is not null);
    }

    [Fact]
    public async Task A_file_is_claimed_before_it_is_sent()
    {
        await LeadAsync();
        var claimed = 0;
        _talk.Rig.Channel.OnDeliver = outgoing =>
        {
            if (outgoing.File is not null)
                claimed = _talk.Rig.Query<int>("SELECT count(*) FROM outbox WHERE class = 5 AND claimed IS NOT NULL");
            return Task.FromResult<Delivery?>(null);
        };

        await _talk.SayAsync("/export");

        Assert.Equal(1, claimed);
    }

    [Fact]
    public async Task A_file_that_was_under_way_when_the_program_ended_is_not_sent_again()
    {
        await LeadAsync();
        await _talk.Rig.Conversation.HandleAsync(HostRig.Says("/export"), Stop);
        _talk.Rig.Execute("UPDATE outbox SET claimed = 1 WHERE class = 5");

        _talk.BeDown(TimeSpan.FromMinutes(1));
        await _talk.Rig.Worker.DrainAsync(Stop);

        Assert.Empty(_talk.Rig.Channel.Attempts);
        Assert.Equal(0, _talk.Rig.Query<int>("SELECT count(*) FROM outbox WHERE class = 5"));
    }

    [Fact]
    public async Task After_an_unclear_end_it_is_not_sent_again_and_after_a_certain_one_it_is()
    {
        await LeadAsync();
        _talk.Rig.Channel.Answer = new Delivery.Later(TimeSpan.FromSeconds(5));
        await _talk.SayAsync("/export");
        _talk.Rig.Channel.Answer = new Delivery.Unclear("cut off");
        _talk.Time.Advance(TimeSpan.FromSeconds(5));
        await _talk.Rig.Worker.DrainAsync(Stop);
        _talk.Rig.Channel.Answer = null;
        _talk.Time.Advance(TimeSpan.FromHours(1));
        await _talk.Rig.Worker.DrainAsync(Stop);

        Assert.Equal(2, _talk.Rig.Channel.Attempts.Count(outgoing => outgoing.File is not null));
    }

    [Theory]
    [InlineData("/export")]
    [InlineData("/my_data")]
    [InlineData("/my-export")]
    [InlineData("Export my data.")]
    public async Task It_is_asked_for_in_many_words(string words)
    {
        await _talk.AgreeAsync();

        await _talk.SayAsync("/cancel", words);

        Assert.Equal("recoverybot-export-2026-03-02.zip", _talk.Rig.Channel.Shown[^1].File!.Name);
    }

    [Fact]
    public async Task What_is_open_stands_under_it_again()
    {
        await _talk.AgreeAsync();

        await _talk.SayAsync("/export");

        Assert.NotNull(_talk.Rig.Channel.Shown[^2].File);
        Assert.Contains("No to all", _talk.Rig.Channel.Newest.Buttons.Select(button => button.Label));
    }

    [Fact]
    public async Task In_a_pose_no_file_is_sent_and_before_consent_none_is_made()
    {
        await _talk.SayAsync("/export");
        Assert.Contains("Use without saving", _talk.Rig.Channel.Newest.Buttons.Select(button => button.Label));
        await _talk.AgreeAsync();
        await _talk.HoldAsync();

        await _talk.SayAsync("/export");

        Assert.DoesNotContain(_talk.Rig.Channel.Attempts, outgoing => outgoing.File is not null);
        Assert.Contains(_talk.Rig.Channel.Texts, text => text.StartsWith("After the session.", StringComparison.Ordinal));
    }

    /// <summary>A value, a session with tingling at minute 2, told, and a dead letter.</summary>
    private async Task LeadAsync()
    {
        await _talk.AgreeAsync();
        await _talk.SayAsync("/cancel", "/measure", "Heavy legs", "6", "Heat", "Close", "/remind 20:30", "Vienna", "/start_session");
        _talk.Rig.Execute("INSERT INTO nudges (user_id, kind, day, number, snoozes, at) SELECT user_id, 3, '2026-03-01', 1, 0, 0 FROM users");
        await _talk.HoldAsync();
        await _talk.WaitAsync(TimeSpan.FromMinutes(2));
        await _talk.SayAsync("both feet tingle");
        await _talk.WaitAsync(TimeSpan.FromMinutes(2));
        await _talk.SayAsync("It's gone", "I'm on my side");
        await _talk.WaitAsync(TimeSpan.FromHours(3));
        await _talk.Rig.Conversation.HandleAsync(
            HostRig.Says("hello") with { Fault = "gobbledygook", UpdateId = "fault" }, Stop);
        await _talk.Rig.Worker.DrainAsync(Stop);
    }

    private async Task<ExportReader> ExportAsync()
    {
        await _talk.SayAsync("/export");
        return new ExportReader(_talk.Rig.Channel.Shown.Last(outgoing => outgoing.File is not null).File!.Content);
    }
}
