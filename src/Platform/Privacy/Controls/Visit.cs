using System.Net;
using System.Net.Http.Headers;

namespace Earshot.Platform.Privacy.Controls;

/// <summary>What a stranger got for a path of this installation.</summary>
/// <param name="Path">The path.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Headers">Headers of the answer.</param>
/// <param name="Cookies">Names of the cookies that it set.</param>
/// <param name="Body">The page.</param>
public sealed record Visit(string Path, HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, IReadOnlyList<string> Cookies, string Body)
{
    internal static async Task<Visit> PayAsync(HttpClient client, Uri address, CancellationToken ct)
    {
        using var answer = await client.GetAsync(address, ct);
        var body = await answer.Content.ReadAsStringAsync(ct);
        return new Visit(address.PathAndQuery, answer.StatusCode, Flatten(answer.Headers), Names(answer.Headers), body);
    }

    private static Dictionary<string, string> Flatten(HttpResponseHeaders headers) =>
        headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);

    private static string[] Names(HttpResponseHeaders headers) =>
        headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies.Select(cookie => cookie.Split('=')[0])] : [];
}
