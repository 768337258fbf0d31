using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Earshot.Platform.Accounts.SecondFactor;

/// <summary>Time-based one-time passwords, RFC 6238: SHA-1, six digits, thirty seconds, one step of clock drift either way.</summary>
internal static class Totp
{
    private const int StepSeconds = 30;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"; // RFC 4648

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(20);

    public static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / StepSeconds;

    /// <returns>The step that the code belongs to; null when it is none of the present ones, or not newer than <paramref name="lastUsed"/>.</returns>
    public static long? Match(byte[] key, string code, DateTimeOffset now, long lastUsed)
    {
        var present = StepAt(now);
        for (var step = present - 1; step <= present + 1; step++)
        {
            if (step > lastUsed && CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(Code(key, step)), System.Text.Encoding.ASCII.GetBytes(code)))
            {
                return step;
            }
        }

        return null;
    }

    public static string Code(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238 authenticators know HMAC-SHA1; a MAC does not need collision resistance
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(key, counter, mac);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(mac[(mac[^1] & 0xf)..]) & 0x7fff_ffff;
        return (number % 1_000_000).ToString("d6", CultureInfo.InvariantCulture);
    }

    public static string ToBase32(ReadOnlySpan<byte> bytes)
    {
        var text = new System.Text.StringBuilder();
        int buffer = 0, bits = 0;
        foreach (var b in bytes)
        {
            buffer = (buffer << 8) | b;
            bits += 8;
            while (bits >= 5)
            {
                bits -= 5;
                text.Append(Base32[(buffer >> bits) & 31]);
            }

            buffer &= (1 << bits) - 1;
        }

        return bits > 0 ? text.Append(Base32[(buffer << (5 - bits)) & 31]).ToString() : text.ToString();
    }
}
