using Earshot.Analysis.Phrases;
using Earshot.Analysis.Text;

namespace Earshot.Unit.Analysis;

/// <summary>Whether a rule holds is found in two ways: by the first proof, and by all evidence. They must agree.</summary>
public sealed class CheckPhraseTests
{
    private static readonly string[] Parts =
    [
        "\"a\"", "agent: \"b\"", "customer: \"(a|c) d\"", "\"a b\"", "~c", "\"d ... a\"", "count(\"a\") >= 2", "not \"b\"",
    ];

    private static readonly string[] Joints = ["{0} near/2 {1}", "{0} then {1} within 3 words", "{0} then {1}", "{0} not after/2 {1}", "{0} before/3 {1}", "({0} or {1}) within first 8 words", "{0} and {1}", "{0} within last 2 turns or {1}", "{0} except {1}"];

    [Fact]
    public void The_first_proof_and_all_evidence_agree()
    {
        var rules = (from joint in Joints from left in Parts from right in Parts select string.Format(null, joint, left, right))
            .Where(rule => !rule.Contains("count", StringComparison.Ordinal) || rule.Contains(" and ", StringComparison.Ordinal))
            .Select((rule, index) => new PhraseRule($"r{index}", rule)).ToArray();
        var (set, errors) = CompilePhrases.Run(rules);
        Assert.Empty(errors);
        Assert.NotNull(set);
        var random = new Random(5);

        for (var round = 0; round < 12; round++)
        {
            var call = CallText.Read(Compose(random), set.Vocabulary);
            var (proofs, evidence) = (set.Apply(call), set.Apply(call));
            Assert.All(rules, rule => Assert.True(evidence[rule.Name].Holds == proofs.Holds(rule.Name), rule.Text));
        }
    }

    private static Earshot.Masking.MaskedConversation Compose(Random random) => MaskedCalls.Of(
        "en", [.. Enumerable.Range(0, 4).Select(turn => (turn % 2 == 0 ? "agent: " : "customer: ") + string.Join(' ', Enumerable.Range(0, 6).Select(_ => "abcde"[random.Next(5)])))]);
}
