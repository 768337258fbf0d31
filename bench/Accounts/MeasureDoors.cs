using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Earshot.Bench.Pipeline;
using Earshot.Platform;
using Earshot.Platform.Accounts;
using Earshot.Platform.Kernel.Database;
using Earshot.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Bench.Accounts;

/// <summary>
/// <c>bench doors [SECONDS]</c>: what a permission check costs a request; then uploads alone, and uploads beside a storm of fifty sign-ins a
/// second from as many addresses, while the owner comes in on a known device. Server and clients share this process. Give an empty database
/// of your own in EARSHOT_DATABASE and a fresh folder in EARSHOT_DATA.
/// </summary>
internal static class MeasureDoors
{
    private const int StormRate = 50;
    private const int Senders = 4;
    private const int Words = 400;
    private const int Requests = 3000;
    private const int Rounds = 20;

    public static async Task<int> RunAsync(int seconds)
    {
        Environment.SetEnvironmentVariable("EARSHOT_PROXIES", "127.0.0.1"); // each sign-in says where it comes from
        var settings = await PlatformSettings.ReadAsync(Environment.GetEnvironmentVariable, default);
        await using var app = WebServer.Build(settings, "http://127.0.0.1:0");
        app.MapGet("/bench/open", () => "ok").AllowAnonymous();
        app.MapGet("/bench/guarded", () => "ok").RequireAuthorization(Policies.ReadCalls);
        await app.Services.GetRequiredService<Migrator>().RunAsync(default);
        await app.StartAsync();
        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.First() ?? throw new InvalidOperationException("No address."));
        var key = await MeasurePipeline.KeyAsync(app.Services);
        var cookies = new CookieContainer();
        using var owner = new HttpMessageInvoker(new SocketsHttpHandler { CookieContainer = cookies });
        Expect(HttpStatusCode.NoContent, (await SignInAsync(owner, address, "owner@bench.example", "seven green lanterns", "192.0.2.1")).Status);

