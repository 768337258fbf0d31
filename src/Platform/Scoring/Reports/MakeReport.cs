using Earshot.Platform.Accounts;
using Earshot.Platform.Calls;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Privacy;
using Earshot.Platform.Scoring.Dashboards;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Scoring.Reports;

/// <summary>
/// Makes the reports of one organization that are due. Who may read them, and of whose calls, is decided now, not when they subscribed:
/// people who left or lost the right get nothing, whoever lost a department gets the rest.
/// </summary>
internal sealed class MakeReport(
    PlatformDb db, PeopleDirectory people, CallVisibility visibility, ReadReport read, OrganizationDays days, ReadAnalysisSettings settings, PostLetter letters, TenantCipher cipher, AuditLog audit, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var zone = await days.ZoneAsync(ct);
        var due = (await db.Set<ReportSubscription>().AsNoTracking().ToListAsync(ct)).FindAll(row => row.ToldTo < ReportRhythm.LatestDay(row.Rhythm, now, zone));
        if (due.Count == 0 || (await settings.RunAsync(ct)).IsTechnicalOnly)
        {
            return;
        }

        var readers = (await people.ListAsync(ct)).Where(person => person.May(Policies.ReadReports)).ToDictionary(person => person.Id);
        foreach (var subscription in due)
        {
            if (readers.TryGetValue(subscription.UserId, out var reader) && ReportRhythm.LastDay(subscription.Rhythm, now, OrganizationDays.Find(reader.TimeZone), zone) is var day && day > subscription.ToldTo)
            {
                await SendAsync(subscription, reader, day, ct);
            }
        }
    }

    // The subscription moves on in the transaction of the letter: no letter is written twice.
    private async Task SendAsync(ReportSubscription subscription, Addressee reader, DateOnly day, CancellationToken ct)
    {
        var letter = await LetterAsync(subscription, reader, day, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Set<ReportSubscription>().Where(row => row.Id == subscription.Id && row.ToldTo < day).ExecuteUpdateAsync(row => row.SetProperty(one => one.ToldTo, day), ct) == 1)
        {
            await letters.AddAsync(letter, ct);
            await audit.RecordAsync("report.mailed", "report", subscription.Id, "quality_control", reader.Id, null, ct);
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
    }

    private async Task<AskedLetter> LetterAsync(ReportSubscription subscription, Addressee reader, DateOnly day, CancellationToken ct)
    {
        var scope = await visibility.OfAsync(reader.Id, reader.Role, ct);
        var query = new DashboardQuery(day.AddDays(1 - ReportRhythm.Days(subscription.Rhythm)), day, scope, subscription.AgentId, subscription.DepartmentId, null);
        var figures = await read.RunAsync(query, subscription.ScorecardId, ct);
        var site = new Uri(subscription.Site);
        var token = await LeaveReport.TokenAsync(cipher, db.Organization, subscription.Id, ct);
        var sheet = WriteReport.Write(figures, reader.Language, site, new Uri(site, $"/reports/leave?token={token}")); // a page with one button: programs that look links over stop nothing
        return new AskedLetter(
            reader.Email, WriteReport.Subject(subscription.Rhythm, query, reader.Language), sheet.Text(), sheet.Html(), new Uri(site, $"/reports/stop?token={token}").AbsoluteUri);
    }
}
