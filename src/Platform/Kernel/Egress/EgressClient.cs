using System.Net.Sockets;

namespace Earshot.Platform.Kernel.Egress;

/// <summary>
/// The one source of HTTP clients. A client belongs to one registered destination and one organization; the guard looks at every request
/// and every hop of it, writes the ledger, and refuses by <see cref="EgressRefusedException"/>.
/// </summary>
public sealed class EgressClient : IDisposable
{
    private readonly EgressConnections connections;
    private readonly EgressGate gate;
    private readonly IEgressLedger ledger;
    private readonly TimeProvider clock;

    /// <param name="register">What may be spoken to.</param>
    /// <param name="permits">What the register of subprocessors knows.</param>
    /// <param name="ledger">Where it is written down.</param>
    /// <param name="region">Region of this cell and of its organizations.</param>
    /// <param name="resolve">The name service.</param>
    /// <param name="clock">Tells when patience is over.</param>
    /// <param name="own">The certificate of this server; null where it speaks no TLS itself.</param>
    public EgressClient(EgressRegister register, IEgressPermits permits, IEgressLedger ledger, string region, ResolveHost resolve, TimeProvider clock, OwnCertificate? own = null)
    {
        connections = new EgressConnections(resolve, own);
        gate = new EgressGate(register, permits, region, clock);
        this.ledger = ledger;
        this.clock = clock;
    }

    /// <param name="destination">Name of the destination in the register.</param>
    /// <param name="organization">On whose behalf; null: the installation's own.</param>
    public HttpClient For(string destination, Guid? organization)
    {
#pragma warning disable RS0030 // the one place
        return new HttpClient(new EgressHandler(destination, organization ?? Guid.Empty, gate, connections, ledger, clock), disposeHandler: true)
        {
            Timeout = Timeout.InfiniteTimeSpan, // the destination's own patience holds
        };
#pragma warning restore RS0030
    }

    /// <summary>
    /// A connection for what is not HTTP, such as mail: judged and written down like everything that leaves. Who opens it encrypts it, unless
    /// the destination is a local one.
    /// </summary>
    /// <param name="destination">Name of the destination in the register.</param>
    /// <param name="address">Host and port; <c>https</c> as scheme says that it will be encrypted.</param>
    /// <param name="bytes">How much will go out.</param>
    /// <param name="ct">Stops the work.</param>
    /// <exception cref="EgressRefusedException">The guard refused.</exception>
    public async Task<EgressLine> OpenAsync(string destination, Uri address, long bytes, CancellationToken ct)
    {
        var judged = await gate.JudgeAsync(destination, null, address, ct);
        if (judged.Failure is { } no)
        {
            await ledger.RefuseAsync(Guid.Empty, destination, address.IdnHost, no, ct);
            throw new EgressRefusedException(no);
        }

        var call = EgressCall.New(judged.Value, Guid.Empty, address.IdnHost, bytes, clock.GetUtcNow());
        await ledger.BeginAsync(call, ct);
        EgressMetrics.Called(destination);
        try
        {
            return new EgressLine(await connections.ConnectAsync(address.IdnHost, address.Port, judged.Value.Destination.IsLocal, ct), call, ledger);
        }
        catch (Exception failed) when (failed is IOException or SocketException or EgressRefusedException)
        {
            call.Outcome = failed is EgressRefusedException ? EgressCall.Refused : EgressCall.Broken;
            await ledger.EndAsync(call, CancellationToken.None);
            throw;
        }
    }

    public void Dispose() => connections.Dispose();
}
