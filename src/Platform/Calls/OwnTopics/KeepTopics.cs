using System.Globalization;
using Earshot.Analysis;
using Earshot.Analysis.Phrases;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Earshot.Platform.Calls.OwnTopics;

/// <summary>A topic as it is kept.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Topic">Name, sentence and rule.</param>
/// <param name="ChangedAt">To be given back with a change, so that two people do not write over each other.</param>
public sealed record OwnTopicLine(Guid Id, TopicDefinition Topic, DateTimeOffset ChangedAt);

/// <summary>Adds, changes and removes the topics of an organization. They hold for calls from then on.</summary>
public sealed class KeepTopics(PlatformDb db, AuditLog audit, AuditActor who, TimeProvider clock)
{
    public const int Most = 50;
    public const int LongestName = 60;
    public const int LongestDescription = 300;
    public const int LongestRule = 1000;

    public static readonly Failure BadName = new(FailureKind.Invalid, "topic_name", "Give the topic a name of 2 to 60 characters.");

    public static readonly Failure BadDescription = new(FailureKind.Invalid, "topic_description", "Say in a sentence of 10 to 300 characters what belongs to the topic: its words are what calls are compared with.");

    public static readonly Failure SameName = new(FailureKind.Conflict, "topic_exists", "There is a topic of that name already.");

    public static readonly Failure TooMany = new(FailureKind.Conflict, "too_many_topics", "There are fifty topics. Remove one before you add another.");

    public static readonly Failure Gone = new(FailureKind.Conflict, "topic_changed", "Somebody else changed or removed this topic meanwhile. Load it again; nothing was changed.");

    private const int ShortestName = 2;
    private const int ShortestDescription = 10;

    /// <summary>By name.</summary>
    public async Task<IReadOnlyList<OwnTopicLine>> ListAsync(CancellationToken ct) =>
        await db.Set<OwnTopic>().AsNoTracking().OrderBy(row => row.Name).Select(row => new OwnTopicLine(row.Id, new TopicDefinition(row.Name, row.Description, row.Rule), row.ChangedAt)).ToListAsync(ct);

    /// <summary>What is wrong with a topic; null when nothing is. A rule is told with the character of its first mistake.</summary>
    public static Failure? Refuse(TopicDefinition topic) =>
        Tidied(topic.Name).Length is < ShortestName or > LongestName || topic.Name.Any(char.IsControl) ? BadName
        : Tidied(topic.Description).Length is < ShortestDescription or > LongestDescription ? BadDescription
        : topic.Rule is { Length: > 0 } rule ? OfRule(rule)
        : null;

    public async Task<Result<Guid>> AddAsync(TopicDefinition topic, CancellationToken ct)
    {
        if (Refuse(topic) is { } refused)
        {
            return refused;
        }

        if (await db.Set<OwnTopic>().CountAsync(ct) >= Most)
        {
            return TooMany;
        }

        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        db.Add(new OwnTopic
        {
            OrganizationId = db.Organization, Id = id, Name = Tidied(topic.Name), Description = Tidied(topic.Description), Rule = RuleOf(topic), ChangedAt = now, ChangedBy = who.Id,
        });
        return await SaveAsync("topic.added", id, () => db.SaveChangesAsync(ct), ct);
    }

    /// <param name="id">The topic.</param>
    /// <param name="topic">As it should be.</param>
    /// <param name="changedAt">Of the state that was changed.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<Result<Guid>> ChangeAsync(Guid id, TopicDefinition topic, DateTimeOffset changedAt, CancellationToken ct)
    {
        if (Refuse(topic) is { } refused)
        {
            return refused;
        }

        var (name, description, rule, now) = (Tidied(topic.Name), Tidied(topic.Description), RuleOf(topic), clock.GetUtcNow());
        return await SaveAsync(
            "topic.changed", id,
            () => db.Set<OwnTopic>().Where(row => row.Id == id && row.ChangedAt == changedAt).ExecuteUpdateAsync(
                row => row.SetProperty(one => one.Name, name).SetProperty(one => one.Description, description).SetProperty(one => one.Rule, rule).SetProperty(one => one.ChangedAt, now).SetProperty(one => one.ChangedBy, who.Id), ct),
            ct);
    }

    /// <summary>Calls that were given it keep it until their topics are found again.</summary>
    public Task<Result<Guid>> RemoveAsync(Guid id, CancellationToken ct) =>
        SaveAsync("topic.removed", id, () => db.Set<OwnTopic>().Where(row => row.Id == id).ExecuteDeleteAsync(ct), ct);

    /// <summary>Whether the built-in topics are left out where there are own ones.</summary>
    public async Task ChooseAsync(bool isOnlyOwn, CancellationToken ct)
    {
        var settings = await db.Set<AnalysisSettings>().SingleOrDefaultAsync(ct) ?? db.Add(new AnalysisSettings { OrganizationId = db.Organization }).Entity;
        settings.OnlyOwnTopics = isOnlyOwn;
        await audit.RecordAsync("topic.chosen", "organization", db.Organization, "administration", null, isOnlyOwn ? """{"only_own":true}""" : """{"only_own":false}""", ct);
        await db.SaveChangesAsync(ct);
    }

    private static Failure? OfRule(string rule) =>
        rule.Length > LongestRule ? new Failure(FailureKind.Invalid, "topic_rule", $"A rule has at most {LongestRule} characters.")
        : PhraseChecker.Check(rule) is [var first, ..] ? new Failure(FailureKind.Invalid, "topic_rule", string.Create(CultureInfo.InvariantCulture, $"Rule, character {first.Position + 1}: {first.Message}"))
        : null;

    // What was changed and the event that tells of it are one transaction.
    private async Task<Result<Guid>> SaveAsync(string action, Guid id, Func<Task<int>> change, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        try
        {
            if (await change() == 0)
            {
                return Gone;
            }
        }
        catch (Exception taken) when ((taken as PostgresException ?? taken.InnerException) is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return SameName;
        }

        await audit.RecordAsync(action, "topic", id, "administration", null, null, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return id;
    }

    private static string? RuleOf(TopicDefinition topic) => string.IsNullOrWhiteSpace(topic.Rule) ? null : topic.Rule.Trim();

    private static string Tidied(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
