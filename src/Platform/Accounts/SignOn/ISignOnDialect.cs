using Earshot.Platform.Kernel;

namespace Earshot.Platform.Accounts.SignOn;

/// <param name="Code">What the provider gave for the person.</param>
/// <param name="Device">VK's <c>device_id</c>.</param>
/// <param name="Redirect">Where the provider sent the person back to.</param>
public sealed record SignOnAnswer(string Code, string? Device, Uri Redirect);

/// <summary>How one kind of provider is spoken to.</summary>
public interface ISignOnDialect
{
    SignOnKind Kind { get; }

    /// <returns>Where to send the person.</returns>
    Task<Result<Uri>> BeginAsync(SignOnProvider provider, SignOnFlow flow, Uri redirect, CancellationToken ct);

    /// <returns>Who it is.</returns>
    Task<Result<OutsidePerson>> FinishAsync(SignOnProvider provider, SignOnFlow flow, SignOnAnswer answer, CancellationToken ct);
}
