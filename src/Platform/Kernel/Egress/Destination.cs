namespace Earshot.Platform.Kernel.Egress;

/// <summary>
/// A place outside this process to which the product may speak, and what for. Declared by the module that speaks to it
/// (<c>services.AddDestination</c>), or added by settings and rows through an <see cref="IDestinationSource"/>.
/// </summary>
public sealed record Destination
{
    /// <summary>Region of a service on this machine or in the operator's own network.</summary>
    public const string Local = "local";

    /// <summary>Stable name, lower case: <c>speechkit</c>, <c>webhook.0190…</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Host names; <c>*.example.com</c> is any name below.</summary>
    public required IReadOnlyList<string> Hosts { get; init; }

    public int Port { get; init; } = 443;

    /// <summary>Why data goes there: <c>transcription</c>, <c>payment</c>, <c>notices</c> …</summary>
    public required string Purpose { get; init; }

    /// <summary>Region in which it processes: <c>ru</c>, <c>eu</c>, <c>ae</c>, <c>us</c> …, or <see cref="Local"/>.</summary>
    public required string Region { get; init; }

    /// <summary>Categories of personal data that go there: <c>audio</c>, <c>masked_text</c>, <c>contact</c> … Empty: none.</summary>
    public required IReadOnlyList<string> Data { get; init; }

    /// <summary>The fields that are sent, all of them (clause B25).</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>The organization that connected it; null: the installation's own, for all organizations.</summary>
    public Guid? Organization { get; init; }

    public bool IsEnabled { get; init; } = true;

    /// <summary>May be at a private or loopback address and without TLS. Only the operator can say so: it is ignored on what an organization connects.</summary>
    public bool IsLocal { get; init; }

    public long MaxRequestBytes { get; init; } = 64L << 20;

    public long MaxResponseBytes { get; init; } = 64L << 20;

    /// <summary>For a whole exchange, its body included.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Host and port of an address from the operator's settings; a loopback address there is meant.</summary>
    public Destination At(Uri address) => this with
    {
        Hosts = [.. Hosts, address.IdnHost],
        Port = address.Port,
        IsLocal = IsLocal || Region == Local || address.IsLoopback,
    };

    public bool Covers(Uri address) => address.Port == Port && Hosts.Any(pattern => Matches(pattern, address.IdnHost));

    private static bool Matches(string pattern, string host) => pattern.StartsWith("*.", StringComparison.Ordinal)
        ? host.Length > pattern.Length - 1 && host.EndsWith(pattern[1..], StringComparison.OrdinalIgnoreCase)
        : string.Equals(pattern, host, StringComparison.OrdinalIgnoreCase);
}
