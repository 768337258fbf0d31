using System.CommandLine;
using System.Text.Json;
using Earshot.Speech;

namespace Earshot.Web.CommandLine;

/// <summary><c>earshot transcribe FILE</c>: a recording to text on this machine, without a database.</summary>
internal static class TranscribeCommand
{
    private static readonly Argument<string> File = new("FILE") { Description = "A recording of any kind; - reads standard input." };
    private static readonly Option<string?> Engine = new("--engine") { Description = "Recogniser; see `earshot models list`." };
    private static readonly Option<string?> Language = new("--language") { Description = "Language of the recording, for example en or ru." };
    private static readonly Option<int?> AgentChannel = new("--agent-channel") { Description = "Channel of the agent, from 0." };
    private static readonly Option<string[]> HotWords = new("--hot-word") { Description = "A name or term to listen for; may be repeated." };
    private static readonly Option<bool> Json = new("--json") { Description = "Words with times, as JSON." };
    private static readonly Option<bool> Vtt = new("--vtt") { Description = "WebVTT." };
    private static readonly Option<bool> Srt = new("--srt") { Description = "SubRip." };

    public static Command Create()
    {
        var command = new Command("transcribe", "Turn a recording into text with times and speakers. Nothing leaves this machine.")
        {
            File, Engine, Language, AgentChannel, HotWords, Json, Vtt, Srt,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var engine = Choose(parsed.GetValue(Engine), parsed.GetValue(Language));
        if (engine is null)
        {
            return await FailAsync(parsed, SpeechResult.Failed(SpeechFailure.NoEngine, OpenLocalEngine.WhatToInstall));
        }

        await using var disposable = engine as IAsyncDisposable;
        var path = parsed.GetRequiredValue(File);
        if (path != "-" && !System.IO.File.Exists(path))
        {
            await Terminal.Error.WriteLineAsync($"There is no file {path}.");
            return 2;
        }

        await using var recording = path == "-" ? Terminal.OpenInput() : System.IO.File.OpenRead(path);
        var progress = new ProgressBar();
        var request = new TranscriptionRequest(parsed.GetValue(Language), parsed.GetValue(AgentChannel)) { HotWords = parsed.GetValue(HotWords) ?? [] };
        var result = await new Transcriber(engine).TranscribeAsync(recording, request, progress, ct);
        progress.Clear();
        if (engine.Info.Name == DescribeRecognition.Fallback)
        {
            await Terminal.Error.WriteLineAsync(DescribeRecognition.FallbackHint);
        }

        return result.IsOk ? await WriteAsync(parsed, result.Value) : await FailAsync(parsed, result);
    }

    private static ISpeechEngine? Choose(string? name, string? language) =>
        ChooseEngine.From(OpenLocalEngine.All().Where(engine => name is null || engine.Info.Name == name), SpeechEngineInfo.Local, language);

    private static async Task<int> WriteAsync(ParseResult parsed, Transcript transcript)
    {
        var text = parsed switch
        {
            _ when parsed.GetValue(Json) => FormatTranscript.ToJson(transcript),
            _ when parsed.GetValue(Vtt) => FormatTranscript.ToWebVtt(transcript),
            _ when parsed.GetValue(Srt) => FormatTranscript.ToSubRip(transcript),
            _ => FormatTranscript.ToText(transcript),
        };
        await Terminal.Out.WriteLineAsync(text.TrimEnd('\n'));
        return 0;
    }

    private static async Task<int> FailAsync(ParseResult parsed, SpeechResult failed)
    {
        if (parsed.GetValue(Json))
        {
            var reason = new Dictionary<string, string> { ["failure"] = $"{failed.Failure}", ["detail"] = failed.Detail };
            await Terminal.Out.WriteLineAsync(JsonSerializer.Serialize(reason));
        }

        await Terminal.Error.WriteLineAsync($"{failed.Failure}: {failed.Detail}");
        return 1;
    }
}
