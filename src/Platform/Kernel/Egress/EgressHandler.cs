using System.Net;

namespace Earshot.Platform.Kernel.Egress;

/// <summary>The guard: judges each hop, writes the ledger, holds size and time.</summary>
internal sealed class EgressHandler(
    string name, Guid organization, EgressGate gate, EgressConnections connections, IEgressLedger ledger, TimeProvider clock) : HttpMessageHandler
{
    private const int MaxHops = 5;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        var response = await HopAsync(request, EgressFailures.OtherHost, ct);
        for (var hops = 0; Next(request, response) is { } next; hops++)
        {
            response.Dispose();
            if (hops == MaxHops)
            {
                throw await RefuseAsync(next, EgressFailures.Redirected, ct);
            }

            using var follow = Follow(request, next);
            response = await HopAsync(follow, EgressFailures.Redirected, ct);
        }

        return response;
    }

    // For callers with a thread of their own to wait on, such as the exporter of metrics.
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken ct) =>
        Task.Run(() => SendAsync(request, ct), ct).GetAwaiter().GetResult();

    private async Task<HttpResponseMessage> HopAsync(HttpRequestMessage request, Failure otherHost, CancellationToken ct)
    {
        var address = request.RequestUri ?? throw new InvalidOperationException("A request needs an address.");
        var judged = await gate.JudgeAsync(name, organization == Guid.Empty ? null : organization, address, ct);
        if (judged.Failure is { } no)
        {
            throw await RefuseAsync(address, no == EgressFailures.OtherHost ? otherHost : no, ct);
        }

        var destination = judged.Value.Destination;
        if (await SizeAsync(request.Content, destination.MaxRequestBytes, ct) is not { } bytes)
        {
            throw await RefuseAsync(address, EgressFailures.TooLarge, ct);
        }

        var call = EgressCall.New(judged.Value, organization, address.IdnHost, bytes, clock.GetUtcNow());
        await ledger.BeginAsync(call, ct);
        EgressMetrics.Called(name);
        return await new EgressExchange(call, destination, ledger, clock).RunAsync(connections, request, ct);
    }

    private async Task<EgressRefusedException> RefuseAsync(Uri address, Failure failure, CancellationToken ct)
    {
        EgressMetrics.Refused(name, failure);
        await ledger.RefuseAsync(organization, name, address.IdnHost, failure, ct);
        return new EgressRefusedException(failure);
    }

    /// <returns>Bytes of the body; null: more than allowed.</returns>
    private static async Task<long?> SizeAsync(HttpContent? content, long limit, CancellationToken ct)
    {
        if (content is null)
        {
            return 0;
        }

        if (content.Headers.ContentLength is null)
        {
            try
            {
                await content.LoadIntoBufferAsync(limit, ct);
            }
            catch (HttpRequestException)
            {
                return null;
            }
        }

        return content.Headers.ContentLength is { } length && length <= limit ? length : null;
    }

    // Only what asks is sent on: a body never goes to a place that its sender did not name.
    private static Uri? Next(HttpRequestMessage request, HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
        && (request.Method == HttpMethod.Get || request.Method == HttpMethod.Head) && response.Headers.Location is { } location && response.RequestMessage?.RequestUri is { } from
            ? new Uri(from, location)
            : null;

    private static HttpRequestMessage Follow(HttpRequestMessage first, Uri next)
    {
        var follow = new HttpRequestMessage(first.Method, next) { Version = first.Version, VersionPolicy = first.VersionPolicy };
        var isSameHost = first.RequestUri is { } from && from.IdnHost == next.IdnHost;
        foreach (var (header, values) in first.Headers.Where(header => isSameHost || header.Key is "Accept" or "Range" or "User-Agent"))
        {
            follow.Headers.TryAddWithoutValidation(header, values);
        }

        return follow;
    }
}
