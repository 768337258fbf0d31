using System.Reflection;
using System.Runtime.InteropServices;

namespace Earshot.Speech.Engines.Sherpa;

/// <summary>The part of sherpa-onnx's C interface that is used (1.13).</summary>
internal static unsafe partial class SherpaLibrary
{
    private const string Library = "sherpa-onnx-c-api";
    private const string FileName = "libsherpa-onnx-c-api.so";
    private const string RuntimeFileName = "libonnxruntime.so";

    /// <summary>Folder of the native libraries: named by the environment, in the data folder, beside the program, or in <c>var/native</c> above it.</summary>
    public static string? Folder => Candidates().FirstOrDefault(folder => File.Exists(Path.Combine(folder, FileName)));

    /// <summary>Makes the calls below find the library in its folder.</summary>
    public static void LoadFrom(string folder)
    {
        NativeLibrary.Load(Path.Combine(folder, RuntimeFileName));
        NativeLibrary.SetDllImportResolver(
            Assembly.GetExecutingAssembly(),
            (name, _, _) => name == Library ? NativeLibrary.Load(Path.Combine(folder, FileName)) : 0);
    }

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("EARSHOT_SHERPA") is { Length: > 0 } named)
        {
            yield return named;
        }

        if (Environment.GetEnvironmentVariable("EARSHOT_DATA") is { Length: > 0 } data)
        {
            yield return Path.Combine(data, "native");
        }

        yield return AppContext.BaseDirectory;
        foreach (var start in (string[])[Environment.CurrentDirectory, AppContext.BaseDirectory])
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                yield return Path.Combine(folder.FullName, "var", "native");
            }
        }
    }

    [LibraryImport(Library, EntryPoint = "SherpaOnnxGetVersionStr")]
    public static partial nint Version();

    [LibraryImport(Library, EntryPoint = "SherpaOnnxCreateOfflineRecognizer")]
    public static partial nint CreateOffline(nint config);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxDestroyOfflineRecognizer")]
    public static partial void DestroyOffline(nint recognizer);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxCreateOfflineStream")]
    public static partial nint CreateOfflineStream(nint recognizer);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxCreateOfflineStreamWithHotwords", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint CreateOfflineStream(nint recognizer, string hotWords);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxDestroyOfflineStream")]
    public static partial void DestroyOfflineStream(nint stream);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxOfflineStreamSetOption", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetOption(nint stream, string key, string value);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxAcceptWaveformOffline")]
    public static partial void AcceptOffline(nint stream, int sampleRate, float* samples, int count);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxDecodeOfflineStream")]
    public static partial void DecodeOffline(nint recognizer, nint stream);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxGetOfflineStreamResultAsJson")]
    public static partial nint OfflineResult(nint stream);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxDestroyOfflineStreamResultJson")]
    public static partial void DestroyOfflineResult(nint json);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxCreateOnlineRecognizer")]
    public static partial nint CreateOnline(nint config);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxDestroyOnlineRecognizer")]
    public static partial void DestroyOnline(nint recognizer);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxCreateOnlineStream")]
    public static partial nint CreateOnlineStream(nint recognizer);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxDestroyOnlineStream")]
    public static partial void DestroyOnlineStream(nint stream);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxOnlineStreamAcceptWaveform")]
    public static partial void AcceptOnline(nint stream, int sampleRate, float* samples, int count);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxOnlineStreamInputFinished")]
    public static partial void FinishOnline(nint stream);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxIsOnlineStreamReady")]
    public static partial int IsReady(nint recognizer, nint stream);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxDecodeOnlineStream")]
    public static partial void DecodeOnline(nint recognizer, nint stream);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxGetOnlineStreamResultAsJson")]
    public static partial nint OnlineResult(nint recognizer, nint stream);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxDestroyOnlineStreamResultJson")]
    public static partial void DestroyOnlineResult(nint json);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxCreateVoiceActivityDetector")]
    public static partial nint CreateDetector(nint config, float bufferSeconds);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxDestroyVoiceActivityDetector")]
    public static partial void DestroyDetector(nint detector);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxVoiceActivityDetectorAcceptWaveform")]
    public static partial void AcceptDetector(nint detector, float* samples, int count);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxVoiceActivityDetectorFlush")]
    public static partial void FlushDetector(nint detector);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxVoiceActivityDetectorEmpty")]
    public static partial int IsDetectorEmpty(nint detector);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxVoiceActivityDetectorClear")]
    public static partial void ClearDetector(nint detector);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxVoiceActivityDetectorReset")]
    public static partial void ResetDetector(nint detector);
}
