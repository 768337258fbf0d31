using System.Text.Encodings.Web;
using System.Text.Unicode;
using Earshot.Platform.Accounts;
using Earshot.Platform.Calls.Browse;
using Earshot.Web.Layout;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace Earshot.Web.Pages;

/// <summary>The screens: components rendered on the server, one folder for each module.</summary>
internal static class PagesModule
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddAntiforgery(options => options.HeaderName = "RequestVerificationToken");
        services.AddOptions<AntiforgeryOptions>().Configure<IHttpContextAccessor>((options, http) => options.Cookie = new FormCookie(http));
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)); // Russian as letters, not as numbers: half the bytes
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.AddScoped<Viewer>();
        services.AddScoped<Team.TeamNames>();
        services.AddScoped<Dashboards.ExportEndpoint.Export>().AddScoped<Dashboards.ExportEndpoint.Print>();
        services.AddCallBrowsing();
        services.AddScoped<Platform.Privacy.AuditTrail.ListAuditEvents>();
        return services;
    }

    public static void UsePages(this WebApplication app)
    {
        app.Use(SecurityHeaders.InvokeAsync);
        app.UseStatusCodePagesWithReExecute("/problem", "?status={0}", createScopeForStatusCodePages: true);
        app.Use(AnswerProgramsPlainly);
        AnswerErrors.Use(app);
        app.Use(NothingThere);
        app.Use(BadInput.InvokeAsync);
        app.UseResponseCompression();
        app.UseAccounts();
        app.Use(ViewerMiddleware.InvokeAsync);
        app.UseAntiforgery();
    }

    public static void MapPages(this WebApplication app)
    {
        PageAssets.Map(app);
        Preferences.Map(app);
        Accounts.LeaveEndpoint.Map(app);
        Audit.ExportEndpoint.Map(app);
        Calls.LiveCalls.Map(app);
        Calls.DeleteEndpoint.Map(app);
        Privacy.DocumentEndpoints.Map(app);
        Website.SiteEndpoints.Map(app);
        Scorecards.TryEndpoint.Map(app);
        Phrases.TryPhraseEndpoint.Map(app);
        Settings.TryTuningEndpoint.Map(app);
        Topics.TopicEndpoints.Map(app);
        Dashboards.ExportEndpoint.Map(app);
        Dashboards.ReportEndpoints.Map(app);
        Alerts.AlertEndpoints.Map(app);
        Calls.ReceiptEndpoint.Map(app);
        Privacy.DataEndpoints.Map(app);
        app.MapRazorComponents<App>();
    }

    // Before anybody asks who is there: an address of nothing is "not found" for everyone, not "forbidden".
    private static Task NothingThere(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint() is not null)
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    // A page shows what went wrong; a program gets the status and the problem alone.
    private static Task AnswerProgramsPlainly(HttpContext http, RequestDelegate next)
    {
        var isPage = HttpMethods.IsGet(http.Request.Method) && !http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);
        if (!isPage && http.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }

        return next(http);
    }
}
