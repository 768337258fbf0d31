using Earshot.Platform.Accounts;
using Earshot.Platform.Calls.Upload;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Jobs;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Platform.Calls;

/// <param name="Organization">Null: the only one that lives here.</param>
/// <param name="Pattern">Reads metadata from file names.</param>
/// <param name="Language">ISO 639-1.</param>
/// <param name="RecordingGround">Null: the organization's default.</param>
public sealed record ImportRequest(Guid? Organization, string? Pattern, string? Language, string? RecordingGround);

/// <summary>What became of one file.</summary>
public sealed record ImportedFile(string Name, string State, string? Reason);

/// <summary>What became of a folder.</summary>
public sealed record ImportReport(int Files, int Calls, int Known, int Refused);

/// <summary>Takes in a folder of recordings and transcripts as an archive.</summary>
public sealed class ImportFolder(IServiceScopeFactory scopes)
{
    /// <param name="folder">The folder; its subfolders are taken too.</param>
    /// <param name="request">For whom, and what holds for all files.</param>
    /// <param name="progress">Told of each file.</param>
    /// <param name="ct">Stops after the file in hand; what was taken stays.</param>
    public async Task<Result<ImportReport>> RunAsync(string folder, ImportRequest request, IProgress<ImportedFile> progress, CancellationToken ct)
    {
        var organization = await FindAsync(request.Organization, ct);
        var pattern = request.Pattern is { Length: > 0 } text ? FileNamePattern.Parse(text) : default(Result<FileNamePattern>?);
        var failure = organization.Failure ?? pattern?.Failure;
        if (failure is not null)
        {
            return failure;
        }

        var report = new ImportReport(0, 0, 0, 0);
        var defaults = new CallMetadata { Language = request.Language, RecordingGround = request.RecordingGround };
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var taken = await TakeAsync(organization.Value, file, pattern?.Value, defaults, ct);
            if (taken.Failure is { } stop)
            {
                return stop;
            }

            progress.Report(new ImportedFile(Path.GetFileName(file), taken.Value.State, taken.Value.Detail));
            report = Count(report, taken.Value);
        }

        return report;
    }

    private static ImportReport Count(ImportReport report, AcceptedFile file) => file.State switch
    {
        UploadedFile.Accepted => report with { Files = report.Files + 1, Calls = report.Calls + file.Calls.Count },
        UploadedFile.Duplicate => report with { Files = report.Files + 1, Known = report.Known + 1 },
        _ => report with { Files = report.Files + 1, Refused = report.Refused + 1 },
    };

    private async Task<Result<AcceptedFile>> TakeAsync(Guid organization, string file, FileNamePattern? pattern, CallMetadata defaults, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(organization);
        return await scope.ServiceProvider.GetRequiredService<TakeLocalFile>().RunAsync(file, pattern, defaults, "cli", JobPriority.Archive, ct);
    }

    private async Task<Result<Guid>> FindAsync(Guid? wanted, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var known = await scope.ServiceProvider.GetRequiredService<OrganizationDirectory>().ListAsync(ct);
        return wanted switch
        {
            { } id when known.Any(organization => organization.Id == id) => id,
            null when known.Count == 1 => known[0].Id,
            _ => new Failure(FailureKind.Invalid, "organization_needed", $"Say which organization it is with --organization. Known: {string.Join(", ", known.Select(organization => organization.Id))}"),
        };
    }
}
