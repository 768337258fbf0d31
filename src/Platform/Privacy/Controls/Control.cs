namespace Earshot.Platform.Privacy.Controls;

/// <summary>What a check found.</summary>
/// <param name="Holds">True: the promise is kept now. Null: the check can't tell.</param>
/// <param name="Evidence">What was counted or read; never content.</param>
public sealed record Finding(bool? Holds, string Evidence);

/// <summary>How a check knows.</summary>
public enum CheckKind
{
    /// <summary>Counts rows, reads settings, files or the schema of this installation.</summary>
    Live,

    /// <summary>Opens pages of this installation as a stranger would.</summary>
    Probe,

    /// <summary>Reads the program that runs here: its routes, types and rights.</summary>
    Program,

    /// <summary>Does it with invented data and looks at what came out.</summary>
    Trial,

    /// <summary>Waits for a part of the product that does not exist yet: never green.</summary>
    Awaited,
}

/// <summary>A promise with the running check that keeps it honest.</summary>
/// <param name="Id">Stable name.</param>
/// <param name="Clauses">Ids of the clauses that it keeps.</param>
/// <param name="Statement">The promise in one sentence.</param>
/// <param name="Kind">How the check knows.</param>
/// <param name="Check">Looks at this installation as it is now.</param>
public sealed record Control(string Id, IReadOnlyList<string> Clauses, Said Statement, CheckKind Kind, Func<Installation, CancellationToken, Task<Finding>> Check)
{
    /// <summary>Holds when a query counts no offenders.</summary>
    internal static Control None(string id, string clauses, string english, string russian, string what, string offenders, string all) =>
        Live(id, clauses, english, russian, (site, ct) => site.NoneAsync(what, offenders, all, ct));

    internal static Control Live(string id, string clauses, string english, string russian, Func<Installation, CancellationToken, Task<Finding>> check) =>
        new(id, clauses.Split(' '), new Said(english, russian), CheckKind.Live, check);

    internal static Control Probe(string id, string clauses, string english, string russian, Func<Installation, CancellationToken, Task<Finding>> check) =>
        new(id, clauses.Split(' '), new Said(english, russian), CheckKind.Probe, check);

    internal static Control Program(string id, string clauses, string english, string russian, Func<Installation, Finding> check) =>
        new(id, clauses.Split(' '), new Said(english, russian), CheckKind.Program, (site, _) => Task.FromResult(check(site)));

    internal static Control Trial(string id, string clauses, string english, string russian, Func<Installation, CancellationToken, Task<Finding>> check) =>
        new(id, clauses.Split(' '), new Said(english, russian), CheckKind.Trial, check);

    internal static Control Awaited(string id, string clauses, string english, string russian, string waitsFor) =>
        new(id, clauses.Split(' '), new Said(english, russian), CheckKind.Awaited, (_, _) => Task.FromResult(new Finding(null, $"waits for: {waitsFor}")));
}

/// <summary>One line of <c>earshot prove</c>.</summary>
/// <param name="Control">Id of the control.</param>
/// <param name="Clauses">Clauses that it keeps.</param>
/// <param name="Statement">The promise.</param>
/// <param name="Status"><c>pass</c>, <c>fail</c> or <c>unknown</c>.</param>
/// <param name="CheckedAt">When it was looked at.</param>
/// <param name="Evidence">What was found.</param>
public sealed record Proof(string Control, IReadOnlyList<string> Clauses, string Statement, string Status, DateTimeOffset CheckedAt, string Evidence);
