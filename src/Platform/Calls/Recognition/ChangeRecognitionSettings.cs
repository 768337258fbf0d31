using System.Text.Json;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Calls.Recognition;

/// <summary>The settings as they should be from now on; see <see cref="RecognitionSettings"/>.</summary>
public sealed record ChangeRecognitionRequest(bool StaysHere, int? AgentChannel, IReadOnlyList<string> Vocabulary);

/// <summary>Changes how the recordings of the organization are recognised from now on.</summary>
public sealed class ChangeRecognitionSettings(PlatformDb db, AuditLog audit)
{
    private const int MaxWords = 200;
    private const int MaxWordLength = 60;
    private const int Channels = 16;

    public static readonly Failure BadVocabulary = new(FailureKind.Invalid, "bad_vocabulary", "Give at most 200 terms of at most 60 characters each, one on a line.");

    public static readonly Failure BadChannel = new(FailureKind.Invalid, "bad_channel", "The channel of the agent is a number from 0 to 15, or none.");

    public async Task<Result<Done>> RunAsync(ChangeRecognitionRequest request, CancellationToken ct)
    {
        List<string> words = [.. request.Vocabulary.Select(word => word.Trim()).Where(word => word.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (words.Count > MaxWords || words.Exists(word => word.Length > MaxWordLength || word.Any(char.IsControl)))
        {
            return BadVocabulary;
        }

        if (request.AgentChannel is < 0 or >= Channels)
        {
            return BadChannel;
        }

        var settings = await db.Set<RecognitionSettings>().SingleOrDefaultAsync(ct) ?? Added();
        settings.StaysHere = request.StaysHere;
        settings.AgentChannel = (short?)request.AgentChannel;
        settings.Vocabulary = words;
        await audit.RecordAsync(
            "recognition.settings_changed", "organization", db.Organization, "administration", null,
            JsonSerializer.Serialize(new { request.StaysHere, request.AgentChannel, Words = words.Count }), ct);
        await db.SaveChangesAsync(ct);
        return new Done();
    }

    private RecognitionSettings Added() => db.Add(new RecognitionSettings { OrganizationId = db.Organization }).Entity;
}
