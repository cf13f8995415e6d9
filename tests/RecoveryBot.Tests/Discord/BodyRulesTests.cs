using RecoveryBot.Discord;
using RecoveryBot.Discord.Requests;
using RecoveryBot.Discord.Types;

namespace RecoveryBot.Tests.Discord;

/// <summary>
/// What Discord would refuse is refused before the wire, in its own words: also what its published schema does not tell.
/// </summary>
public sealed class BodyRulesTests
{
    private static readonly ActionRow Row = ActionRow.Of(new Button("a", "A"));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, CreateMessage> Messages => new()
    {
        { "content: 2001", Said(new string('x', 2001)) },
        { "content: empty", Said("") },
        { "nonce: 26", Said("c") with { Nonce = new string('n', 26) } },
        { "components: 6", Said("c") with { Components = [.. Enumerable.Range(0, 6).Select(i => ActionRow.Of(new Button($"{i}", "A")))] } },
        { "components: the same twice", Said("c") with { Components = [Row, Row] } },
        { "components[0].components[0].label: 81", Said("c") with { Components = [ActionRow.Of(new Button("a", new string('x', 81)))] } },
        { "components[0].components[0].custom_id: 101", Said("c") with { Components = [ActionRow.Of(new Button(new string('x', 101), "A"))] } },
        { "components[0].components[0].url: 513", Said("c") with { Components = [ActionRow.Of(new LinkButton(new string('x', 513), "A"))] } },
        { "components[0].components[0].options: 0", Said("c") with { Components = [ActionRow.Of(new StringSelect("a", []))] } },
        { "components[0].components[0].options: the same twice", Said("c") with { Components = [ActionRow.Of(new StringSelect("a", [new SelectOption("A", "1"), new SelectOption("B", "1")]))] } },
        { "embeds: 11", Said("c") with { Embeds = [.. Enumerable.Repeat(new Embed { Title = "t" }, 11)] } },
        { "embeds text: 6001", Said("c") with { Embeds = [.. Enumerable.Repeat(new Embed { Description = new string('x', 3000) }, 2), new Embed { Title = "t" }] } },
        { "embeds[0].title: 257", Said("c") with { Embeds = [new Embed { Title = new string('x', 257) }] } },
        { "embeds[0].fields[0].value: 0", Said("c") with { Embeds = [new Embed { Fields = [new EmbedField("n", "")] }] } },
        { "files: 11", Said("c") with { Files = [.. Enumerable.Repeat(new FileUpload("f", "text/plain", new byte[1]), 11)] } },
        { "attachments[0].description: 1025", Said("c") with { Files = [new FileUpload("f", "text/plain", new byte[1], new string('x', 1025))] } },
    };

