using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Earshot.Analysis.Model;

/// <summary>A question of a scorecard to a language model, answered by yes or no.</summary>
/// <param name="Text">What a person wrote.</param>
public sealed record ModelQuestion(string Text)
{
    /// <summary>Tells questions apart in what is stored: the same words are the same question, in whatever scorecard. The first eight bytes of SHA-256.</summary>
    public ulong Key { get; } = BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(Text.Trim())));
}

/// <summary>An answer that was accepted.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answer">Yes, no or not applicable.</param>
/// <param name="Quote">The masked words that it rests on; null when it does not apply.</param>
public sealed record ModelAnswer(ModelQuestion Question, CriterionAnswer Answer, Quote? Quote);

/// <summary>Tokens that a model counted.</summary>
/// <param name="In">Read.</param>
/// <param name="Out">Written.</param>
public readonly record struct ModelUsage(long In, long Out)
{
    /// <summary>Both.</summary>
    public long Total => In + Out;

    /// <summary>The sum of two uses.</summary>
    public static ModelUsage operator +(ModelUsage one, ModelUsage other) => new(one.In + other.In, one.Out + other.Out);
}

/// <summary>What a model made of a call.</summary>
/// <param name="Answers">Accepted answers; a question without one stays open.</param>
/// <param name="Summary">Summary in the model's words, masked once more; null when none was asked for or none was accepted.</param>
/// <param name="Usage">What it took, repairs included.</param>
/// <param name="Model">Name that the model gave itself.</param>
/// <param name="PromptHash">SHA-256 of instructions, schema and questions, so that an answer can be traced to what was asked.</param>
/// <param name="Rejected">Answers that were not accepted: without a verbatim quote, unknown or given twice.</param>
/// <param name="Hidden">Sentences that spoke to the model instead of a person and were not shown to it.</param>
public sealed record ModelReply(
    IReadOnlyList<ModelAnswer> Answers, string? Summary, ModelUsage Usage, string Model, string PromptHash, int Rejected, int Hidden);
