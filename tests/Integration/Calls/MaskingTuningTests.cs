using Earshot.Integration.Harness;
using Earshot.Platform.Calls.Browse;
using Earshot.Platform.Calls.Pipeline;
using Earshot.Platform.Calls.Tuning;
using Earshot.Platform.Kernel;
using Earshot.Platform.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Integration.Calls;

/// <summary>Words and patterns of an organization: kept, honoured by the pipeline, and nobody else's.</summary>
public sealed class MaskingTuningTests(RunningProduct shared) : IClassFixture<RunningProduct>
{
    private const string Said = "I am Priscilla, my contract is QZ-abc and the project is blueprint.";

    private static readonly MaskingTuning Tuning = new(["Priscilla"], ["blueprint"], [new OwnPattern("contract", "qz-[a-z]{3}", "Document")]);

    private readonly Guid organization = Guid.CreateVersion7();

    [Fact]
    public async Task Own_words_and_patterns_hold_for_the_calls_of_their_organization_alone()
    {
        var stranger = Guid.CreateVersion7();
        Assert.Equal(1, (await ChangeAsync(Tuning)).Value);

        Assert.Equal("I am Priscilla, my contract is [DOCUMENT_1] and the project is [OTHER_1].", await SaidAsync(organization));
        Assert.Equal("I am [PERSON_1], my contract is QZ-abc and the project is blueprint.", await SaidAsync(stranger));
        Assert.Equal(0L, await shared.Database.AskAsync<long>("select count(*) from calls.tuning_lines where encode(words, 'escape') ilike '%riscilla%'"));
        var audited = await shared.Database.AskAsync<string>($"select details::text from kernel.audit_events where organization_id = '{organization}' and action = 'masking.tuned'");
        Assert.Contains("added", audited, StringComparison.Ordinal);
        Assert.DoesNotContain("riscilla", audited, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_masker_is_made_once_and_anew_when_a_word_is_erased()
    {
        await ChangeAsync(Tuning);
        var first = await MaskerAsync();
        Assert.Same(first, await MaskerAsync());

        await EraseAsync("Priscilla");

        Assert.NotSame(first, await MaskerAsync());
        var left = (await ReadAsync()).Tuning;
        Assert.Empty(left.Allow);
        Assert.Equal(["blueprint"], left.Deny);
    }

    [Fact]
    public async Task An_earlier_version_comes_back_and_both_stay_in_the_list()
    {
        await ChangeAsync(Tuning);
        await ChangeAsync(MaskingTuning.Empty);

        Assert.Equal(3, (await RestoreAsync(1)).Value);

        Assert.Equal(Tuning.Deny, (await ReadAsync()).Tuning.Deny);
        Assert.Equal(4, (await RestoreAsync(0)).Value);
        Assert.True((await ReadAsync()).Tuning.IsEmpty);
    }

    [Fact]
    public async Task Whoever_changes_a_version_that_is_not_the_newest_is_told_so_and_changes_nothing()
    {
        await ChangeAsync(Tuning);

        Assert.Equal("tuning_changed", (await ChangeAsync(MaskingTuning.Empty, Guid.NewGuid())).Failure?.Code);
        Assert.Equal(Tuning.Deny, (await ReadAsync()).Tuning.Deny);
    }

    [Fact]
    public async Task Wrong_lines_change_nothing_and_a_warning_waits_for_somebody_who_accepts_it()
    {
        Assert.Equal("bad_tuning", (await ChangeAsync(Tuning with { Allow = ["55"] })).Failure?.Code);
        Assert.Equal("tuning_warnings", (await ChangeAsync(Tuning, accepts: false)).Failure?.Code);
        Assert.Equal(0, (await ReadAsync()).Version);
        Assert.True((await ChangeAsync(Tuning)).IsOk);
        Assert.True((await ChangeAsync(Tuning with { Deny = [] }, accepts: false)).IsOk); // the name was accepted before
    }

    [Fact]
    public async Task A_typed_text_is_masked_with_the_lists_of_the_form_without_those_that_can_not_be()
    {
        await using var scope = shared.Database.Of(organization);
        var tried = await scope.ServiceProvider.GetRequiredService<TryTuning>().RunAsync(Tuning with { Patterns = [.. Tuning.Patterns, new OwnPattern("broken", "(", "Other")] }, Said, default);

        Assert.Equal("I am Priscilla, my contract is [DOCUMENT_1] and the project is [OTHER_1].", tried?.Value.Value);
    }

    [Fact]
    public async Task Old_versions_go()
    {
        for (var i = 0; i < ChangeTuning.Kept + 2; i++)
        {
            await ChangeAsync(new MaskingTuning([], [i % 2 == 0 ? "blueprint" : "zenith"], []));
        }

        await using var scope = shared.Database.Of(organization);
        Assert.Equal(Enumerable.Range(3, ChangeTuning.Kept).Reverse(), (await scope.ServiceProvider.GetRequiredService<ReadTuning>().VersionsAsync(default)).Select(version => version.Version));
        Assert.Equal(ChangeTuning.Kept, await shared.Database.AskAsync<long>($"select count(*) from calls.tuning_lines where organization_id = '{organization}'"));
    }

    private async Task<string> SaidAsync(Guid of)
    {
        var id = await shared.Database.ReceiveAsync(of, Invented.Call(Said));
        await shared.Database.WaitAsync(of, id);
        await using var scope = shared.Database.Of(of);
        return (await ActivatorUtilities.CreateInstance<ReadMaskedText>(scope.ServiceProvider).RunAsync([id], default))[id].Turns[1].Text.Value;
    }

    private async Task<Result<int>> ChangeAsync(MaskingTuning wanted, Guid? stamp = null, bool accepts = true)
    {
        await using var scope = shared.Database.Of(organization);
        var current = await scope.ServiceProvider.GetRequiredService<ReadTuning>().RunAsync(default);
        return await scope.ServiceProvider.GetRequiredService<ChangeTuning>().RunAsync(new ChangeTuningRequest(stamp ?? current.Stamp, wanted.Allow, wanted.Deny, wanted.Patterns, accepts), default);
    }

    private async Task<Result<int>> RestoreAsync(int version)
    {
        var current = await ReadAsync();
        await using var scope = shared.Database.Of(organization);
        return await scope.ServiceProvider.GetRequiredService<ChangeTuning>().RestoreAsync(version, current.Stamp, default);
    }

    private async Task<CurrentTuning> ReadAsync()
    {
        await using var scope = shared.Database.Of(organization);
        return await scope.ServiceProvider.GetRequiredService<ReadTuning>().RunAsync(default);
    }

    private async Task<Masking.Masker> MaskerAsync()
    {
        await using var scope = shared.Database.Of(organization);
        return await scope.ServiceProvider.GetRequiredService<FindMasker>().RunAsync([], default);
    }

    private async Task EraseAsync(string name)
    {
        await using var scope = shared.Database.Of(organization);
        var holder = scope.ServiceProvider.GetServices<IPersonalDataHolder>().Single(one => one.Tables.Contains("calls.tuning_lines"));
        var found = await holder.FindAsync(PersonKeys.From(null, null, null, name, false) ?? throw new InvalidOperationException(), default);
        Assert.Equal([name], found.Select(record => record.Fields[0].Value));
        await holder.EraseAsync(found, default);
    }
}
