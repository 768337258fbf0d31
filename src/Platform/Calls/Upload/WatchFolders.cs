using Earshot.Platform.Kernel.Jobs;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Earshot.Platform.Calls.Upload;

/// <summary>
/// Takes in what is dropped into <c>inbox/ORGANIZATION-ID</c> in the data folder. A file is taken when nothing wrote to it for ten
/// seconds, and removed once its content is safe; a refused one is left beside as <c>NAME.refused</c>, its reason is in the upload
/// history. <c>pattern.txt</c> in the folder holds a <see cref="FileNamePattern"/>.
/// </summary>
internal sealed partial class WatchFolders(IServiceScopeFactory scopes, PlatformSettings settings, TimeProvider clock, ILogger<WatchFolders> log)
    : BackgroundService
{
    private const string PatternFile = "pattern.txt";
    private const string RefusedSuffix = ".refused";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await LookAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return; // the server stops
        }
    }

    /// <summary>Takes in everything that is ready now.</summary>
    internal async Task LookAsync(CancellationToken ct)
    {
        foreach (var (organization, folder) in Folders())
        {
            foreach (var file in Ready(folder))
            {
                await TakeAsync(organization, folder, file, ct);
            }
        }
    }

    private IEnumerable<(Guid Organization, string Folder)> Folders() => Directory.Exists(settings.InboxFolder)
        ? from folder in Directory.EnumerateDirectories(settings.InboxFolder)
          where Guid.TryParse(Path.GetFileName(folder), out _)
          select (Guid.Parse(Path.GetFileName(folder)), folder)
        : [];

    private IEnumerable<string> Ready(string folder) =>
        from file in new DirectoryInfo(folder).EnumerateFiles()
        where file.Name is not PatternFile && !file.Name.EndsWith(RefusedSuffix, StringComparison.Ordinal) && !file.Name.StartsWith('.')
        where file.LastWriteTimeUtc < (clock.GetUtcNow() - Quiet).UtcDateTime
        orderby file.LastWriteTimeUtc
        select file.FullName;

    private async Task TakeAsync(Guid organization, string folder, string file, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<TenantContext>().Set(organization);
            var pattern = await ReadPatternAsync(folder, ct);
            var take = scope.ServiceProvider.GetRequiredService<TakeLocalFile>();
            var taken = await take.RunAsync(file, pattern, new CallMetadata(), "folder", JobPriority.New, ct);
            if (taken.Failure is { } later)
            {
                LogWaits(log, organization, later.Code);
            }
            else if (taken.Value.State == UploadedFile.Refused)
            {
                File.Move(file, file + RefusedSuffix, overwrite: true);
            }
            else
            {
                File.Delete(file);
            }
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or NpgsqlException or DbUpdateException or InvalidOperationException { InnerException: NpgsqlException })
        {
            LogWaits(log, organization, trouble.GetType().Name);
        }
    }

    private static async Task<FileNamePattern?> ReadPatternAsync(string folder, CancellationToken ct)
    {
        var path = Path.Combine(folder, PatternFile);
        if (!File.Exists(path))
        {
            return null;
        }

        var pattern = FileNamePattern.Parse((await File.ReadAllTextAsync(path, ct)).Trim());
        return pattern.IsOk ? pattern.Value : null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A file in the watched folder of organization {Organization} has to wait: {Reason}")]
    private static partial void LogWaits(ILogger log, Guid organization, string reason);
}
