using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Earshot.Integration.Accounts;
using Earshot.Integration.Harness;

namespace Earshot.Integration.Calls.Upload;

/// <summary>A program with an API key of an organization that may take in calls.</summary>
internal sealed class Sender : IDisposable
{
    private readonly HttpMessageInvoker sender = new(new SocketsHttpHandler());
    private readonly TestProduct product;
    private readonly string key;

    private Sender(TestProduct product, Browser owner, string key)
    {
        this.product = product;
        Owner = owner;
        this.key = key;
    }

    public Browser Owner { get; }

    public string Key => key;

    /// <param name="product">The product under test.</param>
    /// <param name="agreed">Whether the data processing agreement is accepted.</param>
    public static async Task<Sender> OfAsync(TestProduct product, bool agreed = true)
    {
        var owner = await People.OwnerAsync(product);
        if (agreed)
        {
            await AgreeAsync(owner);
        }

        using var created = await owner.PostAsync("/api/accounts/keys/", new { name = "PBX", scopes = new[] { "calls:write", "calls:read" } });
        var secret = (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString() ?? "";
        return new Sender(product, owner, secret);
    }

    public static async Task AgreeAsync(Browser owner)
    {
        var text = await owner.ReadAsync("/api/accounts/agreement");
        using var accepted = await owner.PostAsync("/api/accounts/agreement", new { version = text.GetProperty("version").GetString() });
        Assert.Equal(HttpStatusCode.NoContent, accepted.StatusCode);
    }

    public async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(HttpContent content, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(product.Address, "/api/v1/calls")) { Content = content };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        if (idempotencyKey is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", idempotencyKey);
        }

        using var answer = await sender.SendAsync(request, default);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    /// <summary>Reads the call until it is over.</summary>
    public async Task<JsonElement> WaitAsync(string url)
    {
        for (var attempt = 0; ; attempt++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(product.Address, url));
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
            using var answer = await sender.SendAsync(request, default);
            var call = await answer.Content.ReadFromJsonAsync<JsonElement>();
            if (call.GetProperty("state").GetString() is "done" or "stopped" || attempt == 600)
            {
                return call;
            }

            await Task.Delay(100);
        }
    }

    public void Dispose()
    {
        sender.Dispose();
        Owner.Dispose();
    }
}
