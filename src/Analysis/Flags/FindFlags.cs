using Earshot.Analysis.Phrases;
using Earshot.Analysis.Text;

namespace Earshot.Analysis.Flags;

/// <summary>Compliance and attention flags. What should have been said and was not has no quote.</summary>
internal static class FindFlags
{
    private static readonly string[] Said =
    [
        "rude_agent", "forbidden_promise", "pressure", "payment_data_by_voice", "special_category_mentioned", "escalation", "churn_risk",
    ];

    private static readonly (string Flag, string Rule)[] Unsaid =
    [
        ("no_greeting", "script.greeting"), ("no_closing", "script.closing"), ("recording_notice_missing", "flag.recording_notice"),
    ];

    // What the flag is about is said of an animal, not of a person.
    private static readonly Dictionary<string, string> Excuses = new(StringComparer.Ordinal) { ["special_category_mentioned"] = "flag.animal_patient" };

    /// <summary>Names of the flags.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Said, .. Unsaid.Select(pair => pair.Flag)];

    public static IReadOnlyList<FlagHit> Run(CallText call, PhraseResults results)
    {
        var said = Said
            .Where(name => !Excuses.TryGetValue(name, out var excuse) || !results[excuse].Holds)
            .SelectMany(name => results["flag." + name].Matches.Take(1).Select(match => new FlagHit(name, Sentences.Around(call, match.First))))
            .OrderBy(flag => flag.Quote?.Turn);
        var agentSpeaks = call.Speakers.Contains(Speakers.Agent);
        var unsaid = Unsaid.Where(pair => agentSpeaks && !results[pair.Rule].Holds).Select(pair => new FlagHit(pair.Flag, null));
        return [.. said, .. unsaid];
    }
}
