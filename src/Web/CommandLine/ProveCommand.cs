using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Earshot.Platform;
using Earshot.Platform.Privacy.Controls;

namespace Earshot.Web.CommandLine;

/// <summary><c>earshot prove</c>: runs the check behind each promise on this installation. The exit code is 1 when one is broken.</summary>
internal static partial class ProveCommand
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "One JSON array instead of lines." };
        var command = new Command("prove", "Check every promise of the privacy policy that has a control.") { json };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(json), ct));
        return command;
    }

    private static async Task<int> RunAsync(bool json, CancellationToken ct)
    {
        try
        {
            var settings = PlatformSettings.Read(Environment.GetEnvironmentVariable);
            var proofs = await new ProveControls(settings, TimeProvider.System).RunAsync(ct);
            await Terminal.Out.WriteLineAsync(json ? JsonSerializer.Serialize(proofs, ProofJson.Default.IReadOnlyListProof) : Lines(proofs));
            return proofs.Any(proof => proof.Status == "fail") ? 1 : 0;
        }
        catch (PlatformSettingsException bad)
        {
            await Terminal.Error.WriteLineAsync(bad.Message);
            return 2;
        }
    }

    private static string Lines(IReadOnlyList<Proof> proofs) => string.Join('\n', proofs.Select(proof => string.Create(
        CultureInfo.InvariantCulture, $"{proof.Status,-8} {proof.Control,-26} {string.Join(' ', proof.Clauses),-12} {proof.Evidence}")));

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
    [JsonSerializable(typeof(IReadOnlyList<Proof>))]
    private sealed partial class ProofJson : JsonSerializerContext;
}
