using System.Text;
using Earshot.Speech.Engines.Sherpa;

namespace Earshot.Integration.Speech;

/// <summary>
/// A speech model of two kilobytes, written by hand as protobuf: it hears four tones as four words, smoothed over 90 ms
/// because speech codecs make a tone waver. It goes through the real
/// sherpa-onnx library, so that times, channels and segments can be asserted to the word without any download.
/// </summary>
internal static class ToneModel
{
    private const int Features = 80;
    public static readonly string[] Words = ["one", "two", "three", "four"];
    public static readonly double[] Tones = [500, 900, 1500, 2400];

    /// <summary>Writes the model into a folder of its own.</summary>
    public static SherpaModel In(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, "model.onnx"), Bytes());
        File.WriteAllLines(Path.Combine(folder, "tokens.txt"), [.. Words.Select((word, i) => $"\u2581{word} {i}"), $"<blk> {Words.Length}"]);
        var model = new SherpaModel("tones", SherpaModelKind.NemoCtc, ["en"]) { MaxSegmentSeconds = 20 };
        File.WriteAllBytes(Path.Combine(folder, SherpaModel.FileName), model.Describe());
        return model with { Folder = folder };
    }

    /// <summary>Puts a detector of voices beside a model: whatever is loud is a voice. In the form of Silero VAD 5.</summary>
    public static void AddDetector(SherpaModel model)
    {
        var folder = Path.Combine(Path.GetDirectoryName(model.Folder) ?? string.Empty, SpeechDetector.Model);
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, "silero_vad.onnx"), DetectorBytes());
        File.WriteAllBytes(Path.Combine(folder, SherpaModel.FileName), new SherpaModel(SpeechDetector.Model, SherpaModelKind.SileroVad, []).Describe());
    }

    private static byte[] DetectorBytes()
    {
        const float steepness = 400, loud = 0.02f;
        var graph = new Protobuf()
            .Message(1, Node("Abs", ["input"], ["strength"]))
            .Message(1, Node("ReduceMean", ["strength"], ["mean"], Integers("axes", [1])))
            .Message(1, Node("Mul", ["mean", "steepness"], ["steep"]))
            .Message(1, Node("Add", ["steep", "offset"], ["score"]))
            .Message(1, Node("Sigmoid", ["score"], ["output"]))
            .Message(1, Node("Identity", ["state"], ["stateN"]))
            .Text(2, "loudness")
            .Message(5, Tensor("steepness", [1, 1], [steepness]))
            .Message(5, Tensor("offset", [1, 1], [-steepness * loud]))
            .Message(11, Value("input", 1, ["1", "N"]))
            .Message(11, Value("state", 1, ["2", "1", "128"]))
            .Message(11, Value("sr", 7, []))
            .Message(12, Value("output", 1, ["1", "1"]))
            .Message(12, Value("stateN", 1, ["2", "1", "128"]));
        return new Protobuf().Number(1, 8).Message(7, graph).Message(8, new Protobuf().Text(1, string.Empty).Number(2, 13)).ToArray();
    }

    private static byte[] Bytes()
    {
        var outputs = Words.Length + 1;
        var weights = new float[Features * outputs];
        foreach (var (word, tone) in Tones.Index())
        {
            weights[(MelBin(tone) * outputs) + word] = 1;
        }

        var bias = new float[outputs];
        bias[^1] = ToneSignal.Threshold;
        var graph = new Protobuf()
            .Message(1, Node("AveragePool", ["audio_signal"], ["steady"], Integers("kernel_shape", [9]), Integers("pads", [4, 4])))
            .Message(1, Node("Transpose", ["steady"], ["turned"], Integers("perm", [0, 2, 1])))
            .Message(1, Node("MatMul", ["turned", "weights"], ["scores"]))
            .Message(1, Node("Add", ["scores", "bias"], ["biased"]))
            .Message(1, Node("LogSoftmax", ["biased"], ["logprobs"], new Protobuf().Text(1, "axis").Number(3, 2).Number(20, 2)))
            .Text(2, "tones")
            .Message(5, Tensor("weights", [Features, outputs], weights))
            .Message(5, Tensor("bias", [outputs], bias))
            .Message(11, Value("audio_signal", 1, ["N", "80", "T"]))
            .Message(11, Value("length", 7, ["N"]))
            .Message(12, Value("logprobs", 1, ["N", "T", $"{outputs}"]));
        return new Protobuf()
            .Number(1, 8)
            .Message(7, graph)
            .Message(8, new Protobuf().Text(1, string.Empty).Number(2, 13))
            .Message(14, Property("vocab_size", $"{Words.Length}"))
            .Message(14, Property("subsampling_factor", "1"))
            .Message(14, Property("normalize_type", string.Empty))
            .ToArray();
    }

    // Slaney's mel scale, 0 to 8 kHz, as the library's features for such models.
    private static int MelBin(double hertz)
    {
        var step = Mel(8000) / (Features + 1);
        return (int)Math.Round(Mel(hertz) / step) - 1;
    }

    private static double Mel(double hertz) => hertz < 1000 ? hertz * 3 / 200 : 15 + (Math.Log(hertz / 1000) / (Math.Log(6.4) / 27));

    private static Protobuf Node(string kind, string[] inputs, string[] outputs, params Protobuf[] attributes)
    {
        var node = new Protobuf();
        Array.ForEach(inputs, input => node.Text(1, input));
        Array.ForEach(outputs, output => node.Text(2, output));
        node.Text(4, kind);
        Array.ForEach(attributes, attribute => node.Message(5, attribute));
        return node;
    }

    private static Protobuf Integers(string name, long[] values) => new Protobuf().Text(1, name).Packed(8, values).Number(20, 7);

    private static Protobuf Tensor(string name, long[] shape, float[] values)
    {
        var bytes = new byte[values.Length * sizeof(float)];
        Buffer.BlockCopy(values, 0, bytes, 0, bytes.Length);
        return new Protobuf().Packed(1, shape).Number(2, 1).Text(8, name).Bytes(9, bytes);
    }

    private static Protobuf Value(string name, long type, string[] shape)
    {
        var dimensions = new Protobuf();
        foreach (var size in shape)
        {
            dimensions.Message(1, long.TryParse(size, out var number) ? new Protobuf().Number(1, number) : new Protobuf().Text(2, size));
        }

        return new Protobuf().Text(1, name).Message(2, new Protobuf().Message(1, new Protobuf().Number(1, type).Message(2, dimensions)));
    }

    private static Protobuf Property(string key, string value) => new Protobuf().Text(1, key).Text(2, value);

    private sealed class Protobuf
    {
        private readonly List<byte> bytes = [];

        public Protobuf Number(int field, long value)
        {
            Varint((ulong)(field << 3));
            Varint((ulong)value);
            return this;
        }

        public Protobuf Bytes(int field, byte[] value)
        {
            Varint((ulong)((field << 3) | 2));
            Varint((ulong)value.Length);
            bytes.AddRange(value);
            return this;
        }

        public Protobuf Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

        public Protobuf Message(int field, Protobuf value) => Bytes(field, value.ToArray());

        public Protobuf Packed(int field, long[] values)
        {
            var packed = new Protobuf();
            Array.ForEach(values, value => packed.Varint((ulong)value));
            return Bytes(field, packed.ToArray());
        }

        public byte[] ToArray() => [.. bytes];

        private void Varint(ulong value)
        {
            for (; value >= 0x80; value >>= 7)
            {
                bytes.Add((byte)(value | 0x80));
            }

            bytes.Add((byte)value);
        }
    }
}
