using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FakeDiscord;
using Microsoft.Extensions.Logging.Abstractions;
using RecoveryBot.Channels;
using RecoveryBot.Channels.Discord;
using RecoveryBot.Coaching;
using RecoveryBot.Coaching.Wording;
using RecoveryBot.Discord;
using RecoveryBot.Discord.Rest;
using RecoveryBot.Discord.Types;
using RecoveryBot.Discord.Wire;
using RecoveryBot.Outbox;
using RecoveryBot.Pictures;
using RecoveryBot.Storage;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Transcripts;

/// <summary>
/// Sends each message through the Discord channel to the fake server, and reads it back as people see it there. Every second
/// message of its own is the answer to a command.
/// </summary>
internal sealed partial class DiscordMirror : IAsyncDisposable
{
    private static readonly Person Ann = new(7);
    private readonly FakeDiscordServer _fake;
    private readonly ManualTimeProvider _time;
    private readonly DiscordRestClient _client;
    private readonly StoreFiles _files = new();
    private readonly CoachStore _store;
    private readonly DiscordPromises _promises;
    private readonly DiscordInteractions _interactions;
    private readonly ChartRenderer _charts;
    private readonly DiscordChannel _channel;
    private readonly ulong _dm;
    private string? _newest;
    private int _messages;

    private DiscordMirror(FakeDiscordServer fake, ManualTimeProvider time)
    {
        (_fake, _time) = (fake, time);
        _client = new DiscordRestClient(
            new DiscordOptions { Token = fake.Token, ApiBaseUrl = fake.ApiBaseUrl }, time, NullLogger.Instance, DiscordConnections.Create());
        _store = _files.Open();
        _promises = new DiscordPromises(_client, _store, time, NullLogger<DiscordPromises>.Instance);
        _interactions = new DiscordInteractions(_client, _promises, time, NullLogger<DiscordInteractions>.Instance);
        _charts = new ChartRenderer(_ => [0x89, (byte)'P', (byte)'N', (byte)'G'], time, NullLogger<ChartRenderer>.Instance);
        _channel = new DiscordChannel(_client, _interactions, _charts, _store, NullLogger<DiscordChannel>.Instance);
        _dm = fake.Channels.DmWith(Ann);
    }

    public IReadOnlyList<string> Violations => _fake.Log.Violations;

    public IEnumerable<FakeDiscord.Interaction> Unanswered => _fake.Interactions.All.Where(interaction => interaction.AnsweredAt is null);

    public static async Task<DiscordMirror> StartAsync()
    {
        var time = new ManualTimeProvider(new DateTimeOffset(2026, 3, 2, 19, 42, 0, TimeSpan.Zero));
        return new DiscordMirror(await FakeDiscordServer.StartAsync(new FakeDiscordOptions { Time = time }), time);
    }

    public async Task<ChatMessage> ShowAsync(Outgoing outgoing)
    {
        var edits = outgoing.Edits is null ? null : _newest;
        _messages++;
        var command = edits is null && _messages % 2 == 0 ? Use() : null;
        _time.Advance(TimeSpan.FromSeconds(1)); // Discord takes so many calls in one.
        var delivery = await _channel.DeliverAsync(
            new Outgoing($"{_dm}", outgoing.Message, KeyOf(outgoing)) { Edits = edits, Callback = command }, TestContext.Current.CancellationToken);
        _newest = Assert.IsType<Delivery.Sent>(delivery).MessageId;
        var shown = _fake.Channels.MessagesOf(_dm).Single(message => message["id"]!.ToString() == _newest!.Split(':')[0]);
        var rang = edits is null && ((shown["flags"]!.GetValue<long>() & (long)MessageFlags.SuppressNotifications) == 0);
        return outgoing.Message with
        {
            Text = WordsOf(shown, outgoing.Message),
            Times = [],
            Buttons = ButtonsOf(shown, outgoing.Message),
            Sound = rang,
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _interactions.WhenAnsweredAsync();
        _promises.Dispose();
        _store.Dispose();
        _files.Dispose();
        _client.Dispose();
        _charts.Dispose();
        await _fake.DisposeAsync();
    }

    /// <summary>A key tells the millisecond, and the transcripts' clock stands still over a restart.</summary>
    private string KeyOf(Outgoing outgoing) => $"{outgoing.Key}-{_messages}";

    private string Use()
    {
        var used = _fake.People.Forge(Ann, InteractionKind.Command, new JsonObject { ["id"] = "1", ["name"] = "x", ["type"] = 1 });
        _interactions.Arrived(new RecoveryBot.Discord.Types.Interaction
        {
            Id = new Snowflake(used.Id),
            ApplicationId = new Snowflake(new FakeDiscordOptions().ApplicationId),
            Type = InteractionType.Command,
            Token = new InteractionToken(used.Token),
            ChannelId = new Snowflake(_dm),
            Context = InteractionContext.BotDm,
            User = new User { Id = new Snowflake(Ann.Id) },
        });
        return used.Id.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The text as an app shows it, without what counts down, and with commands as they are spelled elsewhere.</summary>
    private static string WordsOf(JsonObject shown, ChatMessage sent)
    {
        var text = Clock().Replace(Markdown.WithoutCountdown(MarkdownOf(shown)), tag => sent.Times.First(
            time => time.Instant.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) == tag.Groups[1].Value).FromNow);
        text = Markdown.Plain(text);
        foreach (Match command in Underscored().Matches(sent.Text))
            text = text.Replace(command.Value.Replace('_', '-'), command.Value, StringComparison.Ordinal);
        return text;
    }

    /// <summary>A summary has its first line in the text and the rest below it.</summary>
    private static string MarkdownOf(JsonObject shown) => string.Join(
        '\n', [shown["content"]!.ToString(), .. shown["embeds"]!.AsArray().Select(embed => embed!["description"]!.ToString())]);

    private static List<ChatButton> ButtonsOf(JsonObject shown, ChatMessage sent)
    {
        var shownButtons = new List<ChatButton>();
        foreach (var part in shown["components"]!.AsArray().SelectMany(row => row!["components"]!.AsArray()))
        {
            foreach (var option in part!["options"] as JsonArray ?? [])
            {
                var id = option!["value"]!.ToString();
                var button = sent.Buttons.SingleOrDefault(button => button.Id == id);
                if (button is not null) // A list has no colours.
                    shownButtons.Add(new ChatButton(id, option["label"]!.ToString(), button.Tone));
            }

            if (part["options"] is null && part["custom_id"]!.ToString() != DiscordButtons.TypeId)
                shownButtons.Add(new ChatButton(part["custom_id"]!.ToString(), part["label"]!.ToString(), ToneOf(part["style"]!.GetValue<long>())));
        }

        // Where a list has the answers, the button that asks for one of them is left out.
        if (sent.Choices?.InsteadOf is { } left && sent.Buttons.ToList().FindIndex(button => button.Id == left) is var at and >= 0)
            shownButtons.Insert(at, sent.Buttons[at]);
        return shownButtons;
    }

    private static ButtonTone ToneOf(long style) => (ButtonStyle)style switch
    {
        ButtonStyle.Primary => ButtonTone.Primary,
        ButtonStyle.Danger => ButtonTone.Alarm,
        _ => ButtonTone.Plain,
    };

    [GeneratedRegex(@"<t:(\d+):t>")]
    private static partial Regex Clock();

    [GeneratedRegex("/[a-z]+(_[a-z]+)+")]
    private static partial Regex Underscored();
}
