using Earshot.Speech;
using Earshot.Web.CommandLine;

namespace Earshot.Unit.Web;

public sealed class DescribeRecognitionTests
{
    [Fact]
    public void Without_a_recogniser_it_says_what_can_still_be_done() =>
        Assert.StartsWith("No recogniser is installed: only ready transcripts can be taken.", DescribeRecognition.For([], "ru"), StringComparison.Ordinal);

    [Theory]
    [InlineData("ru", "gigaam-v3-rnnt")]
    [InlineData("eu", "parakeet-v3")]
    [InlineData("ae", "whisper-large")]
    public void The_model_of_the_region_is_offered_and_not_fetched(string region, string model) =>
        Assert.Contains($"./earshot models pull {model} ", DescribeRecognition.For([new Installed("pocketsphinx")], region), StringComparison.Ordinal);

    [Fact]
    public void A_model_that_is_here_is_not_offered() =>
        Assert.DoesNotContain("models pull gigaam-v3-rnnt", DescribeRecognition.For([new Installed("sherpa-onnx/gigaam-v3-rnnt")], "ru"), StringComparison.Ordinal);

    [Fact]
    public void The_weak_one_is_called_weak() =>
        Assert.Contains("poor on telephone sound", DescribeRecognition.For([new Installed("pocketsphinx")], "ru"), StringComparison.Ordinal);

    private sealed class Installed(string name) : ISpeechEngine
    {
        public SpeechEngineInfo Info { get; } = new(name, SpeechEngineInfo.Local, ["ru"], 16_000, TimeSpan.FromSeconds(25), HasWordTimes: true, KeepsCopy: false);

        public Task<RecognizedSpeech> RecognizeAsync(ReadOnlyMemory<float> samples, SpeechHints hints, CancellationToken ct) => throw new InvalidOperationException();

        public Task<ForgetReceipt> ForgetAsync(CancellationToken ct) => throw new InvalidOperationException();
    }
}
