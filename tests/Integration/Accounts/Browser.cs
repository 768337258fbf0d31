using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Earshot.Integration.Harness;

namespace Earshot.Integration.Accounts;

/// <summary>A browser for tests: keeps cookies, follows nothing, speaks JSON.</summary>
internal sealed partial class Browser(TestProduct product) : IDisposable
{
    private readonly HttpMessageInvoker sender = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });

    public Dictionary<string, string> Headers { get; } = new() { ["User-Agent"] = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" };

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<HttpResponseMessage> PostAsync(string path, object? body = null) => SendAsync(HttpMethod.Post, path, body);

    public Task<HttpResponseMessage> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, body);

    public Task<HttpResponseMessage> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, null);

    /// <summary>Goes where an answer sent it; to another server with nothing of ours.</summary>
    public Task<HttpResponseMessage> FollowAsync(Uri address) => SendAsync(HttpMethod.Get, address.ToString(), null);

    public async Task<JsonElement> ReadAsync(string path)
    {
        using var answer = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Sends a form that stands on a page, with the page's token against forgery.</summary>
    /// <returns>Where the answer leads.</returns>
    public async Task<string?> SubmitAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        using var shown = await GetAsync(page);
        var token = FormToken().Match(await shown.Content.ReadAsStringAsync()).Groups[1].Value;
        using var form = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        using var answer = await PostAsync(action, form);
        return answer.Headers.Location?.ToString();
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(product.Address, path));
        foreach (var (name, value) in Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (body is not null)
        {
            request.Content = body as HttpContent ?? JsonContent.Create(body, body.GetType());
            MoveHeaders(request);
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        try
        {
            return await sender.SendAsync(request, patience.Token);
        }
        catch (OperationCanceledException silent)
        {
            throw new TimeoutException($"{method} {path} did not answer.", silent);
        }
    }

    // A header of the request that came with the content.
    private static void MoveHeaders(HttpRequestMessage request)
    {
        if (request.Content?.Headers.TryGetValues("Upload-Offset", out var offset) is true)
        {
            request.Content.Headers.Remove("Upload-Offset");
            request.Headers.Add("Upload-Offset", offset);
        }
    }

    public void Dispose() => sender.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
