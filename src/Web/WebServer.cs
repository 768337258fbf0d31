using Earshot.Platform;
using Earshot.Platform.Accounts;
using Earshot.Platform.Calls;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Telemetry;
using Earshot.Platform.Privacy;
using Earshot.Web.Pages;

namespace Earshot.Web;

/// <summary>Puts the server together: services of each module, then routes of each module.</summary>
internal static class WebServer
{
    public static WebApplication Build(PlatformSettings settings, string urls, ServerRole role = ServerRole.All, Action<IServiceCollection>? also = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(urls);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("Quartz", LogLevel.Warning);
        builder.Services.AddKernel(settings);
        builder.Services.AddTelemetry(Environment.GetEnvironmentVariable);
        builder.Services.AddAccounts(AccountOptions.Read(Environment.GetEnvironmentVariable));
        builder.Services.AddPrivacyData();
        builder.Services.AddPromises();
        builder.Services.AddCalls(settings);
        builder.Services.AddBackground(role);
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            // What a request must hold and does not is a 400 at the door, not a null inside.
            json.SerializerOptions.RespectNullableAnnotations = true;
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
        });
        builder.Services.AddPages();

        also?.Invoke(builder.Services);

        var app = builder.Build();
        app.UsePages();
        app.MapPages();
        app.MapAccounts();
        app.MapCalls();
        app.MapGet("/health", () => "ok").AllowAnonymous();
        return app;
    }
}
