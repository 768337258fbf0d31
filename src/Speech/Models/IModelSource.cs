using System.Net;
using System.Net.Http.Headers;

namespace Earshot.Speech.Models;

/// <summary>Where the files of models come from.</summary>
public interface IModelSource
{
    /// <summary>What to tell the user.</summary>
    string Name { get; }

    /// <summary>Opens a file from a position on.</summary>
    /// <returns>The rest of the file, from where it really starts, and its whole length; null when it is not there.</returns>
    Task<ModelPart?> OpenAsync(string model, CatalogueFile file, long from, CancellationToken ct);
}

/// <summary>The rest of a file.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="From">Position of the first of them: zero where the source cannot continue.</param>
/// <param name="Length">Length of the whole file; null when not known.</param>
public sealed record ModelPart(Stream Content, long From, long? Length);

/// <summary>A folder, for example on a stick, with a folder per model.</summary>
public sealed class FolderSource(string folder) : IModelSource
{
    /// <inheritdoc/>
    public string Name => folder;

    /// <inheritdoc/>
    public Task<ModelPart?> OpenAsync(string model, CatalogueFile file, long from, CancellationToken ct)
    {
        var path = new[] { Path.Combine(folder, model, file.Name), Path.Combine(folder, file.Name) }.FirstOrDefault(File.Exists);
        if (path is null)
        {
            return Task.FromResult<ModelPart?>(null);
        }

        var stream = File.OpenRead(path);
        stream.Position = Math.Min(from, stream.Length);
        return Task.FromResult<ModelPart?>(new ModelPart(stream, stream.Position, stream.Length));
    }
}

/// <summary>The addresses of the catalogue, or a mirror that has the same files under <c>MODEL/FILE</c>.</summary>
/// <param name="http">A client that goes through the egress guard.</param>
/// <param name="mirror">Base address of the mirror; null for the catalogue's own addresses.</param>
public sealed class HttpSource(HttpClient http, Uri? mirror = null) : IModelSource
{
    /// <inheritdoc/>
    public string Name => mirror?.ToString() ?? "the addresses of the catalogue";

    /// <inheritdoc/>
    public async Task<ModelPart?> OpenAsync(string model, CatalogueFile file, long from, CancellationToken ct)
    {
        var address = mirror is null ? file.Address : new Uri(mirror, $"{model}/{file.Name}");
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Range = from > 0 ? new RangeHeaderValue(from, null) : null;
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        return response.StatusCode switch
        {
            HttpStatusCode.OK => new ModelPart(await response.Content.ReadAsStreamAsync(ct), 0, response.Content.Headers.ContentLength),
            HttpStatusCode.PartialContent => new ModelPart(await response.Content.ReadAsStreamAsync(ct), from, from + response.Content.Headers.ContentLength),
            HttpStatusCode.RequestedRangeNotSatisfiable => new ModelPart(Stream.Null, from, from),
            _ => null,
        };
    }
}
