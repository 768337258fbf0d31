namespace Earshot.Speech.Engines.SpeechKit;

/// <summary>How to reach Yandex SpeechKit.</summary>
public sealed record SpeechKitOptions
{
    /// <summary>Recognition.</summary>
    public Uri BaseAddress { get; init; } = new("https://stt.api.cloud.yandex.net");

    /// <summary>Operations.</summary>
    public Uri OperationsAddress { get; init; } = new("https://operation.api.cloud.yandex.net");

    /// <summary>Key of a service account with the role ai.speechkit-stt.user; or leave it and set <see cref="IamToken"/>.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Gives a valid IAM token.</summary>
    public Func<CancellationToken, Task<string>>? IamToken { get; init; }

    /// <summary>Folder, needed with a user's IAM token.</summary>
    public string? FolderId { get; init; }

    /// <summary>Model: <c>general</c>, or <c>deferred-general</c> for an archive.</summary>
    public string Model { get; init; } = "general";

    /// <summary>Time between two questions whether a recording is ready.</summary>
    public TimeSpan PollEvery { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Longest wait for a recording, beyond its own duration.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Longest wait for one answer.</summary>
    public TimeSpan AnswerPatience { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
