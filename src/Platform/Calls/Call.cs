using Earshot.Platform.Kernel.Jobs;
using Earshot.Platform.Kernel.Tenancy;

namespace Earshot.Platform.Calls;

/// <summary>Where a call stands. The order is the order of <see cref="CallPipeline"/>.</summary>
public enum CallState
{
    Received,
    Transcribing,
    Masking,
    Analysing,
    Delivering,
    Done,
    Stopped,
}

/// <summary>Who called whom.</summary>
public enum CallDirection
{
    Inbound,
    Outbound,
}

/// <summary>One conversation with a customer. Moves through the states by the named steps below and in no other way.</summary>
public sealed class Call : ITenantOwned
{
    private Call()
    {
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>Id of the call in the source system.</summary>
    public string? ExternalId { get; private set; }

    /// <summary>ui, api, cli, folder, crm.</summary>
    public required string Source { get; init; }

    public CallDirection Direction { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public long? DurationMs { get; private set; }

    /// <summary>ISO 639-1; null: find out.</summary>
    public string? Language { get; private set; }

    public Guid? AgentId { get; private set; }

    public Guid? DepartmentId { get; private set; }

    /// <summary>Sealed: purpose <c>calls.customer_phone</c>, row id of the call.</summary>
    public byte[]? CustomerPhone { get; private set; }

    public byte[]? CustomerPhoneIndex { get; private set; }

    /// <summary>Sealed: purpose <c>calls.customer_name</c>, row id of the call.</summary>
    public byte[]? CustomerName { get; private set; }

    public string? Line { get; private set; }

    public string? Result { get; private set; }

    /// <summary>Why recording is lawful.</summary>
    public required string RecordingGround { get; init; }

    public JobPriority Priority { get; private set; }

    public CallState State { get; private set; }

    /// <summary>Name of the <see cref="StopReason"/> when stopped.</summary>
    public string? StopReason { get; private set; }

    /// <summary>What to do about it.</summary>
    public string? StopDetail { get; private set; }

    /// <summary>One-off key of the spooled recording, sealed; null once it is gone.</summary>
    internal byte[]? AudioKey { get; private set; }

    /// <summary>Name of the spool file. With no key beside it, the file is noise that waits to be unlinked.</summary>
    internal string? AudioFile { get; private set; }

    internal long? AudioBytes { get; private set; }

    public int? AudioChannels { get; private set; }

    public short? AgentChannel { get; private set; }

    public int Attempts { get; private set; }

    public int? Turns { get; private set; }

    public int? Words { get; private set; }

    public double? Score { get; private set; }

    public bool? FailedCritical { get; private set; }

    public short? Sentiment { get; private set; }

    public double? SentimentScore { get; private set; }

    public bool? Satisfied { get; private set; }

    public bool? Resolved { get; private set; }

    public IReadOnlyList<string> Flags { get; private set; } = [];

    public IReadOnlyList<string> Topics { get; private set; } = [];

    public int? MaskedCount { get; private set; }

    public bool Restricted { get; private set; }

    public DateTimeOffset ReceivedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    public bool IsOver => State is CallState.Done or CallState.Stopped;

    /// <summary>A call came in. Exactly one of recording and transcript follows it: see <c>ReceiveCall</c>.</summary>
    internal static Call Received(Guid organization, Guid id, NewCall details, SealedCustomer customer, DateTimeOffset now) => new()
    {
        OrganizationId = organization,
        Id = id,
        ExternalId = details.ExternalId,
        Source = details.Source,
        Direction = details.Direction,
        StartedAt = details.StartedAt.ToUniversalTime(),
        DurationMs = (long?)details.Duration?.TotalMilliseconds,
        Language = details.Language,
        AgentId = details.AgentId,
        DepartmentId = details.DepartmentId,
        CustomerPhone = customer.Phone,
        CustomerPhoneIndex = customer.PhoneIndex,
        CustomerName = customer.Name,
        Line = details.Line,
        Result = details.Result,
        RecordingGround = details.RecordingGround,
        Priority = details.Priority,
        AgentChannel = details.AgentChannel,
        State = CallState.Received,
        ReceivedAt = now,
        UpdatedAt = now,
    };

    internal void AttachAudio(string file, byte[] sealedKey, long bytes)
    {
        AudioFile = file;
        AudioKey = sealedKey;
        AudioBytes = bytes;
    }

    internal void StartTranscribing(DateTimeOffset now) => Move(CallState.Transcribing, now);

    internal void StartMasking(DateTimeOffset now) => Move(CallState.Masking, now);

    internal void StartAnalysing(DateTimeOffset now) => Move(CallState.Analysing, now);

    internal void StartDelivering(DateTimeOffset now) => Move(CallState.Delivering, now);

    internal void Finish(DateTimeOffset now)
    {
        Move(CallState.Done, now);
        DoneAt = now;
    }

    /// <summary>The call goes no further. A recording goes with it.</summary>
    internal void Stop(StopReason reason, string detail, DateTimeOffset now)
    {
        Move(CallState.Stopped, now);
        StopReason = reason.Name();
        StopDetail = detail;
        DestroyAudioKey();
    }

    /// <summary>From here on the spool file is noise.</summary>
    internal void DestroyAudioKey() => AudioKey = null;

    internal void AudioUnlinked() => AudioFile = null;

    internal void Transcribed(string language, TimeSpan duration)
    {
        Language = language;
        DurationMs = (long)duration.TotalMilliseconds;
    }

    internal void Masked(string language, int masked)
    {
        Language = language;
        MaskedCount = masked;
    }

    internal void Analysed(CallFindings findings)
    {
        Turns = findings.Turns;
        Words = findings.Words;
        DurationMs ??= findings.DurationMs;
        Score = findings.Score;
        FailedCritical = findings.FailedCritical;
        Sentiment = findings.Sentiment;
        SentimentScore = findings.SentimentScore;
        Satisfied = findings.Satisfied;
        Resolved = findings.Resolved;
        Flags = findings.Flags;
        Topics = findings.Topics;
    }

    /// <summary>False for the calls of an organization that lets voice data serve operation alone.</summary>
    internal bool IsAnalysed => Turns is not null;

    private void Move(CallState next, DateTimeOffset now)
    {
        if (IsOver || next < State)
        {
            throw new InvalidOperationException($"A call that is {State} can't become {next}.");
        }

        State = next;
        UpdatedAt = now;
    }
}

/// <summary>Customer fields as they are stored.</summary>
internal readonly record struct SealedCustomer(byte[]? Phone, byte[]? PhoneIndex, byte[]? Name);

/// <summary>What analysis leaves in the row of the call, for lists and filters.</summary>
internal sealed record CallFindings(
    int Turns,
    int Words,
    long? DurationMs,
    double? Score,
    bool? FailedCritical,
    short Sentiment,
    double SentimentScore,
    bool Satisfied,
    bool Resolved,
    IReadOnlyList<string> Flags,
    IReadOnlyList<string> Topics);
