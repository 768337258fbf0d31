using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Platform.Privacy.Inquiries;

/// <summary>
/// Our own captcha: the browser looks for a number that makes a digest begin with zeros. It asks nobody, knows nothing of the person, and
/// keeps a digest of a solved puzzle for a day so that it is good once.
/// </summary>
public sealed class ProofOfWork(MasterKey master, IServiceScopeFactory scopes, TimeProvider clock) : ICaptcha
{
    /// <summary>Zero bits at the beginning of the digest: about sixteen thousand tries.</summary>
    public const int Bits = 14;

    private static readonly TimeSpan Life = TimeSpan.FromHours(6);
    private const string Purpose = "website puzzle";

    public Said Notice { get; } = new(
        "This form is protected by a small puzzle that your browser solves by itself. It is ours: nobody else is asked, nothing about you is kept.",
        "Форму защищает небольшая задача, которую браузер решает сам. Она наша: никто другой не участвует, о вас ничего не сохраняется.");

    public string Pose()
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow().ToUnixTimeSeconds()}.{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(12))}");
        return $"{body}.{Mac(master.Derive(Purpose), body)}";
    }

    public async Task<bool> CheckAsync(string puzzle, string answer, CancellationToken ct) =>
        IsOurs(puzzle) && IsSolved(puzzle, answer) && await SpendAsync(puzzle, ct);

    internal static bool IsSolved(string puzzle, string answer)
    {
        if (answer.Length is 0 or > 12)
        {
            return false;
        }

        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{puzzle}.{answer}"));
        return BitOperations.LeadingZeroCount((uint)((digest[0] << 24) | (digest[1] << 16) | (digest[2] << 8) | digest[3])) >= Bits;
    }

    private bool IsOurs(string puzzle) =>
        puzzle.Split('.') is [var time, var nonce, var mac] && puzzle.Length < 200
        && master.DeriveEach(Purpose).Any(key => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(mac), Encoding.UTF8.GetBytes(Mac(key, $"{time}.{nonce}"))))
        && long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds) < Life;

    private static string Mac(byte[] key, string body) => Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(body)));

    private async Task<bool> SpendAsync(string puzzle, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(puzzle));
        return await scope.ServiceProvider.GetRequiredService<PlatformDb>().Database.ExecuteSqlAsync(
            $"insert into privacy.spent_puzzles (digest, spent_at) values ({digest}, {clock.GetUtcNow()}) on conflict do nothing", ct) == 1;
    }
}
