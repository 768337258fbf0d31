using Earshot.Platform.Accounts;
using System.Globalization;
using System.Text.Json;
using Earshot.Platform.Accounts.Organizations;
using Earshot.Platform.Kernel;

namespace Earshot.Platform.Calls.Upload;

/// <summary>
/// The fields of <see cref="CallMetadata"/> under our names and under the names that telephony and CRM systems already send
/// (amoCRM, Bitrix24, HubSpot, SpeechSense). One row a field; the first name is ours.
/// </summary>
internal static class MetadataFields
{
    private const int LongestText = 300;

    private static readonly string[] Languages = ["ru", "en", "ar", "de", "fr", "es", "it", "pl", "nl", "pt"];

    private delegate string? Setter(CallMetadata metadata, string value, out CallMetadata changed);

    private static readonly Dictionary<string, Setter> Setters = Rows()
        .SelectMany(row => row.Names.Select(name => (name, row.Set)))
        .ToDictionary(pair => pair.name, pair => pair.Set, StringComparer.OrdinalIgnoreCase);

    public static bool IsKnown(string name) => Setters.ContainsKey(name);

    /// <summary>Reads the known fields of a JSON object; others are left alone.</summary>
    public static Result<CallMetadata> Read(JsonElement fields)
    {
        if (fields.ValueKind is not JsonValueKind.Object)
        {
            return UploadFailures.BadMetadata("metadata", "it must be a JSON object");
        }

        return Read(fields.EnumerateObject()
            .Where(field => field.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
            .Select(field => KeyValuePair.Create(field.Name, field.Value.ToString())));
    }

    /// <summary>Reads the known fields of a form or of a file name's pattern; others are left alone.</summary>
    public static Result<CallMetadata> Read(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var metadata = new CallMetadata();
        foreach (var (name, value) in fields.OrderBy(field => field.Key is "ended_at" or "date_to")) // a duration needs the start
        {
            if (string.IsNullOrWhiteSpace(value) || !Setters.TryGetValue(name, out var set))
            {
                continue;
            }

            if (value.Length > LongestText)
            {
                return UploadFailures.BadMetadata(name, "it is longer than 300 characters");
            }

            if (set(metadata, value.Trim(), out metadata) is { } rule)
            {
                return UploadFailures.BadMetadata(name, rule);
            }
        }

        return metadata;
    }

    private static IEnumerable<(string[] Names, Setter Set)> Rows() =>
    [
        (["external_id", "id", "uniq", "EXTERNAL_CALL_ID", "CALL_ID", "hs_call_external_id"], Text((m, v) => m with { ExternalId = v })),
        (["direction", "hs_call_direction"], SetDirection),
        (["TYPE"], SetNumberedDirection),
        (["direction_outgoing"], Flag((m, v) => m with { Direction = v ? "outbound" : "inbound" })),
        (["started_at", "created_at", "CALL_START_DATE", "hs_timestamp", "date_from"], SetStart),
        (["ended_at", "date_to"], SetEnd),
        (["duration"], Seconds(1)),
        (["duration_ms", "hs_call_duration"], Seconds(0.001)),
        (["customer_phone", "phone", "PHONE_NUMBER", "hs_call_from_number", "client_phone"], Text((m, v) => m with { CustomerPhone = v })),
        (["customer_name", "client_name"], Text((m, v) => m with { CustomerName = v })),
        (["agent_id", "call_responsible", "USER_ID", "USER_PHONE_INNER", "hubspot_owner_id", "operator_id"], Text((m, v) => m with { AgentId = v })),
        (["agent_name", "operator_name"], Text((m, v) => m with { AgentName = v })),
        (["result", "call_result", "call_status", "STATUS_CODE", "hs_call_status"], Text((m, v) => m with { Result = v })),
        (["line", "source_line", "LINE_NUMBER", "connection"], Text((m, v) => m with { Line = v })),
        (["language"], SetLanguage),
        (["recording_ground"], SetGround),
        (["consent"], Flag((m, v) => m with { Consent = v })),
        (["agent_channel"], SetChannel),
    ];

    private static Setter Text(Func<CallMetadata, string, CallMetadata> set) => (CallMetadata metadata, string value, out CallMetadata changed) =>
    {
        changed = set(metadata, value);
        return value.Any(char.IsControl) ? "it holds control characters" : null;
    };

    private static Setter Flag(Func<CallMetadata, bool, CallMetadata> set) => (CallMetadata metadata, string value, out CallMetadata changed) =>
    {
        var known = value.ToUpperInvariant() is "TRUE" or "1" or "YES" or "FALSE" or "0" or "NO";
        changed = known ? set(metadata, value.ToUpperInvariant() is "TRUE" or "1" or "YES") : metadata;
        return known ? null : "it must be true or false";
    };

    private static Setter Seconds(double unit) => (CallMetadata metadata, string value, out CallMetadata changed) =>
    {
        var good = double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number * unit is >= 0 and <= 86_400;
        changed = good ? metadata with { Duration = TimeSpan.FromSeconds(number * unit) } : metadata;
        return good ? null : "it must be a number between 0 and one day";
    };

    private static string? SetDirection(CallMetadata metadata, string value, out CallMetadata changed)
    {
        var direction = value.ToUpperInvariant() switch
        {
            "INBOUND" or "INCOMING" or "IN" => "inbound",
            "OUTBOUND" or "OUTGOING" or "OUT" => "outbound",
            _ => null,
        };
        changed = metadata with { Direction = direction };
        return direction is null ? "it must be inbound or outbound" : null;
    }

    // Bitrix24 numbers its types: 1 outgoing, 2 and 3 incoming, 4 callback. Others use the name for other things.
    private static string? SetNumberedDirection(CallMetadata metadata, string value, out CallMetadata changed)
    {
        changed = metadata with { Direction = value switch { "1" or "4" => "outbound", "2" or "3" => "inbound", _ => metadata.Direction } };
        return null;
    }

    private static string? SetStart(CallMetadata metadata, string value, out CallMetadata changed)
    {
        changed = TryMoment(value, out var moment) ? metadata with { StartedAt = moment } : metadata;
        return changed.StartedAt is null ? "it must be a date and time such as 2026-03-01T10:00:00Z, or seconds or milliseconds since 1970" : null;
    }

    private static string? SetEnd(CallMetadata metadata, string value, out CallMetadata changed)
    {
        changed = metadata;
        if (!TryMoment(value, out var end))
        {
            return "it must be a date and time such as 2026-03-01T10:00:00Z";
        }

        if (metadata.StartedAt is { } start)
        {
            changed = metadata with { Duration = metadata.Duration ?? end - start };
        }

        return changed.Duration < TimeSpan.Zero ? "it is before the start" : null;
    }

    private static string? SetLanguage(CallMetadata metadata, string value, out CallMetadata changed)
    {
        var code = value.Split('-', '_')[0].ToLowerInvariant();
        changed = metadata with { Language = code };
        return Languages.Contains(code) ? null : $"it must be one of {string.Join(", ", Languages)}";
    }

    private static string? SetGround(CallMetadata metadata, string value, out CallMetadata changed)
    {
        changed = metadata with { RecordingGround = value.ToLowerInvariant() };
        return RecordingGrounds.All.Contains(changed.RecordingGround) ? null : $"it must be one of {string.Join(", ", RecordingGrounds.All)}";
    }

    private static string? SetChannel(CallMetadata metadata, string value, out CallMetadata changed)
    {
        var good = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var channel) && channel < 16;
        changed = metadata with { AgentChannel = channel };
        return good ? null : "it must be the number of a channel, from 0";
    }

    private static bool TryMoment(string value, out DateTimeOffset moment)
    {
        if (long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            // Fourteen digits are a date in a file name; more than eleven are milliseconds.
            if (value.Length == 14)
            {
                return DateTimeOffset.TryParseExact(value, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment);
            }

            moment = value.Length > 11 ? DateTimeOffset.FromUnixTimeMilliseconds(Math.Min(number, 253402300799999)) : DateTimeOffset.FromUnixTimeSeconds(number);
            return true;
        }

        return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment);
    }
}
