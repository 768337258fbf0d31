using Npgsql;

namespace Earshot.Platform.Kernel.Jobs;

/// <summary>Claims, leases: the job runner's doors to the jobs of all organizations.</summary>
internal sealed class ClaimJobs(NpgsqlDataSource source, PlatformSettings settings)
{
    public async Task<List<Job>> RunAsync(string[] kinds, int wanted, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            """
            select organization_id, id, kind, subject, payload::text, priority, run_at, created_at, step_since, attempts, lease_token, lease_until, reason
            from kernel.claim_jobs(@kinds, @wanted, @token, @lease)
            """);
        command.Parameters.AddWithValue("kinds", kinds);
        command.Parameters.AddWithValue("wanted", wanted);
        command.Parameters.AddWithValue("token", Guid.NewGuid());
        command.Parameters.AddWithValue("lease", settings.JobLease);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var jobs = new List<Job>();
        while (await reader.ReadAsync(ct))
        {
            jobs.Add(Read(reader));
        }

        return jobs;
    }

    public async Task RenewAsync(Guid[] tokens, CancellationToken ct)
    {
        await using var command = source.CreateCommand("select kernel.renew_leases(@tokens, @lease)");
        command.Parameters.AddWithValue("tokens", tokens);
        command.Parameters.AddWithValue("lease", settings.JobLease);
        await command.ExecuteScalarAsync(ct);
    }

    public async Task<int> ReleaseExpiredAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand("select kernel.release_expired_jobs()");
        return await command.ExecuteScalarAsync(ct) is int released ? released : 0;
    }

    private static Job Read(NpgsqlDataReader row) => new()
    {
        OrganizationId = row.GetGuid(0),
        Id = row.GetGuid(1),
        Kind = row.GetString(2),
        Subject = row.IsDBNull(3) ? null : row.GetGuid(3),
        Payload = row.IsDBNull(4) ? null : row.GetString(4),
        Priority = (JobPriority)row.GetInt16(5),
        RunAt = row.GetFieldValue<DateTimeOffset>(6),
        CreatedAt = row.GetFieldValue<DateTimeOffset>(7),
        StepSince = row.GetFieldValue<DateTimeOffset>(8),
        Attempts = row.GetInt32(9),
        State = Job.Running,
        LeaseToken = row.GetGuid(10),
        LeaseUntil = row.GetFieldValue<DateTimeOffset>(11),
        Reason = row.IsDBNull(12) ? null : row.GetString(12),
    };
}
