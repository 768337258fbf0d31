using Earshot.Analysis.Stored;
using Earshot.Platform.Accounts;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Schedules;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Platform.Scoring.Calls;

/// <summary>
/// Takes into the book the words that several of the newest calls have. A word of few calls stays in them and goes with them.
/// </summary>
internal sealed class LearnWords(IServiceScopeFactory scopes, WordBooks books) : IScheduledTask
{
    private const int Newest = 2_000;

    public async Task RunAsync(CancellationToken ct)
    {
        await using var door = scopes.CreateAsyncScope();
        foreach (var organization in await door.ServiceProvider.GetRequiredService<OrganizationDirectory>().ListAsync(ct))
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<TenantContext>().Set(organization.Id);
            await LearnAsync(scope.ServiceProvider.GetRequiredService<PlatformDb>(), ct);
        }
    }

    private async Task LearnAsync(PlatformDb db, CancellationToken ct)
    {
        var book = await books.ReadAsync(db, ct);
        var calls = await db.Database.SqlQuery<byte[]>(
            $"""select words as "Value" from scoring.calls where organization_id = kernel.current_tenant() order by call_id desc limit {Newest}""").ToListAsync(ct);
        var forms = CommonWords.Of(calls.Select(words => StoredWords.NotInBook(words, book))).Take(WordBook.MostForms - book.Count).ToArray();
        if (forms.Length > 0)
        {
            // Two workers at once: the second finds the numbers taken and learns next time.
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into scoring.words (organization_id, no, form)
                select kernel.current_tenant(), {book.Count} + at, form from unnest({forms}) with ordinality as learnt(form, at) on conflict do nothing
                """, ct);
        }
    }
}

/// <summary>Words that no single call could be told by.</summary>
public static class CommonWords
{
    /// <summary>In so many calls a word must be.</summary>
    public const int FewestCalls = 5;

    /// <returns>The words that enough calls have, the most common first.</returns>
    public static IEnumerable<string> Of(IEnumerable<IEnumerable<string>> calls) => calls
        .SelectMany(forms => forms).GroupBy(form => form, StringComparer.Ordinal)
        .Select(group => (Form: group.Key, Calls: group.Count())).Where(word => word.Calls >= FewestCalls)
        .OrderByDescending(word => word.Calls).ThenBy(word => word.Form, StringComparer.Ordinal).Select(word => word.Form);
}
