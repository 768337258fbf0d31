using System.Globalization;
using System.Security.Cryptography;
using Earshot.Masking;
using Earshot.Platform.Calls.Browse;
using Earshot.Platform.Calls.Delete;
using Earshot.Platform.Calls.Pipeline;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Calls.PersonalData;

/// <summary>Calls with the texts and judgements that were made of them. A call that is erased goes as a whole, with its signed receipts.</summary>
internal sealed class CallsHolder(PlatformDb db, TenantCipher cipher, DeleteCall delete, SearchTexts texts, ReadMaskedText masked) : IPersonalDataHolder
{
    private const string Calls = "calls.calls";

    public string Name => "calls";

    public IReadOnlyList<string> Tables => [Calls, "calls.transcripts", "calls.analyses", "calls.search", "calls.idempotency_keys"];

    public async Task<IReadOnlyList<HeldRecord>> FindAsync(PersonKeys who, CancellationToken ct)
    {
        var found = new Dictionary<Guid, string>();
        foreach (var (by, ids) in await ByIndexAsync(who, ct))
        {
            ids.ForEach(id => found.TryAdd(id, by));
        }

        if (who.ReadsTexts)
        {
            foreach (var (id, by) in await texts.RunAsync(new PersonMatcher(who), ct))
            {
                found.TryAdd(id, by);
            }
        }

        return await OpenAsync(found, ct);
    }

    public async Task<int> CorrectAsync(IReadOnlyList<HeldRecord> records, Correction correction, CancellationToken ct)
    {
        var ids = Mine(records);
        foreach (var id in ids)
        {
            await (correction.Field switch { "name" => WriteNameAsync(id, correction.Value, ct), "phone" => WritePhoneAsync(id, correction.Value, ct), _ => Task.CompletedTask });
        }

        return correction.Field is "name" or "phone" ? ids.Length : 0;
    }

    // A call that is still in work is frozen once it is over.
    public Task<int> RestrictAsync(IReadOnlyList<HeldRecord> records, bool isRestricted, CancellationToken ct)
    {
        var ids = Mine(records);
        return db.Set<Call>().Where(call => ids.Contains(call.Id) && (call.State == CallState.Done || call.State == CallState.Stopped))
            .ExecuteUpdateAsync(call => call.SetProperty(row => row.Restricted, isRestricted), ct);
    }

    public async Task<HolderErasure> EraseAsync(IReadOnlyList<HeldRecord> records, CancellationToken ct)
    {
        var gone = 0;
        foreach (var id in Mine(records))
        {
            gone += (await delete.RunAsync(id, ct)).IsOk ? 1 : 0;
        }

        return new HolderErasure(Name, gone > 0 ? new Dictionary<string, int> { [Calls] = gone } : [], new Dictionary<string, int>());
    }

    private static Guid[] Mine(IReadOnlyList<HeldRecord> records) => [.. records.Where(record => record.Table == Calls).Select(record => record.Id).Distinct()];

    private async Task<List<(string By, List<Guid> Ids)>> ByIndexAsync(PersonKeys who, CancellationToken ct)
    {
        var found = new List<(string, List<Guid>)>();
        if (who.Phone is { } phone)
        {
            var index = await cipher.BlindIndexAsync(db.Organization, ReceiveCall.PhonePurpose, phone, ct);
            found.Add(("phone", await db.Set<Call>().Where(call => call.CustomerPhoneIndex == index).Select(call => call.Id).ToListAsync(ct)));
        }

        if (who.CrmId is { } external)
        {
            found.Add(("crm_id", await db.Set<Call>().Where(call => call.ExternalId == external).Select(call => call.Id).ToListAsync(ct)));
        }

        if (who.Ids.Count > 0)
        {
            found.Add(("link", await db.Set<Call>().Where(call => who.Ids.Contains(call.Id)).Select(call => call.Id).ToListAsync(ct)));
        }

        return found;
    }

