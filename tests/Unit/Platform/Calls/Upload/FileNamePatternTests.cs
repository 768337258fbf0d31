using Earshot.Platform.Calls.Upload;

namespace Earshot.Unit.Platform.Calls.Upload;

public sealed class FileNamePatternTests
{
    [Fact]
    public void Fields_are_read_from_the_name()
    {
        var pattern = FileNamePattern.Parse("{started_at:yyyyMMdd-HHmmss}_{direction}_{customer_phone}_{agent_id}").Value;

        var metadata = pattern.Read("20260301-101500_in_+70000000001_204.wav").Value;

        Assert.Equal(
            new CallMetadata { StartedAt = new DateTimeOffset(2026, 3, 1, 10, 15, 0, TimeSpan.Zero), Direction = "inbound", CustomerPhone = "+70000000001", AgentId = "204" },
            metadata);
    }

    [Fact]
    public void Anything_may_stand_between_fields()
    {
        var metadata = FileNamePattern.Parse("rec-{*}-{external_id}").Value.Read("rec-queue7-a.b(1)-x99.mp3").Value;

        Assert.Equal("a.b(1)-x99", metadata.ExternalId);
    }

    [Theory]
    [InlineData("{started_at")]
    [InlineData("{colour}")]
    [InlineData("{agent_id}_{agent_id}")]
    public void A_pattern_that_can_not_work_is_refused(string pattern) => Assert.NotNull(FileNamePattern.Parse(pattern).Failure);

    [Theory]
    [InlineData("other.wav")]
    [InlineData("20261301-101500_in.wav")]
    [InlineData("20260301-101500_up.wav")]
    public void A_name_that_does_not_fit_is_refused(string name) =>
        Assert.NotNull(FileNamePattern.Parse("{started_at:yyyyMMdd-HHmmss}_{direction}").Value.Read(name).Failure);
}
