using System.Text.Encodings.Web;
using System.Text.Json;
using Earshot.Platform.Kernel.Encryption;

namespace Earshot.Platform.Privacy.SubjectRequests;

/// <summary>Who asks, as they told it.</summary>
/// <param name="Relation">What ties them to the organization: number of an agreement, day of a call (152-FZ, article 14, part 3).</param>
/// <param name="Representative">Who asks in the person's name, and by which paper.</param>
public sealed record RequestPerson(string? Name, string? Phone, string? Email, string? CrmId, string? Relation = null, string? Representative = null)
{
    /// <summary>What a search can go by; null when nothing can be looked for.</summary>
    public PersonKeys? Keys(bool readsTexts) => PersonKeys.From(Phone, Email, CrmId, Name, readsTexts);
}

/// <summary>Seals and opens what a request says about a person.</summary>
internal static class RequestSeal
{
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }; // a search looks inside

    public const string Person = "privacy.requests.person";
    public const string Details = "privacy.requests.details";
    public const string Answer = "privacy.requests.answer";
    public const string Reason = "privacy.requests.extension_reason";

    public static ValueTask<byte[]> SealAsync(TenantCipher cipher, Guid organization, Guid id, RequestPerson person, CancellationToken ct) =>
        cipher.SealAsync(organization, Person, id, JsonSerializer.SerializeToUtf8Bytes(person, AsWritten), ct);

    public static async Task<RequestPerson> OpenAsync(TenantCipher cipher, SubjectRequest request, CancellationToken ct) =>
        JsonSerializer.Deserialize<RequestPerson>(await cipher.OpenAsync(request.OrganizationId, Person, request.Id, request.Person, ct)) ?? new RequestPerson(null, null, null, null);

    public static async Task<string?> TextAsync(TenantCipher cipher, SubjectRequest request, string purpose, byte[]? text, CancellationToken ct) =>
        text is null ? null : await cipher.OpenTextAsync(request.OrganizationId, purpose, request.Id, text, ct);
}
