using Earshot.Platform;
using Earshot.Platform.Calls;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Kernel.Tenancy;
using Earshot.Platform.Privacy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Earshot.Integration.Harness;

/// <summary>The services of the product on a fresh, migrated database, with nothing running.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private TestDatabase(ServiceProvider services, PlatformSettings settings)
    {
        this.services = services;
        Settings = settings;
    }

    public PlatformSettings Settings { get; }

    public IServiceProvider Services => services;

    public static async Task<TestDatabase> CreateAsync(
        Action<IServiceCollection>? also = null, Func<PlatformSettings, PlatformSettings>? change = null, string? database = null)
    {
        var usual = new PlatformSettings
        {
            Database = database ?? await (await PostgresCluster.GetAsync()).NewDatabaseAsync(),
            MasterKey = new MasterKey([.. Enumerable.Range(1, 32).Select(i => (byte)i)]),
            DataFolder = Directory.CreateTempSubdirectory("earshot-data-").FullName,
            Region = "ru",
        };
        var settings = change?.Invoke(usual) ?? usual;
        var collection = new ServiceCollection().AddLogging(log => log.SetMinimumLevel(LogLevel.Warning)).AddKernel(settings).AddPrivacyData().AddCalls(settings);
        also?.Invoke(collection);
        var provider = collection.BuildServiceProvider(validateScopes: true);
        await provider.GetRequiredService<Migrator>().RunAsync(default);
        return new TestDatabase(provider, settings);
    }

    /// <summary>The same with jobs, schedules and notifications running.</summary>
    public static async Task<TestDatabase> RunningAsync(
        Action<IServiceCollection>? also = null, Func<PlatformSettings, PlatformSettings>? change = null, string? database = null)
    {
        var product = await CreateAsync(
            collection =>
            {
                AddHost(collection);
                also?.Invoke(collection);
            },
            change,
            database);
        foreach (var service in product.services.GetServices<IHostedService>())
        {
            await service.StartAsync(default);
        }

        product.Get<ApplicationLifetime>().NotifyStarted();
        return product;
    }

    private static void AddHost(IServiceCollection collection) => collection.AddSingleton<ApplicationLifetime>()
        .AddSingleton<IHostApplicationLifetime>(provider => provider.GetRequiredService<ApplicationLifetime>()).AddBackground(ServerRole.All);

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>A scope of one organization, as a request or a job has.</summary>
    public AsyncServiceScope Of(Guid organization)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(organization);
        return scope;
    }

    /// <summary>Asks the database as its owner, past row-level security.</summary>
    public async Task<T?> AskAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(Settings.Database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync() is T value ? value : default;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in services.GetServices<IHostedService>().Reverse())
        {
            await service.StopAsync(default);
        }

        await services.DisposeAsync();
        Directory.Delete(Settings.DataFolder, recursive: true);
    }
}
