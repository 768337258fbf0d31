namespace Earshot.Platform.Privacy.Controls;

/// <summary>What a check found.</summary>
/// <param name="Holds">True: the promise is kept now. Null: the check can't tell.</param>
/// <param name="Evidence">What was counted or read; never content.</param>
public sealed record Finding(bool? Holds, string Evidence);

/// <summary>A promise with the running check that keeps it honest.</summary>
/// <param name="Id">Stable name.</param>
/// <param name="Clauses">Ids of the clauses of the policy that it keeps.</param>
/// <param name="Statement">The promise in one sentence.</param>
/// <param name="Check">Looks at this installation as it is now.</param>
public sealed record Control(string Id, IReadOnlyList<string> Clauses, string Statement, Func<Installation, CancellationToken, Task<Finding>> Check);

/// <summary>One line of <c>earshot prove</c>.</summary>
/// <param name="Control">Id of the control.</param>
/// <param name="Clauses">Clauses that it keeps.</param>
/// <param name="Statement">The promise.</param>
/// <param name="Status"><c>pass</c>, <c>fail</c> or <c>unknown</c>.</param>
/// <param name="CheckedAt">When it was looked at.</param>
/// <param name="Evidence">What was found.</param>
public sealed record Proof(string Control, IReadOnlyList<string> Clauses, string Statement, string Status, DateTimeOffset CheckedAt, string Evidence);
