using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Earshot.Integration.Harness;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit.Abstractions;

namespace Earshot.Integration.Accounts;

/// <summary>
/// Every route gets what nobody should send: wrong tenant, role and type, huge and malformed bodies, replays, forged and worn-out
/// credentials. Nothing breaks, nothing crosses, nothing is told of the inside, and what was sent stands in no log.
/// </summary>
public sealed class HostileInputTests(ITestOutputHelper output)
{
    private const string Marker = "planted-marker-7f3a@leak.example";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    // These would end the run's own sessions or organization.
    private static readonly string[] Left = ["/api/accounts/me/sign-out", "/sign-out", "/api/accounts/me/sessions"];

    private static readonly string[] Ids =
    [
        "00000000-0000-0000-0000-000000000000", "0190f000-0000-7000-8000-000000000001", "-1", "99999999999999999999", "%00", "%27%20or%201%3D1--", "..%2f..%2fetc%2fpasswd", "%F0%9F%92%A9",
        "%u0000", "a%0d%0aSet-Cookie%3a%20x%3dy", new string('x', 3000),
    ];

    private static readonly string[] Queries =
    [
        "", "?before=garbage&after=-1&page=-1&limit=999999999&state=%00&q=%27%27%3B--&from=9999-99-99&to=0000-00-00&tab=%3Cscript%3E&token=%00", "?id[]=1&id[]=2&q=" + "%D1%8F%00",
        "?return=//evil.example&q=" + Marker, "?" + "a=1&",
    ];

    private static readonly (string Type, byte[] Body)[] Bodies =
    [
        ("application/json", "{"u8.ToArray()), ("application/json", "null"u8.ToArray()), ("application/json", "[]"u8.ToArray()), ("application/json", "\"text\""u8.ToArray()),
        ("application/json", Json("null")), ("application/json", Json("5")), ("application/json", Json("[[]]")), ("application/json", Json("{\"x\":{}}")), ("application/json", Json("\"\\u0000\"")),
        ("application/json", Json("\"\\ud800\"")), ("application/json", Json($"\"{Marker}\"")), ("application/json", Json("-99999999999999999999999")), ("application/json", Json($"\"{new string('я', 100_000)}\"")),
        ("application/json", Encoding.ASCII.GetBytes(new string('[', 5000))), ("application/json", [0xff, 0xfe, 0x00, 0x80]), ("application/json; charset=utf-7", Json("\"x\"")),
        ("text/plain", Encoding.UTF8.GetBytes(Marker)), ("application/x-www-form-urlencoded", Encoding.UTF8.GetBytes($"Form.Email={Marker}&Form.Password=%00&_handler=sign-in&__RequestVerificationToken=x")),
        ("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../etc/passwd\"\r\n\r\n\0\r\n--x--"u8.ToArray()), ("multipart/form-data", "no boundary"u8.ToArray()),
        ("application/octet-stream", new byte[70_000]), ("application/json", []),
    ];

    private readonly ConcurrentBag<string> broken = [];
    private int tries;

    [Fact]
    public async Task No_route_breaks_leaks_or_lets_through()
    {
        var log = new KeptLog();
        await using var product = await TestProduct.StartAsync(also: services => services.AddSingleton<ILoggerProvider>(log));
        using var owner = await People.OwnerAsync(product);
        using var other = await People.OtherOwnerAsync(product);
        using var agent = await People.InvitedAsync(product, owner, "agent", "agent@first.example");
        using var nobody = new Browser(product);
        using var forger = new Browser(product);
        forger.Headers["Cookie"] = "earshot=CfDJ8forged; earshot-device=x; earshot-sign-on=x; earshot-form=x";
        forger.Headers["Authorization"] = "Bearer esk_" + new string('A', 80);
        forger.Headers["X-Forwarded-For"] = "1.2.3.4, ::ffff:0:0, garbage";

        var time = Stopwatch.StartNew();
        var foreign = (await other.ReadAsync("/api/accounts/me/")).GetProperty("id").GetString() ?? "";
        using var patience = new CancellationTokenSource(Limit);
        await Parallel.ForEachAsync(Requests(product, foreign, [owner, agent, nobody, forger]), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = patience.Token }, async (request, _) => await TryAsync(request));

