using System.Text.RegularExpressions;
using Earshot.Speech;
using Earshot.Speech.Engines.Pocketsphinx;
using Earshot.Speech.Engines.Sherpa;
using Xunit.Abstractions;

namespace Earshot.Integration.Speech;

public sealed partial class QualityTests(ITestOutputHelper output)
{
    private const string QualityModel = "$EARSHOT_QUALITY_MODEL";
    private const double MostErrors = 0.22;
    private const double MostErrorsOfAModel = 0.15;

    [NeedsFact("ffmpeg", "pocketsphinx", "audio/read-16k.wav")]
    public async Task Read_speech_has_few_word_errors_with_the_fallback_recogniser()
    {
        var engine = PocketsphinxEngine.Create();
        await using var disposable = engine as IAsyncDisposable;
        await using var recording = File.OpenRead(Data("audio/read-16k.wav"));

        var result = await new Transcriber(engine).TranscribeAsync(recording, new TranscriptionRequest("en"));

        var errors = ErrorRate(Words(await File.ReadAllTextAsync(Data("audio/read-16k.txt"))), Words(string.Join(' ', result.Value.Turns.Select(turn => turn.Text))));
        Assert.InRange(errors, 0, MostErrors);
    }

    /// <summary>
    /// With a model's folder in EARSHOT_QUALITY_MODEL: word error rate over every recording that has its words beside it
    /// (call.wav, call.txt) in EARSHOT_QUALITY_RECORDINGS, or over the development data.
    /// </summary>
    [NeedsFact("ffmpeg", "sherpa", QualityModel)]
    public async Task An_installed_model_makes_few_word_errors()
    {
        var model = SherpaModel.In(Environment.GetEnvironmentVariable(QualityModel[1..]) ?? string.Empty) ?? throw new DirectoryNotFoundException(QualityModel);
        var engine = SherpaEngine.Create(model);
        await using var disposable = engine as IAsyncDisposable;
        var folder = Environment.GetEnvironmentVariable("EARSHOT_QUALITY_RECORDINGS") ?? Path.GetDirectoryName(Data("audio/read-16k.wav")) ?? string.Empty;
        var (said, heard) = (new List<string>(), new List<string>());
        foreach (var text in Directory.GetFiles(folder, "*.txt"))
        {
            await using var recording = File.OpenRead(Path.ChangeExtension(text, "wav"));
            var result = await new Transcriber(engine).TranscribeAsync(recording, new TranscriptionRequest(model.Languages[0]));
            said.AddRange(Words(await File.ReadAllTextAsync(text)));
            heard.AddRange(Words(string.Join(' ', result.Value.Turns.Select(turn => turn.Text))));
        }

        var errors = ErrorRate([.. said], [.. heard]);
        output.WriteLine($"{model.Name}: word error rate {errors:P1} over {said.Count} words");
        Assert.InRange(errors, 0, MostErrorsOfAModel);
    }

    private static string Data(string name) => DevelopmentData.Find(name) ?? throw new FileNotFoundException(name);

    private static string[] Words(string text) => [.. WordPattern().Matches(text.ToLowerInvariant()).Select(match => match.Value)];

    // Levenshtein's distance in words over the length of what was really said.
    private static double ErrorRate(string[] said, string[] heard)
    {
        var row = Enumerable.Range(0, heard.Length + 1).ToArray();
        for (var i = 1; i <= said.Length; i++)
        {
            var (diagonal, above) = (row[0], 0);
            row[0] = i;
            for (var j = 1; j <= heard.Length; j++)
            {
                above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (said[i - 1] == heard[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return (double)row[^1] / said.Length;
    }

    [GeneratedRegex("[\\p{L}\\d']+", RegexOptions.None, 1000)]
    private static partial Regex WordPattern();
}
