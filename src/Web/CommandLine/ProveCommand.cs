using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Earshot.Platform;
using Earshot.Platform.Privacy.Controls;

namespace Earshot.Web.CommandLine;

/// <summary>
/// <c>earshot prove</c>: runs the check behind each promise on this installation. Starts the pages on a free port of the loopback for as
/// long as that takes, so that they can be looked at as well. The exit code is 1 when a promise is broken.
/// </summary>
internal static partial class ProveCommand
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "One JSON array of controls." };
        var clauses = new Option<bool>("--clauses") { Description = "By clause of the policy instead of by control; with --json as well." };
        var html = new Option<bool>("--html") { Description = "A report as one HTML file, for printing." };
        var pdf = new Option<FileInfo?>("--pdf") { Description = "Writes the report as PDF into this file." };
        var command = new Command("prove", "Check every promise of the privacy policy that has a control.") { json, clauses, html, pdf };
        command.SetAction((parsed, ct) => RunAsync(proofs => Format(proofs, parsed.GetValue(json), parsed.GetValue(clauses), parsed.GetValue(html)), parsed.GetValue(pdf), ct));
        return command;
    }

    private static async Task<int> RunAsync(Func<IReadOnlyList<Proof>, string> format, FileInfo? pdf, CancellationToken ct)
    {
        try
        {
            var settings = await PlatformSettings.ReadAsync(Environment.GetEnvironmentVariable, ct);
            await using var app = WebServer.Build(settings, "http://127.0.0.1:0", ServerRole.Web);
            await app.StartAsync(ct);
            var proofs = await ProveAsync(app.Services, ct);
            await app.StopAsync(ct);
            return await AnswerAsync(proofs, format, pdf, ct);
        }
        catch (PlatformSettingsException bad)
        {
            await Terminal.Error.WriteLineAsync(bad.Message);
            return 2;
        }
    }

    private static async Task<int> AnswerAsync(IReadOnlyList<Proof> proofs, Func<IReadOnlyList<Proof>, string> format, FileInfo? pdf, CancellationToken ct)
    {
        if (pdf is not null && !await PrintPdf.RunAsync(ProofReport.Html(proofs), pdf, ct))
        {
            await Terminal.Error.WriteLineAsync("PDF needs a Chromium on this machine. Use --html and print it in a browser.");
            return 2;
        }

        await Terminal.Out.WriteLineAsync(pdf is null ? format(proofs) : pdf.FullName);
        return proofs.Any(proof => proof.Status == ProofStatus.Fail) ? 1 : 0;
    }

    private static async Task<IReadOnlyList<Proof>> ProveAsync(IServiceProvider services, CancellationToken ct)
    {
        var began = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var proofs = await services.GetRequiredService<ProveControls>().RunAsync(ct);
        await services.GetRequiredService<KeepProofs>().RunAsync(proofs, "command", began, ct);
        return proofs;
    }

    private static string Format(IReadOnlyList<Proof> proofs, bool json, bool clauses, bool html) => (json, clauses, html) switch
    {
        (true, true, _) => JsonSerializer.Serialize(ClauseStanding.Of(proofs), ProofJson.Default.IReadOnlyListClauseStanding),
        (true, _, _) => JsonSerializer.Serialize(proofs, ProofJson.Default.IReadOnlyListProof),
        (_, _, true) => ProofReport.Html(proofs),
        (_, true, _) => string.Join('\n', ClauseStanding.Of(proofs).Select(Line)),
        _ => Lines(proofs),
    };

    private static string Lines(IReadOnlyList<Proof> proofs)
    {
        var lines = proofs.Select(proof => string.Create(CultureInfo.InvariantCulture, $"{proof.Status,-8} {proof.Control,-28} {proof.Evidence}"));
        return string.Join('\n', [.. lines, string.Empty, ProofReport.Count("controls", proofs.Select(proof => proof.Status)), ProofReport.Count("clauses", ClauseStanding.Of(proofs).Select(clause => clause.Status))]);
    }

    private static string Line(ClauseStanding clause) =>
        string.Create(CultureInfo.InvariantCulture, $"{clause.Status,-8} {clause.Clause}  {clause.Statement}  [{string.Join(' ', clause.Controls)}]");

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
    [JsonSerializable(typeof(IReadOnlyList<Proof>))]
    [JsonSerializable(typeof(IReadOnlyList<ClauseStanding>))]
    private sealed partial class ProofJson : JsonSerializerContext;
}
