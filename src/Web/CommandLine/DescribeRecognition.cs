using Earshot.Speech;
using Earshot.Speech.Models;

namespace Earshot.Web.CommandLine;

/// <summary>Says in plain words what will recognise recordings on this machine, and what would do it better.</summary>
internal static class DescribeRecognition
{
    /// <summary>The recogniser that needs no model of its own.</summary>
    public const string Fallback = "pocketsphinx";

    /// <summary>Said beside what the fallback made.</summary>
    public const string FallbackHint = "Recognised by pocketsphinx, a first try that is poor on telephone sound. Better for English: ./earshot models pull moonshine-tiny-en";

    /// <param name="engines">The recognisers of this machine, best first.</param>
    /// <param name="region">Region of the installation, which has recommended models.</param>
    public static string For(IReadOnlyList<ISpeechEngine> engines, string region)
    {
        var here = engines.Count == 0
            ? "No recogniser is installed: only ready transcripts can be taken."
            : $"Recordings are recognised here by {string.Join(", ", engines.Select(Describe))}.";
        var store = new ModelStore(ModelStore.DefaultFolder);
        var missing = CatalogueModel.All.Where(model => model.RecommendedIn.Contains(region) && engines.All(engine => engine.Info.Name != $"sherpa-onnx/{model.Name}") && !store.Has(model));
        return string.Join(Environment.NewLine, [here, .. missing.Select(Offer)]);
    }

    private static string Describe(ISpeechEngine engine) => engine.Info.Name == Fallback
        ? "pocketsphinx (English only, poor on telephone sound)"
        : $"{engine.Info.Name} ({string.Join(", ", engine.Info.Languages.Take(6))})";

    private static string Offer(CatalogueModel model) =>
        FormattableString.Invariant($"Recommended for this region, fetched only when you say so: ./earshot models pull {model.Name}  ({model.Megabytes} MB, {model.Licence}; {model.Title})");
}
