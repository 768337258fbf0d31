using System.Globalization;
using Earshot.Masking;
using Earshot.Masking.Finding;
using Earshot.Masking.Names;
using Earshot.Masking.Tokens;
using Tagger = Earshot.Masking.Names.NameTagger;

namespace Earshot.Bench.NameTagger;

/// <summary>What finder and tagger together do on sentences of templates that the tagger has not seen.</summary>
internal sealed class FoldScore
{
    private readonly Dictionary<string, (int Names, int Missed, int Texts, int Wrong)> byLanguage = new(StringComparer.Ordinal);
    private readonly List<string> errors = [];

    public void Add(IEnumerable<TrainingText> texts, Tagger tagger)
    {
        foreach (var text in texts)
        {
            Add(text, Find(text, tagger));
        }
    }

    public IEnumerable<string> Lines() => byLanguage.Select(entry => string.Create(CultureInfo.InvariantCulture,
        $"{entry.Key}: recall {1 - ((double)entry.Value.Missed / entry.Value.Names):F4} of {entry.Value.Names} names; {entry.Value.Wrong} of {entry.Value.Texts} sentences with a false name ({(double)entry.Value.Wrong / entry.Value.Texts:F4})"));

    public IEnumerable<string> Errors() => errors;

    private void Add(TrainingText text, List<(int Start, int End)> found)
    {
        var missed = text.Names.Where(name => !found.Any(one => one.Start <= name.Start && name.End <= one.End)).ToList();
        var wrong = found.Where(one => !text.Names.Any(name => name.Start < one.End && one.Start < name.End)).ToList();
        var kept = byLanguage.GetValueOrDefault(text.Language);
        byLanguage[text.Language] = (kept.Names + text.Names.Count, kept.Missed + missed.Count, kept.Texts + 1, kept.Wrong + (wrong.Count > 0 ? 1 : 0));
        errors.AddRange(missed.Select(one => string.Create(CultureInfo.InvariantCulture, $"{text.Template} MISSED[{text.Text[one.Start..one.End]}] {text.Text.ReplaceLineEndings("|")}")));
        errors.AddRange(wrong.Select(one => string.Create(CultureInfo.InvariantCulture, $"{text.Template} WRONG[{text.Text[one.Start..one.End]}] {text.Text.ReplaceLineEndings("|")}")));
    }

    private static List<(int Start, int End)> Find(TrainingText text, Tagger tagger)
    {
        if (PrepareText.Of(text) is not { } call)
        {
            return [];
        }

        var found = new CandidateList();
        new FindNames(call, found, MaskingRules.Cues, stackalloc int[RememberedNames.Most], tagger: tagger).Run();
        return [.. found.Items.ToArray().Select(one => (call.Tokens[one.First].Start, call.Tokens[one.Last].End))];
    }
}
