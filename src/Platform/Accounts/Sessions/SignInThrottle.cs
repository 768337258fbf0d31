using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.Sessions;

/// <summary>
/// Slows guessing down without letting anybody lock somebody else out. Failures of strangers count per account and address, per address, and
/// per account over all of them. A device on which the person signed in before counts by itself: neither a colleague behind the same
/// address nor a crowd elsewhere holds it up. Keys are keyed digests.
/// </summary>
public sealed class SignInThrottle(PlatformDb db, MasterKey masterKey, Actor actor, DeviceCookie device, IHttpContextAccessor http, TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(15);

    private readonly byte[] secret = masterKey.Derive("sign-in throttle");

    /// <param name="Key">What is counted.</param>
    /// <param name="Free">So many failures cost nothing; each one after that doubles the delay.</param>
    private readonly record struct Counter(byte[] Key, int Free);

    internal async Task<bool> IsHeldAsync(byte[] account, Guid? user, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var keys = Counters(account, user).Select(counter => counter.Key).ToArray();
        var free = await db.Database.SqlQuery<DateTimeOffset?>($"select max(free_at) as \"Value\" from accounts.throttle where key = any({keys}) and free_at > {now}").SingleAsync(ct);
        if (free is { } at && http.HttpContext is { Response.HasStarted: false } context)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling((at - now).TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        return free is not null;
    }

    internal bool IsKnown(Guid? user) => user is { } person && device.Knows(person);

    internal async Task FailedAsync(byte[] account, Guid? user, CancellationToken ct)
    {
        foreach (var counter in Counters(account, user))
        {
            await CountAsync(counter, ct);
        }
    }

    internal Task SucceededAsync(byte[] account, CancellationToken ct)
    {
        var key = Key("account and address", account);
        return db.Database.ExecuteSqlAsync($"delete from accounts.throttle where key = {key}", ct);
    }

    internal static TimeSpan Delay(int failures, int free) =>
        failures <= free ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(LongestDelay.TotalSeconds, 5 * Math.Pow(2, Math.Min(failures - free - 1, 20))));

    private async Task CountAsync(Counter counter, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var since = now - Window;
        var failures = (await db.Database.SqlQuery<int>($"""
            insert into accounts.throttle as t (key, failures, first_at, last_at, free_at) values ({counter.Key}, 1, {now}, {now}, {now})
            on conflict (key) do update set failures = case when t.last_at < {since} then 1 else t.failures + 1 end, last_at = {now}
            returning failures as "Value"
            """).ToListAsync(ct))[0];
        var free = now + Delay(failures, counter.Free);
        await db.Database.ExecuteSqlAsync($"update accounts.throttle set free_at = {free} where key = {counter.Key}", ct);
    }

    private IEnumerable<Counter> Counters(byte[] account, Guid? user)
    {
        if (IsKnown(user))
        {
            yield return new Counter(Digest([.. "known device"u8, 0, .. account]), Free: 10);
            yield break;
        }

        yield return new Counter(Key("account and address", account), Free: 5);
        yield return new Counter(Key("address", []), Free: 50);
        yield return new Counter(Digest([.. "account"u8, 0, .. account]), Free: 100);
    }

    private byte[] Key(string kind, byte[] account) =>
        Digest([.. Encoding.UTF8.GetBytes($"{kind} {actor.Address}"), 0, .. account]);

    private byte[] Digest(byte[] text) => HMACSHA256.HashData(secret, text);
}
