namespace Earshot.Speech.Engines.Sherpa;

/// <summary>Families of models that sherpa-onnx runs on whole pieces.</summary>
public enum SherpaModelKind
{
    /// <summary>Zipformer and other transducers: encoder, decoder, joiner.</summary>
    Transducer,

    /// <summary>NeMo transducers: Parakeet, GigaAM RNN-T.</summary>
    NemoTransducer,

    /// <summary>NeMo CTC models: GigaAM CTC, Parakeet CTC.</summary>
    NemoCtc,

    /// <summary>Zipformer CTC models.</summary>
    ZipformerCtc,

    /// <summary>Whisper: encoder, decoder.</summary>
    Whisper,

    /// <summary>Moonshine: preprocessor, encoder, two decoders; or encoder and merged decoder.</summary>
    Moonshine,

    /// <summary>SenseVoice.</summary>
    SenseVoice,

    /// <summary>T-one: telephone Russian at 8 kHz.</summary>
    TOne,

    /// <summary>Silero VAD: no recogniser, but a judge of whether anybody speaks.</summary>
    SileroVad,
}
