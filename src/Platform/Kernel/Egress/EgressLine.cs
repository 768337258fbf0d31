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
    public void Answered(int status) => (call.Status, call.Outcome) = (status, EgressCall.Answered);

    public async ValueTask DisposeAsync()
    {
        call.Outcome = call.Outcome == EgressCall.Sent ? EgressCall.Broken : call.Outcome;
        await ledger.EndAsync(call, CancellationToken.None);
        await Stream.DisposeAsync();
    }
}
