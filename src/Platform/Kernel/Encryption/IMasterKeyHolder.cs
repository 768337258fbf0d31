using Npgsql;

namespace Earshot.Platform.Kernel.Encryption;

/// <summary>Something that stands under the master key and moves to the present one when it was rotated.</summary>
public interface IMasterKeyHolder
{
    /// <summary>What it is, for people.</summary>
    string Name { get; }

    /// <summary>Moves what is still under an earlier key. Can be cut off anywhere and begun again; the product reads and writes meanwhile.</summary>
    /// <param name="owner">Connections of the database's owner.</param>
    /// <param name="progress">Told how many were moved so far.</param>
    /// <param name="ct">Stops the work.</param>
    /// <returns>How many were moved now; none when all are under the present key.</returns>
    Task<long> RewrapAsync(NpgsqlDataSource owner, IProgress<long> progress, CancellationToken ct);
}
