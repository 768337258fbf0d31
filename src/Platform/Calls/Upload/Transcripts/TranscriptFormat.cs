namespace Earshot.Platform.Calls.Upload.Transcripts;

/// <summary>Formats in which a ready transcript may arrive.</summary>
internal enum TranscriptFormat
{
    /// <summary>One JSON object with <c>turns</c>.</summary>
    Json,

    /// <summary>One JSON object a line, each a call of its own.</summary>
    JsonLines,

    /// <summary>WebVTT, with voice tags or labels.</summary>
    WebVtt,

    /// <summary>SubRip, with labels.</summary>
    SubRip,

    /// <summary>Lines such as <c>Agent: good morning</c>, with or without times.</summary>
    LabelledText,
}
