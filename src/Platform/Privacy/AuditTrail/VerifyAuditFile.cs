using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Earshot.Platform.Privacy.AuditTrail;

/// <summary>What the check of an exported log found.</summary>
/// <param name="Problem">Null: nothing was changed. Else <c>not_an_export</c>, <c>gap</c>, <c>event_changed</c>, <c>chain_changed</c>, <c>other_key</c>, <c>signature_changed</c>, <c>cut_off</c>.</param>
/// <param name="At">Number of the event where it shows.</param>
/// <param name="KeyId">The key that signed.</param>
public sealed record AuditFileVerdict(long Events, string? KeyId, string? Problem, long? At)
{
    public bool IsWhole => Problem is null;
}

/// <summary>Checks an exported log with nothing but the file: every link, then the signature over all of it.</summary>
public static class VerifyAuditFile
{
    /// <param name="lines">The file, line by line.</param>
    /// <param name="trusted">Public key that must have signed it (DER); null: the one in the file.</param>
    public static AuditFileVerdict Run(IEnumerable<string> lines, byte[]? trusted)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        AuditFileLine? last = null;
        var events = 0L;
        foreach (var text in lines)
        {
            if (text.StartsWith("{\"algorithm\"", StringComparison.Ordinal))
            {
                return Close(text, trusted, events, last, digest);
            }

            if (Read(text) is not { } line)
            {
                return new AuditFileVerdict(events, null, "not_an_export", null);
            }

            if (Check(line, last) is { } problem)
            {
                return new AuditFileVerdict(events, null, problem, line.Seq);
            }

            digest.AppendData(Encoding.UTF8.GetBytes(text + "\n"));
            (last, events) = (line, events + 1);
        }

        return new AuditFileVerdict(events, null, "cut_off", last?.Seq);
    }

    private static string? Check(AuditFileLine line, AuditFileLine? last) => line switch
    {
        _ when last is not null && line.Seq != last.Seq + 1 => "gap",
        _ when last is not null && line.Previous != last.Hash => "chain_changed",
        _ => line.IsWhole() ? null : "event_changed",
    };

    private static AuditFileVerdict Close(string text, byte[]? trusted, long events, AuditFileLine? last, IncrementalHash digest)
    {
        var signed = SignedReceipt.Verify(Encoding.UTF8.GetBytes(text + "\n"), trusted);
        var problem = signed.Problem switch
        {
            "other_key" => "other_key",
            not null => "signature_changed",
            _ => Fits(signed.Body, events, last, Convert.ToHexStringLower(digest.GetHashAndReset())) ? null : "cut_off",
        };
        return new AuditFileVerdict(events, signed.KeyId, problem, problem is null ? null : last?.Seq);
    }

    private static bool Fits(JsonObject? body, long events, AuditFileLine? last, string sha256) =>
        Text(body, "kind") == ExportAudit.Kind && Text(body, "events") == events.ToString(CultureInfo.InvariantCulture)
        && Text(body, "head") == (last?.Hash ?? "") && Text(body, "sha256") == sha256;

    private static string? Text(JsonObject? body, string name) => body?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static AuditFileLine? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<AuditFileLine>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
