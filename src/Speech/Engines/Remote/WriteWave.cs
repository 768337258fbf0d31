using System.Buffers.Binary;
using Earshot.Speech.Decoding;

namespace Earshot.Speech.Engines.Remote;

/// <summary>One channel as a 16-bit wave file in memory, for services that take files.</summary>
internal static class WriteWave
{
    private const int HeaderLength = 44;

    public static byte[] From(ReadOnlySpan<float> samples, int sampleRate)
    {
        var file = new byte[HeaderLength + (samples.Length * 2)];
        "RIFF"u8.CopyTo(file);
        Number(file, 4, file.Length - 8);
        "WAVEfmt "u8.CopyTo(file.AsSpan(8));
        Number(file, 16, 16);
        Number(file, 20, 1 | (1 << 16)); // PCM, one channel
        Number(file, 24, sampleRate);
        Number(file, 28, sampleRate * 2);
        Number(file, 32, 2 | (16 << 16)); // two bytes a frame, sixteen bits a sample
        "data"u8.CopyTo(file.AsSpan(36));
        Number(file, 40, samples.Length * 2);
        Pcm(samples, file.AsSpan(HeaderLength));
        return file;
    }

    public static void Pcm(ReadOnlySpan<float> samples, Span<byte> into)
    {
        var pcm = ToFloat.Back(samples);
        for (var i = 0; i < pcm.Length; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(into[(2 * i)..], pcm[i]);
        }

        Array.Clear(pcm);
    }

    private static void Number(byte[] file, int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), value);
}
