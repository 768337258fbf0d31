using Earshot.Speech.Engines.Host;

namespace Earshot.Speech.Engines.Pocketsphinx;

/// <summary>The first-try fallback that every Debian has: American English, wide-band read speech; poor on telephone audio.</summary>
public static class PocketsphinxEngine
{
    private const string DefaultModels = "/usr/share/pocketsphinx/model/en-us";

    /// <summary>True when its library and model are on this machine.</summary>
    public static bool IsInstalled => Directory.Exists(Path.Combine(Models, "en-us")) && NativeLibraries.Exists("libpocketsphinx.so.3");

    private static string Models => Environment.GetEnvironmentVariable("EARSHOT_POCKETSPHINX_MODEL") ?? DefaultModels;

    /// <summary>Makes the engine; its processes start with the first piece of audio.</summary>
    /// <param name="parallel">How many pieces are recognised at once; 0: as many as the machine has processors, at most four.</param>
    public static ISpeechEngine Create(int parallel = 0)
    {
        var info = new SpeechEngineInfo("pocketsphinx", "local", ["en"], 16_000, TimeSpan.FromSeconds(30), HasWordTimes: true, KeepsCopy: false)
        {
            PreferredSegment = TimeSpan.FromSeconds(4),
            Parallel = parallel > 0 ? parallel : Math.Min(4, Environment.ProcessorCount),
        };
        return new LocalEngine(info, new HostStart(PocketsphinxRecognizer.Kind, Settings()), new LocalEngineLimits());
    }

    private static Dictionary<string, string> Settings() => new()
    {
        ["hmm"] = Path.Combine(Models, "en-us"),
        ["lm"] = Path.Combine(Models, "en-us.lm.bin"),
        ["dict"] = Path.Combine(Models, "cmudict-en-us.dict"),
        ["cmn"] = "batch",
        ["remove_silence"] = "no",
    };
}
