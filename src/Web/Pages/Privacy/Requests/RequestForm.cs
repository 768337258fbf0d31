using Earshot.Platform.Privacy.SubjectRequests;

namespace Earshot.Web.Pages.Privacy.Requests;

/// <summary>The fields of a new request, on the public form and at the desk.</summary>
public sealed class RequestForm
{
    public string? About { get; set; }

    public string? Kind { get; set; }

    public string? Name { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? CrmId { get; set; }

    public string? Details { get; set; }

    public string? Ground { get; set; }

    public string? Relation { get; set; }

    public string? Representative { get; set; }

    public IFormFile? Paper { get; set; }

    public IFormFile? Signature { get; set; }

    internal NewRequest Request(string way) => new(
        Kind ?? string.Empty, way, new RequestPerson(Text(Name), Text(Phone), Text(Email), Text(CrmId), Text(Relation), Text(Representative)), Details, Text(Ground), Text(About) ?? RequestTopics.Conversation);

    /// <summary>The file with its signature; null: none was chosen.</summary>
    internal static async Task<NewRequestFile?> FileAsync(IFormFile? paper, IFormFile? signature, CancellationToken ct) => paper is { Length: > 0 }
        ? new NewRequestFile(paper.FileName, await ReadAsync(paper, ct), signature is { Length: > 0 } ? await ReadAsync(signature, ct) : null)
        : null;

    // One byte more than is allowed is read, so that it is refused by name.
    private static async Task<byte[]> ReadAsync(IFormFile file, CancellationToken ct)
    {
        await using var stream = file.OpenReadStream();
        var bytes = new byte[Math.Min(file.Length, KeepRequestFiles.Largest + 1L)];
        await stream.ReadExactlyAsync(bytes, ct);
        return bytes;
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
