using System.Security.Cryptography;

namespace Earshot.Speech.Models;

/// <summary>What became of a model.</summary>
/// <param name="IsOk">True when it is there and whole.</param>
/// <param name="Detail">For a person: what to do when it is not.</param>
public sealed record ModelOutcome(bool IsOk, string Detail);

/// <summary>The folder of models: fetched whole or not at all.</summary>
/// <param name="folder">A folder per model.</param>
public sealed class ModelStore(string folder)
{
    private const string Sums = "SHA256SUMS";
    private const string Unfinished = ".unfinished";

    /// <summary>The folder: named by the environment, else <c>models</c> in the data folder, which is <c>var</c> under the current one.</summary>
    public static string DefaultFolder =>
        Environment.GetEnvironmentVariable("EARSHOT_MODELS")
        ?? Path.Combine(Environment.GetEnvironmentVariable("EARSHOT_DATA") ?? Path.Combine(Environment.CurrentDirectory, "var"), "models");

    /// <summary>True when the model is there.</summary>
    public bool Has(CatalogueModel model) => Directory.Exists(Place(model.Name));

    /// <summary>Fetches a model. What an interrupted fetch left is continued; the model appears in one step when all of it is checked.</summary>
    /// <param name="model">Which.</param>
    /// <param name="source">Where from.</param>
    /// <param name="agree">Shown the SHA-256 of files whose sum the catalogue does not know; true keeps them.</param>
    /// <param name="progress">Told bytes fetched.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<ModelOutcome> PullAsync(
        CatalogueModel model, IModelSource source, Func<IReadOnlyList<FileSum>, Task<bool>> agree, IProgress<long>? progress, CancellationToken ct)
    {
        var unfinished = Path.Combine(folder, Unfinished, model.Name);
        Directory.CreateDirectory(unfinished);
        var sums = new List<FileSum>();
        foreach (var file in model.Files)
        {
            if (!await FetchAsync(model, file, source, unfinished, progress, ct))
            {
                return new ModelOutcome(false, $"{file.Name} could not be fetched from {source.Name}. Run the command again to continue.");
            }

            sums.Add(new FileSum(file.Name, await SumAsync(Path.Combine(unfinished, file.Name), ct)));
        }

        var wrong = model.Files.Zip(sums).Where(pair => pair.First.Sha256.Length > 0 && !Same(pair.First.Sha256, pair.Second.Sha256)).ToList();
        if (wrong.Count > 0)
        {
            wrong.ForEach(pair => File.Delete(Path.Combine(unfinished, pair.First.Name)));
            return new ModelOutcome(false, $"{wrong[0].First.Name} is not what the catalogue promises and was deleted. Fetch it again, or from another source.");
        }

        var unknown = sums.Where((_, i) => model.Files[i].Sha256.Length == 0).ToList();
        return unknown.Count == 0 || await agree(unknown)
            ? await KeepAsync(model, sums, unfinished, ct)
            : new ModelOutcome(false, "Nothing was installed.");
    }

    /// <summary>Checks a model against the sums that were noted when it was fetched.</summary>
    public async Task<ModelOutcome> VerifyAsync(string name, CancellationToken ct)
    {
        var sums = Path.Combine(Place(name), Sums);
        if (!File.Exists(sums))
        {
            return new ModelOutcome(false, $"{name} is not installed.");
        }

        foreach (var line in await File.ReadAllLinesAsync(sums, ct))
        {
            var parts = line.Split("  ", 2);
            var file = Path.Combine(Place(name), parts[^1]);
            if (parts.Length < 2 || !File.Exists(file) || !Same(parts[0], await SumAsync(file, ct)))
            {
                return new ModelOutcome(false, $"{parts[^1]} of {name} is damaged: remove the model and fetch it again.");
            }
        }

        return new ModelOutcome(true, $"{name} is whole.");
    }

    /// <summary>Removes a model and what an interrupted fetch of it left.</summary>
    public ModelOutcome Remove(string name)
    {
        var places = new[] { Place(name), Path.Combine(folder, Unfinished, name) }.Where(Directory.Exists).ToList();
        places.ForEach(place => Directory.Delete(place, recursive: true));
        return places.Count > 0 ? new ModelOutcome(true, $"{name} is removed.") : new ModelOutcome(false, $"{name} is not installed.");
    }

    private string Place(string name) => Path.Combine(folder, Path.GetFileName(name));

    private static async Task<bool> FetchAsync(CatalogueModel model, CatalogueFile file, IModelSource source, string into, IProgress<long>? progress, CancellationToken ct)
    {
        await using var target = new FileStream(Path.Combine(into, file.Name), FileMode.OpenOrCreate, FileAccess.Write);
        try
        {
            if (await source.OpenAsync(model.Name, file, target.Length, ct) is not { } part)
            {
                return false;
            }

            await using var content = part.Content;
            target.SetLength(part.From);
            target.Position = part.From;
            await CopyAsync(content, target, progress, ct);
            return part.Length is null || target.Length == part.Length;
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException)
        {
            return false;
        }
    }

    private static async Task CopyAsync(Stream content, FileStream target, IProgress<long>? progress, CancellationToken ct)
    {
        var buffer = new byte[1 << 17];
        for (var read = await content.ReadAsync(buffer, ct); read > 0; read = await content.ReadAsync(buffer, ct))
        {
            await target.WriteAsync(buffer.AsMemory(0, read), ct);
            progress?.Report(read);
        }
    }

    private async Task<ModelOutcome> KeepAsync(CatalogueModel model, List<FileSum> sums, string unfinished, CancellationToken ct)
    {
        await File.WriteAllLinesAsync(Path.Combine(unfinished, Sums), sums.Select(sum => $"{sum.Sha256}  {sum.Name}"), ct);
        await File.WriteAllBytesAsync(Path.Combine(unfinished, Engines.Sherpa.SherpaModel.FileName), model.Description.Describe(), ct);
        if (Directory.Exists(Place(model.Name)))
        {
            Directory.Delete(Place(model.Name), recursive: true);
        }

        Directory.Move(unfinished, Place(model.Name));
        return new ModelOutcome(true, $"{model.Name} is installed.");
    }

    private static async Task<string> SumAsync(string path, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The sum of a file.</summary>
/// <param name="Name">The file.</param>
/// <param name="Sha256">SHA-256 in hexadecimal.</param>
public sealed record FileSum(string Name, string Sha256);
