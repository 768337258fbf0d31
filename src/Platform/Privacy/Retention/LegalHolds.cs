namespace Earshot.Platform.Privacy.Retention;

/// <summary>Something that a law or the policy keeps although somebody asks for its erasure. Every receipt of an erasure names what it met.</summary>
/// <param name="Id">Stable name.</param>
/// <param name="What">What stays.</param>
/// <param name="Why">The law, or the clause of the policy.</param>
/// <param name="Timer">The timer that ends it.</param>
public sealed record LegalHold(string Id, string What, string Why, string Timer);

/// <summary>The list of them.</summary>
public static class LegalHolds
{
    public static readonly IReadOnlyList<LegalHold> All =
    [
        new("payments", "Payments, invoices and accounting documents", "Accounting and tax law; clauses A50, D14", RetentionTimers.Payments),
        new("contract", "Contract, acceptances of it and its contact persons", "Limitation of actions; clause A45", RetentionTimers.Contract),
        new("audit", "Audit log: ids, acts and times, without names", "Proof of lawful processing; clause A20", RetentionTimers.Audit),
        new("receipts", "Receipts of erasures: ids, counts and times", "Proof of erasure; clause A09", RetentionTimers.Audit),
        new("requests", "The request of the person and its answer", "Limitation of actions", RetentionTimers.Contract),
        new("tombstones", "Keyed digests and ids of what was erased, so that a restored backup is cleaned again", "Clause B36", RetentionTimers.Audit),
    ];

    public static LegalHold Of(string id) => All.Single(hold => hold.Id == id);
}
