using Earshot.Platform.Kernel.Encryption;
using Npgsql;

namespace Earshot.Platform.Kernel.Database;

/// <summary>
/// Two doors to one database: the owner migrates, the application role (no superuser, no bypass of row-level security) does all else.
/// The application role belongs to the database (<c>NAME_app</c>) and its password is derived from the master key, so that it is stored nowhere.
/// </summary>
public sealed class DatabaseSettings
{
    public DatabaseSettings(string ownerConnection, MasterKey masterKey)
    {
        var owner = new NpgsqlConnectionStringBuilder(ownerConnection) { Timeout = 15 };
        if (string.IsNullOrEmpty(owner.Database))
        {
            throw new ArgumentException("EARSHOT_DATABASE names no database. Example: Host=/run/postgresql;Database=earshot;Username=earshot;Password=…");
        }

        AppRole = $"{owner.Database}_app";
        AppPassword = Convert.ToHexStringLower(masterKey.Derive($"database role {AppRole}"));
        OwnerConnection = owner.ConnectionString;
        AppConnection = new NpgsqlConnectionStringBuilder(ownerConnection)
        {
            Username = AppRole,
            Password = AppPassword,
            MaxPoolSize = 40,
            ApplicationName = "earshot",
            MaxAutoPrepare = 100, // statements that come again are parsed and planned once for a connection
            AutoPrepareMinUsages = 3,
        }.ConnectionString;
    }

    public string OwnerConnection { get; }

    public string AppConnection { get; }

    public string AppRole { get; }

    internal string AppPassword { get; }
}
