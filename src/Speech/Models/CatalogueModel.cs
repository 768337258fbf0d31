using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Earshot.Speech.Engines.Sherpa;

namespace Earshot.Speech.Models;

/// <summary>A model that can be fetched.</summary>
/// <param name="Name">Name for the command line.</param>
/// <param name="Title">What it is good for.</param>
/// <param name="Kind">Family.</param>
/// <param name="Languages">ISO 639-1 codes.</param>
/// <param name="Megabytes">About how much is fetched.</param>
/// <param name="Licence">Licence of its makers.</param>
/// <param name="Maker">Where its makers describe it.</param>
/// <param name="SampleRate">Sample rate, in hertz.</param>
/// <param name="MaxSegmentSeconds">Longest piece that it takes.</param>
/// <param name="RecommendedIn">Regions for which it is the first choice.</param>
/// <param name="Files">Its files.</param>
public sealed record CatalogueModel(
    string Name,
    string Title,
    SherpaModelKind Kind,
    IReadOnlyList<string> Languages,
    int Megabytes,
    string Licence,
    Uri Maker,
    int SampleRate,
    double MaxSegmentSeconds,
    IReadOnlyList<string> RecommendedIn,
    IReadOnlyList<CatalogueFile> Files)
{
    /// <summary>Every model of the catalogue.</summary>
    public static IReadOnlyList<CatalogueModel> All { get; } = Read();

    /// <summary>The description that goes beside the fetched files.</summary>
    internal SherpaModel Description => new(Name, Kind, Languages) { SampleRate = SampleRate, MaxSegmentSeconds = MaxSegmentSeconds };

    private static IReadOnlyList<CatalogueModel> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("catalogue.json")
            ?? throw new InvalidOperationException("The catalogue of models is not embedded.");
        return JsonSerializer.Deserialize(stream, CatalogueJson.Default.IReadOnlyListCatalogueModel) ?? [];
    }
}

/// <summary>A file of a model.</summary>
/// <param name="Name">Name in the model's folder.</param>
/// <param name="Address">Where its makers or converters publish it: https, or <c>npm:PACKAGE@VERSION/FILE</c>.</param>
/// <param name="Sha256">Its SHA-256 in hexadecimal; empty where it is not known: then the first fetch shows it and asks.</param>
public sealed record CatalogueFile(string Name, Uri Address, string Sha256);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<CatalogueModel>))]
internal sealed partial class CatalogueJson : JsonSerializerContext;
