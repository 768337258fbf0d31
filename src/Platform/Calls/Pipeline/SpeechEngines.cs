using Earshot.Platform.Kernel.Egress;
using Earshot.Speech;

namespace Earshot.Platform.Calls.Pipeline;

/// <summary>Recognisers that this installation may use, best first: remote ones that the operator chose, then those of this machine. Those are opened once: models stay loaded.</summary>
internal sealed class SpeechEngines(PlatformSettings settings, EgressClient egress, IEnumerable<ISpeechEngine> given, IEnumerable<RemoteEngine> remote)
{
    private readonly Lazy<IReadOnlyList<ISpeechEngine>> local = new(() => [.. given, .. OpenLocalEngine.All()]);

    /// <returns>An engine for the language that may work for the organization in this region; null when there is none.</returns>
    public ISpeechEngine? Find(Guid organization, string? language) =>
        ChooseEngine.From(remote.Select(engine => engine.Open(egress.For(engine.Destination.Name, organization))).Concat(local.Value), settings.Region, language);
}
