using System.Text.RegularExpressions;
using Earshot.Platform.Kernel.Egress;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Platform.Privacy.Controls;

/// <summary>The pages of this very program, as a destination: the probes go there over the loopback, with no data of anybody.</summary>
internal sealed partial class OwnPages(IServiceProvider services) : IDestinationSource
{
    public const string Name = "own-pages";

    /// <summary>What is listened on; any address of this machine stands as <c>0.0.0.0</c>.</summary>
    public IReadOnlyList<Uri> Listened => [.. services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.Select(Read) ?? []];

    /// <summary>Where the pages are; null when nothing serves them. "Any address" is not one to go to: the loopback is among them.</summary>
    public Uri? Address => Reach(Listened);

    internal static Uri Read(string address) => new(AnyAddress().Replace(address, "//0.0.0.0"));

    internal static Uri? Reach(IReadOnlyList<Uri> listened)
    {
        Uri[] near = [.. listened.Select(address => address.Host == "0.0.0.0" ? new UriBuilder(address) { Host = "127.0.0.1" }.Uri : address)];
        return near.OrderBy(address => address.IsLoopback ? 0 : 1).ThenBy(address => address.Scheme == Uri.UriSchemeHttps ? 0 : 1).FirstOrDefault();
    }

    [GeneratedRegex(@"//(?:\[::\]|[+*])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnyAddress();

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
