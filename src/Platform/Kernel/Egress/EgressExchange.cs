namespace Earshot.Platform.Kernel.Egress;

/// <summary>One request and its answer under the limits of the destination; what becomes of it stands in the ledger.</summary>
internal sealed class EgressExchange(EgressCall call, Destination destination, IEgressLedger ledger, TimeProvider clock) : IDisposable
{
    private readonly CancellationTokenSource time = new(destination.Patience, clock);
    private readonly long started = clock.GetTimestamp();
    private bool isOver;

    public long MaxBytes => destination.MaxResponseBytes;

    /// <summary>Over when the patience is.</summary>
    public CancellationToken Time => time.Token;

    public async Task<HttpResponseMessage> RunAsync(EgressConnections connections, HttpRequestMessage request, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct, time.Token);
        try
        {
            using var invoker = connections.To(destination);
            var response = await invoker.SendAsync(request, stop.Token);
            call.Protocol = request.RequestUri is { } address ? connections.ProtocolOf(address) : null;
            return await AnswerAsync(response, ct);
        }
        catch (OperationCanceledException late) when (!ct.IsCancellationRequested)
        {
            await FailAsync(EgressCall.TimedOut);
            throw new TaskCanceledException("The service took too long.", late);
        }
        catch (HttpRequestException failed) when (failed.InnerException is EgressRefusedException refused)
        {
            await FailAsync(EgressCall.Refused);
            EgressMetrics.Refused(call.Destination, refused.Failure);
            await ledger.RefuseAsync(call.OrganizationId, call.Destination, call.Host, refused.Failure, CancellationToken.None);
            throw new EgressRefusedException(refused.Failure);
        }
        catch (Exception failed) when (failed is HttpRequestException and not EgressRefusedException or IOException or OperationCanceledException)
        {
            await FailAsync(EgressCall.Broken);
            throw;
        }
    }

    /// <summary>The body came to its end.</summary>
    public Task FinishAsync(long bytes)
    {
        var isKnown = bytes == call.BytesIn || isOver;
        call.BytesIn = bytes;
        return isKnown ? Task.CompletedTask : EndAsync(EgressCall.Answered);
    }

    /// <summary>The body did not come whole.</summary>
    public Task FailAsync(string outcome) => isOver ? Task.CompletedTask : EndAsync(outcome);

    public void Dispose() => time.Dispose();

    private async Task<HttpResponseMessage> AnswerAsync(HttpResponseMessage response, CancellationToken ct)
    {
        call.Status = (int)response.StatusCode;
        call.BytesIn = response.Content.Headers.ContentLength ?? 0;
        if (call.BytesIn > MaxBytes)
        {
            response.Dispose();
            await FailAsync(EgressCall.TooLarge);
            throw new EgressRefusedException(EgressFailures.TooLarge);
        }

        (call.Outcome, call.DurationMs) = (EgressCall.Answered, Elapsed());
        await ledger.EndAsync(call, ct);
        response.Content = new GuardedContent(response.Content, this);
        return response;
    }

    // Whoever stops waiting does not stop the ledger.
    private Task EndAsync(string outcome)
    {
        isOver = true;
        (call.Outcome, call.DurationMs) = (outcome, Elapsed());
        return ledger.EndAsync(call, CancellationToken.None);
    }

    private long Elapsed() => (long)clock.GetElapsedTime(started).TotalMilliseconds;
}
