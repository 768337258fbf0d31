using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Platform.Calls.Browse;

/// <summary>The reading side of calls.</summary>
public static class CallBrowsing
{
    public static IServiceCollection AddCallBrowsing(this IServiceCollection services) => services
        .AddScoped<BrowseCalls>()
        .AddScoped<ReadCall>()
        .AddScoped<ReadMaskedText>()
        .AddScoped<ReadMoods>()
        .AddScoped<ListCallNames>()
        .AddScoped<ListUploads>();
}
