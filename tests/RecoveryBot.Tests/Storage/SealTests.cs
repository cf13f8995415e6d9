using System.Security.Cryptography;
using RecoveryBot.Storage;

namespace RecoveryBot.Tests.Storage;

public class SealTests
{
    [Fact]
    public void What_was_closed_opens_in_its_own_row()
    {
        using var seal = new Seal(RandomNumberGenerator.GetBytes(32));

        var box = seal.Close("tingling"u8, "users", "7");

        Assert.Equal("tingling"u8.ToArray(), seal.Open(box, "users", "7"));
    }

    [Fact]
    public void A_value_does_not_open_in_another_row_or_table()
    {
        using var seal = new Seal(RandomNumberGenerator.GetBytes(32));

        var box = seal.Close("tingling"u8, "users", "7");

        Assert.Throws<SealBrokenException>(() => seal.Open(box, "users", "8"));
        Assert.Throws<SealBrokenException>(() => seal.Open(box, "outbox", "7"));
    }

    [Fact]
    public void A_flipped_bit_anywhere_is_noticed()
    {
        using var seal = new Seal(RandomNumberGenerator.GetBytes(32));
        var box = seal.Close("tingling"u8, "users", "7");

        for (var at = 0; at < box.Length; at++)
        {
            var damaged = (byte[])box.Clone();
            damaged[at] ^= 1;
            Assert.Throws<SealBrokenException>(() => seal.Open(damaged, "users", "7"));
        }
    }
}
