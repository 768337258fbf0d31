using Earshot.Platform.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Platform.Calls.Upload;

/// <summary>Services and routes of intake.</summary>
internal static class UploadRoutes
{
    public static void AddUpload(this IServiceCollection services)
    {
        services.AddScoped<Intake>();
        services.AddScoped<AcceptFile>();
        services.AddScoped<UploadInParts>();
        services.AddScoped<PostCall>();
        services.AddScoped<TakeLocalFile>();
        services.AddHostedService<WatchFolders>();
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        UploadInParts.Map(routes.MapGroup("/uploads").RequireAuthorization(Policies.UploadCalls));
        PostCall.Map(routes.MapGroup("/api/v1/calls").RequireAuthorization(Policies.ApiWriteCalls));
    }
}
