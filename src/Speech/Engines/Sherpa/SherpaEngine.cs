using System.Globalization;
using Earshot.Speech.Engines.Host;

namespace Earshot.Speech.Engines.Sherpa;

/// <summary>Open models on this machine through sherpa-onnx.</summary>
public static class SherpaEngine
{
    /// <summary>True when the native libraries are on this machine.</summary>
    public static bool IsInstalled => SherpaLibrary.Folder is not null;

    /// <summary>The models in a folder, one folder each.</summary>
    public static IReadOnlyList<SherpaModel> ModelsIn(string folder) =>
        Directory.Exists(folder)
            ? [.. Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal).Select(SherpaModel.In).OfType<SherpaModel>().Where(model => model.Kind is not SherpaModelKind.SileroVad)]
            : [];

    /// <summary>Makes an engine of a model; it loads with the first piece of audio.</summary>
    /// <param name="model">The model.</param>
    /// <param name="parallel">How many processes hold the model; 0: one, with a thread per processor.</param>
    public static ISpeechEngine Create(SherpaModel model, int parallel = 0) => Create(model, parallel, new LocalEngineLimits());

    internal static LocalEngine Create(SherpaModel model, int parallel, LocalEngineLimits limits)
    {
        var processes = Math.Max(1, parallel);
        var longest = TimeSpan.FromSeconds(model.MaxSegmentSeconds);
        var info = new SpeechEngineInfo(
            $"sherpa-onnx/{model.Name}", SpeechEngineInfo.Local, model.Languages, model.SampleRate, longest, model.Kind is not SherpaModelKind.Whisper and not SherpaModelKind.Moonshine, KeepsCopy: false)
        {
            Parallel = processes,
            PreferredSegment = TimeSpan.FromSeconds(Math.Min(12, model.MaxSegmentSeconds / 2)),
            HasHotWords = model.HasHotWords,
        };
        return new LocalEngine(info, new HostStart(SherpaRecognizer.Kind, Settings(model, processes)), limits);
    }

    private static Dictionary<string, string> Settings(SherpaModel model, int processes) => new()
    {
        [SherpaRecognizer.Folder] = model.Folder,
        [SherpaRecognizer.Libraries] = SherpaLibrary.Folder ?? string.Empty,
        [SherpaRecognizer.Language] = model.Languages.Count == 1 ? model.Languages[0] : string.Empty,
        [SherpaRecognizer.Detector] = SpeechDetector.FileBeside(model) ?? string.Empty,
        [SherpaRecognizer.Threads] = Math.Max(1, Environment.ProcessorCount / processes).ToString(CultureInfo.InvariantCulture),
    };
}
