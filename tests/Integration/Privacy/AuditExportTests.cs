using System.Net;
using System.Text;
using Earshot.Integration.Accounts;
using Earshot.Integration.Harness;
using Earshot.Platform.Accounts;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Tenancy;
using Earshot.Platform.Privacy.AuditTrail;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Integration.Privacy;

/// <summary>The log leaves as a file that proves itself, and says when somebody looks at too much.</summary>
public sealed class AuditExportTests(AuditedProduct audited) : IClassFixture<AuditedProduct>
{
    [Fact]
    public async Task An_exported_log_proves_itself_without_the_database()
    {
        var lines = await audited.ExportAsync();

        var verdict = VerifyAuditFile.Run(lines, null);

        Assert.Null(verdict.Problem);
        Assert.True(verdict.Events > 3);
    }

    [Theory]
    [InlineData("event_changed")]
    [InlineData("gap")]
    [InlineData("cut_off")]
    [InlineData("signature_changed")]
    [InlineData("chain_changed")]
    [InlineData("not_an_export")]
    public async Task What_was_changed_in_the_file_shows(string problem)
    {
        var lines = (await audited.ExportAsync()).ToList();
        switch (problem)
        {
            case "event_changed":
                lines[1] = lines[1].Replace("\"purpose\":\"administration\"", "\"purpose\":\"training\"", StringComparison.Ordinal);
                break;
            case "gap":
                lines.RemoveAt(1);
                break;
            case "cut_off":
                lines.RemoveAt(lines.Count - 2);
                break;
            case "signature_changed":
                lines[^1] = lines[^1].Replace("\"events\":\"", "\"events\":\"1", StringComparison.Ordinal);
                break;
            case "chain_changed":
                lines[1] = lines[1].Replace(lines[1].Split("\"previous\":\"")[1][..64], new string('0', 64), StringComparison.Ordinal);
                break;
            default:
                lines.Insert(1, "not json");
                break;
        }

        Assert.Equal(problem, VerifyAuditFile.Run(lines, null).Problem);
    }

    [Fact]
    public async Task Only_who_may_read_the_log_takes_it_away_and_only_with_the_form()
    {
        using var agent = await People.InvitedAsync(audited.Product, audited.Owner, "agent", $"a{Guid.NewGuid():n}@first.example");
        using var form = new FormUrlEncodedContent([]);

        Assert.False((await agent.SendAsync(HttpMethod.Post, "/audit/export", form)).IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await audited.Owner.SendAsync(HttpMethod.Post, "/audit/export", new FormUrlEncodedContent([]))).StatusCode);
    }

    [Fact]
    public async Task Two_hundred_records_within_ten_minutes_raise_one_alert()
    {
        var person = Guid.CreateVersion7();
        await audited.ActAsync(person, "call.opened", WatchAccess.ManyOpened);

        await audited.WatchAsync();
        await audited.WatchAsync();

        Assert.Equal([(AccessAlert.MassAccess, (long)WatchAccess.ManyOpened)], await audited.AlertsAsync(person));
    }

    [Fact]
    public async Task A_few_records_raise_nothing_and_many_exports_do()
    {
        var (quiet, busy) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await audited.ActAsync(quiet, "call.opened", 40);
        await audited.ActAsync(busy, "calls.exported", WatchAccess.ManyExports);

        await audited.WatchAsync();

        Assert.Empty(await audited.AlertsAsync(quiet));
        Assert.Equal(AccessAlert.MassExport, Assert.Single(await audited.AlertsAsync(busy)).Kind);
    }
}

/// <summary>A product whose owner did a few things.</summary>
public sealed class AuditedProduct : IAsyncLifetime
{
    internal TestProduct Product { get; private set; } = null!; // set before the first test

    internal Browser Owner { get; private set; } = null!; // set before the first test

    private Guid Organization { get; set; }

    public async Task InitializeAsync()
    {
        Product = await TestProduct.StartAsync();
        Owner = await People.OwnerAsync(Product);
        await using var scope = Product.App.Services.CreateAsyncScope();
        Organization = (await scope.ServiceProvider.GetRequiredService<OrganizationDirectory>().ListAsync(default))[0].Id;
        (await Owner.PostAsync("/api/accounts/departments", new { name = "Продажи <и> \"другое\"" })).Dispose();
        (await Owner.PostAsync("/api/accounts/agents", new { name = "Ann Sample" })).Dispose();
        (await Owner.PostAsync("/api/accounts/invitations", new { role = "agent" })).Dispose();
    }

    public async Task DisposeAsync()
    {
        Owner.Dispose();
        await Product.DisposeAsync();
    }

    internal async Task<IReadOnlyList<string>> ExportAsync()
    {
        await ChainAsync();
        await using var scope = Scope();
        using var file = new MemoryStream();
        await scope.ServiceProvider.GetRequiredService<ExportAudit>().RunAsync(null, null, file, default);
        return Encoding.UTF8.GetString(file.ToArray()).TrimEnd('\n').Split('\n');
    }

    internal async Task ActAsync(Guid person, string action, int times)
    {
        await using var scope = Scope();
        scope.ServiceProvider.GetRequiredService<AuditActor>().Set(AuditActor.Person, person, "192.0.2.1", "Test");
        var (db, log) = (scope.ServiceProvider.GetRequiredService<PlatformDb>(), scope.ServiceProvider.GetRequiredService<AuditLog>());
        for (var i = 0; i < times; i++)
        {
            await log.RecordAsync(action, "call", Guid.CreateVersion7(), "quality_control", null, null, default);
        }

        await db.SaveChangesAsync();
    }

    internal Task WatchAsync() => ActivatorUtilities.CreateInstance<WatchAccess>(Product.App.Services).WatchAsync(Organization, default);

    internal async Task<IReadOnlyList<(string Kind, long Events)>> AlertsAsync(Guid person)
    {
        await using var scope = Scope();
        return [.. (await scope.ServiceProvider.GetRequiredService<ReadAccessAlerts>().OpenAsync(default)).Where(alert => alert.ActorId == person).Select(alert => (alert.Kind, alert.Events))];
    }

    private async Task ChainAsync()
    {
        var link = Product.App.Services.GetRequiredService<LinkAudit>();
        while (await link.RunAsync(default) > 0)
        {
        }
    }

    private AsyncServiceScope Scope()
    {
        var scope = Product.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(Organization);
        return scope;
    }
}
