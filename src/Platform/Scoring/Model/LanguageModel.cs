using Earshot.Analysis.Model;
using Earshot.Masking;
using Earshot.Platform.Kernel.Egress;

namespace Earshot.Platform.Scoring.Model;

/// <summary>The model that the operator connected, opened for one organization through the egress guard.</summary>
public sealed class LanguageModel(ModelSettings settings, EgressClient egress, Masker masker, TimeProvider clock)
{
    /// <summary>Name of the destination in the register.</summary>
    public const string Destination = "model";

    public ModelSettings Settings => settings;

    /// <summary>Where it is, for the register of the guard. Masked text goes there, never anything else.</summary>
    internal static Destination EntryOf(ModelSettings settings) => new Destination
    {
        Name = Destination,
        Hosts = [],
        Purpose = "analysis",
        Region = settings.Region,
        Data = ["masked_text"],
        Fields = ["masked turns", "questions of scorecards", "language"],
        Patience = TimeSpan.FromMinutes(3),
    }.At(settings.Address);

    internal ChatEndpoint Open(Guid organization) => new(egress.For(Destination, organization), settings, clock);

    internal AskModel Ask(ChatEndpoint endpoint) => new(endpoint, masker);
}