    private async Task<IReadOnlyList<HeldRecord>> OpenAsync(Dictionary<Guid, string> found, CancellationToken ct)
    {
        var records = new List<HeldRecord>();
        foreach (var chunk in found.Keys.Chunk(200))
        {
            var calls = await db.Set<Call>().AsNoTracking().Where(call => chunk.Contains(call.Id)).ToListAsync(ct);
            var stored = await db.Set<StoredTranscript>().AsNoTracking().Where(text => chunk.Contains(text.CallId)).ToDictionaryAsync(text => text.CallId, ct);
            var analyses = await db.Set<StoredAnalysis>().AsNoTracking().Where(row => chunk.Contains(row.CallId) && row.IsCurrent).ToDictionaryAsync(row => row.CallId, row => row.Result, ct);
            var conversations = await masked.RunAsync(chunk, ct);
            foreach (var call in calls)
            {
                var fields = await FieldsAsync(call, stored.GetValueOrDefault(call.Id), conversations.GetValueOrDefault(call.Id), analyses.GetValueOrDefault(call.Id), ct);
                records.Add(new HeldRecord(Name, Calls, call.Id, fields, found[call.Id]));
            }
        }

        return records;
    }

    private async Task<List<HeldField>> FieldsAsync(Call call, StoredTranscript? text, MaskedConversation? conversation, string? analysis, CancellationToken ct) =>
    [
        .. Field("started at", call.StartedAt.ToString("O", CultureInfo.InvariantCulture)),
        .. Field("direction", CallDirectionName(call.Direction)),
        .. Field("duration, ms", call.DurationMs?.ToString(CultureInfo.InvariantCulture)),
        .. Field("source", call.Source),
        .. Field("external id", call.ExternalId),
        .. Field("ground of recording", call.RecordingGround),
        .. Field("name", await OpenAsync(ReceiveCall.NamePurpose, call.Id, call.CustomerName, ct)),
        .. Field("phone", await OpenAsync(ReceiveCall.PhonePurpose, call.Id, call.CustomerPhone, ct)),
        .. Field("score", call.Score?.ToString(CultureInfo.InvariantCulture)),
        .. Field("flags", string.Join(", ", call.Flags)),
        .. Field("topics", string.Join(", ", call.Topics)),
        .. Field("restricted", call.Restricted ? "yes" : null),
        .. Field("unmasked text", await SearchTexts.OpenAsync(cipher, db.Organization, call.Id, text?.Raw, ct)),
        .. Field("masked text", conversation is null ? null : string.Join('\n', conversation.Turns.Select(turn => $"{turn.Speaker}: {turn.Text.Value}"))),
        .. Field("analysis", analysis),
    ];

    private static HeldField[] Field(string name, string? value) => string.IsNullOrEmpty(value) ? [] : [new HeldField(name, value)];

    private static string CallDirectionName(CallDirection direction) => direction is CallDirection.Inbound ? "inbound" : "outbound";

    private async Task<string?> OpenAsync(string purpose, Guid id, byte[]? value, CancellationToken ct)
    {
        try
        {
            return value is null ? null : await cipher.OpenTextAsync(db.Organization, purpose, id, value, ct);
        }
        catch (CryptographicException)
        {
            return null; // sealed under a key that was destroyed since
        }
    }

    private async Task WriteNameAsync(Guid id, string name, CancellationToken ct)
    {
        var value = await cipher.SealAsync(db.Organization, ReceiveCall.NamePurpose, id, name, ct);
        await db.Set<Call>().Where(call => call.Id == id).ExecuteUpdateAsync(call => call.SetProperty(row => row.CustomerName, value), ct);
    }

    private async Task WritePhoneAsync(Guid id, string phone, CancellationToken ct)
    {
        var value = await cipher.SealAsync(db.Organization, ReceiveCall.PhonePurpose, id, phone, ct);
        var index = await cipher.BlindIndexAsync(db.Organization, ReceiveCall.PhonePurpose, ReceiveCall.PhoneDigits(phone), ct);
        await db.Set<Call>().Where(call => call.Id == id)
            .ExecuteUpdateAsync(call => call.SetProperty(row => row.CustomerPhone, value).SetProperty(row => row.CustomerPhoneIndex, index), ct);
    }
}