        await PermissionsAsync(owner, address);
        await UploadAsync(address, key, TimeSpan.FromSeconds(5)); // warm
        Tell("alone", await UploadAsync(address, key, TimeSpan.FromSeconds(seconds)));
        using var done = new CancellationTokenSource();
        var (storm, entering) = (StormAsync(address, done.Token), EnterAsync(cookies.GetCookies(address)["earshot-device"], address, done.Token));
        Tell($"beside {StormRate} sign-ins a second", await UploadAsync(address, key, TimeSpan.FromSeconds(seconds)));
        await done.CancelAsync();
        Tell(await storm);
        TellOwner(await entering);
        await app.StopAsync();
        return 0;
    }

    private static async Task PermissionsAsync(HttpMessageInvoker owner, Uri address)
    {
        await AskAsync(owner, address, "/bench/open", 500);
        await AskAsync(owner, address, "/bench/guarded", 500);
        using var stranger = new HttpMessageInvoker(new SocketsHttpHandler());
        var (open, guarded, rounds) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var (without, with) = (await AskAsync(stranger, address, "/bench/open", Requests / Rounds), await AskAsync(owner, address, "/bench/guarded", Requests / Rounds));
            open.AddRange(without);
            guarded.AddRange(with);
            rounds.Add(Of(with, 0.5) - Of(without, 0.5));
        }

        Say($"permission check: {Requests} requests each, median {Of(open, 0.5):f2} ms without and {Of(guarded, 0.5):f2} ms with session, rights and tenant read from the database: {Of(guarded, 0.5) - Of(open, 0.5):f2} ms more (p95 {Of(open, 0.95):f2} and {Of(guarded, 0.95):f2} ms); {rounds.Min():f2} ms more in the quietest of {Rounds} rounds, {Of(rounds, 0.5):f2} in the middle one");
    }

    private static async Task<List<double>> AskAsync(HttpMessageInvoker client, Uri address, string path, int times)
    {
        var spent = new List<double>();
        for (var i = 0; i < times; i++)
        {
            var started = Stopwatch.GetTimestamp();
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, path));
            using var answer = await client.SendAsync(request, default);
            Expect(HttpStatusCode.OK, answer.StatusCode);
            spent.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return spent;
    }

    private static async Task<List<double>> UploadAsync(Uri address, string key, TimeSpan span)
    {
        using var client = new HttpMessageInvoker(new SocketsHttpHandler { MaxConnectionsPerServer = Senders });
        var body = MeasurePipeline.Body("en", Words);
        var spent = new ConcurrentBag<double>();
        var time = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(async _ =>
        {
            while (time.Elapsed < span)
            {
                var started = Stopwatch.GetTimestamp();
                using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "/api/v1/calls")) { Content = JsonContent.Create(body) };
                request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
                using var answer = await client.SendAsync(request, default);
                Expect(HttpStatusCode.Accepted, answer.StatusCode);
                spent.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }));
        Say($"{spent.Count / time.Elapsed.TotalSeconds:f0} calls/s taken in");
        return [.. spent];
    }

    // By the clock, whether or not the earlier ones were answered.
    private static async Task<List<(HttpStatusCode Status, double Milliseconds)>> StormAsync(Uri address, CancellationToken done)
    {
        using var client = new HttpMessageInvoker(new SocketsHttpHandler());
        var sent = new List<Task<(HttpStatusCode, double)>>();
        var time = Stopwatch.StartNew();
        while (!done.IsCancellationRequested)
        {
            var i = sent.Count;
            if (time.Elapsed.TotalSeconds * StormRate < i)
            {
                await Task.Delay(5, CancellationToken.None);
                continue;
            }

            sent.Add(SignInAsync(client, address, string.Create(CultureInfo.InvariantCulture, $"stranger{i}@storm.example"), "some wrong password", string.Create(CultureInfo.InvariantCulture, $"198.51.{i / 250 % 250}.{(i % 250) + 1}")));
        }

        return [.. await Task.WhenAll(sent)];
    }

    // Once a second, on the device on which the owner signed in before.
    private static async Task<List<(HttpStatusCode Status, double Milliseconds)>> EnterAsync(Cookie? device, Uri address, CancellationToken done)
    {
        var entered = new List<(HttpStatusCode, double)>();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (!done.IsCancellationRequested && await timer.WaitForNextTickAsync(CancellationToken.None))
        {
            var known = new CookieContainer();
            known.Add(address, new Cookie(device?.Name ?? "", device?.Value));
            using var owner = new HttpMessageInvoker(new SocketsHttpHandler { CookieContainer = known });
            entered.Add(await SignInAsync(owner, address, "owner@bench.example", "seven green lanterns", "192.0.2.1"));
        }

        return entered;
    }

    private static async Task<(HttpStatusCode Status, double Milliseconds)> SignInAsync(HttpMessageInvoker client, Uri address, string email, string password, string from)
    {
        var started = Stopwatch.GetTimestamp();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "/api/accounts/sign-in")) { Content = JsonContent.Create(new { email, password }) };
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", from);
        using var answer = await client.SendAsync(request, default);
        return (answer.StatusCode, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    private static void Tell(string how, List<double> uploads) =>
        Say($"  {how}: {uploads.Count} uploads of {Words} words by {Senders} senders, median {Of(uploads, 0.5):f0} ms, p95 {Of(uploads, 0.95):f0} ms");

    private static void Tell(List<(HttpStatusCode Status, double Milliseconds)> storm) =>
        Say($"  storm: {storm.Count} sign-ins, {Count(storm, HttpStatusCode.Forbidden)} judged by the slow hash, {Count(storm, HttpStatusCode.TooManyRequests)} sent away at once with Retry-After, others {storm.Count(answer => answer.Status is not (HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests))}");

    private static void TellOwner(List<(HttpStatusCode Status, double Milliseconds)> entered) =>
        Say($"  owner on a known device: {Count(entered, HttpStatusCode.NoContent)} of {entered.Count} came in, p95 {Of([.. entered.Select(answer => answer.Milliseconds)], 0.95):f0} ms");

    private static int Count(List<(HttpStatusCode Status, double Milliseconds)> answers, HttpStatusCode status) => answers.Count(answer => answer.Status == status);

    private static double Of(List<double> spent, double share) => spent.Order().ElementAt((int)((spent.Count - 1) * share));

    private static void Expect(HttpStatusCode wanted, HttpStatusCode given)
    {
        if (wanted != given)
        {
            throw new InvalidOperationException($"{given} instead of {wanted}.");
        }
    }

#pragma warning disable RS0030 // a benchmark speaks to the console
    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
#pragma warning restore RS0030
}
