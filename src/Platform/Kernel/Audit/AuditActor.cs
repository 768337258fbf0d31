namespace Earshot.Platform.Kernel.Audit;

/// <summary>Who acts in this scope, for the audit log. Filled once at the door; a job that nobody set is the system itself.</summary>
public sealed class AuditActor
{
    public const string Person = "person";
    public const string ApiKey = "api_key";
    public const string Support = "support";
    public const string Machine = "system";

    public string Kind { get; private set; } = Machine;

    public Guid? Id { get; private set; }

    internal string? Address { get; private set; }

    internal string? Device { get; private set; }

    public void Set(string kind, Guid? id, string? address, string? device)
    {
        Kind = kind;
        Id = id;
        Address = address;
        Device = device;
    }
}
