using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Egress;
using Earshot.Platform.Privacy.Controls;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Platform.Privacy;

/// <summary>The promises of the policy, and what keeps them honest: controls, documents, consents, subprocessors, breaches.</summary>
public static class PromisesModule
{
    public static IServiceCollection AddPromises(this IServiceCollection services)
    {
        services.AddSingleton<ProveControls>().AddSingleton<KeepProofs>().AddSingleton<ProveClock>().AddScoped<ReadProofs>();
        services.AddSingleton<OwnPages>().AddSingleton<IDestinationSource>(provider => provider.GetRequiredService<OwnPages>());
        services.AddSchedule<ProveTask>(TimeSpan.FromMinutes(1));
        return services;
    }
}
