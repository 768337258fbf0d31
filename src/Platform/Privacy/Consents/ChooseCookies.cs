using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Privacy.Consents;

/// <summary>A visitor's choice about what is not necessary: kept here, under a random number that the cookie carries.</summary>
public sealed class ChooseCookies(PlatformDb db, RecordConsent record, TimeProvider clock)
{
    /// <summary>The cookie lives as long as the choice holds (clause A47).</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(365);

    /// <returns>What the cookie holds.</returns>
    public async Task<string> RunAsync(bool isGiven, string? before, CancellationToken ct)
    {
        if (Read(before) is { } old && await db.Set<Consent>().SingleOrDefaultAsync(row => row.Id == old.Id, ct) is { } earlier)
        {
            earlier.Withdraw(clock.GetUtcNow(), "banner");
        }

        var consent = record.Add(ConsentText.Statistics, "visitor", isGiven, "banner");
        await db.SaveChangesAsync(ct);
        return $"{consent.Id:n}.{(isGiven ? "yes" : "no")}";
    }

    /// <summary>The choice in a cookie; null: none was made.</summary>
    public static (Guid Id, bool IsGiven)? Read(string? cookie) =>
        cookie?.Split('.') is [var id, "yes" or "no"] parts && Guid.TryParseExact(id, "n", out var consent) ? (consent, parts[1] == "yes") : null;
}

/// <summary>Counts a page for a visitor who agreed. What is kept is a sum a day.</summary>
public sealed class CountVisit(PlatformDb db, TimeProvider clock)
{
    private static readonly HashSet<string> Pages = ["/", "/pricing", "/trust", "/privacy", "/cookies", "/terms", "/dpa", "/subprocessors", "/data-map"];

    /// <param name="page">Path of the page; what is not a page of the site is not counted.</param>
    /// <param name="consent">The choice in the visitor's cookie.</param>
    /// <param name="ct">Stops the work.</param>
    /// <returns>False: nothing was counted.</returns>
    public async Task<bool> RunAsync(string page, string? consent, CancellationToken ct)
    {
        if (!Pages.Contains(page) || ChooseCookies.Read(consent) is not { IsGiven: true } choice || !await StandsAsync(choice.Id, ct))
        {
            return false;
        }

        var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        await db.Database.ExecuteSqlAsync($"insert into privacy.page_visits (day, page, visits) values ({day}, {page}, 1) on conflict (day, page) do update set visits = privacy.page_visits.visits + 1", ct);
        return true;
    }

    private Task<bool> StandsAsync(Guid id, CancellationToken ct)
    {
        var since = clock.GetUtcNow() - ChooseCookies.Life;
        return db.Set<Consent>().AnyAsync(row => row.Id == id && row.IsGiven && row.WithdrawnAt == null && row.GivenAt > since, ct);
    }
}
