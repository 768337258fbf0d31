using Earshot.Platform.Privacy.Calendar;

namespace Earshot.Platform.Privacy.Retention;

/// <summary>
/// What is erased when its time is over: one entry for each set of rows, of any module. The statements are short, take their rows in
/// batches and skip what somebody else holds, so that nothing waits for them.
/// </summary>
public static class DataSets
{
    public const string CallContent = "calls.content";
    public const string RawText = "calls.raw";

    public static readonly IReadOnlyList<DataSet> All =
    [
        new("calls.audio", RetentionTimers.Audio, "Keys of recordings of calls that are over", Period.AtOnce, null,
            "select count(*) from calls.calls where organization_id = @organization and audio_key is not null and state in ('done', 'stopped') and updated_at <= @cutoff",
            """
            with due as materialized (
              select id from calls.calls where organization_id = @organization and audio_key is not null and state in ('done', 'stopped') and updated_at <= @cutoff
              limit @batch for update skip locked),
            gone as (update calls.calls c set audio_key = null from due where c.organization_id = @organization and c.id = due.id returning c.id)
            select count(*)::int, coalesce(array_agg(id), '{}') from gone
            """),
        new(CallContent, RetentionTimers.Content, "Transcripts, analyses, scores and search words of calls", Period.Months(12), new RetentionBounds(1, 120),
            "select count(*) from calls.calls where organization_id = @organization and started_at <= @cutoff and content_erased_at is null and not restricted",
            """
            with due as materialized (
              select id from calls.calls where organization_id = @organization and started_at <= @cutoff and content_erased_at is null and not restricted and state in ('done', 'stopped')
              order by started_at limit @batch for update skip locked),
            listed as materialized (select array_agg(id) as ids from due),
            texts as (delete from calls.transcripts where organization_id = @organization and call_id = any((select ids from listed)::uuid[]) returning 1),
            judged as (delete from calls.analyses where organization_id = @organization and call_id = any((select ids from listed)::uuid[]) returning 1),
            found as (delete from calls.search where organization_id = @organization and call_id = any((select ids from listed)::uuid[]) returning 1),
            gone as (
              update calls.calls c set content_erased_at = @now, turns = null, words = null, score = null, failed_critical = null, sentiment = null,
                sentiment_score = null, satisfied = null, resolved = null, flags = '{}', topics = '{}', masked_count = null
              from due where c.organization_id = @organization and c.id = due.id returning c.id)
            select ((select count(*) from texts) + (select count(*) from judged) + (select count(*) from found) + count(*))::int, coalesce(array_agg(id), '{}') from gone
            """),
        new(RawText, RetentionTimers.Content, "Unmasked text of calls", null, new RetentionBounds(1, 3650),
            """
            select count(*) from calls.calls c join calls.transcripts t on t.organization_id = c.organization_id and t.call_id = c.id
            where c.organization_id = @organization and c.started_at <= @cutoff and c.content_erased_at is null and not c.restricted and t.raw is not null and c.state in ('done', 'stopped')
            """,
            """
            with due as materialized (
              select t.call_id as id from calls.calls c join calls.transcripts t on t.organization_id = c.organization_id and t.call_id = c.id
              where c.organization_id = @organization and c.started_at <= @cutoff and c.content_erased_at is null and not c.restricted and t.raw is not null and c.state in ('done', 'stopped')
              order by c.started_at limit @batch for update of t skip locked),
            gone as (update calls.transcripts t set raw = null from due where t.organization_id = @organization and t.call_id = due.id returning t.call_id)
            select count(*)::int, coalesce(array_agg(call_id), '{}') from gone
            """),
        new("calls.uploads", null, "History of uploads", Period.Months(12), new RetentionBounds(1, 36),
            "select count(*) from calls.uploads where organization_id = @organization and state <> 'receiving' and created_at <= @cutoff",
            """
            with due as materialized (
              select id from calls.uploads where organization_id = @organization and state <> 'receiving' and created_at <= @cutoff
              order by created_at limit @batch for update skip locked),
            gone as (delete from calls.uploads u using due where u.organization_id = @organization and u.id = due.id returning u.id)
            select count(*)::int, coalesce(array_agg(id), '{}') from gone
            """),
        new("calls.idempotency_keys", null, "Names of requests that may be repeated", Period.Days(30), null,
            "select count(*) from calls.idempotency_keys where organization_id = @organization and created_at <= @cutoff",
            """
            with due as materialized (
              select key from calls.idempotency_keys where organization_id = @organization and created_at <= @cutoff order by created_at limit @batch for update skip locked),
            gone as (delete from calls.idempotency_keys k using due where k.organization_id = @organization and k.key = due.key returning k.call_id)
            select count(*)::int, coalesce(array_agg(call_id), '{}') from gone
            """),
        new("accounts.closed", RetentionTimers.Account, "Accounts that were closed", Period.Days(30), null,
            "select count(*) from accounts.users where organization_id = @organization and state = 'deactivated' and deactivated_at <= @cutoff",
            """
            with due as materialized (
              select id from accounts.users where organization_id = @organization and state = 'deactivated' and deactivated_at <= @cutoff limit @batch for update skip locked)
            select accounts.erase_users(coalesce(array_agg(id), '{}')), coalesce(array_agg(id), '{}') from due
            """),
        new("accounts.inactive", RetentionTimers.Inactive, "Accounts that nobody used", Period.Years(5), null,
            "select count(*) from accounts.users where organization_id = @organization and coalesce(last_seen_at, created_at) <= @cutoff",
            """
            with due as materialized (
              select id from accounts.users where organization_id = @organization and coalesce(last_seen_at, created_at) <= @cutoff limit @batch for update skip locked)
            select accounts.erase_users(coalesce(array_agg(id), '{}')), coalesce(array_agg(id), '{}') from due
            """),
        new("accounts.session_addresses", RetentionTimers.AntiAbuse, "Network addresses of sessions", Period.Days(60), null,
            "select count(*) from accounts.sessions where organization_id = @organization and address is not null and created_at <= @cutoff",
            """
            with due as materialized (
              select id from accounts.sessions where organization_id = @organization and address is not null and created_at <= @cutoff limit @batch for update skip locked),
            gone as (update accounts.sessions s set address = null from due where s.organization_id = @organization and s.id = due.id returning s.id)
            select count(*)::int, coalesce(array_agg(id), '{}') from gone
            """),
        new("accounts.sign_in_addresses", RetentionTimers.AntiAbuse, "Network addresses of sign-ins", Period.Days(60), null,
            "select count(*) from accounts.sign_ins where organization_id = @organization and address is not null and at <= @cutoff",
            """
            with due as materialized (
              select id from accounts.sign_ins where organization_id = @organization and address is not null and at <= @cutoff limit @batch for update skip locked),
            gone as (update accounts.sign_ins s set address = null from due where s.organization_id = @organization and s.id = due.id returning s.id)
            select count(*)::int, coalesce(array_agg(id), '{}') from gone
            """),
        new("accounts.sign_ins", null, "History of sign-ins", Period.Months(12), new RetentionBounds(1, 36),
            "select count(*) from accounts.sign_ins where organization_id = @organization and at <= @cutoff",
            """
            with due as materialized (
              select id from accounts.sign_ins where organization_id = @organization and at <= @cutoff limit @batch for update skip locked),
            gone as (delete from accounts.sign_ins s using due where s.organization_id = @organization and s.id = due.id returning s.id)
            select count(*)::int, coalesce(array_agg(id), '{}') from gone
            """),
        new("accounts.links", null, "Invitations and other links that ran out", Period.Days(30), null,
            "select count(*) from accounts.links where organization_id = @organization and expires_at <= @cutoff",
            """
            with due as materialized (
              select id from accounts.links where organization_id = @organization and expires_at <= @cutoff limit @batch for update skip locked),
            gone as (delete from accounts.links l using due where l.organization_id = @organization and l.id = due.id returning l.id)
            select count(*)::int, coalesce(array_agg(id), '{}') from gone
            """),
        new("privacy.inquiries", RetentionTimers.Inquiry, "Inquiries from the website", Period.Years(1), null,
            "select count(*) from privacy.inquiries where organization_id = @organization and created_at <= @cutoff",
            """
            with due as materialized (
              select id from privacy.inquiries where organization_id = @organization and created_at <= @cutoff limit @batch for update skip locked),
            gone as (delete from privacy.inquiries i using due where i.organization_id = @organization and i.id = due.id returning i.id)
            select count(*)::int, coalesce(array_agg(id), '{}') from gone
            """),
        new("privacy.consents", null, "Choices of visitors, and consents that were withdrawn", Period.Years(3), null,
            "select count(*) from privacy.consents where organization_id = @organization and (withdrawn_at <= @cutoff or (subject_kind in ('visitor', 'inquiry') and given_at <= @cutoff))",
            """
            with due as materialized (
              select id from privacy.consents where organization_id = @organization and (withdrawn_at <= @cutoff or (subject_kind in ('visitor', 'inquiry') and given_at <= @cutoff)) limit @batch for update skip locked),
            gone as (delete from privacy.consents c using due where c.organization_id = @organization and c.id = due.id returning c.id)
            select count(*)::int, coalesce(array_agg(id), '{}') from gone
            """),
        new("privacy.newsletter", null, "Addresses that were never confirmed", Period.Days(30), null,
            "select count(*) from privacy.consents where organization_id = @organization and purpose = 'newsletter' and confirmed_at is null and subject is not null and given_at <= @cutoff",
            """
            with due as materialized (
              select id from privacy.consents where organization_id = @organization and purpose = 'newsletter' and confirmed_at is null and subject is not null and given_at <= @cutoff limit @batch for update skip locked),
            gone as (update privacy.consents c set subject = null, subject_index = null from due where c.organization_id = @organization and c.id = due.id returning c.id)
            select count(*)::int, coalesce(array_agg(id), '{}') from gone
            """),
        new("privacy.letters", null, "Letters that were sent", Period.Days(30), null,
            "select count(*) from privacy.letters where organization_id = @organization and created_at <= @cutoff",
            """
            with due as materialized (
              select id from privacy.letters where organization_id = @organization and created_at <= @cutoff limit @batch for update skip locked),
            gone as (delete from privacy.letters l using due where l.organization_id = @organization and l.id = due.id returning l.id)
            select count(*)::int, coalesce(array_agg(id), '{}') from gone
            """),
        new("privacy.requests", RetentionTimers.Contract, "Requests of persons that were closed", Period.Years(3), null,
            "select count(*) from privacy.requests where organization_id = @organization and closed_at <= @cutoff",
            """
            with due as materialized (
              select id from privacy.requests where organization_id = @organization and closed_at <= @cutoff limit @batch for update skip locked)
            select privacy.forget_requests(coalesce(array_agg(id), '{}')), coalesce(array_agg(id), '{}') from due
            """),
        new("privacy.request_addresses", RetentionTimers.AntiAbuse, "Digests of addresses that requests came from", Period.Days(60), null,
            "select count(*) from privacy.requests where organization_id = @organization and address_digest is not null and received_at <= @cutoff",
            """
            with due as materialized (
              select id from privacy.requests where organization_id = @organization and address_digest is not null and received_at <= @cutoff limit @batch for update skip locked),
            gone as (update privacy.requests r set address_digest = null from due where r.organization_id = @organization and r.id = due.id returning r.id)
            select count(*)::int, coalesce(array_agg(id), '{}') from gone
            """),
    ];
}
