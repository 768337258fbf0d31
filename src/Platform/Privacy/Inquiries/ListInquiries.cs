using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Privacy.Inquiries;

/// <summary>An inquiry as the operator reads it.</summary>
public sealed record InquiryLine(Guid Id, DateTimeOffset At, string Name, string Email, string? Phone, string? Message, int? Agents, string Page, string? Source);

/// <summary>The latest inquiries, newest first.</summary>
public sealed class ListInquiries(PlatformDb db, TenantCipher cipher)
{
    public async Task<IReadOnlyList<InquiryLine>> RunAsync(CancellationToken ct)
    {
        var rows = await db.Set<Inquiry>().AsNoTracking().OrderByDescending(row => row.CreatedAt).Take(100).ToListAsync(ct);
        var lines = new List<InquiryLine>(rows.Count);
        foreach (var row in rows)
        {
            async Task<string?> OpenAsync(string column, byte[]? value) => value is null ? null : await cipher.OpenTextAsync(row.OrganizationId, column, row.Id, value, ct);
            lines.Add(new InquiryLine(
                row.Id, row.CreatedAt, await OpenAsync(Inquiry.NameColumn, row.Name) ?? "", await OpenAsync(Inquiry.EmailColumn, row.Email) ?? "",
                await OpenAsync(Inquiry.PhoneColumn, row.Phone), await OpenAsync(Inquiry.MessageColumn, row.Message), row.Agents, row.Page, row.Source));
        }

        return lines;
    }
}
