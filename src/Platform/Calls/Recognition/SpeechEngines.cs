using Earshot.Platform.Kernel.Egress;
using Earshot.Speech;

namespace Earshot.Platform.Calls.Recognition;

/// <summary>Recognisers that this installation may use, best first: remote ones that the operator chose, then those of this machine. Those are opened once: models stay loaded.</summary>
public sealed class SpeechEngines(PlatformSettings installation, EgressClient egress, IEnumerable<ISpeechEngine> given, IEnumerable<RemoteEngine> remote)
{
    private readonly Lazy<IReadOnlyList<ISpeechEngine>> local = new(() => [.. given, .. OpenLocalEngine.All()]);

    /// <param name="organization">Whose recording it is.</param>
    /// <param name="settings">How that organization wants it.</param>
    /// <param name="language">ISO 639-1 code; null when not known.</param>
    /// <returns>An engine for the language that may work for the organization in this region; null when there is none.</returns>
    public ISpeechEngine? Find(Guid organization, RecognitionSettings settings, string? language) =>
        ChooseEngine.From(settings.StaysHere ? local.Value : Remote(organization).Concat(local.Value), installation.Region, language);

    /// <summary>What each recogniser of this installation is, best first.</summary>
    public IReadOnlyList<SpeechEngineInfo> List(Guid organization) => [.. Remote(organization).Concat(local.Value).Select(engine => engine.Info)];

    /// <returns>The engine of this name, to have it forget; null when it is no longer configured.</returns>
    internal ISpeechEngine? Named(Guid organization, string name) => Remote(organization).Concat(local.Value).FirstOrDefault(engine => engine.Info.Name == name);

    private IEnumerable<ISpeechEngine> Remote(Guid organization) => remote.Select(engine => engine.Open(egress.For(engine.Destination.Name, organization)));
}
