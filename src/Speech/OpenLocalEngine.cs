using Earshot.Speech.Engines.Pocketsphinx;
using Earshot.Speech.Engines.Sherpa;
using Earshot.Speech.Models;

namespace Earshot.Speech;

/// <summary>Opens the recognisers that are installed on this machine.</summary>
public static class OpenLocalEngine
{
    /// <summary>Says in one sentence what to install when nothing fits.</summary>
    public const string WhatToInstall =
        "No recogniser for this is installed: fetch a model with `earshot models pull`, or install the packages pocketsphinx and pocketsphinx-en-us.";

    /// <summary>The installed recognisers, best first. Opening costs nothing: models load with the first piece of audio.</summary>
    /// <param name="parallel">How many pieces each recognises at once; 0: chosen from the machine.</param>
    public static IReadOnlyList<ISpeechEngine> All(int parallel = 0)
    {
        var engines = SherpaEngine.IsInstalled
            ? SherpaEngine.ModelsIn(ModelStore.DefaultFolder).OrderBy(Rank).Select(model => SherpaEngine.Create(model, parallel)).ToList()
            : [];
        if (PocketsphinxEngine.IsInstalled)
        {
            engines.Add(PocketsphinxEngine.Create(parallel));
        }

        return engines;
    }

    // One language well before many languages; large before small, as the catalogue orders them.
    private static int Rank(SherpaModel model) =>
        CatalogueModel.All.Index().Where(entry => entry.Item.Name == model.Name).Select(entry => entry.Index).FirstOrDefault(CatalogueModel.All.Count);
}
