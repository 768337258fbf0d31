using Earshot.Platform.Kernel.Audit;

namespace Earshot.Platform.Privacy.KeyRotation;

/// <summary>A column that is sealed with the organization's data key.</summary>
/// <param name="Table">Schema and table.</param>
/// <param name="Row">Column of the id that a value is sealed for.</param>
/// <param name="Column">Its name.</param>
/// <param name="Purpose">The purpose that it is sealed for.</param>
/// <param name="IsInstallations">Sealed with the key of the installation, whichever organization the row is of.</param>
internal sealed record ResealedColumn(string Table, string Row, string Column, string Purpose, bool IsInstallations = false);

/// <summary>Every column that is sealed with a data key, one entry each. A test compares it with the tables.</summary>
internal static class SealedColumns
{
    public static readonly IReadOnlyList<ResealedColumn> All =
    [
        new("kernel.audit_people", "event_id", "person", AuditPerson.Purpose),
        new("accounts.users", "id", "email", "users.email"),
        new("accounts.users", "id", "name", "users.name"),
        new("accounts.users", "id", "phone", "users.phone"),
        new("accounts.users", "id", "authenticator_key", "users.authenticator_key"),
        new("accounts.passkeys", "user_id", "details", "passkeys.details"),
        new("accounts.links", "id", "email", "links.email"),
        new("accounts.sessions", "id", "address", "sessions.address"),
        new("accounts.sign_ins", "id", "address", "sign_ins.address"),
        new("accounts.identities", "id", "subject", "identities.subject"),
        new("accounts.identities", "id", "username", "identities.username"),
        new("accounts.sign_on_connections", "id", "client_secret", "sign_on_connections.client_secret"),
        new("accounts.agents", "id", "name", "agents.name"),
        new("accounts.agent_names", "agent_id", "value", "agent_names.value"),
        new("calls.calls", "id", "customer_phone", "calls.customer_phone"),
        new("calls.calls", "id", "customer_name", "calls.customer_name"),
        new("calls.calls", "id", "audio_key", "calls.audio_key"),
        new("calls.transcripts", "call_id", "raw", "calls.transcripts.raw"),
        new("calls.tuning_lines", "id", "words", "calls.tuning_lines.words"),
        new("calls.uploads", "id", "file_name", "calls.uploads.file_name"),
        new("calls.uploads", "id", "details", "calls.uploads.details"),
        new("calls.uploads", "id", "spool_key", "calls.uploads.spool_key"),
        new("privacy.requests", "id", "person", "privacy.requests.person"),
        new("privacy.requests", "id", "details", "privacy.requests.details"),
        new("privacy.requests", "id", "answer", "privacy.requests.answer"),
        new("privacy.requests", "id", "extension_reason", "privacy.requests.extension_reason"),
        new("privacy.request_files", "id", "name", "privacy.request_files.name"),
        new("privacy.request_files", "id", "content", "privacy.request_files.content"),
        new("privacy.request_files", "id", "signature", "privacy.request_files.signature"),
        new("privacy.request_files", "id", "signer", "privacy.request_files.signer"),
        new("privacy.letters", "id", "recipient", "letters.recipient"),
        new("privacy.letters", "id", "content", "letters.content"),
        new("privacy.consents", "id", "subject", "consents.subject"),
        new("privacy.inquiries", "id", "name", "inquiries.name"),
        new("privacy.inquiries", "id", "email", "inquiries.email"),
        new("privacy.inquiries", "id", "phone", "inquiries.phone"),
        new("privacy.inquiries", "id", "message", "inquiries.message"),
        new("privacy.contract_records", "organization_id", "record", "privacy.contract_records.record", IsInstallations: true),
    ];
}
