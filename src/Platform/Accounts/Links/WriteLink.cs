using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;

namespace Earshot.Platform.Accounts.Links;

/// <summary>What a link carries.</summary>
internal sealed record LinkContent(string Purpose, string Role, TimeSpan Life)
{
    public string? Email { get; init; }

    public Guid[] Departments { get; init; } = [];

    public Guid? AgentId { get; init; }

    public Guid? UserId { get; init; }

    public Guid? CreatedBy { get; init; }
}

/// <summary>Makes a link that works once; the caller saves. The token is in the answer and nowhere else.</summary>
public sealed class WriteLink(PlatformDb db, TenantCipher cipher, TimeProvider clock)
{
    internal async Task<(Link Link, string Token)> RunAsync(Guid organization, LinkContent content, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var token = SecretToken.New(organization);
        var link = new Link
        {
            OrganizationId = organization,
            Id = id,
            Purpose = content.Purpose,
            TokenHash = token.Hash,
            Email = content.Email is { } email ? await cipher.SealAsync(organization, Link.EmailColumn, id, email, ct) : null,
            Role = content.Role,
            Departments = content.Departments,
            AgentId = content.AgentId,
            UserId = content.UserId,
            CreatedBy = content.CreatedBy,
            CreatedAt = now,
            ExpiresAt = now + content.Life,
        };
        db.Add(link);
        return (link, token.Text);
    }
}
