using Earshot.Platform.Privacy.SubjectRequests;

namespace Earshot.Platform.Privacy.PersonalData;

/// <summary>Every table with a person in it that needs no code of its own, one entry each.</summary>
internal static class SealedTables
{
    public static readonly IReadOnlyList<SealedTable> All =
    [
        new("people", "accounts.users", "id",
            [new("email", "users.email", "email"), new("name", "users.name", "name"), new("phone", "users.phone", "phone")],
            ["role", "state", "language", "time_zone", "created_at", "last_seen_at"], null, EraseWay.Statement,
            "select accounts.erase_users(@ids)"),
        new("people", "accounts.sessions", "id", [new("address", "sessions.address", "address")], ["method", "device", "created_at", "ended_at"], "user_id", EraseWay.Statement,
            "delete from accounts.sessions where organization_id = @organization and id = any(@ids)"),
        new("people", "accounts.sign_ins", "id", [new("address", "sign_ins.address", "address")], ["at", "method", "outcome", "device"], "user_id", EraseWay.Statement,
            "delete from accounts.sign_ins where organization_id = @organization and id = any(@ids)"),
        new("people", "accounts.sign_in_names", "user_id", [], [], "user_id", EraseWay.Statement,
            "delete from accounts.sign_in_names where organization_id = @organization and user_id = any(@ids)"),
        new("people", "accounts.passkeys", "user_id", [], ["name", "created_at", "used_at"], "user_id", EraseWay.Statement,
            "delete from accounts.passkeys where organization_id = @organization and user_id = any(@ids)"),
        new("people", "accounts.identities", "id", [new("subject", "identities.subject", "id"), new("username", "identities.username", "name")], ["provider", "linked_at", "used_at"], "user_id", EraseWay.Statement,
            "delete from accounts.identities where organization_id = @organization and id = any(@ids)"),
        new("people", "scoring.report_subscriptions", "id", [], ["rhythm", "created_at"], "user_id", EraseWay.Statement,
            "delete from scoring.report_subscriptions where organization_id = @organization and id = any(@ids)"),
        new("people", "accounts.acceptances", "id", [], ["document", "version", "way", "accepted_at"], "user_id", EraseWay.Keep, "contract"),
        new("people", "accounts.links", "id", [new("email", "links.email", "email")], ["purpose", "role", "created_at", "expires_at"], null, EraseWay.Statement,
            "delete from accounts.links where organization_id = @organization and id = any(@ids)"),
        new("people", "accounts.api_keys", "id", [], ["name", "created_at", "last_used_at"], "created_by", EraseWay.Statement,
            "update accounts.api_keys set name = '–' where organization_id = @organization and id = any(@ids)"),
        new("agents", "accounts.agents", "id", [new("name", "agents.name", "name")], ["created_at", "archived_at"], null, EraseWay.Blank, ""),
        new("agents", "accounts.agent_names", "agent_id", [new("value", "agent_names.value", "name", Row: "agent_id")], ["kind"], "agent_id", EraseWay.Statement,
            "delete from accounts.agent_names where organization_id = @organization and agent_id = any(@ids)"),
        new("uploads", "calls.uploads", "id", [new("file_name", "calls.uploads.file_name", "file name"), new("details", "calls.uploads.details", "details")],
            ["source", "state", "size", "created_at"], "call_id", EraseWay.Statement,
            "update calls.uploads set file_name = null, details = null, digest = null where organization_id = @organization and id = any(@ids)", IsLarge: true),
        new("masking", "calls.tuning_lines", "id", [new("words", "calls.tuning_lines.words", "text")], ["list"], null, EraseWay.Statement,
            "with gone as (delete from calls.tuning_lines where organization_id = @organization and id = any(@ids)) update calls.tuning_versions set stamp = gen_random_uuid() where organization_id = @organization"),
        new("letters", "privacy.letters", "id", [new("recipient", "letters.recipient", "e-mail"), new("content", "letters.content", "letter")], ["kind", "state", "created_at", "sent_at"], null, EraseWay.Statement,
            "delete from privacy.letters where organization_id = @organization and id = any(@ids)"),
        new("consents", "privacy.consents", "id", [new("subject", "consents.subject", "e-mail")], ["purpose", "is_given", "given_at", "confirmed_at", "withdrawn_at"], null, EraseWay.Statement,
            "update privacy.consents set subject = null, subject_index = null, withdrawn_at = coalesce(withdrawn_at, now()) where organization_id = @organization and id = any(@ids)"),
        new("inquiries", "privacy.inquiries", "id",
            [new("name", "inquiries.name", "name"), new("email", "inquiries.email", "email"), new("phone", "inquiries.phone", "phone"), new("message", "inquiries.message", "message")],
            ["agents", "page", "created_at"], null, EraseWay.Statement,
            "delete from privacy.inquiries where organization_id = @organization and id = any(@ids)"),
        new("requests", "privacy.requests", "id",
            [new("person", "privacy.requests.person", "person"), new("details", "privacy.requests.details", "details"), new("answer", "privacy.requests.answer", "answer")],
            ["number", "kind", "state", "received_at", "closed_at"], null, EraseWay.Keep, "requests"),
        new("requests", "privacy.request_files", "id",
            [new("name", KeepRequestFiles.NamePurpose, "file name"), new("signer", KeepRequestFiles.SignerPurpose, "signer")], ["bytes", "signature_state", "added_at", "erased_at"], "request_id", EraseWay.Statement,
            "update privacy.request_files set name = null, content = null, signature = null, signer = null, erased_at = coalesce(erased_at, now()) where organization_id = @organization and id = any(@ids)"),
        new("receipts", "calls.receipts", "id", [], ["kind", "reason", "engine", "deleted_at"], "call_id", EraseWay.Keep, "receipts"),
    ];
}
