using System.Text;
using Earshot.Integration.Harness;
using Earshot.Platform.Kernel.Jobs;
using Earshot.Platform.Kernel.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Earshot.Integration.Kernel;

/// <summary>Metrics go where the operator says, through the guard, and say nothing of anybody.</summary>
public sealed class TelemetryTests
{
    private static readonly Guid Organization = Guid.Parse("00000000-0000-7000-8000-000000000001");

    [Fact]
    public async Task Metrics_reach_the_collector_by_way_of_the_guard_and_name_nobody()
    {
        var reports = new MemoryStream();
        await using var collector = await CollectorAsync(reports);
        await using var product = await TestDatabase.CreateAsync(services =>
            services.AddTelemetry(new TelemetrySettings(new Uri(collector.Urls.First()), TimeSpan.FromMinutes(10))));
        var sender = product.Get<IEnumerable<IHostedService>>().OfType<SendMetrics>().Single();
        await sender.StartAsync(default);
        await product.ReceiveAsync(Organization, Invented.Call("The refund never came."));
        await product.Get<MeasureQueues>().RunAsync(default);
        JobMetrics.Attempted("calls.masking", "done", TimeSpan.FromMilliseconds(3));

        await sender.StopAsync(default);

        var report = Encoding.UTF8.GetString(reports.ToArray());
        Assert.Contains("earshot.queue.age", report, StringComparison.Ordinal);
        Assert.Contains("earshot.job.duration", report, StringComparison.Ordinal);
        Assert.Contains("calls.masking", report, StringComparison.Ordinal);
        Assert.DoesNotContain(Organization.ToString(), report, StringComparison.Ordinal);
        Assert.Equal("telemetry", await product.AskAsync<string>("select destination from kernel.egress_calls limit 1"));
    }

    [Fact]
    public async Task What_waits_is_counted_by_step_with_its_age()
    {
        await using var product = await TestDatabase.CreateAsync();
        await product.ReceiveAsync(Organization, Invented.Call("The refund never came."));
        await product.ReceiveAsync(Organization, Invented.Call("The parcel is late."));

        var queue = Assert.Single(await product.Get<MeasureQueues>().ReadAsync(default));

        Assert.Equal("calls.masking", queue.Kind);
        Assert.Equal(2, queue.Waiting);
        Assert.True(queue.OldestSeconds >= 0);
    }

    private static async Task<WebApplication> CollectorAsync(MemoryStream reports)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapPost("/v1/metrics", async (HttpRequest request) => await request.Body.CopyToAsync(reports));
        await app.StartAsync();
        return app;
    }
}
