using Earshot.Platform.Kernel.Egress;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Platform.Privacy.Controls;

/// <summary>The pages of this very program, as a destination: the probes go there over the loopback, with no data of anybody.</summary>
internal sealed class OwnPages(IServiceProvider services) : IDestinationSource
{
    public const string Name = "own-pages";

    /// <summary>Where the pages are; null when nothing serves them. "Any address" is not one to go to: the loopback is among them.</summary>
    public Uri? Address => services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address
        ? new Uri(address.Replace("[::]", "127.0.0.1", StringComparison.Ordinal).Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal).Replace("//+", "//127.0.0.1", StringComparison.Ordinal).Replace("//*", "//127.0.0.1", StringComparison.Ordinal))
        : null;

    public Task<IReadOnlyList<Destination>> ListAsync(Guid? organization, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Destination>>(Address is { IsLoopback: true } address ? [Here(address)] : []);

    private static Destination Here(Uri address) => new()
    {
        Name = Name,
        Hosts = [address.IdnHost],
        Port = address.Port,
        Purpose = "self_test",
        Region = Destination.Local,
        Data = [],
        IsLocal = true,
        Patience = TimeSpan.FromSeconds(10),
    };
}
