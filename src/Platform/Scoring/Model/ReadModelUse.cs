using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Scoring.Model;

/// <summary>What the model made of a call, and what that cost.</summary>
public sealed record ModelUseLine(
    string Model, string PromptHash, int Asked, int Answered, int Hidden, string? Summary, long TokensIn, long TokensOut, decimal Cost, string Currency, DateTimeOffset AskedAt);

/// <summary>Tokens and money of a span of time.</summary>
public sealed record ModelSpending(int Calls, long Tokens, decimal Cost);

/// <summary>Reads what the model was asked.</summary>
public sealed class ReadModelUse(PlatformDb db, TimeProvider clock)
{
    /// <returns>Null when the call never went to a model.</returns>
    public Task<ModelUseLine?> OfCallAsync(Guid call, CancellationToken ct) => db.Database.SqlQuery<ModelUseLine>(
        $"""
        select model as "Model", prompt_hash as "PromptHash", asked as "Asked", answered as "Answered", hidden as "Hidden", summary as "Summary",
          tokens_in as "TokensIn", tokens_out as "TokensOut", cost as "Cost", currency as "Currency", asked_at as "AskedAt"
        from scoring.model_uses where organization_id = kernel.current_tenant() and call_id = {call}
        """).SingleOrDefaultAsync(ct);

    /// <summary>The last 24 hours, which the limit of tokens looks at.</summary>
    public Task<ModelSpending> OfDayAsync(CancellationToken ct) => db.Database.SqlQuery<ModelSpending>(
        $"""
        select count(*)::int as "Calls", coalesce(sum(tokens_in + tokens_out), 0)::bigint as "Tokens", coalesce(sum(cost), 0) as "Cost"
        from scoring.model_uses where organization_id = kernel.current_tenant() and asked_at > {clock.GetUtcNow().AddDays(-1)}
        """).SingleAsync(ct);
}
