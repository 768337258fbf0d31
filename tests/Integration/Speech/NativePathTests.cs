using Earshot.Speech;
using Earshot.Speech.Engines.Sherpa;

namespace Earshot.Integration.Speech;

public sealed class NativePathTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("earshot-tones-").FullName;
    private ISpeechEngine? engine;

    public Task InitializeAsync()
    {
        engine = SherpaEngine.Create(ToneModel.In(Path.Combine(folder, "tones")));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await ((IAsyncDisposable?)engine)!.DisposeAsync(); // set before each test
        Directory.Delete(folder, recursive: true);
    }

    [NeedsFact("ffmpeg", "sherpa")]
    public async Task Words_of_a_mono_recording_come_in_order_with_their_times()
    {
        ToneWord[] spoken = [new("one", 1.0), new("two", 1.45), new("three", 4.0), new("three", 4.45), new("four", 9.5)];

        var transcript = await TranscribeAsync(ToneSignal.Wave(ToneSignal.Channel(11, spoken)));

        Assert.Equal(spoken.Select(word => word.Text), Words(transcript).Select(word => word.Text));
        Assert.All(Words(transcript).Zip(spoken), pair => Assert.InRange(pair.First.Start.TotalSeconds, pair.Second.Start - 0.06, pair.Second.Start + 0.06));
    }

    [NeedsTheory("ffmpeg", "sherpa")]
    [InlineData("-c:a pcm_u8 -ar 8000 -f wav")]
    [InlineData("-c:a pcm_alaw -ar 8000 -f wav")]
    [InlineData("-c:a pcm_mulaw -ar 8000 -f wav")]
    [InlineData("-c:a pcm_s24le -ar 48000 -f wav")]
    [InlineData("-c:a libgsm_ms -ar 8000 -f wav")]
    [InlineData("-c:a libmp3lame -b:a 32k -ar 16000 -f mp3")]
    [InlineData("-c:a libmp3lame -write_xing 0 -ar 24000 -b:a 32k -f mp3")]
    [InlineData("-c:a libopus -b:a 24k -f ogg")]
    [InlineData("-c:a libvorbis -f ogg")]
    [InlineData("-c:a aac -f ipod")]
    [InlineData("-c:a aac -movflags +faststart -f mp4")]
    [InlineData("-c:a aac -f adts")]
    [InlineData("-c:a flac -f flac")]
    [InlineData("-c:a libopus -f webm")]
    [InlineData("-c:a aac -f matroska")]
    [InlineData("-c:a libmp3lame -f avi")]
    [InlineData("-f lavfi -i color=size=64x64:rate=5:duration=13 -map 0:a -map 1:v -c:v mpeg4 -c:a aac -f mp4")]
    [InlineData("-c:a pcm_s16be -f caf")]
    public async Task Every_format_gives_the_same_transcript(string format) => await IsHeardInAsync(format);

    [NeedsTheory("ffmpeg", "sherpa", "amr")]
    [InlineData("-c:a libopencore_amrnb -b:a 12.2k -ar 8000 -f amr")]
    [InlineData("-c:a libopencore_amrnb -b:a 4.75k -ar 8000 -f amr")]
    [InlineData("-c:a libvo_amrwbenc -b:a 23.85k -ar 16000 -f amr")]
    [InlineData("-c:a libopencore_amrnb -b:a 12.2k -ar 8000 -f 3gp")]
    public async Task Recordings_of_mobile_phones_give_the_same_transcript(string format) => await IsHeardInAsync(format);

    private async Task IsHeardInAsync(string format)
    {
        ToneWord[] spoken = [new("one", 1.0), new("two", 1.5), new("three", 4.0), new("four", 9.0)];
        var recording = await ToneSignal.ConvertAsync(ToneSignal.Wave(ToneSignal.Channel(12, spoken)), format);

        var transcript = await TranscribeAsync(recording);

        Assert.Equal("one two|three|four", string.Join('|', transcript.Turns.Select(turn => turn.Text)));
        Assert.All(Words(transcript).Zip(spoken), pair => Assert.InRange(pair.First.Start.TotalSeconds, pair.Second.Start - 0.12, pair.Second.Start + 0.12));
    }

    [NeedsFact("ffmpeg", "sherpa")]
    public async Task Each_channel_of_a_stereo_recording_keeps_its_own_words_and_overlaps_stay()
    {
        var agent = ToneSignal.Channel(12, new ToneWord("one", 1.0), new ToneWord("two", 6.0), new ToneWord("two", 6.5));
        var customer = ToneSignal.Channel(12, new ToneWord("three", 3.0), new ToneWord("four", 6.1));

        var transcript = await TranscribeAsync(ToneSignal.Wave(customer, agent), new TranscriptionRequest(AgentChannel: 1));

        Assert.Equal(
            ["agent: one", "customer: three", "agent: two two", "customer: four"],
            transcript.Turns.Select(turn => $"{turn.Speaker}: {turn.Text}"));
    }

    [NeedsFact("ffmpeg", "sherpa")]
    public async Task A_mono_recording_saved_as_stereo_is_heard_once()
    {
        var voice = ToneSignal.Channel(6, new ToneWord("one", 1.0), new ToneWord("two", 3.0));

        var transcript = await TranscribeAsync(ToneSignal.Wave(voice, voice));

        Assert.Equal((1, "one|two"), (transcript.Channels, string.Join('|', transcript.Turns.Select(turn => turn.Text))));
    }

    [NeedsFact("ffmpeg", "sherpa")]
    public async Task A_voice_that_leaks_into_the_other_channel_is_heard_once()
    {
        var agent = ToneSignal.Channel(8, new ToneWord("one", 1.0));
        var customer = ToneSignal.Channel(8, new ToneWord("four", 5.0));
        var leaking = customer.Zip(agent, (own, other) => own + (other * 0.1f)).ToArray();

        var transcript = await TranscribeAsync(ToneSignal.Wave(agent, leaking));

        Assert.Equal(["0 one", "1 four"], transcript.Turns.Select(turn => $"{turn.Channel} {turn.Text}"));
    }

    [NeedsFact("ffmpeg", "sherpa")]
    public async Task Hold_music_is_labelled_and_not_recognised()
    {
        var sound = ToneSignal.Channel(30, new ToneWord("one", 1.0), new ToneWord("two", 27.0));
        ToneSignal.AddMusic(sound, 5, 20);

        var transcript = await TranscribeAsync(ToneSignal.Wave(sound));

        var music = Assert.Single(transcript.Events, happened => happened.Kind == AudioEvent.Music);
        Assert.InRange(music.Start.TotalSeconds, 4, 6);
        Assert.Equal(["one", "two"], Words(transcript).Select(word => word.Text));
    }

    [NeedsTheory("sherpa")]
    [InlineData(true, 1.0, 0.0)]
    [InlineData(true, 0.02, 1.0)]
    [InlineData(false, 1.0, null)]
    public async Task A_detector_beside_a_model_says_whether_anybody_speaks(bool isThere, double loudness, double? expected)
    {
        var model = ToneModel.In(Path.Combine(folder, "with", "tones"));
        if (isThere)
        {
            ToneModel.AddDetector(model);
        }

        var judged = SherpaEngine.Create(model);
        await using var disposable = judged as IAsyncDisposable;
        var samples = ToneSignal.Channel(2, new ToneWord("one", 0.5)).Select(sample => sample * (float)loudness).ToArray();

        var speech = await judged.RecognizeAsync(samples, new SpeechHints("en"), default);

        Assert.Equal(expected, speech.NoSpeechProbability);
        Assert.Equal(["tones"], SherpaEngine.ModelsIn(Path.Combine(folder, "with")).Select(found => found.Name));
    }

    [NeedsFact("ffmpeg", "sherpa")]
    public async Task A_long_silence_is_an_event()
    {
        var transcript = await TranscribeAsync(ToneSignal.Wave(ToneSignal.Channel(25, new ToneWord("one", 1.0), new ToneWord("two", 22.0))));

        var silence = Assert.Single(transcript.Events);
        Assert.Equal(AudioEvent.Silence, silence.Kind);
        Assert.InRange(silence.End.TotalSeconds - silence.Start.TotalSeconds, 18, 21);
    }

    [NeedsFact("ffmpeg", "sherpa")]
    public async Task Speech_without_a_pause_is_cut_into_pieces_and_loses_no_word()
    {
        var spoken = Enumerable.Range(0, 150).Select(i => new ToneWord(ToneModel.Words[i % 4], 1 + (i * 0.47))).ToArray();

        var transcript = await TranscribeAsync(ToneSignal.Wave(ToneSignal.Channel(74, spoken)));

        Assert.Equal(spoken.Select(word => word.Text), Words(transcript).Select(word => word.Text));
    }

    private async Task<Transcript> TranscribeAsync(byte[] recording, TranscriptionRequest? request = null)
    {
        var result = await new Transcriber(engine!).TranscribeAsync(new MemoryStream(recording), request ?? new TranscriptionRequest()); // set before each test
        Assert.True(result.IsOk, $"{result.Failure}: {result.Detail}");
        return result.Value;
    }

    private static IEnumerable<SpokenWord> Words(Transcript transcript) => transcript.Turns.SelectMany(turn => turn.Words).OrderBy(word => word.Start);
}
