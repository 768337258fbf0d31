namespace Earshot.Platform.Privacy.Controls;

/// <summary>Names of what a check can say.</summary>
public static class ProofStatus
{
    public const string Pass = "pass";
    public const string Fail = "fail";
    public const string Unknown = "unknown";

    public static string Of(bool? holds) => holds switch { true => Pass, false => Fail, null => Unknown };

    /// <summary>A clause is kept when all its controls hold, broken when one is, and else unknown.</summary>
    public static string OfAll(IReadOnlyCollection<string> statuses) => statuses switch
    {
        _ when statuses.Contains(Fail) => Fail,
        _ when statuses.Count == 0 || statuses.Contains(Unknown) => Unknown,
        _ => Pass,
    };
}

/// <summary>How a clause stands.</summary>
/// <param name="Clause">Its id.</param>
/// <param name="Statement">Its text.</param>
/// <param name="Status"><c>pass</c>, <c>fail</c> or <c>unknown</c>.</param>
/// <param name="Controls">The controls that keep it.</param>
public sealed record ClauseStanding(string Clause, string Statement, string Status, IReadOnlyList<string> Controls)
{
    /// <summary>All clauses, as the proofs make them stand.</summary>
    public static IReadOnlyList<ClauseStanding> Of(IReadOnlyList<Proof> proofs, string language = "en") =>
        [.. AllClauses.List.Select(clause => Of(clause, [.. proofs.Where(proof => proof.Clauses.Contains(clause.Id))], language))];

    /// <summary>All clauses, by the stored status of each control; a control that was never looked at is unknown.</summary>
    public static IReadOnlyList<ClauseStanding> OfStates(IReadOnlyDictionary<string, string> states, string language) =>
        [.. AllClauses.List.Select(clause => AllControls.List.Where(control => control.Clauses.Contains(clause.Id)).ToArray() is var controls
            ? new ClauseStanding(clause.Id, clause.Text.In(language), ProofStatus.OfAll([.. controls.Select(control => states.GetValueOrDefault(control.Id, ProofStatus.Unknown))]), [.. controls.Select(control => control.Id)])
            : new ClauseStanding(clause.Id, clause.Text.In(language), ProofStatus.Unknown, []))];

    private static ClauseStanding Of(Clause clause, IReadOnlyList<Proof> proofs, string language) =>
        new(clause.Id, clause.Text.In(language), ProofStatus.OfAll([.. proofs.Select(proof => proof.Status)]), [.. proofs.Select(proof => proof.Control)]);
}
