using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Privacy.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Privacy.SubjectRequests;

/// <summary>An organization as a visitor may know it: its name, its law, its clock.</summary>
public sealed record OrganizationLaw(string Name, LawProfile Law, TimeZoneInfo Zone)
{
    internal static async Task<OrganizationLaw> ReadAsync(PlatformDb db, CancellationToken ct) =>
        await FindAsync(db, db.Organization, ct) ?? throw new InvalidOperationException("The organization is not there.");

    /// <returns>Null: there is no such organization, or it is leaving.</returns>
    public static async Task<OrganizationLaw?> FindAsync(PlatformDb db, Guid organization, CancellationToken ct)
    {
        var rows = await db.Database.SqlQuery<Row>(
            $"""select name as "Name", region as "Region", time_zone as "TimeZone" from privacy.public_organization({organization})""").ToListAsync(ct);
        return rows is [var row] ? new OrganizationLaw(row.Name, LawProfile.Of(row.Region), TimeZoneInfo.FindSystemTimeZoneById(row.TimeZone)) : null;
    }

    private sealed record Row(string Name, string Region, string TimeZone);
}
