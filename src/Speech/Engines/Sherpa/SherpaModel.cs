using System.Text.Json;
using System.Text.Json.Serialization;

namespace Earshot.Speech.Engines.Sherpa;

/// <summary>A model in a folder: <c>model.json</c> beside its files says what it is.</summary>
/// <param name="Name">Short name.</param>
/// <param name="Kind">Family.</param>
/// <param name="Languages">ISO 639-1 codes.</param>
public sealed record SherpaModel(string Name, SherpaModelKind Kind, IReadOnlyList<string> Languages)
{
    /// <summary>Name of the describing file.</summary>
    public const string FileName = "model.json";

    /// <summary>Sample rate that the model was trained at.</summary>
    public int SampleRate { get; init; } = 16_000;

    /// <summary>Longest piece that it takes at once, in seconds.</summary>
    public double MaxSegmentSeconds { get; init; } = 25;

    /// <summary>True for transducers with a vocabulary file that can be told which words to listen for.</summary>
    public bool HasHotWords { get; init; }

    /// <summary>Folder of the files; not part of the description.</summary>
    [JsonIgnore]
    public string Folder { get; init; } = string.Empty;

    /// <summary>Reads the model in a folder; a folder without description is judged by its files.</summary>
    /// <returns>The model; null when there is none.</returns>
    public static SherpaModel? In(string folder)
    {
        var description = Path.Combine(folder, FileName);
        if (!File.Exists(description))
        {
            return GuessModel.In(folder);
        }

        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(description), SherpaJson.Default.SherpaModel) is { } model
                ? model with { Folder = folder }
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Text of the describing file.</summary>
    public byte[] Describe() => JsonSerializer.SerializeToUtf8Bytes(this, SherpaJson.Default.SherpaModel);

    /// <summary>The file whose name holds all the given parts, the quantised one first.</summary>
    internal string? Find(params string[] parts) =>
        Directory.EnumerateFiles(Folder)
            .Where(file => parts.All(part => Path.GetFileName(file).Contains(part, StringComparison.OrdinalIgnoreCase)))
            .OrderByDescending(file => file.Contains("int8", StringComparison.Ordinal))
            .ThenBy(file => file, StringComparer.Ordinal)
            .FirstOrDefault();
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, WriteIndented = true)]
[JsonSerializable(typeof(SherpaModel))]
internal sealed partial class SherpaJson : JsonSerializerContext;
