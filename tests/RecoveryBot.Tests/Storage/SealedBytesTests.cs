using System.Text;
using RecoveryBot.Storage;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Storage;

/// <summary>What lies on the disk tells nothing about anybody, and a changed byte is noticed (D8, P9).</summary>
public sealed class SealedBytesTests : IDisposable
{
    /// <summary>Each sealed column, and what its row is called in the seal.</summary>
    private static readonly (string Table, string Column, string Place, string Row)[] Sealed =
    [
        ("users", "state", "users", "user_id"),
        ("outbox", "payload", "outbox", "id"),
        ("outbox", "callback", "outbox.callback", "id"),
        ("sessions", "content", "sessions", "user_id || '/' || number"),
        ("reports", "content", "reports", "user_id || '/' || session"),
        ("measurements", "content", "measurements", "user_id || '/' || number"),
        ("dead_letters", "content", "dead_letters", "id"),
        ("platform_state", "value", "platform_state", "key"),
    ];

    private readonly TalkingRig _talk = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _talk.Dispose();

    [Fact]
    public async Task No_word_of_health_and_no_typed_word_is_readable_in_any_file()
    {
        await TalkAsync();

        var files = Directory.GetFiles(_talk.Rig.Files.Home, "*", SearchOption.AllDirectories);
        Assert.Contains(files, file => file.EndsWith("-wal", StringComparison.Ordinal));
        Assert.Contains(files, file => file.EndsWith("-shm", StringComparison.Ordinal));
        Assert.Equal(0, new FileInfo(_talk.Rig.Files.Database + ".lock").Length);
        foreach (var file in files.Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            var bytes = await reader.ReadToEndAsync(Stop);
            // Sealed bytes are random: a word of four letters is in a few megabytes of them by chance, one of six is not.
            foreach (var word in (string[])
                ["tingling", "numbness", "dizziness", "my chest", "headache", "migraine", "gobbledygook", "legs-up", "legs up", "viparita", "the wall",
                 "symptom", "heavy legs", "screening", "holding", "painful", "europe/berlin", "token-of-a-press", "zanzibar"])
                Assert.False(bytes.Contains(word, StringComparison.OrdinalIgnoreCase), $"'{word}' is readable in {Path.GetFileName(file)}.");
        }
    }

    [Fact]
    public async Task A_changed_byte_in_any_sealed_column_is_noticed_and_so_is_another_key()
    {
        await TalkAsync();
        using var seal = new Seal(Convert.FromBase64String(await File.ReadAllTextAsync(_talk.Rig.Files.Options.KeyPath, Stop)));
        using var other = new Seal(new byte[Seal.KeyBytes]);

        foreach (var (table, column, place, row) in Sealed)
        {
            var where = table == "platform_state" ? "key = 'seal_check'" : $"{column} IS NOT NULL";
            var name = _talk.Rig.Query<string>($"SELECT CAST({row} AS TEXT) FROM {table} WHERE {where} LIMIT 1");
            var box = Convert.FromHexString(_talk.Rig.Query<string>($"SELECT hex({column}) FROM {table} WHERE {where} LIMIT 1"));

            Assert.NotEmpty(seal.Open(box, place, name));
            Assert.Throws<SealBrokenException>(() => other.Open(box, place, name));
            for (var at = 0; at < box.Length; at += Math.Max(1, box.Length / 50))
            {
                box[at] ^= 1;
                Assert.Throws<SealBrokenException>(() => seal.Open(box, place, name));
                box[at] ^= 1;
            }
        }
    }

    [Fact]
    public void Every_column_of_bytes_is_a_sealed_one()
    {
        var columns = _talk.Rig.Query<string>("""
            SELECT group_concat(m.name || '.' || c.name) FROM sqlite_master m JOIN pragma_table_info(m.name) c
            WHERE m.type = 'table' AND c.type = 'BLOB'
            """).Split(',');

        Assert.Equal(
            Sealed.Select(column => $"{column.Table}.{column.Column}").Order(StringComparer.Ordinal),
            columns.Order(StringComparer.Ordinal));
    }

    /// <summary>A session with tingling, words of all kinds, a report, a dead letter, and a message that is still unsent.</summary>
    private async Task TalkAsync()
    {
        await _talk.AgreeAsync();
        await _talk.SayAsync("/cancel", "/measure", "Heavy legs", "6", "Heat", "Close", "/start_session");
        await _talk.HoldAsync();
        await _talk.WaitAsync(TimeSpan.FromMinutes(2));
        await _talk.SayAsync("both feet tingle", "gobbledygook zanzibar");
        await _talk.WaitAsync(TimeSpan.FromHours(3));
        await _talk.SayAsync("I had a migraine and a headache yesterday", "/why", "/settings", "my chest hurts");
        await _talk.Rig.Conversation.HandleAsync(
            HostRig.Says("numbness in my toes") with { Fault = "gobbledygook", UpdateId = "fault", Callback = "token-of-a-press" }, Stop);
    }
}
