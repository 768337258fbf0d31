namespace Earshot.Platform.Calls.Upload;

/// <summary>What the sender knows about a call. Everything is optional; what is missing is found out or left open.</summary>
internal sealed record CallMetadata
{
    /// <summary>Id of the call in the sender's system: the same id is the same call.</summary>
    public string? ExternalId { get; init; }

    /// <summary><c>inbound</c> or <c>outbound</c>.</summary>
    public string? Direction { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public TimeSpan? Duration { get; init; }

    /// <summary>Personal: sealed before it is stored.</summary>
    public string? CustomerPhone { get; init; }

    /// <summary>Personal: sealed before it is stored.</summary>
    public string? CustomerName { get; init; }

    /// <summary>The employee's id or extension in the sender's system.</summary>
    public string? AgentId { get; init; }

    /// <summary>Personal: sealed before it is stored.</summary>
    public string? AgentName { get; init; }

    public string? Result { get; init; }

    /// <summary>Line, queue or connection.</summary>
    public string? Line { get; init; }

    /// <summary>ISO 639-1.</summary>
    public string? Language { get; init; }

    /// <summary>Why recording was lawful; the organization's default when missing.</summary>
    public string? RecordingGround { get; init; }

    /// <summary>False: the customer did not agree to the recording, the call must be refused.</summary>
    public bool? Consent { get; init; }

    /// <summary>Channel of the agent in a stereo recording, from 0.</summary>
    public int? AgentChannel { get; init; }

    /// <summary>These fields, with those of <paramref name="other"/> where these say nothing.</summary>
    public CallMetadata Over(CallMetadata other) => new()
    {
        ExternalId = ExternalId ?? other.ExternalId,
        Direction = Direction ?? other.Direction,
        StartedAt = StartedAt ?? other.StartedAt,
        Duration = Duration ?? other.Duration,
        CustomerPhone = CustomerPhone ?? other.CustomerPhone,
        CustomerName = CustomerName ?? other.CustomerName,
        AgentId = AgentId ?? other.AgentId,
        AgentName = AgentName ?? other.AgentName,
        Result = Result ?? other.Result,
        Line = Line ?? other.Line,
        Language = Language ?? other.Language,
        RecordingGround = RecordingGround ?? other.RecordingGround,
        Consent = Consent ?? other.Consent,
        AgentChannel = AgentChannel ?? other.AgentChannel,
    };
}
