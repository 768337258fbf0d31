using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Jobs;
using Earshot.Platform.Kernel.Tenancy;
using Earshot.Speech;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Platform.Calls.Pipeline;

/// <summary>Writes down what a remote recogniser keeps, in transactions of its own, with the job that will have it forgotten.</summary>
internal sealed class TrackCopies(IServiceScopeFactory scopes, JobQueue jobs, PlatformSettings settings, TimeProvider clock)
{
    /// <summary>A copy exists from now on. Its job waits until the attempt that made it is over at the latest.</summary>
    public async Task KeptAsync(Guid organization, Guid call, string engine, string reference, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(organization);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var now = clock.GetUtcNow();
        var copy = new EngineCopy { OrganizationId = organization, Id = Guid.CreateVersion7(now), CallId = call, Engine = engine, Reference = reference, KeptAt = now };
        db.Add(copy);
        jobs.Enqueue(db, CallPipeline.Forgetting, copy.Id, delay: settings.RecognitionTime + TimeSpan.FromMinutes(1));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>What an attempt before this one left is forgotten now.</summary>
    public static void Hasten(PlatformDb db, Guid call, DateTimeOffset now) => db.AlsoExecute(
        $"""
        update kernel.jobs set run_at = {now} where organization_id = {db.Organization} and state = 'ready' and kind = {CallPipeline.Forgetting}
          and subject in (select id from calls.engine_copies where organization_id = {db.Organization} and call_id = {call} and forgotten_at is null)
        """);

    /// <summary>The recogniser confirmed while the call was transcribed; what it did not confirm is asked for again at once.</summary>
    public static void Settle(PlatformDb db, Guid call, ForgetReceipt? forget, DateTimeOffset now)
    {
        if (forget is { Outcome: ForgetReceipt.Deleted, Reference: { } references })
        {
            var confirmed = references.Split(',');
            db.AlsoExecute(
                $"""
                update calls.engine_copies set forgotten_at = {now}
                where organization_id = {db.Organization} and call_id = {call} and reference = any({confirmed}) and forgotten_at is null
                """);
        }

        Hasten(db, call, now); // the job of a forgotten copy finds nothing to do and goes
    }
}
