using Earshot.Bench.SpokenPii.Generator;

namespace Earshot.Bench.SpokenPii.Scorer;

/// <summary>One case as the scorer sees it: its text, what is personal in it, what a masker covered. Offsets are code points.</summary>
internal sealed record ScoredCase(string Text, IReadOnlyList<CorpusSpan> Truth, IReadOnlyList<CorpusSpan> Predicted);
