using System.Net;
using Npgsql;

namespace Earshot.Platform.Privacy.Controls;

/// <summary>Data stay where they were promised to stay.</summary>
internal static class RegionControls
{
    public static readonly IReadOnlyList<Control> List =
    [
        Control.None(
            "region-of-organizations", "A22 A24 C15 D09", "Only organizations of this cell's region live here.", "Здесь живут только организации этого региона.",
            "organizations",
            "select count(*) from accounts.organizations where region <> @region",
            "select count(*) from accounts.organizations"),
        Control.None(
            "region-fixed", "A22 A23", "The region of an organization can't be changed: the database refuses.", "Регион организации нельзя изменить: база отказывает.",
            "guards of the region",
            "select 1 - count(*) from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'accounts' and c.relname = 'organizations' and t.tgname = 'region_is_fixed' and t.tgenabled in ('O', 'A')",
            "select 1"),
        Control.None(
            "egress-in-region", "A22 A51 A54 B28", "Personal data left the region only on a permission for the transfer.", "Данные покидали регион только при разрешённой передаче.",
            "exchanges with other services",
            "select count(*) from kernel.egress_calls where cardinality(data) > 0 and region not in (@region, 'local') and transfer_id is null",
            "select count(*) from kernel.egress_calls"),
        Control.Live(
            "database-at-home", "A24 A53 C15 D09", "The database is on this machine or in its own network: what comes in is first written here.", "База – на этой машине или в её сети: первая запись происходит здесь.",
            (site, _) => Task.FromResult(IsAtHome(new NpgsqlConnectionStringBuilder(site.Settings.Database).Host))),
    ];

    /// <summary>A socket of this machine, the loopback, or an address of a private network (RFC 1918, RFC 4193). A name says nothing of where it is.</summary>
    internal static Finding IsAtHome(string? host) => host switch
    {
        null or "" or "localhost" or ['/', ..] => new Finding(true, "a socket of this machine"),
        _ when IPAddress.TryParse(host, out var address) => new Finding(IsPrivate(address), IsPrivate(address) ? "an address of the own network" : "an address of the public network"),
        _ => new Finding(null, "the database is reached by a name; where it is can't be told from here"),
    };

    private static bool IsPrivate(IPAddress address) => IPAddress.IsLoopback(address) || address.IsIPv6UniqueLocal
        || address.GetAddressBytes() is [10, ..] or [192, 168, ..] or [172, >= 16 and <= 31, ..];
}
