using System.Security.Cryptography;
using System.Text.Json;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;

namespace Earshot.Platform.Kernel.Audit;

/// <summary>Tells what happened: in the transaction in which it happens, or at once where nothing else is changed.</summary>
public sealed class AuditLog(PlatformDb db, AuditActor actor, TenantCipher cipher, AppendAudit append, TimeProvider clock)
{
    /// <summary>Adds an event of the current organization; the caller saves.</summary>
    /// <param name="action">What was done: <c>call.opened</c>, <c>user.invited</c>; lower case, dots and underscores.</param>
    /// <param name="objectKind">What it was done to: <c>call</c>, <c>user</c>.</param>
    /// <param name="objectId">Its id.</param>
    /// <param name="purpose">Why personal data was touched: <c>quality_control</c>, <c>administration</c> …</param>
    /// <param name="subjectId">Whose data, where that is another than the object.</param>
    /// <param name="details">Ids, counts and names of rules as JSON; nothing personal.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task RecordAsync(
        string action, string objectKind, Guid? objectId, string purpose, Guid? subjectId, string? details, CancellationToken ct)
    {
        var (happened, person) = await DescribeAsync(new Told(action, objectKind, objectId, purpose, subjectId, details), ct);
        db.AlsoExecute(InsertAudit.Of(happened));
        if (person is not null)
        {
            db.AlsoExecute(InsertAudit.Of(person));
        }
    }

    /// <summary>Writes an event that comes with no other change; when this returns, the event is durable.</summary>
    /// <inheritdoc cref="RecordAsync"/>
    public async Task WriteAsync(string action, string objectKind, Guid? objectId, string purpose, string? details, CancellationToken ct)
    {
        var (happened, person) = await DescribeAsync(new Told(action, objectKind, objectId, purpose, null, details), ct);
        await append.RunAsync(happened, person, ct);
    }

    private async Task<(AuditEvent Event, AuditPerson? Person)> DescribeAsync(Told told, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var at = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond)); // what the database keeps
        var id = Guid.CreateVersion7(now);
        var (person, digest) = await PersonAsync(id, ct);
        var happened = new AuditEvent
        {
            OrganizationId = db.Organization,
            At = at,
            Id = id,
            ActorKind = actor.Kind,
            ActorId = actor.Id,
            Action = told.Action,
            ObjectKind = told.ObjectKind,
            ObjectId = told.ObjectId,
            SubjectId = told.SubjectId,
            Purpose = told.Purpose,
            Details = told.Details,
            Person = digest,
        };
        return (happened, person);
    }

    private async Task<(AuditPerson? Person, byte[]? Digest)> PersonAsync(Guid eventId, CancellationToken ct)
    {
        if (actor.Address is null && actor.Device is null)
        {
            return (null, null);
        }

        var person = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string?> { ["address"] = actor.Address, ["device"] = actor.Device });
        var salt = RandomNumberGenerator.GetBytes(16);
        var kept = new AuditPerson
        {
            OrganizationId = db.Organization,
            EventId = eventId,
            Salt = salt,
            Person = await cipher.SealAsync(db.Organization, AuditPerson.Purpose, eventId, person, ct),
        };
        return (kept, SHA256.HashData([.. salt, .. person]));
    }

    private sealed record Told(string Action, string ObjectKind, Guid? ObjectId, string Purpose, Guid? SubjectId, string? Details);
}
