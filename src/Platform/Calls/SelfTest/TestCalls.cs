using System.Buffers.Binary;
using Earshot.Masking;

namespace Earshot.Platform.Calls.SelfTest;

/// <summary>The two invented calls of the self-test: a recording of nothing but a tone, and a conversation full of invented identifiers.</summary>
internal static class TestCalls
{
    private const int Rate = 8000;
    private const int Header = 44;

    /// <summary>What must not be in the masked text.</summary>
    public static readonly IReadOnlyList<string> Secrets = ["Carter", "7946", "emily.carter", "4111"];

    public static readonly Conversation Conversation = new("en",
    [
        new Turn("agent", "Good morning, how can I help you?"),
        new Turn("customer", "My name is Emily Carter, my phone is 020 7946 0123 and my mail is emily.carter@example.com."),
        new Turn("customer", "I paid by card, the number is 4111 1111 1111 1111."),
        new Turn("agent", "Thank you, I will look into it and call you back today."),
    ]);

    public static NewCall Details(DateTimeOffset now) => new()
    {
        Source = "self-test",
        Direction = CallDirection.Inbound,
        StartedAt = now,
        Language = "en",
        RecordingGround = "consent",
    };

    /// <summary>One second of a tone that comes and goes, as a WAV file: 8 kHz, 16 bits, one channel.</summary>
    public static byte[] Recording()
    {
        var wave = new byte[Header + (2 * Rate)];
        "RIFF"u8.CopyTo(wave);
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(4), wave.Length - 8);
        "WAVEfmt "u8.CopyTo(wave.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(wave.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(wave.AsSpan(22), 1);
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(24), Rate);
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(28), 2 * Rate);
        BinaryPrimitives.WriteInt16LittleEndian(wave.AsSpan(32), 2);
        BinaryPrimitives.WriteInt16LittleEndian(wave.AsSpan(34), 16);
        "data"u8.CopyTo(wave.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(40), 2 * Rate);
        for (var i = 0; i < Rate; i++)
        {
            var loudness = 6000 * (1 + Math.Sin(2 * Math.PI * 4 * i / Rate));
            BinaryPrimitives.WriteInt16LittleEndian(wave.AsSpan(Header + (2 * i)), (short)(loudness * Math.Sin(2 * Math.PI * 220 * i / Rate)));
        }

        return wave;
    }
}
