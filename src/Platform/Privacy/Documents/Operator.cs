using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Privacy.Documents;

/// <summary>Who operates this installation, as the documents name them (clauses A66, D01).</summary>
public sealed record Operator
{
    public string Name { get; init; } = string.Empty;

    public string TaxId { get; init; } = string.Empty;

    public string RegistrationNumber { get; init; } = string.Empty;

    /// <summary>Number in the register of personal data operators.</summary>
    public string RegistryNumber { get; init; } = string.Empty;

    public string Address { get; init; } = string.Empty;

    public string Email { get; init; } = string.Empty;

    public string Phone { get; init; } = string.Empty;

    /// <summary>Name of the person responsible for processing.</summary>
    public string Responsible { get; init; } = string.Empty;

    /// <summary>Days between publication and force of a change: 30, or 0 for at once (clauses A79, C03).</summary>
    public int EffectiveDays { get; init; } = 30;

    /// <summary>Address at which people reach this installation, such as <c>https://earshot.example.com</c>; for links in letters.</summary>
    public string Site { get; init; } = string.Empty;

    /// <summary>Whether visits are counted for visitors who agree; then the site asks.</summary>
    public bool CountsVisits { get; init; }

    /// <summary>What the texts of a profile can't do without and is not there. Empty: nothing is missing.</summary>
    public IReadOnlyList<string> Missing(string profile)
    {
        List<(string Name, string Value)> needed = [("name", Name), ("address", Address), ("email", Email), ("responsible", Responsible)];
        if (profile == "ru")
        {
            needed.AddRange([("tax_id", TaxId), ("registration_number", RegistrationNumber), ("registry_number", RegistryNumber)]);
        }

        return [.. needed.Where(field => string.IsNullOrWhiteSpace(field.Value)).Select(field => field.Name)];
    }

    internal string? Find(string field) => field switch
    {
        "name" => Name,
        "tax_id" => TaxId,
        "registration_number" => RegistrationNumber,
        "registry_number" => RegistryNumber,
        "address" => Address,
        "email" => Email,
        "phone" => Phone,
        "responsible" => Responsible,
        _ => null,
    };
}

/// <summary>Reads the operator's details; all empty before they were given.</summary>
public sealed class ReadOperator(PlatformDb db)
{
    public async Task<Operator> RunAsync(CancellationToken ct) =>
        (await db.Database.SqlQuery<Operator>(
            $"""
            select name as "Name", tax_id as "TaxId", registration_number as "RegistrationNumber", registry_number as "RegistryNumber", address as "Address",
              email as "Email", phone as "Phone", responsible as "Responsible", effective_days as "EffectiveDays", counts_visits as "CountsVisits", site as "Site" from privacy.operator
            """).ToListAsync(ct)).FirstOrDefault() ?? new Operator();
}
