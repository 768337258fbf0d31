namespace Earshot.Masking;

/// <summary>Why a pattern of an organization's own was refused.</summary>
public enum PatternProblemKind
{
    /// <summary>Empty or too long.</summary>
    Length,

    /// <summary>No regular expression.</summary>
    Syntax,

    /// <summary>Look-around, back-references and atomic groups, or too large: it could take unlimited time.</summary>
    Unlimited,

    /// <summary>Matches empty text, so it would mask everything.</summary>
    MatchesNothing,
}

/// <summary>What is wrong with a pattern.</summary>
/// <param name="Kind">The reason, for programs.</param>
/// <param name="Position">Where the expression breaks, from 0; null when the reason has no place.</param>
/// <param name="Message">The reason in English, for the person who wrote it.</param>
public sealed record PatternProblem(PatternProblemKind Kind, int? Position, string Message);
