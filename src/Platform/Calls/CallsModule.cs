using Earshot.Platform.Calls.Spool;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Platform.Calls;

/// <summary>Calls: what came in, how it is worked through, what was found.</summary>
public static class CallsModule
{
    public static IServiceCollection AddCalls(this IServiceCollection services)
    {
        services.AddSingleton<AudioSpool>();
        services.AddScoped<ReceiveCall>();
        return services;
    }
}
