using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Privacy.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Privacy.SubjectRequests;

/// <summary>A request in the list of the desk.</summary>
/// <param name="Left">Days that are left, counted as the law counts them; negative when it is overdue; null when it is closed.</param>
public sealed record RequestLine(
    Guid Id, int Number, string Kind, string State, string Way, string? Person, DateTimeOffset ReceivedAt, DateOnly DueOn, int? Left, bool IsExtended, string? Failure);

/// <summary>What the list shows.</summary>
/// <param name="State">open, closed or overdue; null: all.</param>
/// <param name="Kind">Of one kind; null: of all.</param>
public sealed record RequestFilter(string? State, string? Kind);

/// <summary>Numbers over the list.</summary>
public sealed record RequestCounts(int Open, int Overdue, int DueSoon, int Closed);

/// <summary>Lists the requests of the organization: open ones first, the nearest due date on top.</summary>
public sealed class ListRequests(PlatformDb db, TenantCipher cipher, TimeProvider clock)
{
    private const int Most = 200;
    private static readonly TimeSpan Soon = TimeSpan.FromDays(3);

    public async Task<IReadOnlyList<RequestLine>> RunAsync(RequestFilter filter, CancellationToken ct)
    {
        var organization = await OrganizationLaw.ReadAsync(db, ct);
        var rows = await Filtered(filter).OrderBy(row => row.ClosedAt != null).ThenBy(row => row.ClosedAt == null ? row.DueAt : DateTimeOffset.MaxValue)
            .ThenByDescending(row => row.ReceivedAt).Take(Most).AsNoTracking().ToListAsync(ct);
        var lines = new List<RequestLine>();
        foreach (var row in rows)
        {
            var person = await RequestSeal.OpenAsync(cipher, row, ct);
            lines.Add(new RequestLine(
                row.Id, row.Number, row.Kind, row.State, row.Way, person.Name ?? person.Email ?? person.Phone ?? person.CrmId, row.ReceivedAt, row.DueOn,
                row.ClosedAt is null ? Left(row, organization, clock.GetUtcNow()) : null, row.ExtendedAt is not null, row.Failure));
        }

        return lines;
    }

    public async Task<RequestCounts> CountAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var open = db.Set<SubjectRequest>().Where(row => row.ClosedAt == null);
        return new RequestCounts(
            await open.CountAsync(ct), await open.CountAsync(row => row.DueAt <= now, ct), await open.CountAsync(row => row.DueAt > now && row.DueAt <= now + Soon, ct),
            await db.Set<SubjectRequest>().CountAsync(row => row.ClosedAt != null, ct));
    }

    internal static int Left(SubjectRequest request, OrganizationLaw organization, DateTimeOffset now)
    {
        var today = LawProfile.DayOf(now, organization.Zone);
        var period = (RequestKinds.Find(request.Kind)?.Period ?? (law => law.Answer))(organization.Law);
        return period.Unit is PeriodUnit.BusinessDays ? organization.Law.Calendar.Between(today, request.DueOn) : request.DueOn.DayNumber - today.DayNumber;
    }

    private IQueryable<SubjectRequest> Filtered(RequestFilter filter)
    {
        var now = clock.GetUtcNow();
        var rows = filter.State switch
        {
            "open" => db.Set<SubjectRequest>().Where(row => row.ClosedAt == null),
            "closed" => db.Set<SubjectRequest>().Where(row => row.ClosedAt != null),
            "overdue" => db.Set<SubjectRequest>().Where(row => row.ClosedAt == null && row.DueAt <= now),
            _ => db.Set<SubjectRequest>(),
        };
        return filter.Kind is { Length: > 0 } kind ? rows.Where(row => row.Kind == kind) : rows;
    }
}
