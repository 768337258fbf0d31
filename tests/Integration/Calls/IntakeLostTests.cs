using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Earshot.Integration.Calls.Upload;
using Earshot.Integration.Harness;
using Earshot.Platform;
using Npgsql;

namespace Earshot.Integration.Calls;

/// <summary>A server that dies or finds no room while a recording comes in: nothing was acknowledged, nothing is left, and it can be sent again.</summary>
public sealed class IntakeLostTests : IAsyncLifetime
{
    private readonly HttpMessageInvoker sender = new(new SocketsHttpHandler());
    private PlatformSettings? settings;
    private string key = "";

    private PlatformSettings Settings => settings ?? throw new InvalidOperationException();

    public async Task InitializeAsync()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await Sender.OfAsync(product);
        (key, settings) = (owner.Key, product.Settings with { DataFolder = Directory.CreateTempSubdirectory("earshot-data-").FullName });
    }

    public Task DisposeAsync()
    {
        sender.Dispose();
        Directory.Delete(Settings.DataFolder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_disk_that_is_full_is_told_with_507_and_what_fits_is_taken()
    {
        using var server = ServerProcess.Start(Settings, fileLimitKilobytes: 256);
        var address = await server.AddressAsync();

        var (status, code) = await SendAsync(address, Form(new MemoryStream(Tone.Wave(60))));
        var (fits, _) = await SendAsync(address, Form(new MemoryStream(Tone.Wave())));
        await DoneAsync(1);

        Assert.Equal((HttpStatusCode.InsufficientStorage, "no_space"), (status, code));
        Assert.Equal(HttpStatusCode.Accepted, fits);
        await NoAudioIsLeftAsync();
    }

    [Fact]
    public async Task A_server_killed_while_a_recording_comes_in_keeps_nothing_of_it_and_takes_it_again()
    {
        var wave = Tone.Wave(20);
        using (var doomed = ServerProcess.Start(Settings))
        {
            using var half = new HalfStream(wave);
            using var hangUp = new CancellationTokenSource();
            var sending = SendAsync(await doomed.AddressAsync(), Form(half), hangUp.Token);
            await Eventually.HoldsAsync(
                () => Task.FromResult(Directory.Exists(Settings.SpoolFolder) && new DirectoryInfo(Settings.SpoolFolder).EnumerateFiles().Any(file => file.Length > 60_000)), "half of it is spooled");
            doomed.Kill();
            await hangUp.CancelAsync();
            await Assert.ThrowsAnyAsync<Exception>(() => sending);
        }

        await Task.Delay(TimeSpan.FromSeconds(1.2)); // the sweeper leaves young files alone
        using var server = ServerProcess.Start(Settings);
        var (again, _) = await SendAsync(await server.AddressAsync(), Form(new MemoryStream(wave)));
        await DoneAsync(1);

        Assert.Equal(HttpStatusCode.Accepted, again);
        await NoAudioIsLeftAsync();
    }

    private static MultipartFormDataContent Form(Stream audio) => new()
    {
        { new StringContent("consent"), "recording_ground" },
        { new StringContent("en"), "language" },
        { new StreamContent(audio), "file", "call.wav" },
    };

    private async Task<(HttpStatusCode Status, string? Code)> SendAsync(Uri address, HttpContent content, CancellationToken hangUp = default)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(hangUp);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "/api/v1/calls")) { Content = content };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        using var answer = await sender.SendAsync(request, patience.Token);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(patience.Token);
        return (answer.StatusCode, body.TryGetProperty("code", out var code) ? code.GetString() : null);
    }

    private Task DoneAsync(long calls) => Eventually.HoldsAsync(
        async () => await CountAsync("calls.calls where state = 'done'") == calls && await CountAsync("calls.calls") == calls, "each call is done once", 60);

    private Task NoAudioIsLeftAsync() => Eventually.HoldsAsync(
        async () => Directory.GetFiles(Settings.SpoolFolder).Length == 0 && await CountAsync("calls.calls where audio_key is not null") == 0, "no audio is left", 90);

    private async Task<long> CountAsync(string from)
    {
        await using var connection = new NpgsqlConnection(Settings.Database);
        await connection.OpenAsync();
        await using var count = new NpgsqlCommand($"select count(*) from {from}", connection);
        return await count.ExecuteScalarAsync() is long found ? found : 0;
    }

    /// <summary>Gives half of its bytes, then waits for good.</summary>
    private sealed class HalfStream(byte[] bytes) : MemoryStream(bytes)
    {
        private readonly int half = bytes.Length / 2;

        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position >= half)
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return await base.ReadAsync(buffer[..Math.Min(buffer.Length, half)], cancellationToken);
        }
    }
}
