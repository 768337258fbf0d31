namespace Earshot.Platform.Kernel.Telemetry;

/// <summary>Where metrics go. Nothing is sent unless the operator names a collector.</summary>
/// <param name="Collector">Base address of an OTLP collector: OTEL_EXPORTER_OTLP_ENDPOINT.</param>
/// <param name="Every">Time between two reports.</param>
internal sealed record TelemetrySettings(Uri Collector, TimeSpan Every)
{
    /// <summary>Name of the collector in the egress register.</summary>
    public const string Destination = "telemetry";

    /// <returns>Null where no collector is named.</returns>
    /// <exception cref="PlatformSettingsException">The address is none.</exception>
    public static TelemetrySettings? Read(Func<string, string?> environment) => environment("OTEL_EXPORTER_OTLP_ENDPOINT") switch
    {
        null or "" => null,
        var text when Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" => new TelemetrySettings(address, TimeSpan.FromSeconds(30)),
        _ => throw new PlatformSettingsException("OTEL_EXPORTER_OTLP_ENDPOINT must be a whole address, for example http://127.0.0.1:4318."),
    };
}
