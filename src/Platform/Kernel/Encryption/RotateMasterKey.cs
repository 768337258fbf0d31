using System.Security.Cryptography;
using Earshot.Platform.Kernel.Database;
using Npgsql;

namespace Earshot.Platform.Kernel.Encryption;

/// <summary>
/// Rotates the master key while the product works: a new key is put first where the keys are kept, running servers take it up by
/// themselves, and everything that stands under an earlier key is moved. The earlier key stays known until it is retired.
/// </summary>
public sealed class RotateMasterKey(MasterKey master, IEnumerable<IMasterKeyHolder> holders, DatabaseSettings database)
{
    /// <summary>Makes a new key, unless a rotation was begun before; then moves what is under earlier keys.</summary>
    /// <param name="progress">Told what is moved, and how many so far.</param>
    /// <param name="ct">Stops the work; the same call takes it up again.</param>
    /// <returns>How many were moved now.</returns>
    /// <exception cref="PlatformSettingsException">The keys are not kept where a command can write.</exception>
    public async Task<long> RunAsync(IProgress<(string What, long Moved)> progress, CancellationToken ct)
    {
        await master.RefreshAsync(ct);
        if (master.Ids.Count == 1)
        {
            await master.AddAsync(RandomNumberGenerator.GetBytes(32), ct);
        }

        return await MoveAsync(progress, ct);
    }

    /// <summary>Forgets the earlier keys, once nothing is under them.</summary>
    /// <returns>How many had still to be moved: then nothing was forgotten, and the call is to be made again.</returns>
    public async Task<long> RetireAsync(IProgress<(string What, long Moved)> progress, CancellationToken ct)
    {
        if (await MoveAsync(progress, ct) is var late and > 0)
        {
            return late;
        }

        // The password of the product's role follows the oldest key: both change at once.
        await using var connection = new NpgsqlConnection(database.OwnerConnection);
        await connection.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var alter = new NpgsqlCommand($"alter role {new NpgsqlCommandBuilder().QuoteIdentifier(database.AppRole)} password '{database.NextAppPassword()}'", connection);
        await alter.ExecuteNonQueryAsync(ct);
        await master.ForgetEarlierAsync(ct);
        await transaction.CommitAsync(CancellationToken.None);
        return 0;
    }

    private async Task<long> MoveAsync(IProgress<(string What, long Moved)> progress, CancellationToken ct)
    {
        await using var owner = NpgsqlDataSource.Create(database.OwnerConnection);
        var moved = 0L;
        foreach (var holder in holders)
        {
            moved += await holder.RewrapAsync(owner, new Told(count => progress.Report((holder.Name, count))), ct);
        }

        return moved;
    }

    private sealed class Told(Action<long> tell) : IProgress<long>
    {
        public void Report(long value) => tell(value);
    }
}
