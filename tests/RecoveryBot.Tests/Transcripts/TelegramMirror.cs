using System.Text.Json.Nodes;
using FakeTelegram;
using Microsoft.Extensions.Logging.Abstractions;
using RecoveryBot.Channels;
using RecoveryBot.Channels.Telegram;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Outbox;
using RecoveryBot.Pictures;
using RecoveryBot.Telegram;
using RecoveryBot.Telegram.Wire;

namespace RecoveryBot.Tests.Transcripts;

/// <summary>Sends each message through the Telegram channel to the fake server, and reads it back as people see it there.</summary>
internal sealed class TelegramMirror : IAsyncDisposable
{
    private static readonly Person Ann = new(7);
    private readonly FakeTelegramServer _fake;
    private readonly TelegramClient _client;
    private readonly ChartRenderer _charts;
    private readonly TelegramChannel _channel;
    private string? _newest;

    private TelegramMirror(FakeTelegramServer fake)
    {
        _fake = fake;
        var options = new TelegramOptions { Token = fake.Token, ApiBaseUrl = fake.Address.OriginalString };
        _client = new TelegramClient(options, TimeProvider.System, TelegramConnections.Create());
        var presses = new TelegramPresses(_client, TimeProvider.System, NullLogger<TelegramPresses>.Instance);
        _charts = new ChartRenderer(_ => [0x89, (byte)'P', (byte)'N', (byte)'G'], TimeProvider.System, NullLogger<ChartRenderer>.Instance);
        _channel = new TelegramChannel(_client, presses, new TelegramPictures(_client), _charts, TimeProvider.System, NullLogger<TelegramChannel>.Instance);
        fake.People.Say(Ann, "/start");
    }

    public IReadOnlyList<string> Violations => _fake.Log.Violations;

    public static async Task<TelegramMirror> StartAsync() => new(await FakeTelegramServer.StartAsync());

    public async Task<ChatMessage> ShowAsync(Outgoing outgoing)
    {
        var edits = outgoing.Edits is null ? null : _newest;
        var delivery = await _channel.DeliverAsync(
            new Outgoing("7", outgoing.Message, outgoing.Key) { Edits = edits }, TestContext.Current.CancellationToken);
        _newest = Assert.IsType<Delivery.Sent>(delivery).MessageId;
        var shown = _fake.Chats.MessagesOf(7).Single(
            message => message["message_id"]!.ToString() == _newest!.Split(':')[0]);
        var sent = _fake.Log.Of(shown.ContainsKey("photo") ? "sendPhoto" : "sendMessage")[^1];
        var rang = edits is null && !sent.Has("disable_notification");
        return outgoing.Message with { Text = WordsOf(shown), Times = [], Buttons = [.. ButtonsOf(shown)], Sound = rang };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _charts.Dispose();
        await _fake.DisposeAsync();
    }

    /// <summary>The text without what counts down beside a clock time: that is Telegram's alone.</summary>
    private static string WordsOf(JsonObject shown)
    {
        var text = (shown["text"] ?? shown["caption"])!.ToString();
        var entities = (shown["entities"] ?? shown["caption_entities"])?.AsArray() ?? [];
        foreach (var counted in entities.Where(entity => entity!["date_time_format"]?.ToString() == "r").Reverse())
        {
            var (start, length) = (counted!["offset"]!.GetValue<int>(), counted["length"]!.GetValue<int>());
            Assert.Equal(", ", text.Substring(start - 2, 2));
            text = text.Remove(start - 2, length + 2);
        }

        return text;
    }

    private static IEnumerable<ChatButton> ButtonsOf(JsonObject shown) =>
        (shown["reply_markup"]?["inline_keyboard"]?.AsArray() ?? []).SelectMany(row => row!.AsArray()).Select(button =>
            new ChatButton(button!["callback_data"]!.ToString(), button["text"]!.ToString(), ToneOf(button["style"]?.ToString())));

    private static ButtonTone ToneOf(string? style) => style switch
    {
        "primary" => ButtonTone.Primary,
        "danger" => ButtonTone.Alarm,
        _ => ButtonTone.Plain,
    };
}
