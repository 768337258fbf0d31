using Earshot.Platform;
using Earshot.Platform.Accounts;
using Earshot.Platform.Calls;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Telemetry;
using Earshot.Platform.Scoring;
using Earshot.Platform.Privacy;
using Earshot.Web.Pages;
using Npgsql;

namespace Earshot.Web;

/// <summary>Puts the server together: services of each module, then routes of each module.</summary>
internal static class WebServer
{
    public static WebApplication Build(PlatformSettings settings, string urls, ServerRole role = ServerRole.All, Action<IServiceCollection>? also = null, Func<string, string?>? environment = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(urls);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        Tls.Configure(builder, environment ?? Environment.GetEnvironmentVariable);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("Quartz", LogLevel.Warning);
        builder.Services.AddKernel(settings);
        builder.Services.AddTelemetry(Environment.GetEnvironmentVariable);
        builder.Services.AddAccounts(AccountOptions.Read(Environment.GetEnvironmentVariable));
        builder.Services.AddPrivacyData();
        builder.Services.AddPromises();
        builder.Services.AddCalls(settings);
        builder.Services.AddScoring(settings.Model);
        builder.Services.AddBackground(role);
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            // What a request must hold and does not is a 400 at the door, not a null inside.
            json.SerializerOptions.Converters.Add(new Layout.TextOnly());
            json.SerializerOptions.RespectNullableAnnotations = true;
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
        });
        builder.Services.AddPages();

        also?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseProxies();
        app.UsePages();
        app.MapPages();
        app.MapAccounts();
        app.MapCalls();
        app.MapGet("/health", HealthAsync).AllowAnonymous();
        return app;
    }

    // For a watchdog: alive, and able to do something.
    private static async Task<IResult> HealthAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromSeconds(2));
        try
        {
            await using var command = database.CreateCommand("select 1");
            await command.ExecuteScalarAsync(patience.Token);
            return Results.Text("ok");
        }
        catch (Exception gone) when (gone is NpgsqlException or OperationCanceledException or TimeoutException)
        {
            return Results.Text("The database can't be reached.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
