namespace Earshot.Platform.Privacy.Documents;

/// <summary>A published text.</summary>
/// <param name="Id">Of the version.</param>
/// <param name="Document">Which document.</param>
/// <param name="Profile">Law of which region.</param>
/// <param name="Number">From 1.</param>
/// <param name="PublishedAt">When it was published.</param>
/// <param name="EffectiveAt">From when on it is in force.</param>
/// <param name="Hash">SHA-256 of its text.</param>
/// <param name="ClausesHash">SHA-256 of the register of promises that it was built from.</param>
public sealed record DocumentVersion(Guid Id, string Document, string Profile, int Number, DateTimeOffset PublishedAt, DateTimeOffset EffectiveAt, string Hash, string ClausesHash);

/// <summary>A document as a reader gets it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Version">Its version; null: a draft that was never published.</param>
/// <param name="Next">A version that is published and not in force yet.</param>
/// <param name="Missing">Details of the operator that keep a draft from being published.</param>
public sealed record ShownDocument(BuiltDocument Text, DocumentVersion? Version, DocumentVersion? Next, IReadOnlyList<string> Missing);
