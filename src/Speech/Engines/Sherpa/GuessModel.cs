namespace Earshot.Speech.Engines.Sherpa;

/// <summary>Tells what model a folder without description holds, from the names that its makers give to files and folders.</summary>
internal static class GuessModel
{
    private static readonly (string Part, string[] Languages)[] KnownLanguages =
    [
        ("giga", ["ru"]), ("t-one", ["ru"]), ("russian", ["ru"]), ("-ru", ["ru"]), ("whisper", ["en", "ru", "ar", "de", "fr", "es", "it", "pt", "tr"]),
        ("parakeet-tdt-0.6b-v3", ["en", "de", "fr", "es", "it", "pl", "ru", "uk"]), ("sense", ["zh", "en", "ja", "ko"]),
    ];

    public static SherpaModel? In(string folder)
    {
        var bare = new SherpaModel(Path.GetFileName(folder), SherpaModelKind.NemoCtc, []) { Folder = folder };
        if (!Directory.Exists(folder) || bare.Find(".onnx") is null || (bare.Find("tokens") is null && bare.Find("vocab") is null))
        {
            return null;
        }

        var kind = KindOf(bare);
        return bare with { Kind = kind, Languages = LanguagesOf(bare.Name), SampleRate = kind is SherpaModelKind.TOne ? 8_000 : 16_000 };
    }

    private static SherpaModelKind KindOf(SherpaModel model) => model switch
    {
        _ when model.Find("joiner") is not null => IsNemo(model.Name) ? SherpaModelKind.NemoTransducer : SherpaModelKind.Transducer,
        _ when model.Find("uncached") is not null || Has(model.Name, "moonshine") => SherpaModelKind.Moonshine,
        _ when model.Find("encoder") is not null && model.Find("decoder") is not null => SherpaModelKind.Whisper,
        _ when Has(model.Name, "sense") => SherpaModelKind.SenseVoice,
        _ when Has(model.Name, "t-one") => SherpaModelKind.TOne,
        _ when Has(model.Name, "zipformer") => SherpaModelKind.ZipformerCtc,
        _ => SherpaModelKind.NemoCtc,
    };

    private static string[] LanguagesOf(string name) =>
        KnownLanguages.Where(known => Has(name, known.Part)).Select(known => known.Languages).FirstOrDefault() ?? ["en"];

    private static bool IsNemo(string name) => Has(name, "nemo") || Has(name, "parakeet") || Has(name, "giga");

    private static bool Has(string name, string part) => name.Contains(part, StringComparison.OrdinalIgnoreCase);
}
