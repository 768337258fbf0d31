namespace Earshot.Platform.Calls;

/// <summary>Every way in which a call can stop before it is done.</summary>
public enum StopReason
{
    Empty,
    NotAudio,
    Corrupt,
    TooLong,
    NoSpeech,
    NoEngine,
    EngineFailed,
    EngineTimedOut,
    DecoderFailed,
    AudioLost,
    NeedsReupload,
    UnsupportedLanguage,
    InvalidText,
    TranscriptTooLarge,
    MaskingFailed,
    AnalysisFailed,
    DeliveryFailed,
}

/// <summary>Stable names of the reasons, and what a person can do.</summary>
public static class StopReasons
{
    private static readonly Dictionary<StopReason, (string Name, string Detail)> All = new()
    {
        [StopReason.Empty] = ("empty", "The file is empty. Upload the recording again."),
        [StopReason.NotAudio] = ("not_audio", "The file is not a recording that can be read. Upload wav, mp3, ogg, opus, m4a or flac."),
        [StopReason.Corrupt] = ("corrupt", "The recording is damaged or cut off. Export it again from its source and upload that."),
        [StopReason.TooLong] = ("too_long", "The recording is longer than the limit. Split it, or raise the limit in the settings."),
        [StopReason.NoSpeech] = ("no_speech", "No speech was found. If there is some, check the channels and the volume of the recording."),
        [StopReason.NoEngine] = ("no_engine", "No recogniser for this language is installed or allowed in this region. Install one, or upload a transcript."),
        [StopReason.EngineFailed] = ("engine_failed", "The recogniser failed again and again. Check it under Settings, then upload the recording again."),
        [StopReason.EngineTimedOut] = ("engine_timed_out", "The recogniser did not answer in time, again and again. Check it under Settings, then upload the recording again."),
        [StopReason.DecoderFailed] = ("decoder_failed", "The decoder (ffmpeg) is missing or does not start. Install it, then upload the recording again."),
        [StopReason.AudioLost] = ("audio_lost", "The spooled recording can't be read any more. Upload it again."),
        [StopReason.NeedsReupload] = ("needs_reupload", "The call could not be recognised in the time and attempts allowed, and its recording was destroyed. Upload it again."),
        [StopReason.UnsupportedLanguage] = ("unsupported_language", "Personal data can't be masked in this language, so the call goes no further. Say which language it is, if it is another."),
        [StopReason.InvalidText] = ("invalid_text", "The transcript holds characters that are not text. Export it again as UTF-8."),
        [StopReason.TranscriptTooLarge] = ("transcript_too_large", "The transcript is larger than the limit. Split the call."),
        [StopReason.MaskingFailed] = ("masking_failed", "Personal data could not be masked, so the call goes no further. Report the id of this call to support."),
        [StopReason.AnalysisFailed] = ("analysis_failed", "The call is masked but could not be analysed. Start the analysis again, or report the id of this call to support."),
        [StopReason.DeliveryFailed] = ("delivery_failed", "The call is analysed but its results could not be handed on. Check the connections."),
    };

    /// <summary>Stable and public.</summary>
    public static string Name(this StopReason reason) => All[reason].Name;

    /// <summary>What to do about it.</summary>
    public static string Detail(this StopReason reason) => All[reason].Detail;
}
