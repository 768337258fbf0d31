namespace Earshot.Platform;

/// <summary>What a process does. Several share one database and one spool folder.</summary>
public enum ServerRole
{
    /// <summary>Pages, API and jobs.</summary>
    All,

    /// <summary>Pages and API.</summary>
    Web,

    /// <summary>Jobs.</summary>
    Worker,
}
