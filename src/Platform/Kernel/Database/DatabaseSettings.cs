using Earshot.Platform.Kernel.Encryption;
using Npgsql;

namespace Earshot.Platform.Kernel.Database;

/// <summary>
/// Two doors to one database: the owner migrates, the application role (no superuser, no bypass of row-level security) does all else.
/// The application role belongs to the database (<c>NAME_app</c>) and its password is derived from the master key, so that it is stored nowhere.
/// </summary>
public sealed class DatabaseSettings
{
    private readonly MasterKey master;
    private readonly NpgsqlConnectionStringBuilder app;

    public DatabaseSettings(string ownerConnection, MasterKey masterKey)
    {
        var owner = new NpgsqlConnectionStringBuilder(ownerConnection) { Timeout = 15 };
        if (string.IsNullOrEmpty(owner.Database))
        {
            throw new ArgumentException("EARSHOT_DATABASE names no database. Example: Host=/run/postgresql;Database=earshot;Username=earshot;Password=…");
        }

        AppRole = $"{owner.Database}_app";
        master = masterKey;
        OwnerConnection = owner.ConnectionString;
        app = new NpgsqlConnectionStringBuilder(ownerConnection)
        {
            Username = AppRole,
            MaxPoolSize = 40,
            ApplicationName = "earshot",
            MaxAutoPrepare = 100, // statements that come again are parsed and planned once for a connection
            AutoPrepareMinUsages = 3,
        };
    }

    public string OwnerConnection { get; }

    /// <summary>For one connection now; what lives longer takes <see cref="OpenApp"/>.</summary>
    public string AppConnection => new NpgsqlConnectionStringBuilder(app.ConnectionString) { Password = AppPassword }.ConnectionString;

    public string AppRole { get; }

    internal string AppPassword => PasswordOf(master.DeriveFromOldest(PasswordPurpose));

    private string PasswordPurpose => $"database role {AppRole}";

    /// <summary>Connections of the application role. The password may change under way: each new connection asks for it.</summary>
    public NpgsqlDataSource OpenApp()
    {
        var builder = new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(app.ConnectionString) { Password = null }.ConnectionString);
        builder.UsePasswordProvider(_ => AppPassword, async (_, ct) =>
        {
            await master.RefreshAsync(ct);
            return AppPassword;
        });
        return builder.Build();
    }

    /// <summary>The password once the earlier master keys are retired.</summary>
    internal string NextAppPassword() => PasswordOf(master.Derive(PasswordPurpose));

    private static string PasswordOf(byte[] derived) => Convert.ToHexStringLower(derived);
}
