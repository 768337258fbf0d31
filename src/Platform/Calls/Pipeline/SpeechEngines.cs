using Earshot.Speech;

namespace Earshot.Platform.Calls.Pipeline;

/// <summary>Recognisers that this installation may use, best first: configured ones, then those of this machine. Opened once: models stay loaded.</summary>
internal sealed class SpeechEngines(PlatformSettings settings, IEnumerable<ISpeechEngine> configured)
{
    private readonly Lazy<IReadOnlyList<ISpeechEngine>> engines = new(() => [.. configured, .. OpenLocalEngine.All()]);

    /// <returns>An engine for the language that may work in this region; null when there is none.</returns>
    public ISpeechEngine? Find(string? language) => ChooseEngine.From(engines.Value, settings.Region, language);
}
