using System.Text.Json;
using Earshot.Platform.Calls.Upload;

namespace Earshot.Unit.Platform.Calls.Upload;

public sealed class MetadataFieldsTests
{
    [Theory]
    [InlineData("""{"uniq":"u1","direction":"inbound","duration":65,"phone":"+70000000001","call_responsible":"7","created_at":1767261600}""")]
    [InlineData("""{"EXTERNAL_CALL_ID":"u1","TYPE":2,"DURATION":65,"PHONE_NUMBER":"+70000000001","USER_ID":7,"CALL_START_DATE":"2026-01-01T13:00:00+03:00"}""")]
    [InlineData("""{"hs_call_external_id":"u1","hs_call_direction":"INBOUND","hs_call_duration":"65000","hs_call_from_number":"+70000000001","hubspot_owner_id":"7","hs_timestamp":"1767261600000"}""")]
    [InlineData("""{"call_id":"u1","direction_outgoing":"false","client_phone":"+70000000001","operator_id":"7","date_from":"2026-01-01T10:00:00Z","date_to":"2026-01-01T10:01:05Z"}""")]
    public void Fields_of_known_systems_mean_the_same(string json)
    {
        using var document = JsonDocument.Parse(json);

        var metadata = MetadataFields.Read(document.RootElement).Value;

        var expected = new CallMetadata
        {
            ExternalId = "u1", Direction = "inbound", Duration = TimeSpan.FromSeconds(65), CustomerPhone = "+70000000001", AgentId = "7",
            StartedAt = new DateTimeOffset(2026, 1, 1, 10, 0, 0, TimeSpan.Zero),
        };
        Assert.Equal(expected, metadata);
    }

    [Theory]
    [InlineData("direction", "sideways")]
    [InlineData("started_at", "yesterday")]
    [InlineData("duration", "-5")]
    [InlineData("duration", "NaN")]
    [InlineData("recording_ground", "because")]
    [InlineData("agent_channel", "left")]
    [InlineData("consent", "maybe")]
    [InlineData("line", "a\u0000b")]
    public void A_bad_value_is_refused_and_the_message_names_the_field(string field, string value)
    {
        var result = MetadataFields.Read([KeyValuePair.Create(field, value)]);

        Assert.Contains(field, result.Failure?.Message ?? string.Empty, StringComparison.Ordinal);
    }
}
