using System.Collections.Concurrent;
using Earshot.Analysis;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Calls.OwnTopics;

/// <summary>Analysts of organizations with topics of their own, each made once for a state of its topics; all others share one.</summary>
internal sealed class OwnAnalysts(Analyst shared)
{
    private const int Most = 64;

    private readonly ConcurrentDictionary<Guid, Made> own = [];

    public Analyst For(Guid organization, IReadOnlyList<TopicDefinition> topics, bool isOnlyOwn)
    {
        if (topics.Count == 0)
        {
            own.TryRemove(organization, out _);
            return shared;
        }

        if (own.TryGetValue(organization, out var kept) && kept.IsOnlyOwn == isOnlyOwn && kept.Topics.SequenceEqual(topics))
        {
            return kept.Analyst;
        }

        if (own.Count >= Most && own.Keys.FirstOrDefault() is var other)
        {
            own.TryRemove(other, out _);
        }

        var made = new Made(topics, isOnlyOwn, new Analyst(new AnalystOptions { Topics = topics, BuiltInTopics = isOnlyOwn ? BuiltInTopics.Hidden : BuiltInTopics.Shown }));
        own[organization] = made;
        return made.Analyst;
    }

    private sealed record Made(IReadOnlyList<TopicDefinition> Topics, bool IsOnlyOwn, Analyst Analyst);
}

/// <summary>The analyst of the current organization.</summary>
internal sealed class FindAnalyst(PlatformDb db, ReadAnalysisSettings settings, OwnAnalysts analysts)
{
    public async Task<Analyst> RunAsync(CancellationToken ct)
    {
        var topics = await db.Set<OwnTopic>().AsNoTracking().OrderBy(row => row.Id).Select(row => new TopicDefinition(row.Name, row.Description, row.Rule)).ToListAsync(ct);
        return analysts.For(db.Organization, topics, topics.Count > 0 && (await settings.RunAsync(ct)).OnlyOwnTopics);
    }
}
