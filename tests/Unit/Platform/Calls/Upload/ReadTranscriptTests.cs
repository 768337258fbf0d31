using System.Text;
using Earshot.Masking;
using Earshot.Platform.Calls.Upload.Transcripts;

namespace Earshot.Unit.Platform.Calls.Upload;

public sealed class ReadTranscriptTests
{
    [Fact]
    public void Web_vtt_voices_become_turns_with_times()
    {
        var turns = Read(TranscriptFormat.WebVtt, "WEBVTT\n\n1\n00:00:01.000 --> 00:00:03.500 align:left\n<v Agent>Good morning, &lt;Bright Dental&gt;\n\n00:04.000 --> 00:05.000\n<v Customer>Hello\n");

        Assert.Equal(
            [new Turn("agent", "Good morning, <Bright Dental>", TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3.5)), new Turn("customer", "Hello", TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(5))],
            turns);
    }

    [Fact]
    public void Lines_of_one_subtitle_are_one_turn()
    {
        var turns = Read(TranscriptFormat.SubRip, "1\r\n00:00:01,000 --> 00:00:03,000\r\nОператор: добрый день\r\nслушаю вас\r\n\r\n");

        Assert.Equal([new Turn("agent", "добрый день слушаю вас", TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3))], turns);
    }

    [Fact]
    public void Labelled_text_may_carry_times_and_lines_that_go_on()
    {
        var turns = Read(TranscriptFormat.LabelledText, "[00:01] Agent: good morning\nhow can I help\n[00:09] Client: hello\n");

        Assert.Equal(
            [new Turn("agent", "good morning how can I help", TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(9)), new Turn("customer", "hello", TimeSpan.FromSeconds(9))],
            turns);
    }

    [Fact]
    public void A_label_that_is_a_name_never_stays()
    {
        var turns = Read(TranscriptFormat.LabelledText, "Pavel Ivanov: good morning\nOlga: hello\nThird One: yes\n");

        Assert.Equal(["speaker1", "speaker2", "speaker3"], turns.Select(turn => turn.Speaker));
    }

    [Fact]
    public void Of_two_strangers_the_first_is_the_agent()
    {
        var turns = Read(TranscriptFormat.LabelledText, "Pavel: good morning\nOlga: hello\n");

        Assert.Equal(["agent", "customer"], turns.Select(turn => turn.Speaker));
    }

    [Fact]
    public void Json_turns_keep_their_times_in_seconds()
    {
        var turns = Read(TranscriptFormat.Json, """{"language":"en","turns":[{"speaker":"agent","text":"Hi","start":0.5,"end":1.25}]}""");

        Assert.Equal([new Turn("agent", "Hi", TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1.25))], turns);
    }

    [Fact]
    public void Each_line_of_json_lines_is_a_call_with_its_metadata()
    {
        var file = """
            {"id":"a","started_at":"2026-03-01T10:00:00Z","ended_at":"2026-03-01T10:05:00Z","direction":"inbound","turns":[{"speaker":"agent","text":"one"}]}
            {"id":"b","turns":[{"speaker":"agent","text":"two"}]}
            """;

        var calls = ReadTranscript.ReadAll(TranscriptFormat.JsonLines, Encoding.UTF8.GetBytes(file)).ToList();

        Assert.Equal(["a", "b"], calls.Select(call => call.Value.Metadata.ExternalId));
        Assert.Equal(TimeSpan.FromMinutes(5), calls[0].Value.Metadata.Duration);
    }

    [Theory]
    [InlineData(nameof(TranscriptFormat.Json), "{\"turns\":[]}", "no_turns")]
    [InlineData(nameof(TranscriptFormat.Json), "{\"turns\":\n[{\"speaker\":\"agent\"}]}", "bad_transcript")]
    [InlineData(nameof(TranscriptFormat.Json), "{\"turns\":", "bad_transcript")]
    [InlineData(nameof(TranscriptFormat.Json), "[1,2]", "bad_transcript")]
    [InlineData(nameof(TranscriptFormat.Json), "{\"turns\":[{\"speaker\":\"agent\",\"text\":\"x\",\"start\":5,\"end\":2}]}", "bad_transcript")]
    [InlineData(nameof(TranscriptFormat.Json), "{\"language\":\"tlh\",\"turns\":[{\"speaker\":\"agent\",\"text\":\"x\"}]}", "bad_metadata")]
    [InlineData(nameof(TranscriptFormat.WebVtt), "00:01.000 --> 00:02.000\nhello", "bad_transcript")]
    [InlineData(nameof(TranscriptFormat.SubRip), "1\n00:00:0x,000 --> 00:00:03,000\nhello", "bad_transcript")]
    [InlineData(nameof(TranscriptFormat.LabelledText), "nobody says this", "bad_transcript")]
    [InlineData(nameof(TranscriptFormat.LabelledText), "", "no_turns")]
    public void A_file_that_can_not_be_read_is_refused_by_name(string format, string text, string code)
    {
        var result = ReadTranscript.Read(Enum.Parse<TranscriptFormat>(format), Encoding.UTF8.GetBytes(text));

        Assert.Equal(code, result.Failure?.Code);
    }

    [Fact]
    public void A_failure_holds_nothing_of_what_was_said()
    {
        var result = ReadTranscript.Read(TranscriptFormat.Json, Encoding.UTF8.GetBytes("{\"turns\":[{\"speaker\":\"agent\",\"text\":\"call 79161234567\",]}"));

        Assert.DoesNotContain("7916", result.Failure?.Message ?? string.Empty, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.vtt", "", nameof(TranscriptFormat.WebVtt))]
    [InlineData("a.JSON", "", nameof(TranscriptFormat.Json))]
    [InlineData("a", "\uFEFFWEBVTT", nameof(TranscriptFormat.WebVtt))]
    [InlineData("a", " {", nameof(TranscriptFormat.Json))]
    [InlineData("a.wav", "RIFF", null)]
    public void The_format_is_known_by_name_or_beginning(string name, string beginning, string? format)
    {
        Assert.Equal(format, ReadTranscript.Detect(name, Encoding.UTF8.GetBytes(beginning))?.ToString());
    }

    private static IReadOnlyList<Turn> Read(TranscriptFormat format, string text) =>
        ReadTranscript.Read(format, Encoding.UTF8.GetBytes(text)).Value.Conversation.Turns;
}