    public static TheoryData<string, ApplicationCommand> Commands => new()
    {
        { "commands[0].name: not a command's name", new("Start", "d") },
        { "commands[0].name: not a command's name", new("two words", "d") },
        { "commands[0].name: not a command's name", new("", "d") },
        { "commands[0].name: not a command's name", new(new string('x', 33), "d") },
        { "commands[0].name: not a command's name", new("start", "d") { NameLocalizations = new Dictionary<string, string> { ["de"] = "Los geht's" } } },
        { "commands[0].description: 101", new("start", new string('x', 101)) },
        { "commands[0].description: 0", new("start", "") },
        { "commands[0].options: required ones come first", new("start", "d") { Options = [Option("a", false), Option("b", true)] } },
        { "commands[0].options: the same twice", new("start", "d") { Options = [Option("a", true), Option("a", true)] } },
        { "commands[0].options[0].name: not a command's name", new("start", "d") { Options = [Option("A b", true)] } },
        { "commands[0].contexts: 0", new("start", "d") { Contexts = [] } },
    };

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task A_message_that_would_be_refused_is_not_sent(string problem, CreateMessage message)
    {
        await using var rig = await RestRig.StartAsync();

        var refusal = await Assert.ThrowsAsync<DiscordApiException>(() => rig.Client.CreateMessageAsync(RestRig.Ann, message, Stop));

        Assert.Equal(DiscordErrorKind.OurBug, refusal.Kind);
        Assert.StartsWith(problem, Assert.Single(refusal.Errors), StringComparison.Ordinal);
        Assert.Empty(rig.Api.Calls);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_command_that_would_be_refused_is_not_set(string problem, ApplicationCommand command)
    {
        await using var rig = await RestRig.StartAsync();

        var refusal = await Assert.ThrowsAsync<DiscordApiException>(() => rig.Client.SetGlobalCommandsAsync(RestRig.App, [command], Stop));

        Assert.StartsWith(problem, Assert.Single(refusal.Errors), StringComparison.Ordinal);
        Assert.Empty(rig.Api.Calls);
    }

    [Theory]
    [InlineData("start")]
    [InlineData("übung-2_x'")]
    [InlineData("начать")]
    [InlineData("शुरू")]
    [InlineData("เริ่ม")]
    public async Task Names_in_many_scripts_are_fine(string name)
    {
        await using var rig = await RestRig.StartAsync();
        rig.Api.Answer(new ApiAnswer(200, "[]"), new ApiAnswer(200, "[]"));

        Assert.True(await rig.Client.SetGlobalCommandsAsync(RestRig.App, [new ApplicationCommand(name, "d")], Stop));
    }

    [Fact]
    public async Task What_just_fits_is_sent()
    {
        await using var rig = await RestRig.StartAsync();

        await rig.Client.CreateMessageAsync(
            RestRig.Ann,
            Said(new string('x', 2000)) with
            {
                Nonce = new string('n', 25),
                Components = [.. Enumerable.Range(0, 5).Select(i => ActionRow.Of([.. Enumerable.Range(0, 5).Select(j => new Button($"{i}{j}", "A"))]))],
                Embeds = [.. Enumerable.Repeat(new Embed { Description = new string('x', 3000) }, 2)],
            },
            Stop);

        Assert.Single(rig.Api.Calls);
    }

    [Fact]
    public async Task A_file_of_more_than_ten_mebibytes_is_too_large()
    {
        await using var rig = await RestRig.StartAsync();
        var large = new FileUpload("f", "text/plain", new byte[FileUpload.MaxBytes + 1]);

        var refusal = await Assert.ThrowsAsync<DiscordApiException>(
            () => rig.Client.CreateMessageAsync(RestRig.Ann, Said("c") with { Files = [large] }, Stop));

        Assert.Equal(DiscordErrorKind.TooLarge, refusal.Kind);
    }

    [Fact]
    public async Task A_form_is_checked_as_well()
    {
        await using var rig = await RestRig.StartAsync();
        var form = new Modal("m", new string('t', 46), []);

        var refusal = await Assert.ThrowsAsync<DiscordApiException>(() => rig.RespondAsync(new InteractionResponse.OpenModal(form)));

        Assert.Equal(["title: 46 is not between 1 and 45", "components: 0 is not between 1 and 5"], refusal.Errors);
    }

    [Fact]
    public void A_row_holds_one_to_five_buttons_or_one_select()
    {
        Assert.Throws<ArgumentException>(() => ActionRow.Of());
        Assert.Throws<ArgumentException>(() => ActionRow.Of([.. Enumerable.Range(0, 6).Select(i => new Button($"{i}", "A"))]));
        Assert.Throws<ArgumentException>(() => ActionRow.Of(new Button("a", "A"), new StringSelect("b", [new SelectOption("A", "1")])));
        Assert.Single(ActionRow.Of(new StringSelect("b", [new SelectOption("A", "1")])).Components);
    }

    private static CreateMessage Said(string content) => new() { Nonce = "n", Content = content };

    private static CommandOption Option(string name, bool required) => new(CommandOptionType.String, name, "d") { Required = required };
}
