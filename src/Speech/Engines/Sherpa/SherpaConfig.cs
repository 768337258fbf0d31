namespace Earshot.Speech.Engines.Sherpa;

/// <summary>Fills the configuration structures of sherpa-onnx 1.13 in the order of their fields (c-api.h).</summary>
internal static class SherpaConfig
{
    private const int FeatureDimension = 80;

    public static nint Offline(SherpaModel model, string language, int threads)
    {
        var kind = model.Kind;
        var structure = new NativeStructure().Number(model.SampleRate).Number(FeatureDimension);
        var isTransducer = kind is SherpaModelKind.Transducer or SherpaModelKind.NemoTransducer;
        structure
            .Text(isTransducer ? model.Find("encoder", ".onnx") : null)
            .Text(isTransducer ? model.Find("decoder", ".onnx") : null)
            .Text(isTransducer ? model.Find("joiner", ".onnx") : null)
            .Skip(texts: 1) // Paraformer
            .Text(kind is SherpaModelKind.NemoCtc ? model.Find(".onnx") : null);
        Whisper(structure, model, language);
        structure
            .Skip(texts: 1) // TDNN
            .Text(model.Find("tokens") ?? model.Find("vocab"))
            .Number(threads).Number(0).Text("cpu")
            .Text(kind is SherpaModelKind.NemoTransducer ? "nemo_transducer" : string.Empty)
            .Text(model.HasHotWords ? "bpe" : string.Empty).Text(model.HasHotWords ? model.Find("bpe", "vocab") : null)
            .Skip(texts: 1); // TeleSpeech
        SenseVoice(structure, model, language);
        Moonshine(structure, model);
        structure
            .Skip(texts: 3) // FireRed, Dolphin
            .Text(kind is SherpaModelKind.ZipformerCtc ? model.Find(".onnx") : null)
            .Skip(texts: 4, numbers: 2) // Canary
            .Skip(texts: 3) // WeNet, Omnilingual, MedASR
            .Skip(texts: 6, numbers: 4).Skip(texts: 1, numbers: 2).Skip(texts: 1) // FunASR Nano
            .Skip(texts: 1) // FireRed CTC
            .Skip(texts: 4, numbers: 5).Skip(texts: 1) // Qwen3
            .Skip(texts: 3, numbers: 2) // Cohere
            .Skip(texts: 1, numbers: 2); // language model
        return structure.Text(Search(model)).Number(4).Number(0).Text(null).Number(1.5f).Address;
    }

    public static nint Online(SherpaModel model, int threads) =>
        new NativeStructure()
            .Number(model.SampleRate).Number(FeatureDimension)
            .Skip(texts: 6) // transducer, Paraformer, Zipformer CTC
            .Text(model.Find("tokens") ?? model.Find("vocab"))
            .Number(threads).Number(0).Text("cpu").Number(0).Number(0)
            .Skip(texts: 4, numbers: 2) // model type, unit, vocabulary, tokens in memory
            .Skip(texts: 1) // NeMo CTC
            .Text(model.Find(".onnx"))
            .Text("greedy_search").Number(4).Number(0)
            .Address;

    public static nint Detector(string file, int sampleRate)
    {
        // Easily convinced: a faint voice that is missed would be doubted, noise that passes is only as before.
        const float threshold = 0.25f, minSilence = 0.2f, minSpeech = 0.1f, maxSpeech = 30;
        const int window = 512;
        return new NativeStructure()
            .Text(file).Number(threshold).Number(minSilence).Number(minSpeech).Number(window).Number(maxSpeech).Skip(texts: 0, numbers: 1) // padding
            .Number(sampleRate).Number(1).Text("cpu").Number(0)
            .Skip(texts: 1, numbers: 5) // Ten VAD
            .Address;
    }

    private static void Whisper(NativeStructure structure, SherpaModel model, string language)
    {
        if (model.Kind is not SherpaModelKind.Whisper)
        {
            structure.Skip(texts: 4, numbers: 4);
            return;
        }

        structure.Text(model.Find("encoder", ".onnx")).Text(model.Find("decoder", ".onnx")).Text(language).Text("transcribe");
        structure.Number(-1).Number(1).Number(0).Number(0);
    }

    private static void SenseVoice(NativeStructure structure, SherpaModel model, string language)
    {
        var isIt = model.Kind is SherpaModelKind.SenseVoice;
        structure.Text(isIt ? model.Find(".onnx") : null).Text(isIt ? language : null).Number(0).Number(0);
    }

    private static void Moonshine(NativeStructure structure, SherpaModel model)
    {
        if (model.Kind is not SherpaModelKind.Moonshine)
        {
            structure.Skip(texts: 5);
            return;
        }

        var merged = model.Find("merged", ".onnx");
        structure.Text(model.Find("preprocess", ".onnx")).Text(model.Find("encode", ".onnx"))
            .Text(model.Find("uncached", ".onnx"))
            .Text(merged is null ? model.Find("decode.", ".onnx") ?? model.Find("cached_decode", ".onnx") : null)
            .Text(merged);
    }

    private static string Search(SherpaModel model) => model.HasHotWords ? "modified_beam_search" : "greedy_search";
}
