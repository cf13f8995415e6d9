using System.Security.Cryptography;
using System.Text;

namespace RecoveryBot.Storage;

/// <summary>AES-256-GCM under the operator's key (D8). Layout: format byte, 12-byte nonce, 16-byte tag, ciphertext.</summary>
/// <remarks>
/// Table and row id are authenticated with the value, so that one person's row cannot stand in for another's. The nonce
/// is random: at 2^32 values under one key the chance of a repeat is still below 2^-32 (NIST SP 800-38D, 8.3).
/// </remarks>
public sealed class Seal : IDisposable
{
    public const int KeyBytes = 32;
    private const byte Format = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int HeaderBytes = 1 + NonceBytes + TagBytes;
    private readonly AesGcm _aes;
    private readonly byte[] _hashKey;
    private readonly Lock _gate = new();

    public Seal(ReadOnlySpan<byte> key)
    {
        if (key.Length != KeyBytes)
            throw new ArgumentException($"The key has {key.Length} bytes, not {KeyBytes}.", nameof(key));
        _aes = new AesGcm(key, TagBytes);
        _hashKey = new byte[KeyBytes];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, _hashKey, salt: [], info: "recoverybot/keyed-hash"u8);
    }

    public byte[] Close(ReadOnlySpan<byte> plain, string table, string row)
    {
        var box = new byte[HeaderBytes + plain.Length];
        box[0] = Format;
        var nonce = box.AsSpan(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        lock (_gate)
        {
            _aes.Encrypt(
                nonce, plain, box.AsSpan(HeaderBytes), box.AsSpan(1 + NonceBytes, TagBytes), Place(table, row));
        }

        return box;
    }

    /// <exception cref="SealBrokenException">Changed, moved from another row, or another key.</exception>
    public byte[] Open(ReadOnlySpan<byte> box, string table, string row)
    {
        if (box.Length < HeaderBytes || box[0] != Format)
            throw new SealBrokenException(table);

        var plain = new byte[box.Length - HeaderBytes];
        try
        {
            lock (_gate)
            {
                _aes.Decrypt(
                    box.Slice(1, NonceBytes), box[HeaderBytes..], box.Slice(1 + NonceBytes, TagBytes), plain,
                    Place(table, row));
            }
        }
        catch (AuthenticationTagMismatchException broken)
        {
            throw new SealBrokenException(table, broken);
        }

        return plain;
    }

    /// <summary>What stands for a value where the value itself must not; without the key it tells nothing.</summary>
    public string KeyedHash(string value) => Convert.ToBase64String(HMACSHA256.HashData(_hashKey, Encoding.UTF8.GetBytes(value)));

    public void Dispose() => _aes.Dispose();

    private static byte[] Place(string table, string row) => Encoding.UTF8.GetBytes($"{Format}/{table}/{row}");
}
