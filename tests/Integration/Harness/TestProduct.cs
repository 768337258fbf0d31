using Earshot.Platform;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Integration.Harness;

/// <summary>The real server in this process: own database, own data folder, a free loopback port.</summary>
internal sealed class TestProduct : IAsyncDisposable
{
    private TestProduct(WebApplication app, PlatformSettings settings)
    {
        App = app;
        Settings = settings;
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        Address = new Uri(addresses?.Addresses.First() ?? throw new InvalidOperationException("The server has no address."));
    }

    public WebApplication App { get; }

    public PlatformSettings Settings { get; }

    public Uri Address { get; }

    public static async Task<TestProduct> StartAsync(Action<WebApplication>? routes = null, Action<IServiceCollection>? also = null, bool keepsKeyInFile = false, Func<string, string?>? environment = null, Func<PlatformSettings, PlatformSettings>? change = null)
    {
        var cluster = await PostgresCluster.GetAsync();
        var data = Directory.CreateTempSubdirectory("earshot-data-").FullName;
        var settings = new PlatformSettings
        {
            Database = await cluster.NewDatabaseAsync(),
            MasterKey = keepsKeyInFile ? (await OpenMasterKey.RunAsync(null, data, null, "ru", default)).Key : new MasterKey([.. Enumerable.Range(1, 32).Select(i => (byte)i)]),
            DataFolder = data,
            Region = "ru",
        };
        settings = change?.Invoke(settings) ?? settings;
        var app = WebServer.Build(settings, environment is null ? "http://127.0.0.1:0" : "https://127.0.0.1:0", also: also, environment: environment);
        routes?.Invoke(app);
        await app.Services.GetRequiredService<Migrator>().RunAsync(default);
        await app.StartAsync();
        return new TestProduct(app, settings);
    }

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        Directory.Delete(Settings.DataFolder, recursive: true);
    }
}
