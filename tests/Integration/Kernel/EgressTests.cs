using System.Net;
using Earshot.Integration.Harness;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Egress;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Integration.Kernel;

/// <summary>The egress guard on real sockets and the real ledger. Each refusal is a canary: the service on the other side must not be reached.</summary>
public sealed class EgressTests : IAsyncLifetime
{
    private static readonly Guid Organization = Guid.Parse("00000000-0000-7000-8000-000000000001");

    private readonly Dictionary<string, IPAddress> names = [];
    private readonly WebApplication service = NewService();
    private int reached;
    private int resolved;
    private TestDatabase? product;

    private TestDatabase Product => product ?? throw new InvalidOperationException();

    private int Port => new Uri(service.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.First() ?? "http://x").Port;

    public async Task InitializeAsync()
    {
        service.Use(async (context, next) =>
        {
            Interlocked.Increment(ref reached);
            await next(context);
        });
        service.MapGet("/ok", () => "0123456789");
        service.MapPost("/ok", () => "0123456789");
        service.MapGet("/away", () => Results.Redirect($"http://evil.test:{Port}/ok"));
        service.MapGet("/round", () => Results.Redirect("/round"));
        service.MapGet("/there", () => Results.Redirect("/ok"));
        service.MapGet("/endless", async (HttpContext context) =>
        {
            for (var i = 0; i < 1000; i++)
            {
                await context.Response.Body.WriteAsync(new byte[1024]);
            }
        });
        service.MapGet("/slow", (CancellationToken ct) => Task.Delay(TimeSpan.FromSeconds(30), ct));
        await service.StartAsync();
        names["service.test"] = names["evil.test"] = IPAddress.Loopback;
        product = await TestDatabase.CreateAsync(services => services
            .AddSingleton<ResolveHost>((host, _) =>
            {
                Interlocked.Increment(ref resolved);
                return Task.FromResult<IPAddress[]>([names[host]]);
            })
            .AddDestination(Local("service"))
            .AddDestination(Local("foreign") with { Region = "us" })
            .AddDestination(Local("outside") with { IsLocal = false, Region = "ru" })
            .AddDestination(Local("small") with { MaxResponseBytes = 5000, MaxRequestBytes = 10 })
            .AddDestination(Local("hasty") with { Patience = TimeSpan.FromMilliseconds(200) }));
    }

    public async Task DisposeAsync()
    {
        await service.DisposeAsync();
        await Product.DisposeAsync();
    }

    [Fact]
    public async Task A_call_that_is_let_out_stands_in_the_ledger()
    {
        using var http = Client("service");
        using var answer = await http.PostAsync($"{At("ok")}?phone=1", new StringContent("12345"));

        Assert.Equal("0123456789", await answer.Content.ReadAsStringAsync());
        Assert.Equal("service|service.test|local|5|10|200|answered", await LedgerAsync());
    }

    [Fact]
    public async Task An_unregistered_host_is_refused_and_audited_by_its_host_alone()
    {
        using var http = Client("service");
        var refused = await Assert.ThrowsAsync<EgressRefusedException>(() => http.GetAsync($"http://evil.test:{Port}/ok?secret=1"));

        Assert.Equal("egress_other_host", refused.Failure.Code);
        Assert.Equal(
            """{"host": "evil.test", "reason": "egress_other_host", "destination": "service"}""",
            await Product.AskAsync<string>($"select details::text from kernel.audit_events where action = 'egress.refused' and organization_id = '{Organization}'"));
        Assert.Equal(0, reached);
    }

    [Fact]
    public async Task An_unregistered_destination_is_refused() => Assert.Equal("egress_unregistered", await RefusalAsync("nobody", At("ok")));

    [Fact]
    public async Task Another_region_is_refused() => Assert.Equal("egress_other_region", await RefusalAsync("foreign", At("ok")));

    [Fact]
    public async Task A_redirect_to_a_host_outside_is_not_followed()
    {
        Assert.Equal("egress_redirected", await RefusalAsync("service", At("away"), expectReached: 1));
    }

    [Fact]
    public async Task A_redirect_to_itself_ends() => Assert.Equal("egress_redirected", await RefusalAsync("service", At("round"), expectReached: 6));

    [Fact]
    public async Task A_redirect_inside_is_followed()
    {
        using var http = Client("service");

        Assert.Equal("0123456789", await http.GetStringAsync(At("there")));
    }

    [Fact]
    public async Task A_name_that_leads_to_this_machine_is_refused()
    {
        using var http = Client("outside");
        var refused = await Assert.ThrowsAsync<EgressRefusedException>(() => http.GetAsync($"https://service.test:{Port}/ok"));

        Assert.Equal("egress_private_address", refused.Failure.Code);
        Assert.Equal(0, reached);
        Assert.Equal("outside|service.test|ru|0|0||refused", await LedgerAsync());
    }

    [Fact]
    public async Task A_name_is_asked_once_for_a_connection()
    {
        using var http = Client("service");
        await http.GetStringAsync(At("ok"));

        Assert.Equal(1, resolved);
    }

    [Fact]
    public async Task Answers_and_requests_that_are_too_large_are_cut_off()
    {
        using var http = Client("small");
        using var content = new StringContent("more than ten bytes");

        Assert.Equal("egress_too_large", (await Assert.ThrowsAsync<EgressRefusedException>(() => http.GetStringAsync(At("endless")))).Failure.Code);
        Assert.StartsWith("small|service.test|local|0|", await LedgerAsync(), StringComparison.Ordinal);
        Assert.EndsWith("|200|too_large", await LedgerAsync(), StringComparison.Ordinal);
        Assert.Equal("egress_too_large", (await Assert.ThrowsAsync<EgressRefusedException>(() => http.PostAsync(At("ok"), content))).Failure.Code);
    }

    [Fact]
    public async Task A_service_that_never_answers_is_given_up()
    {
        using var http = Client("hasty");

        await Assert.ThrowsAsync<TaskCanceledException>(() => http.GetStringAsync(At("slow")));
        Assert.EndsWith("timed_out", await LedgerAsync(), StringComparison.Ordinal);
    }

    private static WebApplication NewService()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder.Build();
    }

    private Destination Local(string name) => new()
    {
        Name = name,
        Hosts = ["service.test"],
        Port = Port,
        Purpose = "test",
        Region = Destination.Local,
        Data = ["contact"],
        IsLocal = true,
    };

    private HttpClient Client(string destination) => Product.Get<EgressClient>().For(destination, Organization);

    private Uri At(string path) => new($"http://service.test:{Port}/{path}");

    private async Task<string> RefusalAsync(string destination, Uri address, int expectReached = 0)
    {
        using var http = Client(destination);
        var refused = await Assert.ThrowsAsync<EgressRefusedException>(() => http.GetAsync(address));
        Assert.Equal(expectReached, reached);
        return refused.Failure.Code;
    }

    private Task<string?> LedgerAsync() => Product.AskAsync<string>(
        "select concat(destination, '|', host, '|', region, '|', bytes_out, '|', bytes_in, '|', status, '|', outcome) from kernel.egress_calls order by at desc limit 1");
}
