using System.Globalization;
using System.Runtime.InteropServices;
using Earshot.Speech.Engines.Host;

namespace Earshot.Speech.Engines.Sherpa;

/// <summary>sherpa-onnx inside the child process.</summary>
internal sealed unsafe class SherpaRecognizer : IRecognizer
{
    public const string Kind = "sherpa-onnx";
    public const string Folder = "folder";
    public const string Libraries = "libraries";
    public const string Language = "language";
    public const string Threads = "threads";
    public const string Detector = "detector";
    private readonly SherpaModel model;
    private readonly nint recognizer;
    private readonly bool isOnline;
    private readonly SpeechDetector? detector;

    public SherpaRecognizer(IReadOnlyDictionary<string, string> settings)
    {
        model = SherpaModel.In(settings[Folder]) ?? throw new RecognizerMissingException("The folder holds no model: fetch it again with `earshot models pull`.");
        SherpaLibrary.LoadFrom(settings[Libraries]);
        var threads = int.Parse(settings[Threads], CultureInfo.InvariantCulture);
        isOnline = model.Kind is SherpaModelKind.TOne;
        recognizer = isOnline
            ? SherpaLibrary.CreateOnline(SherpaConfig.Online(model, threads))
            : SherpaLibrary.CreateOffline(SherpaConfig.Offline(model, settings[Language], threads));
        if (recognizer == 0)
        {
            throw new RecognizerMissingException($"The model {model.Name} could not be loaded: check it with `earshot models verify`.");
        }

        detector = settings.TryGetValue(Detector, out var file) && file.Length > 0 ? SpeechDetector.Open(file) : null;
    }

    public HostReply Recognize(ReadOnlySpan<float> samples, HostTask task)
    {
        fixed (float* first = samples)
        {
            var json = isOnline ? DecodeOnline(first, samples.Length) : DecodeOffline(first, samples.Length, task);
            return ReadResult.From(json, (double)samples.Length / model.SampleRate) with { NoSpeech = detector?.Hears(first, samples.Length) switch { true => 0, false => 1, null => null } };
        }
    }

    public void Dispose()
    {
        detector?.Dispose();
        if (isOnline)
        {
            SherpaLibrary.DestroyOnline(recognizer);
        }
        else
        {
            SherpaLibrary.DestroyOffline(recognizer);
        }
    }

    private string DecodeOffline(float* samples, int count, HostTask task)
    {
        var stream = model.HasHotWords && task.HotWords.Count > 0
            ? SherpaLibrary.CreateOfflineStream(recognizer, string.Join('/', task.HotWords))
            : SherpaLibrary.CreateOfflineStream(recognizer);
        try
        {
            if (model.Kind is SherpaModelKind.Whisper or SherpaModelKind.SenseVoice)
            {
                SherpaLibrary.SetOption(stream, Language, task.Language);
            }

            SherpaLibrary.AcceptOffline(stream, model.SampleRate, samples, count);
            SherpaLibrary.DecodeOffline(recognizer, stream);
            return Take(SherpaLibrary.OfflineResult(stream), SherpaLibrary.DestroyOfflineResult);
        }
        finally
        {
            SherpaLibrary.DestroyOfflineStream(stream);
        }
    }

    private string DecodeOnline(float* samples, int count)
    {
        var stream = SherpaLibrary.CreateOnlineStream(recognizer);
        try
        {
            SherpaLibrary.AcceptOnline(stream, model.SampleRate, samples, count);
            SherpaLibrary.FinishOnline(stream);
            while (SherpaLibrary.IsReady(recognizer, stream) != 0)
            {
                SherpaLibrary.DecodeOnline(recognizer, stream);
            }

            return Take(SherpaLibrary.OnlineResult(recognizer, stream), SherpaLibrary.DestroyOnlineResult);
        }
        finally
        {
            SherpaLibrary.DestroyOnlineStream(stream);
        }
    }

    private static string Take(nint json, Action<nint> free)
    {
        var text = Marshal.PtrToStringUTF8(json) ?? "{}";
        free(json);
        return text;
    }
}
