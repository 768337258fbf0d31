using Earshot.Platform.Kernel.Egress;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;

namespace Earshot.Platform.Kernel.Telemetry;

/// <summary>
/// Sends metrics to the collector that the operator named, by OTLP over HTTP and through the egress guard. Numbers with names of steps,
/// engines, reasons and routes; nothing of an organization or a person.
/// </summary>
internal sealed class SendMetrics(TelemetrySettings settings, EgressClient egress) : IHostedService, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private MeterProvider? provider;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        provider = Sdk.CreateMeterProviderBuilder()
            .AddMeter("Earshot.*", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
            .AddOtlpExporter((exporter, reader) =>
            {
                exporter.Endpoint = new Uri(settings.Collector, "/v1/metrics");
                exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
                exporter.HttpClientFactory = () => egress.For(TelemetrySettings.Destination, organization: null);
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)settings.Every.TotalMilliseconds;
            })
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        provider?.Shutdown((int)Patience.TotalMilliseconds);
        return Task.CompletedTask;
    }

    public void Dispose() => provider?.Dispose();
}
