using Earshot.Platform.Kernel.Egress;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Platform.Kernel.Telemetry;

/// <summary>Metrics for the operator's own monitoring.</summary>
public static class TelemetryModule
{
    /// <param name="services">Services of the server.</param>
    /// <param name="environment">Settings by name.</param>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, Func<string, string?> environment) =>
        TelemetrySettings.Read(environment) is { } settings ? services.AddTelemetry(settings) : services;

    // The collector is the operator's own, and nothing personal goes there, so its region does not matter.
    internal static IServiceCollection AddTelemetry(this IServiceCollection services, TelemetrySettings settings)
    {
        var collector = new Destination { Name = TelemetrySettings.Destination, Hosts = [], Purpose = "monitoring", Region = Destination.Local, Data = [] };
        services.AddSingleton(settings);
        services.AddDestination(collector.At(settings.Collector) with { Fields = ["names of steps, engines, reasons and routes", "counts and times"] });
        return services.AddHostedService<SendMetrics>();
    }
}
