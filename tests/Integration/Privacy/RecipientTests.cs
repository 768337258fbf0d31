using Earshot.Integration.Harness;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Egress;
using Earshot.Platform.Kernel.Tenancy;
using Earshot.Platform.Privacy.Breaches;
using Earshot.Platform.Privacy.Consents;
using Earshot.Platform.Privacy.Controls;
using Earshot.Platform.Privacy.Subprocessors;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Integration.Privacy;

/// <summary>The egress guard asks the registers; breaches are handled, on one product.</summary>
public sealed class RecipientTests(ProvenProduct proven) : IClassFixture<ProvenProduct>
{
    private static readonly Destination Abroad = new() { Name = "abroad", Hosts = ["speech.example"], Purpose = "transcription", Region = "eu", Data = ["audio"] };

    private IEgressPermits Permits => proven.Product.App.Services.GetRequiredService<IEgressPermits>();

    [Fact]
    public async Task A_transfer_is_possible_only_when_all_its_records_are_there()
    {
        var organization = Guid.CreateVersion7();
        var records = new TransferRecords("DE", "consent 1", "", "", "sealed", "on request", "law 1");

        var nothing = await Permits.FindTransferAsync(organization, Abroad, default);
        var gaps = await InAsync<KeepRegister, Result<List<string>>>(organization, register => register.PermitAsync("abroad", records, default));
        var partly = await Permits.FindTransferAsync(organization, Abroad, default);
        await InAsync<KeepRegister, Result<List<string>>>(organization, register => register.PermitAsync("abroad", records with { Notice = "77-1" }, default));
        var whole = await Permits.FindTransferAsync(organization, Abroad, default);
        var ofOthers = await Permits.FindTransferAsync(Guid.CreateVersion7(), Abroad, default);

        Assert.Equal(["notice"], gaps.Value);
        Assert.True(nothing is null && partly is null && whole is not null && ofOthers is null);
    }

    [Fact]
    public async Task An_agreement_that_ran_out_switches_its_destination_off()
    {
        var before = await Permits.IsSwitchedOffAsync(Guid.Empty, Abroad with { Name = "ended" }, default);
        await InAsync<KeepRegister, Result<Done>>(Guid.Empty, register => register.AgreeAsync(new("ended", "Sample", "DE", "voice", "1", new DateOnly(2020, 1, 1), new DateOnly(2021, 1, 1)), default));

        Assert.False(before);
        Assert.True(await Permits.IsSwitchedOffAsync(Guid.Empty, Abroad with { Name = "ended" }, default));
    }

    [Fact]
    public async Task An_audit_without_its_next_date_is_refused_and_a_whole_one_is_listed()
    {
        var day = new DateOnly(2026, 1, 10);
        var refused = await SiteAsync<KeepAssurance, Result<Done>>(keep => keep.AddAsync(new Assurance("audit", "Yearly", day, day), default));
        var kept = await SiteAsync<KeepAssurance, Result<Done>>(keep => keep.AddAsync(new Assurance("audit", "Yearly", day, day.AddYears(1)), default));

        Assert.Equal(("assurance_incomplete", true), (refused.Failure?.Code, kept.IsOk));
        Assert.Single(await SiteAsync<KeepAssurance, IReadOnlyList<Assurance>>(keep => keep.ListAsync(default)), held => held is { Title: "Yearly", HeldAt.Year: 2026 }); // beside those of the demo
    }

    [Fact]
    public async Task A_drill_has_clocks_and_drafts_and_is_closed_when_everybody_was_told()
    {
        var at = TimeProvider.System.GetUtcNow().AddHours(-2);
        var opened = await SiteAsync<HandleBreach, Result<Guid>>(handle => handle.OpenAsync(new Breach(Guid.Empty, true, "A lost laptop", at.AddDays(-1), at, at, null, null), default));
        var open = (await SiteAsync<HandleBreach, IReadOnlyList<BreachCase>>(handle => handle.ListAsync(default))).Single(one => one.Breach.Id == opened.Value);
        foreach (var step in open.Steps)
        {
            await SiteAsync<HandleBreach, Result<Done>>(handle => handle.TellAsync(opened.Value, step.Duty.Duty, default));
        }

        var closed = (await SiteAsync<HandleBreach, IReadOnlyList<BreachCase>>(handle => handle.ListAsync(default))).Single(one => one.Breach.Id == opened.Value);

        Assert.All(open.Steps, step => Assert.False(step.IsLate(TimeProvider.System.GetUtcNow())));
        Assert.NotNull(closed.Breach.ClosedAt);
    }

    private Task<TResult> SiteAsync<TSlice, TResult>(Func<TSlice, Task<TResult>> use)
        where TSlice : notnull => proven.Product.App.Services.GetRequiredService<SiteScope>().RunAsync(use);

    private async Task<TResult> InAsync<TSlice, TResult>(Guid organization, Func<TSlice, Task<TResult>> use)
        where TSlice : notnull
    {
        await using var scope = proven.Product.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(organization);
        return await use(scope.ServiceProvider.GetRequiredService<TSlice>());
    }
}
