using System.Security.Authentication;

namespace Earshot.Platform.Kernel.Egress;

/// <summary>An open connection to a registered destination; what becomes of it stands in the ledger.</summary>
public sealed class EgressLine : IAsyncDisposable
{
    private readonly EgressCall call;
    private readonly IEgressLedger ledger;

    internal EgressLine(Stream stream, EgressCall call, IEgressLedger ledger)
    {
        Stream = stream;
        this.call = call;
        this.ledger = ledger;
    }

    public Stream Stream { get; }

    /// <summary>The other side answered to the end. Without this the exchange stands as broken.</summary>
    /// <param name="status">Its last code.</param>
    /// <param name="agreed">What encrypted the line.</param>
    public void Answered(int status, SslProtocols agreed) =>
        (call.Status, call.Outcome, call.Protocol) = (status, EgressCall.Answered, EgressProtocol.Of(agreed));

    public async ValueTask DisposeAsync()
    {
        call.Outcome = call.Outcome == EgressCall.Sent ? EgressCall.Broken : call.Outcome;
        await ledger.EndAsync(call, CancellationToken.None);
        await Stream.DisposeAsync();
    }
}
