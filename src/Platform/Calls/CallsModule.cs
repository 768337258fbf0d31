using Earshot.Analysis;
using Earshot.Masking;
using Earshot.Platform.Calls.Pipeline;
using Earshot.Platform.Calls.Spool;
using Earshot.Platform.Calls.Upload;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Notifications;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Platform.Calls;

/// <summary>Calls: what came in, how it is worked through, what was found.</summary>
public static class CallsModule
{
    public static IServiceCollection AddCalls(this IServiceCollection services)
    {
        services.AddSingleton<AudioSpool>();
        services.AddScoped<ReceiveCall>();
        services.AddUpload();
        services.AddSingleton<CallEvents>();
        services.AddSingleton<INotificationHandler>(provider => provider.GetRequiredService<CallEvents>());
        return services.AddPipeline();
    }

    private static IServiceCollection AddPipeline(this IServiceCollection services)
    {
        services.AddSingleton(_ => new Masker());
        services.AddSingleton(_ => new Analyst());
        services.AddSingleton<SpeechEngines>();
        services.AddScoped<DestroyAudio>();
        services.AddScoped<StopCall>();
        foreach (var step in CallPipeline.Steps)
        {
            services.AddJob(step);
        }

        return services;
    }

    public static void MapCalls(this IEndpointRouteBuilder routes) => UploadRoutes.Map(routes);
}
