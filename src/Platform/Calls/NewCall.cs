using Earshot.Platform.Kernel.Jobs;

namespace Earshot.Platform.Calls;

/// <summary>What is known of a call when it comes in.</summary>
public sealed record NewCall
{
    /// <summary>Id of the call in the source system, for de-duplication.</summary>
    public string? ExternalId { get; init; }

    /// <summary>ui, api, cli, folder, crm.</summary>
    public required string Source { get; init; }

    public required CallDirection Direction { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public TimeSpan? Duration { get; init; }

    /// <summary>ISO 639-1; null: find out.</summary>
    public string? Language { get; init; }

    public Guid? AgentId { get; init; }

    public Guid? DepartmentId { get; init; }

    /// <summary>Plain; sealed before it is stored.</summary>
    public string? CustomerPhone { get; init; }

    /// <summary>Plain; sealed before it is stored.</summary>
    public string? CustomerName { get; init; }

    public string? Line { get; init; }

    public string? Result { get; init; }

    /// <summary>Why recording is lawful: consent, contract, notice …</summary>
    public required string RecordingGround { get; init; }

    /// <summary>Channel of the agent in the recording, from 0.</summary>
    public short? AgentChannel { get; init; }

    public JobPriority Priority { get; init; }
}
