using System.Text;
using Earshot.Speech;
using Earshot.Speech.Decoding;

namespace Earshot.Integration.Speech;

public sealed class BadRecordingTests
{
    private static readonly byte[] Spoken = ToneSignal.Wave(ToneSignal.Channel(20, new ToneWord("one", 1), new ToneWord("two", 8), new ToneWord("four", 19)));

    [NeedsFact("ffmpeg")]
    public Task An_empty_file_is_empty() => FailsAsync(SpeechFailure.Empty, []);

    [NeedsFact("ffmpeg")]
    public Task A_text_renamed_to_mp3_is_not_audio() =>
        FailsAsync(SpeechFailure.NotAudio, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Dear customer, this is a letter and nothing else.\n", 400))));

    [NeedsFact("ffmpeg")]
    public Task A_playlist_that_names_other_files_is_not_audio() =>
        FailsAsync(SpeechFailure.NotAudio, "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile:///etc/hostname\n#EXT-X-ENDLIST\n"u8.ToArray());

    [NeedsFact("ffmpeg")]
    public Task A_script_that_joins_other_files_is_not_audio() => FailsAsync(SpeechFailure.NotAudio, "ffconcat version 1.0\nfile /etc/hostname\n"u8.ToArray());

    [NeedsFact("ffmpeg")]
    public Task Random_bytes_are_not_audio()
    {
        var bytes = new byte[50_000];
        new Random(3).NextBytes(bytes);
        bytes[0] = 0x11;
        return FailsAsync(SpeechFailure.NotAudio, bytes);
    }

    [NeedsTheory("ffmpeg")]
    [InlineData("-f wav")]
    [InlineData("-c:a pcm_alaw -ar 8000 -f wav")]
    [InlineData("-f mp3")]
    [InlineData("-c:a libopus -f ogg")]
    [InlineData("-f flac")]
    [InlineData("-f ipod")]
    [InlineData("-movflags +faststart -f ipod")]
    [InlineData("-c:a libopus -f webm")]
    public async Task A_recording_that_was_cut_off_says_so(string format)
    {
        var whole = await ToneSignal.ConvertAsync(Spoken, format);

        await FailsAsync(SpeechFailure.Corrupt, whole[..(whole.Length * 6 / 10)]);
    }

    [NeedsFact("ffmpeg")]
    public Task A_recording_of_silence_holds_no_speech() => FailsAsync(SpeechFailure.NoSpeech, ToneSignal.Wave(ToneSignal.Channel(5)));

    [NeedsFact("ffmpeg")]
    public Task A_recording_without_a_single_sample_is_empty() => FailsAsync(SpeechFailure.Empty, ToneSignal.Wave(Array.Empty<float>()));

    [NeedsFact("ffmpeg")]
    public Task A_recording_beyond_the_limit_is_too_long() =>
        FailsAsync(SpeechFailure.TooLong, Spoken, new TranscriptionRequest(MaxDuration: TimeSpan.FromSeconds(10)));

    [NeedsFact("ffmpeg")]
    public Task A_small_file_that_unpacks_into_hours_is_a_bomb()
    {
        var wave = ToneSignal.Wave(new float[20_000]);
        BitConverter.GetBytes(2).CopyTo(wave, 24); // two samples a second
        return FailsAsync(SpeechFailure.DecompressionBomb, wave);
    }

    [NeedsFact("ffmpeg")]
    public async Task Pictures_without_sound_are_not_audio()
    {
        var film = await ToneSignal.ConvertAsync([], "-f lavfi -i color=size=16x16:duration=1 -map 1:v -f matroska");

        await FailsAsync(film.Length == 0 ? SpeechFailure.Empty : SpeechFailure.NotAudio, film);
    }

    [NeedsFact("ffmpeg")]
    public async Task A_decoder_that_hangs_is_stopped()
    {
        var limits = new DecodingLimits { Program = await ScriptAsync("exec sleep 600"), Stall = TimeSpan.FromSeconds(1) };

        await FailsAsync(SpeechFailure.DecoderFailed, Spoken, limits: limits);
    }

    [Fact]
    public Task A_missing_decoder_is_named() => FailsAsync(SpeechFailure.DecoderFailed, Spoken, limits: new DecodingLimits { Program = "no-such-decoder" });

    private static async Task FailsAsync(SpeechFailure expected, byte[] recording, TranscriptionRequest? request = null, DecodingLimits? limits = null)
    {
        var transcriber = new Transcriber(new OneWordEngine()) { Limits = limits ?? new DecodingLimits() };

        var result = await transcriber.TranscribeAsync(new MemoryStream(recording), request ?? new TranscriptionRequest());

        Assert.Equal((expected, true), (result.Failure, result.Detail.Length > 0));
    }

    private static async Task<string> ScriptAsync(string body)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("earshot-script-").FullName, "decoder");
        await File.WriteAllTextAsync(path, $"#!/bin/sh\n{body}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