        output.WriteLine($"{tries} hostile requests over {Routes(product).Count} routes in {time.Elapsed.TotalSeconds:f0} s, {broken.Count} findings");
        Assert.Empty(broken.Distinct().Order().Take(40));
        Assert.Empty(log.Lines.Where(line => line.Text.Contains("planted-marker", StringComparison.Ordinal)).Select(line => line.Text[..Math.Min(200, line.Text.Length)]).Take(3));
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync("/api/accounts/me/")).StatusCode);
    }

    private sealed record Hostile(Browser From, string Method, string Path, (string Type, byte[] Body)? Body);

    private static IEnumerable<Hostile> Requests(TestProduct product, string foreign, Browser[] senders)
    {
        var turn = 0;
        foreach (var (method, route) in Routes(product).Where(route => !Left.Contains(route.Path.TrimEnd('/'))))
        {
            // Each sender gets a share of the inputs on each route; over the routes each input comes from each.
            foreach (var id in route.Contains('{', StringComparison.Ordinal) ? [.. Ids, foreign] : Ids[..1])
            {
                var path = Regex.Replace(route, @"\{[^}]+\}", id);
                yield return new(senders[turn++ % senders.Length], method, path + Queries[turn % Queries.Length], Bodies[turn % Bodies.Length]);
            }

            foreach (var query in Queries)
            {
                yield return new(senders[turn++ % senders.Length], method, Regex.Replace(route, @"\{[^}]+\}", Ids[1]) + query, null);
            }

            foreach (var body in method is "POST" or "PUT" or "PATCH" ? Bodies : [])
            {
                yield return new(senders[turn++ % senders.Length], method, Regex.Replace(route, @"\{[^}]+\}", Ids[1]), body);
                yield return new(senders[turn % senders.Length], method, Regex.Replace(route, @"\{[^}]+\}", Ids[1]), body); // replayed by the next
            }

            yield return new(senders[turn++ % senders.Length], method is "GET" ? "DELETE" : "GET", Regex.Replace(route, @"\{[^}]+\}", Ids[1]), null);
        }
    }

    private async Task TryAsync(Hostile hostile)
    {
        Interlocked.Increment(ref tries);
        using var answer = await SendAsync(hostile);
        if (answer is null)
        {
            return; // the server hung up on a body that it did not want
        }

        var place = $"{hostile.Method} {hostile.Path[..Math.Min(90, hostile.Path.Length)]} {(hostile.Body is { } body ? $"{body.Type} {Encoding.UTF8.GetString(body.Body[..Math.Min(25, body.Body.Length)])}" : "")}";
        if (answer.StatusCode >= HttpStatusCode.InternalServerError)
        {
            broken.Add($"{(int)answer.StatusCode} {place}");
        }

        if (answer.Content.Headers.ContentType?.MediaType is "text/event-stream")
        {
            return; // never ends
        }

        string text;
        try
        {
            text = await answer.Content.ReadAsStringAsync();
        }
        catch (HttpRequestException)
        {
            broken.Add($"broke off {place}");
            return;
        }

        if (Regex.Match(text, @"Npgsql|PostgresException|   at Earshot\.|   at Microsoft\.|System\.\w+Exception|select .* from (accounts|kernel|calls)\.|/tmp/earshot") is { Success: true } inside)
        {
            broken.Add($"tells {inside.Value} {place}");
        }

        if (answer.Headers.Location is { IsAbsoluteUri: true } away && away.Host is not "127.0.0.1")
        {
            broken.Add($"sends to {away.Host} {place}");
        }
    }

    private static async Task<HttpResponseMessage?> SendAsync(Hostile hostile)
    {
        try
        {
            return await hostile.From.SendAsync(new HttpMethod(hostile.Method), hostile.Path, Content(hostile.Body));
        }
        catch (HttpRequestException gone) when (gone.InnerException is IOException)
        {
            return null;
        }
    }

    private static ByteArrayContent? Content((string Type, byte[] Body)? body)
    {
        if (body is not { } given)
        {
            return null;
        }

        var content = new ByteArrayContent(given.Body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(given.Type);
        return content;
    }

    // One value for every name that any request knows.
    private static byte[] Json(string value) => Encoding.UTF8.GetBytes("{" + string.Join(',', new[]
    {
        "name", "email", "password", "role", "scopes", "token", "person", "languages", "unmaskedTypes", "code", "pending", "version", "present", "new", "language", "timeZone", "region", "organization",
        "departments", "agentId", "userId", "departmentId", "externalId", "extension", "state", "credential", "issuer", "clientId", "clientSecret", "joinsAs", "expiresAt", "phone", "accepts",
        "retentionMonths", "keepsRawTranscript", "recordingGround", "requiresSecondFactor", "maySeeRaw", "turns", "recording_ground", "direction", "started_at", "agent", "customer", "size", "fileName",
        "reason", "ticket", "scope", "until", "answer", "captcha",
    }.Select(name => $"\"{name}\":{value}")) + "}");

    private static List<(string Method, string Path)> Routes(TestProduct product) =>
    [
        .. ((IEndpointRouteBuilder)product.App).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]).Select(method => (method, "/" + endpoint.RoutePattern.RawText?.TrimStart('/'))))
            .Where(route => !route.Item2.StartsWith("/_framework", StringComparison.Ordinal) && !route.Item2.StartsWith("/assets", StringComparison.Ordinal)).Distinct(),
    ];
}
