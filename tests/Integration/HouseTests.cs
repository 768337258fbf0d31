using Earshot.Integration.Harness;

namespace Earshot.Integration;

public sealed class HouseTests
{
    [Fact]
    public async Task The_server_starts_on_an_empty_database_and_answers()
    {
        await using var product = await TestProduct.StartAsync();
        using var handler = new SocketsHttpHandler();
        using var request = new HttpMessageInvoker(handler);

        using var answer = await request.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(product.Address, "/health")), default);

        Assert.Equal("ok", await answer.Content.ReadAsStringAsync());
    }
}
