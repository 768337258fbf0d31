using Earshot.Speech.Engines.Pocketsphinx;

namespace Earshot.Speech;

/// <summary>Opens the recognisers that are installed on this machine.</summary>
public static class OpenLocalEngine
{
    /// <summary>The installed recognisers, best first. Opening costs nothing: models load with the first piece of audio.</summary>
    /// <param name="parallel">How many pieces each recognises at once; 0: chosen from the machine.</param>
    public static IReadOnlyList<ISpeechEngine> All(int parallel = 0)
    {
        var engines = new List<ISpeechEngine>();
        if (PocketsphinxEngine.IsInstalled)
        {
            engines.Add(PocketsphinxEngine.Create(parallel));
        }

        return engines;
    }

    /// <summary>Says in one sentence what to install when nothing fits.</summary>
    public const string WhatToInstall =
        "No recogniser for this is installed: fetch a model with `earshot models pull`, or install the packages pocketsphinx and pocketsphinx-en-us.";
}
