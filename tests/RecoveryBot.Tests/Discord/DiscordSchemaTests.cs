using System.Collections;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FakeDiscord.Checks;
using Microsoft.Extensions.Logging.Abstractions;
using RecoveryBot.Discord;
using RecoveryBot.Discord.Requests;
using RecoveryBot.Discord.Rest;
using RecoveryBot.Discord.Types;

namespace RecoveryBot.Tests.Discord;

/// <summary>Every request that the client can make is one that the published API knows.</summary>
public sealed class DiscordSchemaTests
{
    private static readonly Snowflake Id = new(1);
    private static readonly InteractionToken Token = new("token");

    private static readonly Embed Embed = new()
    {
        Title = "t",
        Description = "d",
        Color = 0x336699,
        Fields = [new EmbedField("n", "v", Inline: true)],
        Image = new EmbedImage("attachment://chart.png"),
        Footer = new EmbedFooter("f"),
    };

    private static readonly StringSelect Select = new("s", [new SelectOption("l", "v", "d")]) { Placeholder = "p", MinValues = 0, MaxValues = 1 };

    private static readonly IReadOnlyList<ActionRow> Rows =
    [
        ActionRow.Of(new Button("b", "l", ButtonStyle.Danger) { Disabled = true }, new LinkButton("https://example.org", "l")),
        ActionRow.Of(Select),
    ];

    private static readonly FileUpload File = new("chart.png", "image/png", new byte[] { 1, 2, 3 }, "A chart");

    private static readonly CreateMessage Message = new()
    {
        Nonce = "n",
        Content = "c",
        Embeds = [Embed],
        Components = Rows,
        Flags = MessageFlags.SuppressNotifications,
        Files = [File],
    };

    private static readonly EditMessage Edit = new()
    {
        Content = "c",
        Embeds = [Embed],
        Components = Rows,
        KeptAttachments = [Id],
        Files = [File],
    };

    private static readonly InteractionMessage Answer = new()
    {
        Content = "c",
        Embeds = [Embed],
        Components = Rows,
        Flags = MessageFlags.Ephemeral,
        Files = [File],
    };

    private static readonly Modal Form = new(
        "m", "t",
        [
            Label.Of("l", new TextInput("i", TextInputStyle.Paragraph) { Placeholder = "p", Value = "v", MaxLength = 9, Required = false }) with { Description = "d" },
            Label.Of("l", Select),
        ]);

    private static readonly Dictionary<string, string> Names = new() { ["de"] = "name" };

    private static readonly ApplicationCommand Command = new("start", "Begin")
    {
        NameLocalizations = Names,
        DescriptionLocalizations = Names,
        Options =
        [
            new CommandOption(CommandOptionType.Integer, "minutes", "d") { NameLocalizations = Names, DescriptionLocalizations = Names, Required = true, MinValue = 1, MaxValue = 9 },
            new CommandOption(CommandOptionType.String, "words", "d") { MaxLength = 99, Required = false },
        ],
    };

    /// <summary>Each call with everything set, with nothing set that can be left out, and with emptiness where it has a meaning.</summary>
    private static readonly (string Method, Func<DiscordRestClient, CancellationToken, Task> Call)[] Samples =
    [
        ("GetGatewayBotAsync", (client, stop) => client.GetGatewayBotAsync(stop)),
        ("GetCurrentApplicationAsync", (client, stop) => client.GetCurrentApplicationAsync(stop)),
        ("CreateDmAsync", (client, stop) => client.CreateDmAsync(Id, stop)),
        ("CreateMessageAsync", (client, stop) => client.CreateMessageAsync(Id, Message, stop)),
        ("CreateMessageAsync", (client, stop) => client.CreateMessageAsync(Id, new CreateMessage { Nonce = "n", Content = "c" }, stop)),
        ("EditMessageAsync", (client, stop) => client.EditMessageAsync(Id, Id, Edit, stop)),
        ("EditMessageAsync", (client, stop) => client.EditMessageAsync(Id, Id, new EditMessage(), stop)),
        ("EditMessageAsync", (client, stop) => client.EditMessageAsync(Id, Id, new EditMessage { Content = "", Embeds = [], Components = [], KeptAttachments = [] }, stop)),
        ("TriggerTypingAsync", (client, stop) => client.TriggerTypingAsync(Id, stop)),
        ("CreateInteractionResponseAsync", (client, stop) => client.CreateInteractionResponseAsync(Id, Token, new InteractionResponse.Reply(Answer), stop)),
        ("CreateInteractionResponseAsync", (client, stop) => client.CreateInteractionResponseAsync(Id, Token, new InteractionResponse.DeferReply(), stop)),
        ("CreateInteractionResponseAsync", (client, stop) => client.CreateInteractionResponseAsync(Id, Token, new InteractionResponse.DeferReply(IsEphemeral: true), stop)),
        ("CreateInteractionResponseAsync", (client, stop) => client.CreateInteractionResponseAsync(Id, Token, new InteractionResponse.DeferUpdate(), stop)),
        ("CreateInteractionResponseAsync", (client, stop) => client.CreateInteractionResponseAsync(Id, Token, new InteractionResponse.UpdateMessage(Edit), stop)),
        ("CreateInteractionResponseAsync", (client, stop) => client.CreateInteractionResponseAsync(Id, Token, new InteractionResponse.OpenModal(Form), stop)),
        ("EditOriginalInteractionResponseAsync", (client, stop) => client.EditOriginalInteractionResponseAsync(Id, Token, Edit, stop)),
        ("CreateFollowupMessageAsync", (client, stop) => client.CreateFollowupMessageAsync(Id, Token, Answer, stop)),
        ("CreateFollowupMessageAsync", (client, stop) => client.CreateFollowupMessageAsync(Id, Token, new InteractionMessage { Content = "c" }, stop)),
        ("GetGlobalCommandsAsync", (client, stop) => client.GetGlobalCommandsAsync(Id, stop)),
        ("SetGlobalCommandsAsync", (client, stop) => client.SetGlobalCommandsAsync(Id, [Command, new ApplicationCommand("help", "Help")], stop)),
    ];

