namespace Earshot.Speech.Engines.Sherpa;

/// <summary>
/// Silero VAD beside a recogniser: a second opinion on whether anybody speaks in a piece. What a recogniser writes over noise is then
/// marked as doubtful; nothing is left out.
/// </summary>
internal sealed unsafe class SpeechDetector : IDisposable
{
    /// <summary>Name of the model in the catalogue and of its folder.</summary>
    public const string Model = "silero-vad";

    private const int SampleRate = 16_000;
    private const float BufferSeconds = 60;
    private readonly nint detector;

    private SpeechDetector(nint detector) => this.detector = detector;

    /// <summary>The model's file beside the folder of a recogniser; null when it is not installed or does not fit.</summary>
    public static string? FileBeside(SherpaModel model)
    {
        var folder = Path.Combine(Path.GetDirectoryName(model.Folder) ?? string.Empty, Model);
        return model.SampleRate == SampleRate && Directory.Exists(folder) ? SherpaModel.In(folder)?.Find(".onnx") : null;
    }

    /// <returns>Null when the library refuses the file.</returns>
    public static SpeechDetector? Open(string file)
    {
        var created = SherpaLibrary.CreateDetector(SherpaConfig.Detector(file, SampleRate), BufferSeconds);
        return created == 0 ? null : new SpeechDetector(created);
    }

    /// <summary>True when somebody speaks somewhere in the samples.</summary>
    public bool Hears(float* samples, int count)
    {
        SherpaLibrary.ResetDetector(detector);
        SherpaLibrary.AcceptDetector(detector, samples, count);
        SherpaLibrary.FlushDetector(detector);
        var isHeard = SherpaLibrary.IsDetectorEmpty(detector) == 0;
        SherpaLibrary.ClearDetector(detector);
        return isHeard;
    }

    public void Dispose() => SherpaLibrary.DestroyDetector(detector);
}
