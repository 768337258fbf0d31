namespace Earshot.Speech;

/// <summary>Every way in which recognition can end without a transcript.</summary>
public enum SpeechFailure
{
    /// <summary>The file is empty.</summary>
    Empty,

    /// <summary>The file is not audio, or of a kind that cannot be read.</summary>
    NotAudio,

    /// <summary>The file is audio but damaged or cut off.</summary>
    Corrupt,

    /// <summary>Longer than the limit.</summary>
    TooLong,

    /// <summary>A small file that unpacks into hours of nothing; such files are made to exhaust a server.</summary>
    DecompressionBomb,

    /// <summary>No speech was found.</summary>
    NoSpeech,

    /// <summary>No engine for this language is installed or allowed in this region.</summary>
    NoEngine,

    /// <summary>The engine failed; trying again may help.</summary>
    EngineFailed,

    /// <summary>The engine did not answer in time; trying again may help.</summary>
    EngineTimedOut,

    /// <summary>The engine refused for now (limit reached); trying again later may help.</summary>
    EngineBusy,

    /// <summary>The decoder is missing, failed to start or stopped answering; trying again may help.</summary>
    DecoderFailed,
}

/// <summary>A transcript, or the named reason for which there is none.</summary>
public sealed class SpeechResult
{
    private readonly Transcript? transcript;

    private SpeechResult(Transcript? transcript, SpeechFailure? failure, string detail, ForgetReceipt? forget)
    {
        this.transcript = transcript;
        Failure = failure;
        Detail = detail;
        Forget = forget;
    }

    /// <summary>True when there is a transcript.</summary>
    public bool IsOk => transcript is not null;

    /// <summary>Why there is no transcript; null when there is one.</summary>
    public SpeechFailure? Failure { get; }

    /// <summary>What to do about the failure, for a person. Holds nothing that was said.</summary>
    public string Detail { get; }

    /// <summary>How the engine's own copy was deleted; null when no engine was reached.</summary>
    public ForgetReceipt? Forget { get; }

    /// <summary>The transcript.</summary>
    /// <exception cref="InvalidOperationException">Recognition failed.</exception>
    public Transcript Value => transcript ?? throw new InvalidOperationException($"Recognition failed: {Failure}.");

    /// <summary>Recognition succeeded.</summary>
    public static SpeechResult Ok(Transcript transcript, ForgetReceipt forget) => new(transcript, null, string.Empty, forget);

    /// <summary>Recognition ended without a transcript.</summary>
    public static SpeechResult Failed(SpeechFailure failure, string detail, ForgetReceipt? forget = null) =>
        new(null, failure, detail, forget);
}

/// <summary>What became of the engine's own copy of the recording.</summary>
/// <param name="Engine">Name of the engine.</param>
/// <param name="Outcome"><see cref="NothingKept"/> for a local engine, <see cref="Deleted"/>, or <see cref="Failed"/>.</param>
/// <param name="Reference">The engine's own id of the copy; null when there was none.</param>
public sealed record ForgetReceipt(string Engine, string Outcome, string? Reference = null)
{
    /// <summary>The engine never kept a copy.</summary>
    public const string NothingKept = "nothing-kept";

    /// <summary>The engine confirmed that its copy is gone.</summary>
    public const string Deleted = "deleted";

    /// <summary>The engine did not confirm; ask it again with the reference.</summary>
    public const string Failed = "failed";
}
