using System.Text;
using System.Text.Json;
using RecoveryBot.Telegram.Types;
using RecoveryBot.Telegram.Wire;

namespace RecoveryBot.Tests.Telegram;

/// <summary>What comes over the wire, with everything in it that we do not know.</summary>
public sealed class TelegramUpdateTests
{
    private static readonly IReadOnlyList<Update> Recorded = JsonSerializer.Deserialize(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Wire", "telegram-updates.json")),
        TelegramJson.Default.ReplyUpdateBatch)!.Result!.Updates;

    [Fact]
    public void A_message_has_its_chat_sender_and_text()
    {
        var message = Recorded[0].Message!;

        Assert.Equal(4_503_599_627_370_495, message.Chat.Id);
        Assert.True(message.Chat.IsPrivate);
        Assert.Equal(("Ann", "pt-br"), (message.From!.FirstName, message.From.LanguageCode));
        Assert.Equal("/start-session 20", message.Text);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 11, 5, 0, TimeSpan.Zero), message.Date);
    }

    [Fact]
    public void An_edit_is_no_message()
    {
        Assert.Null(Recorded[1].Message);
        Assert.Equal("my feet tingle", Recorded[1].EditedMessage!.Text);
    }

    [Fact]
    public void A_press_under_a_lost_message_keeps_its_chat_and_data()
    {
        var press = Recorded[2].CallbackQuery!;

        Assert.True(press.Message!.IsInaccessible);
        Assert.Equal((7, 3, "v1:done:4-2"), (press.Message.Chat.Id, press.Message.MessageId, press.Data));
    }

    [Fact]
    public void A_block_shuts_the_bot_out() => Assert.True(Recorded[3].MyChatMember!.IsShutOut);

    [Fact]
    public void A_kind_from_the_future_is_an_update_with_nothing_in_it() =>
        Assert.Equal(new Update { UpdateId = 731_000_105 }, Recorded[4]);

    [Fact]
    public void One_undecodable_update_keeps_its_id_and_takes_no_other_with_it()
    {
        Assert.Equal(731_000_106, Recorded[5].UpdateId);
        Assert.StartsWith("""{ "update_id": 731000106, "message": { "message_id": "twelve" """.Trim(), Recorded[5].Undecodable, StringComparison.Ordinal);
        Assert.Null(Recorded[5].Message);
        Assert.Equal(7, Recorded.Count);
    }

    [Fact]
    public void A_sticker_in_a_chat_of_an_unknown_type_is_a_message_without_text()
    {
        Assert.Null(Recorded[6].Message!.Text);
        Assert.False(Recorded[6].Message!.Chat.IsPrivate);
    }

    [Theory]
    [InlineData("""{"update_id":1,"message":{"message_id":1,"chat":{"id":1,"type":"private"},"date":-5}}""")]
    [InlineData("""{"update_id":1,"message":{"message_id":1,"chat":{"id":1,"type":"private"},"date":9e18}}""")]
    [InlineData("""{"update_id":1,"message":[]}""")]
    [InlineData("""{"update_id":1,"callback_query":{"id":5}}""")]
    [InlineData("""{"update_id":1,"message":{"message_id":1,"chat":{"id":99999999999999999999,"type":"private"}}}""")]
    public void Whatever_is_inside_an_id_suffices(string json) =>
        Assert.Equal(json, Update.Parse(Encoding.UTF8.GetBytes(json)).Undecodable);

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"update_id":"1"}""")]
    [InlineData("""{"update_id":1} {}""")]
    [InlineData("")]
    [InlineData("""{"update_id":1""")]
    public void Without_an_id_it_is_no_update(string json) =>
        Assert.ThrowsAny<JsonException>(() => Update.Parse(Encoding.UTF8.GetBytes(json)));
}
