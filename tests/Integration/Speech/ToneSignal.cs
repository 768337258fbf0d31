using System.Diagnostics;

namespace Earshot.Integration.Speech;

/// <summary>A word that the tone model will hear, and when.</summary>
internal sealed record ToneWord(string Text, double Start);

/// <summary>Recordings in which words are tones.</summary>
internal static class ToneSignal
{
    public const float Threshold = -1.5f;
    public const double WordSeconds = 0.3;
    public const int SampleRate = 16_000;
    private const float Amplitude = 0.4f;

    /// <summary>One channel with the given words in faint noise.</summary>
    public static float[] Channel(double seconds, params ToneWord[] words)
    {
        var random = new Random(7);
        var samples = new float[(int)(seconds * SampleRate)];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = ((float)random.NextDouble() - 0.5f) * 0.0004f;
        }

        foreach (var word in words)
        {
            Add(samples, word);
        }

        return samples;
    }

    /// <summary>Chords of held notes, as a switchboard plays them.</summary>
    public static void AddMusic(float[] samples, double from, double to)
    {
        double[] notes = [261.6, 329.6, 392, 523.3, 440, 349.2, 293.7, 493.9];
        for (var i = (int)(from * SampleRate); i < (int)(to * SampleRate); i++)
        {
            var (beat, inBeat) = (i / (SampleRate / 2), (double)(i % (SampleRate / 2)) / SampleRate);
            for (var voice = 0; voice < 3; voice++)
            {
                var note = notes[((beat * (voice + 1)) + voice) % notes.Length];
                samples[i] += (float)(0.1 * Math.Exp(-inBeat * 2) * (Math.Sin(2 * Math.PI * note * i / SampleRate) + (0.5 * Math.Sin(4 * Math.PI * note * i / SampleRate))));
            }
        }
    }

    /// <summary>A 16-bit wave file of the given channels.</summary>
    public static byte[] Wave(params float[][] channels)
    {
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        var data = channels[0].Length * channels.Length * 2;
        writer.Write("RIFF"u8);
        writer.Write(36 + data);
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)channels.Length);
        writer.Write(SampleRate);
        writer.Write(SampleRate * channels.Length * 2);
        writer.Write((short)(channels.Length * 2));
        writer.Write((short)16);
        writer.Write("data"u8);
        writer.Write(data);
        for (var i = 0; i < channels[0].Length; i++)
        {
            foreach (var channel in channels)
            {
                writer.Write((short)(channel[i] * 32767));
            }
        }

        return file.ToArray();
    }

    /// <summary>The same recording in another format, made by ffmpeg.</summary>
    public static async Task<byte[]> ConvertAsync(byte[] wave, string arguments)
    {
        var target = Path.GetTempFileName();
        var start = new ProcessStartInfo("ffmpeg", $"-v error -y -i pipe:0 {arguments} {target}") { RedirectStandardInput = true, UseShellExecute = false };
        using var ffmpeg = Process.Start(start) ?? throw new InvalidOperationException("ffmpeg did not start");
        await ffmpeg.StandardInput.BaseStream.WriteAsync(wave);
        ffmpeg.StandardInput.Close();
        await ffmpeg.WaitForExitAsync();
        var converted = await File.ReadAllBytesAsync(target);
        File.Delete(target);
        return converted;
    }

    private static void Add(float[] samples, ToneWord word)
    {
        var tone = ToneModel.Tones[Array.IndexOf(ToneModel.Words, word.Text)];
        var (first, length) = ((int)(word.Start * SampleRate), (int)(WordSeconds * SampleRate));
        for (var i = 0; i < length && first + i < samples.Length; i++)
        {
            var edge = Math.Min(1, Math.Min(i, length - i) / (0.01 * SampleRate));
            samples[first + i] += (float)(Amplitude * edge * Math.Sin(2 * Math.PI * tone * i / SampleRate));
        }
    }
}