    public static TheoryData<int> Calls => [.. Enumerable.Range(0, Samples.Length)];

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task What_a_call_sends_fits_the_schema(int sample)
    {
        var (_, path, _, method, body) = await SentAsync(sample);
        var operation = Assert.Single(OpenApi.Instance.Operations, one => one.Method == method && Fits(one.Path, path));

        if (body is not null)
            Assert.Empty(OpenApi.Instance.ProblemsOf(operation.Route, body));
    }

    [Fact]
    public void Every_call_of_the_client_is_among_the_samples() => Assert.Equal(
        typeof(DiscordRestClient).GetMethods().Select(method => method.Name)
            .Where(name => name.EndsWith("Async", StringComparison.Ordinal)).Distinct().Order(),
        Samples.Select(sample => sample.Method).Distinct().Order());

    [Fact]
    public void The_full_samples_leave_nothing_out()
    {
        var unset = new HashSet<string>();
        var set = new HashSet<string>();
        foreach (var whole in new object[] { Message, Edit, Answer, Form, Command })
            Look(whole, set, unset);

        Assert.Empty(unset.Except(set));
        Assert.True(set.Count > 60);
    }

    /// <summary>Word by word, where a word in braces stands for any; a fixed word goes before it.</summary>
    private static bool Fits(string template, string path)
    {
        var (wanted, given) = (template.Split('/'), path.Split('/'));
        return wanted.Length == given.Length && wanted.Zip(given).All(pair => pair.First.StartsWith('{')
            ? pair.Second != "@me" && pair.Second != "@original"
            : pair.First == pair.Second);
    }

    private static void Look(object node, HashSet<string> set, HashSet<string> unset)
    {
        foreach (var property in node.GetType().GetProperties().Where(property => property.GetMethod is { IsPublic: true, IsStatic: false }))
        {
            var name = $"{node.GetType().Name}.{property.Name}";
            var value = property.GetValue(node);
            (value is null or "" or ICollection { Count: 0 } ? unset : set).Add(name);
            var inner = value switch
            {
                IEnumerable<object> many => many,
                not null when value.GetType().Namespace == typeof(Embed).Namespace && !value.GetType().IsValueType => [value],
                _ => [],
            };
            foreach (var each in inner)
                Look(each, set, unset);
        }

        unset.Remove("AllowedMentions.Parse"); // Empty is its meaning.
    }

    private static async Task<(string Name, string Path, IEnumerable<string> Query, string Method, JsonNode? Body)> SentAsync(int sample)
    {
        var wire = new KeepingWire();
        var options = new DiscordOptions { Token = RestRig.Token, ApiBaseUrl = "http://127.0.0.1/api/v10" };
        using var client = new DiscordRestClient(options, TimeProvider.System, NullLogger.Instance, wire);
        await Record.ExceptionAsync(() => Samples[sample].Call(client, TestContext.Current.CancellationToken));
        var address = wire.Address!;
        var query = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')[0]);
        return (Samples[sample].Method, address.AbsolutePath["/api/v10".Length..], query, wire.Method!, wire.Body);
    }

    /// <summary>Keeps what would go over the wire last, and answers a look at the commands with none.</summary>
    private sealed class KeepingWire : HttpMessageHandler
    {
        public Uri? Address { get; private set; }

        public string? Method { get; private set; }

        public JsonNode? Body { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (Address, Method) = (request.RequestUri, request.Method.Method);
            var json = request.Content is MultipartFormDataContent form
                ? form.Single(part => part.Headers.ContentDisposition!.Name!.Trim('"') == "payload_json")
                : request.Content;
            Body = json is null ? null : JsonNode.Parse(await json.ReadAsStringAsync(cancellationToken));
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("[]", Encoding.UTF8) };
        }
    }
}
