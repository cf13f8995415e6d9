using FakeTelegram;
using RecoveryBot.Tests.Support;

namespace RecoveryBot.Tests.Host.Telegram;

public sealed class TelegramFileTests
{
    private static readonly Person Ann = TelegramHostRig.Ann;

    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    public async Task An_export_is_a_document_with_the_words_under_it()
    {
        await using var rig = await TelegramHostRig.StartAsync();
        await rig.AgreeAsync();

        await rig.SayAsync("/export");

        var said = rig.SaidIn(Ann.Id)[^2];
        Assert.NotNull(said["document"]);
        Assert.StartsWith("Here is all that I keep about you", said["caption"]!.ToString(), StringComparison.Ordinal);
        var sent = Assert.Single(rig.Fake.Log.Of("sendDocument")).Files["document"];
        Assert.Equal("recoverybot-export-2026-03-02.zip", sent.Name);
        Assert.Equal(Ann.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), new ExportReader(sent.Content).Tables["accounts"]![0]!["external_id"]!.ToString());
        rig.AssertClean();
    }

    [Fact(Timeout = TelegramHostRig.PatienceMilliseconds)]
    public async Task A_file_that_is_not_taken_is_told_in_words_and_not_tried_again()
    {
        await using var rig = await TelegramHostRig.StartAsync();
        await rig.AgreeAsync();
        rig.Fake.Faults.Add(new Fault(FaultKind.Refuse) { Method = "sendDocument", Status = 413, Text = "Request Entity Too Large" });

        await rig.SayAsync("/export");
        await rig.WaitAsync(TimeSpan.FromMinutes(10));
        await rig.DrainAsync();

        Assert.Single(rig.Fake.Log.Of("sendDocument"));
        Assert.Contains("The file did not get through. Please ask for it again in a while.", rig.TextsIn(Ann.Id));
    }
}
